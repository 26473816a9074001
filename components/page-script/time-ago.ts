import { ago } from "./ago.ts";

const TICK_MS = 15_000;

/** How long ago `data-at` was, kept true. */
export class TimeAgo extends HTMLElement {
  #timer = 0;

  connectedCallback(): void {
    const tick = () => {
      this.textContent = ` · ${ago((Date.now() - Date.parse(this.dataset.at ?? "")) / 1000)}`;
    };
    tick();
    this.#timer = window.setInterval(tick, TICK_MS);
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer);
  }
}
