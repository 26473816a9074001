/**
 * What pages with folds do by script: folds fetch their evidence when they are first opened, what is unfolded in a step is
 * brought into view, Escape closes the menu, and what is to be printed is. Without scripts each fold has a link to the
 * report with all evidence in it.
 */
export function listenForFolds(): void {
  const onToggle = ({ target }: Event) => {
    if (!(target instanceof HTMLDetailsElement) || !target.open) return;
    void fill(target);
    if (target.matches("[data-step-fold]"))
      target.scrollIntoView({ block: target.offsetHeight > innerHeight ? "start" : "nearest" });
  };
  // Toggling does not bubble.
  document.addEventListener("toggle", onToggle, true);
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") closeMenus();
  });
  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    if (target.closest("[data-print]")) print();
    if (!target.closest("[data-menu]")) closeMenus();
  });
}

/**
 * Stands where folds do: as soon as it is there, those that are open are filled, and the place that the reader came for
 * is brought into view.
 */
export class PageFolds extends HTMLElement {
  connectedCallback(): void {
    // Whoever puts a page in has done so completely then.
    queueMicrotask(() => {
      for (const details of document.querySelectorAll<HTMLDetailsElement>("details[open]")) void fill(details);
      if (location.hash) reveal(location.hash.slice(1));
      else document.querySelector("[data-wanted]")?.scrollIntoView();
    });
  }
}

/** Fetches what a fold holds, once. Where that fails, a link to it takes its place. */
async function fill(details: HTMLDetailsElement): Promise<void> {
  const slot = details.querySelector<HTMLElement>(
    ":scope > [data-slot], :scope > div > [data-slot], :scope > div > div > [data-slot]",
  );
  const folder = details.closest<HTMLElement>("[data-evidence]")?.dataset.evidence;
  // One that has more in it than the link is filled already.
  if (!slot || !folder || slot.dataset.filled !== undefined || slot.querySelector(":not(a)")) return;
  slot.dataset.filled = "";
  slot.setAttribute("aria-busy", "true");
  const from = folder + (slot.dataset.slot || slot.id);
  try {
    const response = await fetch(from, { headers: { accept: "text/html" } });
    if (!response.ok) throw new Error(response.statusText);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const found = page.querySelector("[data-slot]");
    if (!found) throw new Error("no evidence in it");
    slot.replaceChildren(...[...found.childNodes].map((node) => document.importNode(node, true)));
  } catch {
    delete slot.dataset.filled;
    const link = document.createElement("a");
    link.href = from;
    link.textContent = "It could not be fetched just now: open it as a page";
    slot.replaceChildren(link);
  } finally {
    slot.removeAttribute("aria-busy");
  }
}

function closeMenus(): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details[open][data-menu]")) {
    const within = menu.contains(document.activeElement);
    menu.open = false;
    if (within) menu.querySelector("summary")?.focus();
  }
}

/** Opens all folds around a place and goes there: the report came after the browser had looked for it. */
function reveal(id: string): void {
  const place = document.getElementById(id);
  if (!place) return;
  for (let fold = place.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  place.scrollIntoView();
}
