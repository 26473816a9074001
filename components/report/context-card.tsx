import { type PresentedReport, plain, type Row } from "../../lib/checks/view.ts";
import { type Explanation, explain } from "../../lib/inbound/explain.ts";
import { StatusBadge } from "../ui/badge.tsx";
import { each } from "../ui/in-place.tsx";
import { NextStep } from "../ui/next-step.tsx";
import { RichText } from "../ui/rich-text.tsx";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { rowAnchor } from "./anchors.ts";

/** What the bounce or the headers said, what that means, and how it is now. */
export function ContextCard({ report }: { readonly report: PresentedReport }) {
  const explanation = explain(report);
  if (!explanation) return null;
  const { said, means, who, next, link, now, rows, seen } = explanation;
  const bounce = report.context?.kind === "bounce";
  return (
    <section className="context card" aria-labelledby="context-said">
      <p className="label">{bounce ? "What the bounce says" : "What the headers say"}</p>
      <h2 id="context-said">
        <RichText>{said}</RichText>
      </h2>
      <p>
        <RichText>{means}</RichText>
      </p>
      {who && <p>Who has to act: {who}.</p>}
      <NextStep next={next} link={link} />
      {seen.length > 0 ? (
        <Seen report={report} seen={seen} />
      ) : (
        <div className={`now ${now.agrees}`}>
          <h3 className="label">Now</h3>
          {/* A sentence that changes is another one: its pieces do not wander about. */}
          <p key={plain(now.says)}>
            <RichText>{now.says}</RichText>
          </p>
          {rows.length > 0 && (
            <ul className="answers">
              {each(rows, (row) => (
                <li>
                  <Answer report={report} row={row} />
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </section>
  );
}

/** A row of the scorecard, as a badge and a link to it. */
function Answer({ report, row }: { readonly report: PresentedReport; readonly row: Row }) {
  return (
    <>
      {row.status === "pending" ? <span className="badge pending">looking…</span> : <StatusBadge status={row.status} />}{" "}
      <a href={`#${rowAnchor(report, row)}`}>{row.title}</a>
    </>
  );
}

function Seen({ report, seen }: { readonly report: PresentedReport; readonly seen: Explanation["seen"] }) {
  return (
    <ScrollBox label="What the receiver recorded, and how it is now">
      <table>
        <thead>
          <tr>
            <th scope="col">Recorded</th>
            <th scope="col">Then</th>
            <th scope="col">Now</th>
          </tr>
        </thead>
        <tbody>
          {each(seen, ({ label, then, row }) => (
            <tr>
              <th scope="row">{label}</th>
              <td>
                <RichText>{then}</RichText>
              </td>
              <td>{row ? <Answer report={report} row={row} /> : "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
