/** Takes the object that a call of the instance hands over; crates/wasm/src/answer.rs says why it is not returned. */
export declare class Answer<T> {
    /** The object, after the call. */
    value: T;
    /** Called by the instance. */
    put(value: T): void;
}
