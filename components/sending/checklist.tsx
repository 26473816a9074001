import { type ChecklistLine, plain } from "../../lib/checks/view.ts";
import { counted } from "../ui/labels.ts";
import { reportPath } from "../ui/paths.ts";
import { RichText, Value } from "../ui/rich-text.tsx";
import { Section } from "../ui/section.tsx";
import { CheckRow } from "./check-row.tsx";
import { TickBadge } from "./tick-badge.tsx";

/** What a live check ticks, in the order in which it is done. */
export function Checklist({ lines }: { readonly lines: readonly ChecklistLine[] }) {
  return (
    <Section title="We see it ourselves" id="seen" note="checked live, in the order to do it">
      <ol className="card lines">
        {lines.map((line) => (
          <CheckRow
            key={line.id}
            id={`line-${line.id}`}
            state={<TickBadge tick={line.tick} />}
            tick={line.tick}
            title={line.title}
            says={line.says}
            does={line.does}
            who={line.who}
          >
            {line.looks.length > 1 && differ(line) && <Looks line={line} />}
          </CheckRow>
        ))}
      </ol>
    </Section>
  );
}

/** Whether the addresses of a line say more than its one sentence does. */
const differ = ({ looks }: ChecklistLine): boolean => new Set(looks.map(({ says }) => plain(says))).size > 1;

/** A line address by address, the worst first. */
function Looks({ line: { looks, title } }: { readonly line: ChecklistLine }) {
  return (
    <details className="mt-1">
      <summary className="inline-flex min-h-6 items-center underline decoration-control underline-offset-3 max-md:min-h-11">
        {counted(looks.length, "address", "addresses")}
      </summary>
      <ul className="mt-1.5 grid gap-1.5" aria-label={title}>
        {looks.map(({ address, tick, says, report }) => (
          <li key={address} className="grid grid-cols-[104px_minmax(0,1fr)] items-start gap-2 max-md:grid-cols-1">
            <TickBadge tick={tick} />
            <span>
              {report ? (
                <a href={reportPath(report)}>
                  <Value>{address}</Value>
                </a>
              ) : (
                <Value>{address}</Value>
              )}{" "}
              <span className="text-ink-2">
                <RichText>{says}</RichText>
              </span>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
