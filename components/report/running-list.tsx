import type { PresentedReport, ReceiverRow, ReportedSubject, Row } from "../../lib/checks/view.ts";
import { ActionBadge } from "../receivers/action-badge.tsx";
import { Badge, StatusBadge } from "../ui/badge.tsx";
import { GROUP_WORDS, GROUPS } from "../ui/labels.ts";
import { Section } from "../ui/section.tsx";
import { rowAnchor } from "./anchors.ts";
import { SubjectTitle } from "./subject-title.tsx";

/**
 * All rows of a running check, from the start, each of one height: they fill in place and move nothing. Nothing of a
 * server's own words stands here, so nothing has to be cut. When the check is over the report takes its place.
 */
export function RunningList({ report }: { readonly report: PresentedReport }) {
  return (
    <Section title="Signals" note="Each fills in place. The report then takes the place of this list.">
      {report.subjects.map((subject) => (
        <SubjectRows key={subject.id} report={report} subject={subject} />
      ))}
    </Section>
  );
}

function SubjectRows({ report, subject }: { readonly report: PresentedReport; readonly subject: ReportedSubject }) {
  const rows = report.rows.filter((row) => row.subject === subject.id);
  const receivers = report.receiverRows.filter((row) => row.subject === subject.id);
  return (
    <div className="card not-first:mt-3 px-5 py-2 max-md:px-4">
      {report.subjects.length > 1 && <SubjectTitle subject={subject} />}
      <div className="columns-2 gap-x-8 max-md:columns-1">
        {GROUPS.map((group) => {
          const members = rows.filter((row) => row.group === group);
          return (
            members.length > 0 && (
              <div key={group}>
                <p className="flex h-8 items-center break-after-avoid text-xs font-semibold text-ink-3">
                  {GROUP_WORDS[group]}
                </p>
                <ul>
                  {members.map((row) => (
                    <Line key={row.signal} row={row} anchor={rowAnchor(report, row)} />
                  ))}
                </ul>
              </div>
            )
          );
        })}
        {receivers.length > 0 && (
          <div>
            <p className="flex h-8 items-center break-after-avoid text-xs font-semibold text-ink-3">Receivers</p>
            <ul>
              {receivers.map((row) => (
                <Receiver key={row.receiver} row={row} />
              ))}
            </ul>
          </div>
        )}
      </div>
    </div>
  );
}

function Receiver({ row }: { readonly row: ReceiverRow }) {
  return (
    <li
      data-receiver={row.receiver}
      className="grid h-8 break-inside-avoid grid-cols-[minmax(0,1fr)_150px] items-center gap-2.5 text-sm"
    >
      <b className="truncate">{row.name}</b>
      {row.action === "pending" ? (
        <Badge tone="pending">looking…</Badge>
      ) : (
        <ActionBadge action={row.action} rule={row.rule} {...(row.score ? { score: row.score } : {})} />
      )}
    </li>
  );
}

function Line({ row, anchor }: { readonly row: Row; readonly anchor: string }) {
  return (
    <li
      id={anchor}
      data-signal={row.signal}
      data-status={row.status}
      className="grid h-8 break-inside-avoid grid-cols-[92px_minmax(0,1fr)] items-center gap-2.5 text-sm"
    >
      {row.status === "pending" ? <Badge tone="pending">looking…</Badge> : <StatusBadge status={row.status} />}
      <b className="truncate">{row.title}</b>
    </li>
  );
}
