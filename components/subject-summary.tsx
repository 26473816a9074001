import { oddOnesOut } from "../lib/checks/odd-one-out.ts";
import type { PresentedReport } from "../lib/checks/present.ts";
import { subjectAnchor } from "./anchors.ts";
import { countedStatuses, STATUS_WORDS } from "./labels.ts";
import { RichText, Value } from "./rich-text.tsx";
import { ScrollBox } from "./scroll-box.tsx";
import { StatusBadge } from "./status-badge.tsx";

/** Several servers side by side, and where one differs from the others. */
export function SubjectSummary({ report }: { readonly report: PresentedReport }) {
  const servers = report.subjects.filter(({ address }) => address);
  if (servers.length < 2) return null;
  return (
    <section className="summary">
      <h2 className="label">{servers.length} addresses side by side</h2>
      <ScrollBox label="Addresses side by side">
        <table>
          <thead>
            <tr>
              <th scope="col">Address</th>
              <th scope="col">PTR name</th>
              <th scope="col">Signals</th>
            </tr>
          </thead>
          <tbody>
            {servers.map(({ id, address }) => {
              const name = report.chains.find(({ subject }) => subject === id)?.names[0]?.label;
              return (
                <tr key={id}>
                  <th scope="row">
                    <a href={`#${subjectAnchor(report, id)}`}>
                      <bdi>{address}</bdi>
                    </a>
                  </th>
                  <td>{name ? <Value>{name}</Value> : "–"}</td>
                  <td>
                    <ul className="counts">
                      {countsOf(report, id).map(({ status, words }) => (
                        <li key={status}>
                          <StatusBadge status={status}>{words}</StatusBadge>
                        </li>
                      ))}
                    </ul>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollBox>
      <ul className="odd">
        {oddOnesOut(report).map(({ signal, title, subjects, status, others }) => (
          <li key={signal}>
            <StatusBadge status={status} /> {title}: <RichText>{subjects}</RichText>; the others {STATUS_WORDS[others]}.
          </li>
        ))}
      </ul>
    </section>
  );
}

function countsOf(report: PresentedReport, subject: string) {
  const counts = { fail: 0, warn: 0, pass: 0, info: 0, skipped: 0, unknown: 0 };
  for (const verdict of report.verdicts) if (verdict.subject === subject) counts[verdict.status]++;
  return countedStatuses(counts);
}
