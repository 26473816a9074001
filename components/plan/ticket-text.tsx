import type { Ticket } from "../../lib/checks/view.ts";
import { StatusBadge } from "../ui/badge.tsx";
import { Copyable } from "../ui/copyable.tsx";
import { RichText } from "../ui/rich-text.tsx";

/** A request to send, and before it what would make the provider send it back. */
export function TicketText({ ticket, label }: { readonly ticket: Ticket; readonly label: string }) {
  const { ready, problems, subject, body } = ticket;
  return (
    <div className="ticket">
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
          <ol>
            {problems.map(({ code, does, copy }) => (
              <li key={code}>
                <RichText>{does}</RichText>
                {copy && <Copyable label={`record for ${label}`}>{copy}</Copyable>}
              </li>
            ))}
          </ol>
        </>
      )}
      <Copyable label={`subject of ${label}`}>{subject}</Copyable>
      <Copyable label={`text of ${label}`}>{body}</Copyable>
    </div>
  );
}
