/** Waits until the person releases a mouse button, finger or pen. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const EVENTS = ['pointerdown', 'pointerup', 'pointercancel'] as const;

export class PointerRelease implements ReactiveController {
  #isDown = false;
  #resolve: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    for (const event of EVENTS) window.addEventListener(event, this.#onPointer, true);
  }

  hostDisconnected(): void {
    for (const event of EVENTS) window.removeEventListener(event, this.#onPointer, true);
  }

  /** Resolves after the click, or at once if nothing is pressed. */
  async wait(): Promise<void> {
    if (this.#isDown) await new Promise<void>((resolve) => (this.#resolve = resolve));
  }

  readonly #onPointer = (event: Event): void => {
    this.#isDown = event.type === 'pointerdown';
    // The click event follows the pointer event.
    if (!this.#isDown && this.#resolve) setTimeout(this.#resolve);
  };
}
