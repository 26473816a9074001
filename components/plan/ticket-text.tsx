import type { Ticket } from "../../lib/checks/view.ts";
import { StatusBadge } from "../ui/badge.tsx";
import { Copyable } from "../ui/copyable.tsx";
import { RichText } from "../ui/rich-text.tsx";

/**
 * A request to send, and before it what would make the provider send it back. In one language; `pathOf` has the page that
 * shows another one.
 */
export function TicketText(props: {
  readonly ticket: Ticket;
  readonly label: string;
  readonly pathOf: (lang: string) => string;
}) {
  const { ticket, label, pathOf } = props;
  const { ready, problems, languages, lang, language, subject, body } = ticket;
  return (
    <div className="ticket grid gap-2">
      {ready ? (
        <p>
          <StatusBadge status="pass">ready to send</StatusBadge> We checked what providers check: the name exists, is no
          alias, and resolves to the address. Fill in the brackets.
        </p>
      ) : (
        <>
          <p>
            <StatusBadge status="warn">fix this first, then send</StatusBadge> Providers send such requests back
            otherwise.
          </p>
          <ol className="list-decimal pl-5">
            {problems.map(({ code, does, copy }) => (
              <li key={code}>
                <RichText>{does}</RichText>
                {copy && <Copyable label={`record for ${label}`}>{copy}</Copyable>}
              </li>
            ))}
          </ol>
        </>
      )}
      <ul className="flex flex-wrap gap-x-3 text-ink-2 print:hidden" aria-label="Language of the ticket">
        {languages.map((one) => (
          <li key={one.lang} lang={one.lang}>
            {one.lang === lang ? (
              <b aria-current="true">{one.language}</b>
            ) : (
              <a href={pathOf(one.lang)} className="inline-block min-h-6 max-md:py-1.5">
                {one.language}
              </a>
            )}
          </li>
        ))}
      </ul>
      <div lang={lang}>
        <Copyable label={`subject of ${label}, ${language}`}>{subject}</Copyable>
        <Copyable label={`text of ${label}, ${language}`}>{body}</Copyable>
        <p className="print:hidden">
          <a href={mailto(subject, body)} lang="en">
            Open in your mail program
          </a>
        </p>
      </div>
    </div>
  );
}

/** Without a recipient, which is for the reader to fill in; lines end as mail has them (RFC 6068, section 5). */
const mailto = (subject: string, body: string): string =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;
