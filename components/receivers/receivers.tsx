import type { ReactNode } from "react";
import type { PresentedReceiver, ReceiverRow } from "../../lib/checks/present-receiver.ts";
import type { PresentedReport } from "../../lib/checks/presented.ts";
import { Fold } from "../ui/fold.tsx";
import { RichText, Value } from "../ui/rich-text.tsx";
import { ActionBadge } from "./action-badge.tsx";
import { CONFIDENCE_WORDS, KIND_WORDS, KINDS, setWords, thresholdWords } from "./receiver-labels.ts";

/** What receivers would do with mail from each server, by their own published rules. */
export function Receivers({ report }: { readonly report: PresentedReport }) {
  const servers = report.subjects.filter(({ id }) => report.receiverRows.some(({ subject }) => subject === id));
  if (servers.length === 0) return null;
  return (
    <section className="receivers">
      <h2 className="label">What receivers would do with this identity</h2>
      <p className="quiet">
        By the rules they publish, as far as an identity goes: no promise, and the message itself counts, too.{" "}
        <a href="/receivers">All rules and where they were read</a>
      </p>
      {servers.map(({ id, address }) => (
        <Server
          key={id}
          title={servers.length > 1 ? (address ?? id) : undefined}
          rows={report.receiverRows.filter(({ subject }) => subject === id)}
        />
      ))}
    </section>
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
      {KINDS.map((kind) => {
        const members = rows.filter((row) => row.kind === kind);
        return (
          members.length > 0 && (
            <div key={kind} className={`kind ${kind}`}>
              <h3>{KIND_WORDS[kind]}</h3>
              <div className="outlooks">
                {members.map((row) => (
                  <Card key={row.receiver} row={row} />
                ))}
              </div>
            </div>
          )
        );
      })}
    </>
  );
}

/** One receiver. Closed, all are of one height, so that those still to come leave nothing to jump. */
function Card({ row }: { readonly row: ReceiverRow }) {
  const pending = row.action === "pending";
  return (
    <Fold className={`outlook ${row.action}`} open={false} wanted={false}>
      <summary>
        <span className="who">
          <b>{row.name}</b>
          {row.setting && <small>{row.setting}</small>}
          {pending ? <span className="badge pending">looking…</span> : <Does row={row} />}
        </span>
        <span className="says">{!pending && <RichText>{row.says}</RichText>}</span>
      </summary>
      {pending ? <p>We are still looking. This card fills in by itself.</p> : <Rule row={row} />}
    </Fold>
  );
}

const Does = ({ row: { action, score } }: { readonly row: PresentedReceiver }) => (
  <ActionBadge action={action} {...(score ? { score } : {})} />
);

function Rule({ row }: { readonly row: PresentedReceiver }) {
  const { receiver, setting, reply, score, thresholds, source, confidence } = row;
  const scored = score && score.most > 0 ? setWords(score) : "";
  return (
    <dl>
      {setting && <Line label="Setting">{setting}</Line>}
      {reply && (
        <Line label="Reply">
          <Value>{reply}</Value>
        </Line>
      )}
      {scored && <Line label="Points by set of scores">{scored}</Line>}
      {thresholds.length > 0 && <Line label="By default it">{thresholdWords(thresholds)}</Line>}
      {source && (
        <Line label="Rule">
          {source.label}
          {source.version && `, ${source.version}`}
          {confidence && `; ${CONFIDENCE_WORDS[confidence]}`}, {source.read}.{" "}
          <a href={`/receivers/${receiver}`}>
            All its rules<span className="sr-only"> ({row.name})</span>
          </a>
        </Line>
      )}
    </dl>
  );
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
