import type { ReactNode } from "react";

/** A part of a page under its heading; `note` stands beside the heading, `actions` at the end of its line. */
export function Section(props: {
  readonly title: ReactNode;
  /** What links to this part and names it. */
  readonly id?: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  /** Marks the first part that is folded, for programs. */
  readonly mark?: "folded";
  readonly children: ReactNode;
}) {
  const { title, id, note, actions, mark, children } = props;
  return (
    <section
      className="mt-8 max-md:mt-5"
      id={id}
      {...(id ? { "aria-labelledby": `${id}-title` } : {})}
      {...(mark ? { [`data-${mark}`]: "" } : {})}
    >
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3">
        <h2 id={id && `${id}-title`}>{title}</h2>
        {note && <p className="text-sm text-ink-2">{note}</p>}
        {actions && <div className="ml-auto flex flex-wrap gap-2 print:hidden">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
