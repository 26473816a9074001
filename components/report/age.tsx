/** "3 minutes ago", kept true by script: the page itself is frozen and says the absolute time. */
export function Age({ at }: { readonly at: string }) {
  return <time-ago data-at={at} className="age inline-block min-w-[9em] whitespace-pre print:hidden" />;
}
