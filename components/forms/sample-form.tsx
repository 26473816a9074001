import type { ReactNode } from "react";
import { HiddenFields } from "./hidden-fields.tsx";

/** Something to try in the demo, a form of its own: one press starts it. */
export function SampleForm(props: {
  readonly action: string;
  readonly fields: Readonly<Record<string, string | undefined>>;
  readonly title: string;
  readonly note: string;
  /** What it is about, between title and note. */
  readonly children?: ReactNode;
}) {
  const { action, fields, title, note, children } = props;
  return (
    <form method="post" action={action} className="h-full">
      <HiddenFields fields={fields} />
      <button type="submit" className="card grid size-full content-start px-4 py-2.5 text-left hover:border-control">
        <b>{title}</b>
        {children}
        <span className="text-sm text-ink-2">{note}</span>
      </button>
    </form>
  );
}
