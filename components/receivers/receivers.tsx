import type { ReactNode } from "react";
import { heaviestFirst, type PresentedReceiver, type PresentedReport, receiverCounts } from "../../lib/checks/view.ts";
import { Icon } from "../ui/icon.tsx";
import { RichText, Value } from "../ui/rich-text.tsx";
import { Section } from "../ui/section.tsx";
import { ActionBadge } from "./action-badge.tsx";
import { CONFIDENCE_WORDS, KIND_WORDS, KINDS, setWords, thresholdWords } from "./receiver-labels.ts";

/** What receivers would do with mail from each server, by their own published rules: one table, the worst first. */
export function Receivers({ report }: { readonly report: PresentedReport }) {
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
      <Server rows={first.rows} />
      {others.map(({ id, address, rows }) => (
        <details key={id} className="mt-3 print:hidden">
          <summary className="button max-w-full whitespace-normal">
            <span>
              <bdi className="font-mono">{address ?? id}</bdi>: {receiverCounts(rows)}
            </span>
          </summary>
          <div className="mt-2">
            <Server rows={rows} />
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

function Server({ rows }: { readonly rows: readonly PresentedReceiver[] }) {
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
                  <Line key={row.receiver} row={row} />
                ))}
              </div>
            </div>
          )
        );
      })}
    </div>
  );
}

/** One receiver: what it does in a line, and by which rule once it is opened. */
function Line({ row }: { readonly row: PresentedReceiver }) {
  return (
    <details data-receiver={row.receiver} data-action={row.action}>
      <summary>
        <b>{row.name}</b>
        <Does row={row} />
        <span className="truncate text-ink-2">
          <RichText>{row.says}</RichText>
        </span>
        <Icon name="open" />
      </summary>
      <Rule row={row} />
    </details>
  );
}

const Does = ({ row: { action, rule, score } }: { readonly row: PresentedReceiver }) => (
  <ActionBadge action={action} rule={rule} {...(score ? { score } : {})} />
);

function Rule({ row }: { readonly row: PresentedReceiver }) {
  const { receiver, setting, reply, score, thresholds, source, confidence } = row;
  const scored = score && score.most > 0 ? setWords(score) : "";
  return (
    <div className="grid gap-1">
      <p>
        <RichText>{row.says}</RichText>
      </p>
      <dl className="grid gap-1 text-ink-2">
        {setting && <Entry label="Setting">{setting}</Entry>}
        {reply && (
          <Entry label="Reply">
            <Value>{reply}</Value>
          </Entry>
        )}
        {scored && <Entry label="Points by set of scores">{scored}</Entry>}
        {thresholds.length > 0 && <Entry label="By default it">{thresholdWords(thresholds)}</Entry>}
        {source && (
          <Entry label="Rule">
            {source.label}
            {source.version && `, ${source.version}`}
            {confidence && `; ${CONFIDENCE_WORDS[confidence]}`}, {source.read}.{" "}
            <a href={`/receivers/${receiver}`}>
              All its rules<span className="sr-only"> ({row.name})</span>
            </a>
          </Entry>
        )}
      </dl>
    </div>
  );
}

function Entry({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="grid grid-cols-[10rem_minmax(0,1fr)] gap-x-4 max-md:grid-cols-1">
      <dt className="text-ink-3">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
