import type { ReactNode } from "react";
import type { Status } from "../../lib/checks/view.ts";
import { StatusBadge } from "../ui/badge.tsx";

/** A card of what is wrong, one below the other. */
export function Problems({ children }: { readonly children: ReactNode }) {
  return <ul className="card lines">{children}</ul>;
}

/** One thing that is wrong: what was found, what it means, what was seen; `links` lead to its step and its evidence. */
export function Problem(props: {
  readonly signal: string;
  readonly status: Status;
  readonly title: string;
  /** Which of several servers it is about. */
  readonly about?: string;
  readonly says: ReactNode;
  readonly children?: ReactNode;
  readonly links?: ReactNode;
  /** The place it can be linked to. */
  readonly id: string;
}) {
  const { signal, status, title, about, says, children, links, id } = props;
  return (
    <li
      id={id}
      data-signal={signal}
      data-status={status}
      className="grid break-inside-avoid grid-cols-[100px_minmax(0,1fr)_auto] gap-x-3.5 gap-y-1 px-5 py-3 target:shadow-[inset_3px_0_var(--color-brass)] max-md:grid-cols-1 max-md:px-4"
    >
      <div>
        <StatusBadge status={status} />
      </div>
      <div className="grid min-w-0 gap-0.5">
        <p>
          <b className="mr-2">{title}</b>
          {about && <bdi className="mr-2 font-mono text-sm text-ink-2">{about}</bdi>}
          {says}
        </p>
        {children && <div className="text-sm text-ink-2">{children}</div>}
      </div>
      {links && (
        <div className="grid content-start justify-items-end gap-1.5 text-sm text-ink-2 max-md:flex max-md:gap-4">
          {links}
        </div>
      )}
    </li>
  );
}

/** A question and its answer, as they were seen: "example.com TXT → v=spf1 mx ~all", and what is to be said of it. */
export function Seen(props: { readonly asked: ReactNode; readonly answered: ReactNode; readonly note?: ReactNode }) {
  return (
    <p className="mt-1 flex flex-wrap items-baseline gap-x-2 text-ink max-md:rounded-sm max-md:bg-well max-md:px-2 max-md:py-1">
      {props.asked}
      <span className="text-ink-3" aria-hidden="true">
        →
      </span>
      <span className="sr-only">answered</span>
      {props.answered}
      {props.note && <span className="text-xs text-ink-3">{props.note}</span>}
    </p>
  );
}
