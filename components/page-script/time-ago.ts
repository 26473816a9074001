const UNITS = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;
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

function ago(seconds: number): string {
  const [unit, size] = UNITS.find(([, s]) => seconds >= s) ?? [];
  if (!unit) return "just now";
  return new Intl.RelativeTimeFormat("en").format(-Math.floor(seconds / size), unit);
}
