import {
  type OddOneOut,
  oddOnesOut,
  type PresentedReport,
  type ReportedSubject,
  type Status,
} from "../../lib/checks/view.ts";
import { Icon } from "../ui/icon.tsx";
import { STATUS_WORDS } from "../ui/labels.ts";
import { Value } from "../ui/rich-text.tsx";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { subjectAnchor } from "./anchors.ts";

const COUNTED: readonly Status[] = ["fail", "warn", "unknown", "pass", "info", "skipped"];

/** Several servers side by side, and where one differs from the others. */
export function SubjectSummary({ report }: { readonly report: PresentedReport }) {
  const servers = report.subjects.filter(({ address }) => address);
  if (servers.length < 2) return null;
  const odd = oddOnesOut(report);
  return (
    <section className="summary">
      <h2 className="label">{servers.length} addresses side by side</h2>
      <ScrollBox label="Addresses side by side">
        <table>
          <thead>
            <tr>
              <th scope="col">Address</th>
              <th scope="col">PTR name</th>
              {COUNTED.map((status) => (
                <th key={status} scope="col" className="number">
                  {STATUS_WORDS[status]}
                </th>
              ))}
              <th scope="col">Unlike the others</th>
            </tr>
          </thead>
          <tbody>
            {servers.map((subject) => (
              <SubjectLine key={subject.id} report={report} subject={subject} odd={odd} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

function SubjectLine(props: {
  readonly report: PresentedReport;
  readonly subject: ReportedSubject;
  readonly odd: readonly OddOneOut[];
}) {
  const { report, subject, odd } = props;
  const name = report.chains.find((chain) => chain.subject === subject.id)?.names[0]?.label;
  const verdicts = report.verdicts.filter((verdict) => verdict.subject === subject.id);
  const differs = odd.filter(({ subjects }) => subjects.includes(subject.id));
  return (
    <tr>
      <th scope="row">
        <a href={`#${subjectAnchor(report, subject.id)}`}>
          <bdi>{subject.address}</bdi>
        </a>
      </th>
      <td>{name ? <Value>{name}</Value> : "–"}</td>
      {COUNTED.map((status) => {
        const count = verdicts.filter((verdict) => verdict.status === status).length;
        return (
          <td key={status} className={count > 0 ? `number ${status}` : "number none"}>
            <span key={count}>
              {count > 0 && <Icon name={status} />}
              {count}
            </span>
          </td>
        );
      })}
      <td>
        <span className="differs">
          {differs.length === 0
            ? "–"
            : differs.map(({ title, status }) => `${title}: ${STATUS_WORDS[status]}`).join("; ")}
        </span>
      </td>
    </tr>
  );
}
