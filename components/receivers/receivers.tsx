import type { ReactNode } from "react";
import type { PresentedReceiver, PresentedReport, ReceiverRow } from "../../lib/checks/view.ts";
import { Badge } from "../ui/badge.tsx";
import { Fold } from "../ui/fold.tsx";
import { Icon } from "../ui/icon.tsx";
import { RichText, Value } from "../ui/rich-text.tsx";
import { Section } from "../ui/section.tsx";
import { ActionBadge } from "./action-badge.tsx";
import { CONFIDENCE_WORDS, KIND_WORDS, KINDS, setWords, thresholdWords } from "./receiver-labels.ts";

/** What receivers would do with mail from each server, by their own published rules. */
export function Receivers({ report }: { readonly report: PresentedReport }) {
  const servers = report.subjects.filter(({ id }) => report.receiverRows.some(({ subject }) => subject === id));
  if (servers.length === 0) return null;
  return (
    <Section
      title="What receivers do"
      note={
        <>
          By published rules, about the identity. Content and reputation count too. <a href="/receivers">All rules</a>
        </>
      }
    >
      {servers.map(({ id, address }) => (
        <Server
          key={id}
          title={servers.length > 1 ? (address ?? id) : undefined}
          rows={report.receiverRows.filter(({ subject }) => subject === id)}
        />
      ))}
    </Section>
  );
}

function Server({ title, rows }: { readonly title: string | undefined; readonly rows: readonly ReceiverRow[] }) {
  return (
    <>
      {title && (
        <h3 className="subject">
          <bdi>{title}</bdi>
        </h3>
      )}
      <div className="card lines">
        {KINDS.map((kind) => {
          const members = rows.filter((row) => row.kind === kind);
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
    </>
  );
}

/** One receiver. Closed, all are of one height, so that those still to come leave nothing to jump. */
function Line({ row }: { readonly row: ReceiverRow }) {
  const pending = row.action === "pending";
  return (
    <Fold className={`outlook ${row.action}`} open={false} wanted={false}>
      <summary>
        <b>{row.name}</b>
        {pending ? <Badge tone="pending">looking…</Badge> : <Does row={row} />}
        <span className="truncate text-ink-2">{!pending && <RichText>{row.says}</RichText>}</span>
        <Icon name="open" />
      </summary>
      {pending ? <div>We are still looking. This line fills in by itself.</div> : <Rule row={row} />}
    </Fold>
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
