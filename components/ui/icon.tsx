"use client";

import type { Status } from "../../lib/checks/view.ts";

/** Each drawn on a square of 16, as paths; those that are filled say so. */
const SHAPES = {
  pass: "M3 8.5l3.5 3.5L13 4.5",
  warn: "M8 2.5L14.5 13.5H1.5z",
  fail: "M3.5 3.5l9 9M12.5 3.5l-9 9",
  info: "M8 7v5.5M8 3.4v.2",
  skipped: "M3 8h10",
  unknown: "M5 5.6C5 2 11 2 11 5.4 11 7.6 8 7.6 8 9.8M8 12.9v.2",
  open: "M6 3.5L10.5 8 6 12.5",
  down: "M3.5 6L8 10.5 12.5 6",
  copy: "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
  wait: "M8 4.5V8l2.5 1.5M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12z",
  defer: "M5.5 3.5v9M10.5 3.5v9",
  plus: "M8 3v10M3 8h10",
  mail: "M2 3.5h12v9H2zM2 4.5l6 4.5 6-4.5",
} as const satisfies Readonly<Record<Status | string, string>>;
const FILLED: readonly string[] = ["warn"];

export type IconName = keyof typeof SHAPES;

/**
 * Drawn on both sides: what the server sends along for the browser is then a name and not the drawing (decision 0025).
 * The drawing stands in its place: a `<use>` of one drawn elsewhere makes a phone lay out twice as much.
 */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" data-icon={name} aria-hidden="true">
      <IconShape name={name} />
    </svg>
  );
}

/** The drawing alone, for one that stands in another drawing. */
export function IconShape({ name }: { readonly name: IconName }) {
  return <path d={SHAPES[name]} className={FILLED.includes(name) ? "solid" : undefined} />;
}
