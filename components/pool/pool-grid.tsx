"use client";

import { type FocusEvent, type KeyboardEvent, memo, useEffect, useRef } from "react";
import { cellGroups, cellLabel, LETTERS, readMark, SMALL_FROM } from "./pool-cells.ts";

/**
 * A cell for each address, lettered and coloured, each a link to the address's report. One tab stop: arrows move over
 * them, `n` and `p` go to the next and the previous odd one. Where it stands is kept in the elements themselves: with
 * four thousand of them nothing is drawn anew for a key.
 */
export function PoolGrid(props: {
  /** Whose cells they are. */
  readonly pool: string;
  readonly targets: readonly string[];
  /** The status of each, and whether it is odd: as `writeMarks` has it. */
  readonly marks: string;
  /** What the link to an address's report ends in: `?from=example.com`. */
  readonly query: string;
}) {
  const { pool, targets, marks, query } = props;
  const box = useRef<HTMLDivElement>(null);
  const groups = cellGroups(targets);
  const small = targets.length >= SMALL_FROM;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const cells = [...(box.current?.querySelectorAll<HTMLElement>(".cell") ?? [])];
    const at = cells.indexOf(document.activeElement as HTMLElement);
    const next = at < 0 ? undefined : placeAfter(event.key, at, cells);
    if (next === undefined) return;
    event.preventDefault();
    cells[next]?.focus();
  };
  // Whichever cell has the focus is the one that Tab comes back to.
  const onFocus = ({ target }: FocusEvent) => {
    for (const other of box.current?.querySelectorAll<HTMLElement>(".cell[tabindex='0']") ?? []) other.tabIndex = -1;
    (target as HTMLElement).tabIndex = 0;
    held = { pool, place: [...(box.current?.querySelectorAll(".cell") ?? [])].indexOf(target) };
  };
  const onBlur = ({ target }: FocusEvent) =>
    queueMicrotask(() => {
      if (target.isConnected) held = undefined;
    });
  useEffect(() => {
    if (held?.pool !== pool || document.activeElement !== document.body) return;
    box.current?.querySelectorAll<HTMLElement>(".cell")[held.place]?.focus({ preventScroll: true });
  }, [pool]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the links in it
    <div
      ref={box}
      className={`px-4 py-3.5 ${small ? "max-h-[60vh] overflow-auto print:max-h-none print:overflow-visible" : ""}`}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      {groups.map((group) => (
        <Cells
          key={group.from}
          network={groups.length > 1 ? group.network : ""}
          size={small ? "small" : group.network === "" ? "whole" : "usual"}
          labels={group.labels.join(" ")}
          targets={targets}
          from={group.from}
          marks={marks.slice(group.from, group.from + group.labels.length)}
          query={query}
        />
      ))}
    </div>
  );
}

/**
 * The cell that had the focus when the finished pool took the place of the running one: there it has it again, since
 * nobody moved it away.
 */
let held: { readonly pool: string; readonly place: number } | undefined;

/** What all cells have stands once, at what is around them: there may be thousands. */
const CELLS = [
  "grid [&>a]:grid [&>a]:content-center [&>a]:justify-items-center [&>a]:rounded-sm [&>a]:border [&>a]:no-underline",
  "[&>a]:border-(--tone)/45 [&>a]:bg-(--tone-bg) [&>a]:text-(--tone) [&>a]:hover:border-(--tone)",
  "[&>a]:break-inside-avoid [&>a]:font-mono [&>a]:text-sm/[1.2] [&>a]:font-semibold",
  "[&>.odd]:border-2 [&>.odd]:border-(--tone) forced-colors:[&>.odd]:border-4",
  "[&>.pending]:border-dashed [&>.pending]:border-control [&>.pending]:bg-transparent",
  "[&_small]:max-w-full [&_small]:truncate [&_small]:text-xs/[1.2] [&_small]:font-medium [&_small]:text-ink-2",
].join(" ");
const SIZES = {
  usual: "grid-cols-[repeat(auto-fill,minmax(52px,1fr))] gap-1.5 [&>a]:min-h-11",
  whole: "grid-cols-[repeat(auto-fill,minmax(144px,1fr))] gap-1.5 [&>a]:min-h-11",
  /** The letter alone; those out of sight are not drawn. */
  small:
    "grid-cols-[repeat(auto-fill,minmax(26px,1fr))] gap-0.75 [contain-intrinsic-height:auto_240px] [content-visibility:auto] [&_small]:hidden [&>a]:min-h-6.5",
} as const;

/** One network's cells; drawn again only where one of its marks is another. */
const Cells = memo(
  function Cells(props: {
    readonly network: string;
    readonly size: keyof typeof SIZES;
    readonly labels: string;
    readonly targets: readonly string[];
    readonly from: number;
    readonly marks: string;
    readonly query: string;
  }) {
    const { network, size, labels, targets, from, marks, query } = props;
    return (
      <>
        {network && <p className="mt-2 mb-1 font-mono text-xs font-semibold first:mt-0">{network}</p>}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be for fields */}
        <div
          role="group"
          aria-label={network ? `Addresses in ${network}` : "One cell for each address"}
          className={`${CELLS} ${SIZES[size]}`}
        >
          {labels.split(" ").map((label, place) => {
            const target = targets[from + place] ?? "";
            const mark = readMark(marks[place]);
            const cell = { target, ...mark };
            return (
              <a
                key={target}
                className={`cell ${mark.status}${mark.odd ? " odd" : ""}`}
                href={`/check/${target}${query}`}
                aria-label={cellLabel(cell)}
                tabIndex={from + place === 0 ? 0 : -1}
              >
                <small>{label}</small>
                {` ${LETTERS[mark.status][0]}`}
              </a>
            );
          })}
        </div>
      </>
    );
  },
  (a, b) => a.marks === b.marks && a.labels === b.labels && a.query === b.query && a.from === b.from,
);

/** Where a key leads to from a cell; undefined for keys that are not the grid's. */
function placeAfter(key: string, at: number, cells: readonly HTMLElement[]): number | undefined {
  switch (key) {
    case "ArrowRight":
      return Math.min(at + 1, cells.length - 1);
    case "ArrowLeft":
      return Math.max(at - 1, 0);
    case "Home":
      return 0;
    case "End":
      return cells.length - 1;
    case "ArrowDown":
      return inNextRow(cells, at, 1);
    case "ArrowUp":
      return inNextRow(cells, at, -1);
    case "n":
      return nextOdd(cells, at, 1);
    case "p":
      return nextOdd(cells, at, -1);
    default:
      return undefined;
  }
}

/** The cell above or below, in the rows as they are laid out now; where there is none, it stays. */
function inNextRow(cells: readonly HTMLElement[], at: number, step: 1 | -1): number {
  const here = cells[at]?.getBoundingClientRect();
  if (!here) return at;
  let row: number | undefined;
  let best = at;
  let distance = Number.POSITIVE_INFINITY;
  for (let place = at + step; place >= 0 && place < cells.length; place += step) {
    const there = cells[place]?.getBoundingClientRect();
    if (!there || Math.abs(there.top - here.top) < 2) continue;
    row ??= there.top;
    if (Math.abs(there.top - row) >= 2) break;
    const apart = Math.abs(there.left - here.left);
    if (apart < distance) [best, distance] = [place, apart];
  }
  return best;
}

/** The next odd one, round the end. */
function nextOdd(cells: readonly HTMLElement[], at: number, step: 1 | -1): number {
  for (let away = 1; away <= cells.length; away++) {
    const place = (at + step * away + cells.length * 2) % cells.length;
    if (cells[place]?.classList.contains("odd")) return place;
  }
  return at;
}
