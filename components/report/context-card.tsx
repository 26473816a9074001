import type { PresentedReport, Row } from "../../lib/checks/view.ts";
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
    <section className="context card mt-4 grid gap-2 px-5.5 py-4 text-sm max-md:px-4" aria-labelledby="context-said">
      <p className="text-xs font-semibold text-ink-3">{bounce ? "What the bounce says" : "What the headers say"}</p>
      <h2 id="context-said" className="text-lg">
        <RichText>{said}</RichText>
      </h2>
      <p className="max-w-[78ch] text-ink-2">
        <RichText>{means}</RichText>
      </p>
      {who && <p>Who has to act: {who}.</p>}
      <NextStep next={next} link={link} />
      {report.state === "running" ? (
        <p className="text-ink-3">How it is now is said when the check is over.</p>
      ) : seen.length > 0 ? (
        <Seen report={report} seen={seen} />
      ) : (
        <div className={`${NOW[now.agrees]} grid gap-1 border-l-3 border-(--tone) pl-4`}>
          <p>
            <b>Now:</b> <RichText>{now.says}</RichText>
          </p>
          {rows.length > 0 && (
            <ul className="flex flex-wrap gap-x-5 gap-y-1">
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

/** How it looks now where they were right, where they are not any more, and where nobody knows. */
const NOW = { yes: "fail", no: "pass", open: "unknown" } as const;

/** A row, as a badge and a link to it. */
function Answer({ report, row }: { readonly report: PresentedReport; readonly row: Row }) {
  return (
    <>
      {row.status !== "pending" && <StatusBadge status={row.status} />}{" "}
      <a href={`#${rowAnchor(report, row)}`} className="inline-block min-h-6">
        {row.title}
      </a>
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
