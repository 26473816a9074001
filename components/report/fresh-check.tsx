"use client";

import { useEffect, useState } from "react";
import { HISTORY } from "../ui/paths.ts";

/**
 * Starts a fresh check of a bookmarked target once somebody really looks at the page, and goes to its report. Link
 * previews, crawlers and prefetches never get here: they run no script, or no visible page.
 */
export function FreshCheck(props: {
  readonly body: string;
  /** The report that is there already: the new one leads to what has changed since. */
  readonly since: string | undefined;
}) {
  const { body, since } = props;
  const [state, setState] = useState<"waiting" | "starting" | "failed">("waiting");
  useEffect(() => {
    let started = false;
    const start = async () => {
      // Who came for the list of reports wants to read it.
      if (started || document.visibilityState !== "visible" || location.hash === HISTORY) return;
      started = true;
      setState("starting");
      try {
        const headers = { "content-type": "application/json", prefer: "respond-async" };
        const response = await fetch("/api/v1/checks", { method: "POST", headers, body });
        const { id } = await response.json();
        if (!response.ok || !id) throw new Error(response.statusText);
        location.replace(since ? `/r/${id}?since=${since}` : `/r/${id}`);
      } catch {
        setState("failed");
      }
    };
    void start();
    document.addEventListener("visibilitychange", start);
    return () => document.removeEventListener("visibilitychange", start);
  }, [body, since]);
  return (
    <span className="text-ink-2" role="status">
      {state === "starting" && "Starting a fresh check…"}
      {state === "failed" && "A fresh check could not be started automatically. Try the button."}
    </span>
  );
}
