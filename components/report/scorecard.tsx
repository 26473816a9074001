import type { PresentedReport, ReportedSubject, Row } from "../../lib/checks/view.ts";
import { GROUP_WORDS, GROUPS, SCOPE_WORDS } from "../ui/labels.ts";
import { apiPath } from "../ui/paths.ts";
import { rowAnchor, subjectAnchor } from "./anchors.ts";
import { VerdictRow } from "./verdict-row.tsx";

/** Everything judged of one subject, group by group. */
export function Scorecard({
  report,
  subject,
}: {
  readonly report: PresentedReport;
  readonly subject: ReportedSubject;
}) {
  const rows = report.rows.filter((row) => row.subject === subject.id);
  if (rows.length === 0) return null;
  const alone = report.subjects.length === 1;
  return (
    <section className="scorecard" id={subjectAnchor(report, subject.id)}>
      <h2 className={alone ? "sr-only" : "subject"}>{alone ? "Signals" : <SubjectTitle subject={subject} />}</h2>
      {GROUPS.map((group) => {
        const members = rows.filter((row) => row.group === group);
        return (
          members.length > 0 && <GroupCard key={group} title={GROUP_WORDS[group]} rows={members} report={report} />
        );
      })}
    </section>
  );
}

function SubjectTitle({ subject }: { readonly subject: ReportedSubject }) {
  const { scope, address, name, id } = subject;
  return (
    <>
      <small>{SCOPE_WORDS[scope] ?? "Name"}</small>
      <bdi>{address ?? name ?? id}</bdi>
      {address && name && (
        <small>
          <bdi>{name}</bdi>
        </small>
      )}
    </>
  );
}

function GroupCard(props: { readonly title: string; readonly rows: readonly Row[]; readonly report: PresentedReport }) {
  const { title, rows, report } = props;
  return (
    <>
      <h3 className="label">{title}</h3>
      <div className="card rows">
        {rows.map((row) => (
          <VerdictRow
            key={row.signal}
            row={row}
            anchor={rowAnchor(report, row)}
            label={report.subjects.length > 1 ? `${row.title}, ${row.subject}` : row.title}
            focused={report.target.focus === rowAnchor(report, row)}
            lookups={report.lookups}
            reportUrl={apiPath(report.id)}
          />
        ))}
      </div>
    </>
  );
}
