import type { ReactNode } from "react";
import { Section } from "../ui/section.tsx";

/** A page that is read: where it belongs, its title, what it is about in a sentence or two, and its parts. */
export function Doc(props: {
  readonly crumbs?: ReactNode;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}) {
  const { crumbs, title, lead, children } = props;
  return (
    <article className="prose">
      {crumbs && <p className="text-sm text-ink-2">{crumbs}</p>}
      <h1>{title}</h1>
      {lead && <p className="text-lg text-ink-2">{lead}</p>}
      {children}
    </article>
  );
}

/** Entries that lead to pages of their own, under a heading. */
export function Index(props: {
  readonly title: string;
  readonly entries: readonly { readonly href: string; readonly name: string; readonly says: ReactNode }[];
}) {
  return (
    <Section title={props.title}>
      <ul className="card lines">
        {props.entries.map(({ href, name, says }) => (
          <li
            key={href}
            className="grid grid-cols-[15rem_minmax(0,1fr)] gap-x-5 px-5 py-2.5 text-sm max-md:grid-cols-1 max-md:px-4"
          >
            <a href={href} className="font-semibold no-underline hover:underline max-md:py-1 max-md:text-base">
              {name}
            </a>
            <span className="text-ink-2">{says}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What something can conclude: for each code its badge, the code, and what is said then. */
export function Outcomes(props: {
  readonly title: string;
  readonly outcomes: readonly { readonly code: string; readonly badge: ReactNode; readonly says: ReactNode }[];
}) {
  return (
    <Section title={props.title}>
      <ul className="card lines">
        {props.outcomes.map(({ code, badge, says }) => (
          <li
            key={code}
            id={code}
            className="grid grid-cols-[7rem_minmax(0,1fr)] items-start gap-x-4 gap-y-1.5 px-5 py-3 target:shadow-[inset_3px_0_var(--color-brass)] max-md:grid-cols-1 max-md:px-4"
          >
            {badge}
            <div className="grid gap-1">
              <h3 className="text-sm font-normal text-ink-3">
                <code>{code}</code>
              </h3>
              {says}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Links to what can be read elsewhere, one below the other and tall enough for a finger (WCAG 2.2, 2.5.8). */
export function References({ links }: { readonly links: readonly { readonly label: string; readonly url: string }[] }) {
  return (
    <ul>
      {links.map(({ label, url }) => (
        <li key={url}>
          <a href={url} rel="external noreferrer" className="inline-block py-1">
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
