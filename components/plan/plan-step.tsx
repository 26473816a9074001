import type { ReactNode } from "react";
import { Copyable } from "../ui/copyable.tsx";

/** Steps in the order they work. */
export function PlanSteps({ children }: { readonly children: ReactNode }) {
  return <ol className="card lines">{children}</ol>;
}

/** Something to take along under its label: a record, a command; `note` says what to expect of it. */
export interface StepText {
  readonly label: string;
  readonly note?: ReactNode;
  readonly text: string;
}

/**
 * One step, complete in itself: what to do, who does it and where, what to enter, and how it is proved. `links` are what
 * else there is to it: the ticket text, other ways to enter it.
 */
export function PlanStep(props: {
  /** From 1. */
  readonly place: number;
  readonly id: string;
  readonly title: ReactNode;
  readonly who: ReactNode;
  readonly where?: ReactNode;
  readonly links?: ReactNode;
  readonly texts: readonly StepText[];
}) {
  const { place, id, title, who, where, links, texts } = props;
  return (
    <li
      id={id}
      className="grid break-inside-avoid grid-cols-[26px_minmax(0,1fr)_minmax(0,1.12fr)] gap-x-5 gap-y-1 px-5 py-4 target:shadow-[inset_3px_0_var(--color-brass)] max-md:grid-cols-[26px_minmax(0,1fr)] max-md:gap-x-3 max-md:px-4"
    >
      <span
        className="grid size-6.5 place-items-center rounded-full bg-ink text-sm font-semibold text-paper"
        aria-hidden="true"
      >
        {place}
      </span>
      <div className="min-w-0 text-sm">
        <h3 className="text-base">{title}</h3>
        <p className="mt-0.5">{who}</p>
        {where && <p className="mt-1 text-ink-2">{where}</p>}
        {links && <div className="mt-2 flex flex-wrap gap-2 print:hidden">{links}</div>}
      </div>
      <div className="min-w-0 max-md:col-span-full">
        {texts.map(({ label, note, text }) => (
          <div key={label} className="not-first:mt-2">
            <p className="text-xs text-ink-3">
              <b>{label}</b>
              {note && <>: {note}</>}
            </p>
            <Copyable label={label}>{text}</Copyable>
          </div>
        ))}
      </div>
    </li>
  );
}
