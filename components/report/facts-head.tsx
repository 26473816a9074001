import type { ReactNode } from "react";
import { each } from "../ui/in-place.tsx";

/** What a page is about: the target, what is known of it in a line, and what can be done with the page. */
export function FactsHead(props: {
  readonly title: ReactNode;
  readonly facts: readonly ReactNode[];
  /** Another one when the facts are others: they are then drawn anew, and not moved. */
  readonly turn?: string;
  readonly actions?: ReactNode;
  /** What stands under the facts: the options it was checked with. */
  readonly children?: ReactNode;
}) {
  const { title, facts, turn, actions, children } = props;
  return (
    <div className="report-head">
      <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2.5">
        <h1 className="font-mono font-bold tracking-tight">{title}</h1>
        {actions && (
          <div className="relative flex flex-wrap gap-2 max-md:w-full max-md:gap-1.5 print:hidden">{actions}</div>
        )}
      </div>
      <ul key={turn} className="mt-2 flex flex-wrap text-sm text-ink-2 max-md:block [&_b]:text-ink">
        {each(facts, (fact) => (
          <li className="not-last:after:mx-2 not-last:after:text-ink-3 not-last:after:content-['·'] max-md:not-last:after:content-none">
            {fact}
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}
