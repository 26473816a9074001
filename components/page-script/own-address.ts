/**
 * Asks which address the reader comes from, and puts it into the offer to check it where it is a public one. It asks once
 * the page has been shown: the offer is no reason to show it later.
 */
export class OwnAddress extends HTMLElement {
  readonly #shown = new PerformanceObserver((_, observer) => {
    observer.disconnect();
    this.#ask();
  });

  connectedCallback(): void {
    // Told of what has been painted already, too.
    this.#shown.observe({ type: "paint", buffered: true });
  }

  disconnectedCallback(): void {
    this.#shown.disconnect();
  }

  #ask(): void {
    fetch("/ip", { headers: { accept: "application/json" } })
      .then((response) => response.json())
      .then((said: { address: string | null; public: boolean }) => {
        if (said.public && said.address) this.#offer(said.address);
      })
      .catch(() => undefined);
  }

  #offer(address: string): void {
    const [question, offer] = this.children as unknown as readonly [HTMLElement, HTMLElement];
    const [shown, button] = [offer.querySelector("bdi"), offer.querySelector("button")];
    if (!shown || !button) return;
    shown.textContent = address;
    button.value = address;
    question.hidden = true;
    offer.hidden = false;
  }
}
