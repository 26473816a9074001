"use client";

import { useEffect, useState } from "react";

const UNITS = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;

/** "3 minutes ago", kept true by script: the page itself is frozen and says the absolute time. */
export function Age({ at }: { readonly at: string }) {
  const [age, setAge] = useState("");
  useEffect(() => {
    const tick = () => setAge(ago((Date.now() - Date.parse(at)) / 1000));
    tick();
    const timer = setInterval(tick, 15_000);
    return () => clearInterval(timer);
  }, [at]);
  return <span className="age inline-block min-w-[9em] whitespace-pre print:hidden">{age && ` · ${age}`}</span>;
}

function ago(seconds: number): string {
  const [unit, size] = UNITS.find(([, s]) => seconds >= s) ?? [];
  if (!unit) return "just now";
  return new Intl.RelativeTimeFormat("en").format(-Math.floor(seconds / size), unit);
}
