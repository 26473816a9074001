import type { Ticket, TicketText as TicketInLanguage } from "../../lib/checks/view.ts";
import { StatusBadge } from "../ui/badge.tsx";
import { Copyable } from "../ui/copyable.tsx";
import { RichText } from "../ui/rich-text.tsx";

/** A request to send, and before it what would make the provider send it back. */
export function TicketText({ ticket, label }: { readonly ticket: Ticket; readonly label: string }) {
  const { ready, problems, texts } = ticket;
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
      {texts.map((text) => (
        <InLanguage key={text.lang} text={text} label={label} open={text.lang === ticket.lang} />
      ))}
    </div>
  );
}

interface Props {
  readonly text: TicketInLanguage;
  readonly label: string;
  readonly open: boolean;
}

/** One language; opening one closes the others, without scripts. */
function InLanguage({ text: { lang, language, subject, body }, label, open }: Props) {
  return (
    <details name={label} open={open}>
      <summary lang={lang}>{language}</summary>
      <div lang={lang}>
        <Copyable label={`subject of ${label}, ${language}`}>{subject}</Copyable>
        <Copyable label={`text of ${label}, ${language}`}>{body}</Copyable>
        <p className="print:hidden">
          <a href={mailto(subject, body)} lang="en">
            Open in your mail program
          </a>
        </p>
      </div>
    </details>
  );
}

/** Without a recipient, which is for the reader to fill in; lines end as mail has them (RFC 6068, section 5). */
const mailto = (subject: string, body: string): string =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;
