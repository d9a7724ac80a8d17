/** Texts that screen readers read out. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long the person must have stopped typing. */
const PAUSE_MS = 800;

export class Announcer implements ReactiveController {
  /** The content of the live region. */
  text = '';
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.cancel();
  }

  announce(text: string): void {
    this.text = text;
    this.#host.requestUpdate();
  }

  /** Announces a text when the person stops typing; nothing if it is `undefined` by then. */
  announceAfterPause(getText: () => string | undefined): void {
    this.cancel();
    this.#timer = setTimeout(() => {
      const text = getText();
      if (text !== undefined) this.announce(text);
    }, PAUSE_MS);
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }
}
