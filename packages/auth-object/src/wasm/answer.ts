/** Receives the result of a call of the instance. crates/wasm/src/answer.rs says why calls do not return it. */
export class Answer<T> {
  /** The result, after the call. */
  value!: T;

  /** Called by the instance. */
  put(value: T): void {
    this.value = value;
  }
}
