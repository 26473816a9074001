"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { type Shown, watchMark } from "./watch-mark.ts";

/** How often a page that somebody looks at asks whether there is anything new, in milliseconds. */
const ASK_MS = 2_000;

/**
 * Renders the page anew when the watch is no longer what the page shows, for as long as it looks. Who looks away asks
 * nothing.
 */
export function LiveWatch(props: { readonly path: string; readonly mark: string; readonly running: boolean }) {
  const { path, mark, running } = props;
  const { refresh } = useRouter();
  useEffect(() => {
    if (!running) return;
    const ask = async () => {
      if (document.visibilityState !== "visible") return;
      try {
        const answer = await fetch(path, { cache: "no-store" });
        if (answer.ok && watchMark((await answer.json()) as Shown) !== mark) refresh();
      } catch {
        // The next one asks again.
      }
    };
    void ask();
    const timer = setInterval(() => void ask(), ASK_MS);
    return () => clearInterval(timer);
  }, [path, mark, running, refresh]);
  return null;
}
