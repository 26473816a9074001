"use client";

import { useRouter } from "next/navigation";
import { type MouseEvent, useEffect, useRef, useState } from "react";
import { type PoolQuery, readPoolQuery, writePoolQuery } from "./pool-query.ts";

/**
 * What the reader has chosen of a pool's rows, which is in the page's address. `isLocal`: all rows are in the page, and
 * nobody has to be asked for others.
 */
export function usePoolView(path: string, initial: PoolQuery, isLocal: boolean) {
  const { replace } = useRouter();
  const [query, setQuery] = useState(initial);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);

  const go = (next: PoolQuery, delay = 0) => {
    setQuery(next);
    const address = path + writePoolQuery(next);
    clearTimeout(waiting.current);
    if (isLocal) history.replaceState(null, "", address);
    else waiting.current = setTimeout(() => replace(address, { scroll: false }), delay);
  };
  useEffect(() => () => clearTimeout(waiting.current), []);

  /** Every link that is marked leads to another view of the same rows. */
  const onClick = (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-view]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(readPoolQuery(Object.fromEntries(new URL(link.href).searchParams)));
  };
  const linkTo = (change: Partial<PoolQuery>) => path + writePoolQuery(query, { page: 1, ...change });
  return { query, go, onClick, linkTo };
}
