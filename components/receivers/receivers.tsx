import { heaviestFirst, type PresentedReceiver, type PresentedReport, receiverCounts } from "../../lib/checks/view.ts";
import { WithoutScripts } from "../report/evidence-fold.tsx";
import { RichText } from "../ui/rich-text.tsx";
import { Section } from "../ui/section.tsx";
import { ActionBadge } from "./action-badge.tsx";
import { receiverAnchor } from "./receiver-anchor.ts";
import { KIND_WORDS, KINDS } from "./receiver-labels.ts";
import { ReceiverRule } from "./receiver-rule.tsx";

interface Props {
  readonly report: PresentedReport;
  /** All rules stand in the page already. */
  readonly full: boolean;
}

/**
 * What receivers would do with mail from each server, by their own published rules: one table, the worst first. For a
 * domain the table of its servers says who refuses which; the rules are in the report of each address.
 */
export function Receivers({ report, full }: Props) {
  if (report.target.kind === "domain") return null;
  const servers = report.subjects
    .map(({ id, address }) => ({ id, address, rows: report.receivers.filter(({ subject }) => subject === id) }))
    .filter(({ rows }) => rows.length > 0)
    .toSorted((one, other) => heaviest(one.rows, other.rows));
  const [first, ...others] = servers;
  if (!first) return null;
  return (
    <Section
      title="What receivers do"
      id="receivers"
      note={
        <>
          {others.length > 0 && (
            <>
              <bdi className="font-mono">{first.address ?? first.id}</bdi>:{" "}
            </>
          )}
          {receiverCounts(first.rows)}. Content and reputation count too. <a href="/receivers">All rules</a>
        </>
      }
    >
      <Server report={report} rows={first.rows} full={full} />
      {!full && <WithoutScripts report={report} place="receivers" />}
      {others.map(({ id, address, rows }) => (
        <details key={id} className="mt-3 print:hidden">
          <summary className="button max-w-full whitespace-normal">
            <span>
              <bdi className="font-mono">{address ?? id}</bdi>: {receiverCounts(rows)}
            </span>
          </summary>
          <div className="mt-2">
            <Server report={report} rows={rows} full={full} />
          </div>
        </details>
      ))}
    </Section>
  );
}

/** The server that is refused most comes first. */
function heaviest(one: readonly PresentedReceiver[], other: readonly PresentedReceiver[]): number {
  const refusing = (rows: readonly PresentedReceiver[]) => rows.filter(({ action }) => action === "reject").length;
  return refusing(other) - refusing(one);
}

function Server({ report, rows, full }: Props & { readonly rows: readonly PresentedReceiver[] }) {
  return (
    <div className="card lines">
      {KINDS.map((kind) => {
        const members = rows.filter((row) => row.kind === kind).toSorted(heaviestFirst);
        return (
          members.length > 0 && (
            <div key={kind}>
              <p className="rounded-t-md bg-well px-5 py-1 text-xs font-semibold max-md:px-4">{KIND_WORDS[kind]}</p>
              <div className="folds receivers">
                {members.map((row) => (
                  <Line key={row.receiver} row={row} anchor={receiverAnchor(report, row)} full={full} />
                ))}
              </div>
            </div>
          )
        );
      })}
    </div>
  );
}

interface LineProps {
  readonly row: PresentedReceiver;
  readonly anchor: string;
  readonly full: boolean;
}

/** One receiver: what it does in a line, and by which rule once it is opened. */
function Line({ row, anchor, full }: LineProps) {
  return (
    <details data-receiver={row.receiver} data-action={row.action}>
      <summary>
        <b>{row.name}</b>
        <Does row={row} />
        <span className="truncate text-ink-2">
          <RichText>{row.says}</RichText>
        </span>
      </summary>
      <div id={anchor} data-slot="">
        {full && <ReceiverRule row={row} />}
      </div>
    </details>
  );
}

const Does = ({ row: { action, rule, score } }: { readonly row: PresentedReceiver }) => (
  <ActionBadge action={action} rule={rule} {...(score ? { score } : {})} />
);
