"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect } from "react";

const PAUSE_MS = 200;
const RETRY_MS = 2000;

/**
 * Renders the page anew while its check runs: each line of the verdict stream asks the server for it, the last one
 * brings the frozen report, which is the same that a reload gives. What a row says is known to the server alone.
 */
export function LiveReport(props: {
  readonly running: boolean;
  readonly stream: string;
  /** How long to wait at least between two renderings, in milliseconds. */
  readonly pause?: number;
  readonly children: ReactNode;
}) {
  const { running, stream, pause = PAUSE_MS, children } = props;
  const { refresh } = useRouter();
  useEffect(() => {
    if (!running) return;
    const stop = new AbortController();
    void follow(stream, stop.signal, throttled(refresh, pause, stop.signal));
    return () => stop.abort();
  }, [running, stream, pause, refresh]);
  // High enough from the start that the page's foot is not seen to move.
  return (
    <div className="min-h-screen" data-live={running ? "running" : undefined}>
      {children}
    </div>
  );
}

/** Reads until the stream ends; one that breaks is taken up again until the page says the check is over. */
async function follow(stream: string, stop: AbortSignal, onLine: () => void): Promise<void> {
  while (!stop.aborted) {
    try {
      const { body } = await fetch(stream, { headers: { accept: "application/x-ndjson" }, signal: stop });
      const reader = body?.getReader();
      while (reader && !(await reader.read()).done) onLine();
    } catch {
      // A broken stream costs a reader nothing: the refresh below shows what is there.
    }
    onLine();
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

/** At most one call each interval, and always one after the last request. */
function throttled(call: () => void, pause: number, stop: AbortSignal): () => void {
  let waiting = false;
  let last = 0;
  const run = () => {
    waiting = false;
    last = Date.now();
    if (!stop.aborted) call();
  };
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(run, Math.max(0, last + pause - Date.now()));
  };
}
