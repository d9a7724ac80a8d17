/** The secret fields whose values the person has made visible. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class VisibleSecrets implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #fields = new Set<string>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  // A page that comes back from the back/forward cache must not show secrets.
  hostConnected(): void {
    window.addEventListener('pageshow', this.hideAll);
  }

  hostDisconnected(): void {
    window.removeEventListener('pageshow', this.hideAll);
    this.hideAll();
  }

  has(field: string): boolean {
    return this.#fields.has(field);
  }

  toggle(field: string): void {
    if (!this.#fields.delete(field)) this.#fields.add(field);
    this.#host.requestUpdate();
  }

  readonly hideAll = (): void => {
    if (this.#fields.size === 0) return;
    this.#fields.clear();
    this.#host.requestUpdate();
  };
}
