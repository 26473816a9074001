"use client";

import { useEffect, useState } from "react";

/**
 * A box that the reader ticks. It is kept in this browser alone: the page is the same for everybody. Without scripts it
 * can be ticked until the page is loaded anew, and on paper by hand.
 */
export function ConfirmBox(props: { readonly page: string; readonly id: string; readonly label: string }) {
  const { page, id, label } = props;
  const [ticked, setTicked] = useState(false);
  useEffect(() => setTicked(kept(page).includes(id)), [page, id]);
  const change = (on: boolean) => {
    setTicked(on);
    keep(page, on ? [...kept(page), id] : kept(page).filter((one) => one !== id));
  };
  return (
    <label className="inline-flex min-h-6 items-center gap-2 text-sm font-semibold max-md:min-h-11">
      <input
        type="checkbox"
        className="size-4.5 accent-ink"
        checked={ticked}
        onChange={({ target }) => change(target.checked)}
        aria-label={label}
      />
      <span aria-hidden="true">{ticked ? "Confirmed" : "Confirm"}</span>
    </label>
  );
}

const keyOf = (page: string): string => `confirmed ${page}`;

/** What is ticked on a page. A browser may keep nothing for us. */
function kept(page: string): readonly string[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(keyOf(page)) ?? "[]");
    return Array.isArray(read) ? read.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

function keep(page: string, ids: readonly string[]): void {
  try {
    localStorage.setItem(keyOf(page), JSON.stringify([...new Set(ids)]));
  } catch {
    // Nothing is lost but the memory of it.
  }
}
