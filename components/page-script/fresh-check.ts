import { HISTORY } from "../ui/paths.ts";

/** How often a check is tried to be started that there is no room for, and how long to wait where nobody says. */
const TRIES = 10;
const WAIT_SECONDS = 5;

/**
 * Starts a fresh check of a bookmarked target once somebody really looks at the page, and goes to its report. Link
 * previews, crawlers and prefetches never get here: they run no script, or no visible page.
 */
export class FreshCheck extends HTMLElement {
  #started = false;
  readonly #look = (): void => {
    // Who came for the list of reports wants to read it.
    if (this.#started || document.visibilityState !== "visible" || location.hash === HISTORY) return;
    this.#started = true;
    void this.#start(TRIES);
  };

  connectedCallback(): void {
    document.addEventListener("visibilitychange", this.#look);
    this.#look();
  }

  disconnectedCallback(): void {
    document.removeEventListener("visibilitychange", this.#look);
  }

  async #start(tries: number): Promise<void> {
    this.textContent = "Starting a fresh check…";
    const { body, since } = this.dataset;
    try {
      const headers = { "content-type": "application/json", prefer: "respond-async" };
      const response = await fetch("/api/v1/checks", { method: "POST", headers, body: body ?? "" });
      // Too much is running just now, here or for this network: that passes.
      if ((response.status === 429 || response.status === 503) && tries > 1) {
        const seconds = Number(response.headers.get("retry-after")) || WAIT_SECONDS;
        this.textContent = "Too many checks are running just now. This one starts as soon as there is room.";
        setTimeout(() => this.isConnected && void this.#start(tries - 1), seconds * 1000);
        return;
      }
      const { id } = await response.json();
      if (!response.ok || !id) throw new Error(response.statusText);
      location.replace(since ? `/r/${id}?since=${since}` : `/r/${id}`);
    } catch {
      this.textContent = "A fresh check could not be started automatically. Try the button.";
    }
  }
}
