import type { ReactNode } from "react";
import { Copyable } from "../ui/copyable.tsx";
import { Icon, type IconName } from "../ui/icon.tsx";

/** Steps in the order they work. */
export function PlanSteps({ children }: { readonly children: ReactNode }) {
  return <ol className="card lines">{children}</ol>;
}

/** Something to take along: a record, a command; `note` says what to expect of it. */
export interface StepText {
  /** What it is, among others on the page. */
  readonly label: string;
  /** The same where it stands. */
  readonly shown?: string;
  readonly note?: ReactNode;
  readonly text: string;
}

/**
 * One step, complete in itself: what to do, who does it, what to enter, how it is proved, and where. Its children are
 * what else there is to it, folded: the ticket text, other ways to enter it. On a phone what to send comes before the
 * explanation.
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
  /** The first of its children is what to send: on a phone that comes before what to enter. */
  readonly sendFirst?: boolean;
  readonly children?: ReactNode;
}) {
  const { place, id, title, who, where, links, texts, sendFirst = false, children } = props;
  const folds = children && <div className="more flex flex-wrap gap-2 self-start print:hidden">{children}</div>;
  return (
    <li
      id={id}
      className="step grid break-inside-avoid gap-x-5 px-5 py-4 max-md:gap-x-3 max-md:px-4 target:shadow-[inset_3px_0_var(--color-brass)]"
    >
      <span
        className="grid size-6.5 place-items-center rounded-full bg-ink text-sm font-semibold text-paper"
        aria-hidden="true"
      >
        {place}
      </span>
      <div className="min-w-0 text-sm">
        <h3 className="text-base">{title}</h3>
        <p className="mt-0.5 first-letter:uppercase">{who}</p>
      </div>
      {sendFirst && folds}
      <div className="texts min-w-0">
        {texts.map(({ label, shown, note, text }) => (
          <div key={label} className="not-first:mt-2">
            <p className="text-xs text-ink-3">
              <b>{shown ?? label}</b>
              {note && <>: {note}</>}
            </p>
            <Copyable label={label}>{text}</Copyable>
          </div>
        ))}
      </div>
      {!sendFirst && folds}
      {(where || links) && (
        <div className="why text-sm">
          {where && <p className="text-ink-2">{where}</p>}
          {links && <div className="mt-1 print:hidden">{links}</div>}
        </div>
      )}
    </li>
  );
}

/** More about a step, behind a button; opened it has the whole width. */
export function StepFold(props: {
  readonly title: string;
  readonly id?: string;
  readonly icon?: IconName;
  readonly children: ReactNode;
}) {
  const { title, id, icon, children } = props;
  return (
    <details className="text-sm open:basis-full" data-step-fold="">
      <summary className="button max-w-full whitespace-normal max-md:px-2">
        {icon && <Icon name={icon} />}
        {title}
      </summary>
      <div id={id} className="pt-2 pb-1">
        {children}
      </div>
    </details>
  );
}
