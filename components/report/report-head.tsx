import { type PresentedReport, reportTitle, visible } from "../../lib/checks/view.ts";
import { cancelPath } from "../ui/paths.ts";
import { Value } from "../ui/rich-text.tsx";
import { utc } from "../ui/time.ts";
import { Age } from "./age.tsx";
import { HiddenClaims } from "./hidden-claims.tsx";
import { ShareMenu } from "./share-menu.tsx";

/** What was looked at, when, from where; how far it is; what can be done with it. */
export function ReportHead({ report }: { readonly report: PresentedReport }) {
  const { target, seenAt, vantage, state } = report;
  const { from, helo, selectors } = target.claims;
  const running = state === "running";
  return (
    <header className="report-head">
      <h1>
        <bdi>{visible(reportTitle(report))}</bdi>
      </h1>
      <p className="meta">
        <span>
          Seen <time dateTime={seenAt}>{utc(seenAt)}</time>
          <Age at={seenAt} />
        </span>
        <span>from {vantage.label}</span>
        {running ? <Progress report={report} /> : <span>{effort(report)}</span>}
      </p>
      {(from || helo || selectors.length > 0) && (
        <p className="meta">
          {from && (
            <span>
              sending as <Value>{from}</Value>
            </span>
          )}
          {helo && (
            <span>
              saying EHLO <Value>{helo}</Value>
            </span>
          )}
          {selectors.length > 0 && (
            <span>
              DKIM {selectors.length === 1 ? "selector" : "selectors"} <Value>{selectors.join(", ")}</Value>
            </span>
          )}
        </p>
      )}
      <div className="actions">
        <ShareMenu report={report} />
        {running ? (
          <form method="post" action={cancelPath(report.id)}>
            <button type="submit" className="button">
              Stop the check
            </button>
          </form>
        ) : (
          <form method="post" action="/check">
            <HiddenClaims target={target} path={report.path} />
            <input type="hidden" name="again" value={report.id} />
            <button type="submit" className="button primary">
              Check again
            </button>
          </form>
        )}
      </div>
    </header>
  );
}

function Progress({ report }: { readonly report: PresentedReport }) {
  const { rows, verdicts } = report;
  return (
    <span className="progress">
      <progress max={Math.max(1, rows.length)} value={verdicts.length} aria-label="Signals judged" />
      {rows.length > 0 ? `${verdicts.length} of ${rows.length} judged` : "finding its addresses"}
    </span>
  );
}

function effort({ lookups, sessions, durationMs }: PresentedReport): string {
  const counted = (n: number, noun: string) => `${n} ${n === 1 ? noun : `${noun}s`}`;
  const time = durationMs < 10_000 ? `${Math.round(durationMs)} ms` : `${Math.round(durationMs / 1000)} s`;
  const held = sessions.filter(({ connection }) => connection !== "limit").length;
  const parts = [counted(lookups.length, "lookup"), held > 0 && counted(held, "SMTP session"), time];
  return parts.filter(Boolean).join(", ");
}
