import { type HandOverRow, visible } from "../../lib/checks/view.ts";
import { TicketText } from "../plan/ticket-text.tsx";
import { each } from "../ui/in-place.tsx";
import { RichText, Value } from "../ui/rich-text.tsx";
import { Section } from "../ui/section.tsx";
import { Table, type TableRow } from "../ui/table.tsx";

const COLUMNS = [
  { key: "what", label: "What" },
  { key: "now", label: "As seen" },
  { key: "who", label: "Who can change it, and where" },
  { key: "usually", label: "Usually takes" },
] as const;

interface Props {
  readonly rows: readonly HandOverRow[];
  /** The page, for its other languages. */
  readonly path: string;
  /** Everything unfolded: for paper. */
  readonly sheet?: boolean;
}

/** Who can change what, where, how long it takes, and the words to ask with: for whoever runs the server next. */
export function HandOver({ rows, path, sheet }: Props) {
  const groups = [...Map.groupBy(rows, ({ address }) => address ?? "")];
  const tickets = rows.filter(({ ticket }) => ticket);
  return (
    <Section
      title="Hand-over sheet"
      id="hand-over"
      note="who can change what; times are usual ones, and nobody promises them"
      actions={
        sheet ? undefined : (
          <a className="button" href={`${path}?sheet`}>
            To print
          </a>
        )
      }
    >
      <div className="card">
        <Table
          label="Who can change what"
          columns={COLUMNS}
          groups={groups.map(([address, members]) => ({
            key: address || "domain",
            title: address ? <Value>{address}</Value> : "The sending domain",
            rows: members.map((row, i) => rowOf(row, `${address} ${row.id} ${i}`)),
          }))}
        />
      </div>
      {tickets.map(({ address = "", ticket, guide }) =>
        ticket ? (
          <details key={address} id={`ticket-${address}`} className="mt-2 text-sm" open={sheet}>
            <summary className="button max-w-full whitespace-normal">
              Ticket text for the PTR record of {visible(address)}
            </summary>
            <div className="card mt-2 px-5 py-4 max-md:px-4">
              <TicketText
                ticket={ticket}
                label={`the ticket for ${address}`}
                pathOf={(lang) => `${path}?lang=${lang}${sheet ? "&sheet" : ""}#ticket-${address}`}
              />
              {guide && (
                <p className="mt-2 print:hidden">
                  <a href={guide}>How the PTR record is set there</a>
                </p>
              )}
            </div>
          </details>
        ) : null,
      )}
    </Section>
  );
}

function rowOf({ title, now, known, who, where, usually, ttl }: HandOverRow, key: string): TableRow {
  return {
    key,
    cells: {
      what: <span className="md:block md:min-w-28">{title}</span>,
      now: (
        <span className="md:block md:min-w-44">
          {now.length === 0
            ? known
              ? "nothing"
              : "not known"
            : each(now.slice(0, 4), (value) => (
                <div className="max-w-[26em]">
                  <Value max={160}>{value}</Value>
                </div>
              ))}
          {ttl !== undefined && <div className="text-ink-2">TTL {ttl} s</div>}
        </span>
      ),
      who: (
        <span>
          <RichText>{who}</RichText>
          {where && (
            <span className="block text-ink-2 first-letter:uppercase">
              <RichText>{where}</RichText>
            </span>
          )}
        </span>
      ),
      usually: <RichText>{usually}</RichText>,
    },
  };
}
