/*
 * What axe need not look at twice. Both run in the browser as they stand here: each is complete in itself. What a page's
 * looks share is kept in its window until it is left.
 */

/** Everything but geometry and colours that axe's rules can see of the page: its elements, and which of them are shown. */
export function shownNow(): string {
  const shown = Array.from(document.body.querySelectorAll("*"), (element) => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }))
      return 0;
    const { width, height, right, bottom } = element.getBoundingClientRect();
    if (width <= 1 || height <= 1) return 1;
    return right <= 0 || bottom + scrollY <= 0 ? 2 : 3;
  });
  return document.documentElement.outerHTML + shown.join("");
}

/**
 * The elements whose contrast says that of all: the first of each kind that has not come up in an earlier look. Two are of
 * one kind where they and all that they are inside of have the same colours, backgrounds, effects and size of letters. Each
 * is asked by itself that something else may lie behind or before: another box that is taken out of the flow, a painted
 * pseudo-element, or less background than text.
 */
export function firstOfEachKind(): Element[] {
  const PAINT =
    "color background-color background-image opacity font-size font-weight text-shadow text-indent filter mix-blend-mode -webkit-text-fill-color -webkit-text-stroke fill position z-index float display visibility clip-path".split(
      " ",
    );
  interface Kind {
    readonly id: number;
    /** Something may be between it and its background. */
    readonly alone: boolean;
    /** The nearest box around it, itself included, that paints a background. */
    readonly painted: Element | undefined;
    /** The nearest box around it, but within that one, that cuts off what is larger. */
    readonly clipping: Element | undefined;
  }
  const state = globalThis as unknown as { kindIds?: Map<string, number>; kindsSeen?: Set<number> };
  state.kindIds ??= new Map();
  state.kindsSeen ??= new Set();
  const { kindIds: ids, kindsSeen: seen } = state;

  const isPainted = (style: CSSStyleDeclaration) =>
    style.backgroundImage !== "none" || !/^rgba\(.*, 0\)$|^transparent$/.test(style.backgroundColor);
  const known = new Map<Element, Kind>();
  const kindOf = (element: Element): Kind => {
    const before = known.get(element);
    if (before) return before;
    const around = element.parentElement ? kindOf(element.parentElement) : undefined;
    const style = getComputedStyle(element);
    const pseudo = ["::before", "::after"]
      .map((which) => getComputedStyle(element, which))
      .some((each) => !/^(none|normal)$/.test(each.content) && isPainted(each));
    const control = element as HTMLInputElement & HTMLLabelElement;
    const disabled = control.disabled || control.control?.matches(":disabled") || element.ariaDisabled === "true";
    const own = PAINT.map((name) => style.getPropertyValue(name)).join("|");
    const text = `${around?.id} ${element.localName} ${disabled} ${pseudo} ${own}`;
    const id = ids.get(text) ?? ids.size;
    ids.set(text, id);
    const [paints, clips] = [isPainted(style), !/visible/.test(style.overflow)];
    const kind = {
      id,
      alone: pseudo || Boolean(around?.alone),
      painted: paints ? element : around?.painted,
      clipping: clips ? element : paints ? undefined : around?.clipping,
    };
    known.set(element, kind);
    return kind;
  };

  /** Boxes in the flow lie beside each other; these may lie anywhere. */
  const leavesTheFlow = (style: CSSStyleDeclaration) =>
    !/^(static|relative)$/.test(style.position) ||
    (style.position === "relative" && [style.top, style.left].some((inset) => !/^(auto|0px)$/.test(inset))) ||
    [style.float, style.transform, style.translate].some((value) => value !== "none") ||
    [style.marginTop, style.marginRight, style.marginBottom, style.marginLeft].some((margin) => /^-/.test(margin)) ||
    style.gridRowStart !== "auto";

  const boxes: { element: Element; box: DOMRect }[] = [];
  const withText: { element: Element; box: DOMRect; words: string }[] = [];
  for (const element of document.querySelectorAll("body, body *")) {
    if (!element.checkVisibility()) continue;
    const box = element.getBoundingClientRect();
    if (box.width > 1 && box.height > 1 && leavesTheFlow(getComputedStyle(element))) boxes.push({ element, box });
    const words = Array.from(element.childNodes, (node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : ""));
    if (element.matches("input, select, textarea") || words.join("").trim())
      withText.push({ element, box, words: words.join("").trim() });
  }

  const sticksOut = (text: DOMRect, { painted: around, clipping }: Kind) => {
    if (!around || around === document.body || around === document.documentElement) return false;
    const { left, right, top, bottom } = around.getBoundingClientRect();
    const box = clipping?.getBoundingClientRect() ?? text;
    return box.left < left - 1 || box.right > right + 1 || box.top < top - 1 || box.bottom > bottom + 1;
  };
  const isCrossed = (element: Element, box: DOMRect) =>
    boxes.some(
      (other) =>
        other.box.left < box.right &&
        box.left < other.box.right &&
        other.box.top < box.bottom &&
        box.top < other.box.bottom &&
        !other.element.contains(element),
    );
  const asked: Element[] = [];
  for (const { element, box, words } of withText) {
    const kind = kindOf(element);
    // A single sign is no text to axe, nor are pictures of one.
    const key = 2 * kind.id + Number(words.length > 1 && /[\p{L}\p{N}]/u.test(words));
    if (kind.alone || sticksOut(box, kind) || isCrossed(element, box)) asked.push(element);
    else if (!seen.has(key)) {
      seen.add(key);
      asked.push(element);
    }
  }
  return asked;
}
