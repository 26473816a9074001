"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** How often a page that somebody looks at asks whether there is anything new, in milliseconds. */
const ASK_MS = 5_000;

/** Renders the page anew when the watch has looked again, for as long as it looks. Who looks away asks nothing. */
export function LiveWatch({ path, running }: { readonly path: string; readonly running: boolean }) {
  const { refresh } = useRouter();
  useEffect(() => {
    if (!running) return;
    let seen: string | undefined;
    const ask = async () => {
      if (document.visibilityState !== "visible") return;
      const now = await fetch(path, { cache: "no-store" }).then(
        (answer) => (answer.ok ? answer.text() : undefined),
        () => undefined,
      );
      if (now === undefined) return;
      if (seen !== undefined && now !== seen) refresh();
      seen = now;
    };
    void ask();
    const timer = setInterval(() => void ask(), ASK_MS);
    return () => clearInterval(timer);
  }, [path, running, refresh]);
  return null;
}
