import { firstOf, recordsTicket } from "../../lib/inbound/log/step-records.ts";
import type { CauseStep } from "../../lib/inbound/log/table.ts";
import { PlanStep, StepFold, type StepText } from "../plan/plan-step.tsx";
import { Copyable } from "../ui/copyable.tsx";
import { each } from "../ui/in-place.tsx";
import { targetPagePath } from "../ui/paths.ts";
import { RichText, Value } from "../ui/rich-text.tsx";

/** As many addresses as have a link of their own in a step; the table has all. */
const MOST_LINKS = 6;

/** One cause: what it costs, what to change, who does it, what to enter, and the check that proves it. */
export function LogStep({ step, place }: { readonly step: CauseStep; readonly place: number }) {
  const { cause, refused, deferred, receivers, addresses, records, title, means, who, next, link } = step;
  const cost = [refused && `${refused} refused`, deferred && `${deferred} deferred`].filter(Boolean).join(", ");
  return (
    <PlanStep
      place={place}
      id={`cause-${cause}`}
      title={title}
      who={
        <>
          <b>Who must act:</b> {who}.
        </>
      }
      where={
        <>
          {cost}
          {receivers.length > 0 && (
            <>
              {" by "}
              <Value max={400}>{listed(receivers)}</Value>
            </>
          )}
          {addresses.length > 0 && (
            <>
              {", sent from "}
              <Value max={400}>{listed(addresses)}</Value>
            </>
          )}
          . <RichText>{means}</RichText>
          {next && (
            <>
              {" "}
              <RichText>{next}</RichText>
            </>
          )}
        </>
      }
      links={
        <ul className="flex flex-wrap gap-x-4">
          {link && (
            <li>
              <a href={link.url} rel="external noreferrer" className="inline-block min-h-6">
                {link.title}
              </a>
            </li>
          )}
          {each(addresses.slice(0, MOST_LINKS), (address) => (
            <li>
              <a href={targetPagePath(address)} className="inline-block min-h-6">
                Check {address}
              </a>
            </li>
          ))}
        </ul>
      }
      texts={textsOf(step)}
    >
      {records.length > 0 && (
        <StepFold title="Ticket text" icon="mail">
          <Copyable label={`Ticket text: ${title}`}>{recordsTicket(records, addresses)}</Copyable>
        </StepFold>
      )}
    </PlanStep>
  );
}

/** The records in one piece, and how they are proved. */
function textsOf({ records, addresses }: CauseStep): StepText[] {
  if (records.length === 0) return [];
  const first = firstOf(records, addresses);
  const unnamed = records.some(({ name }) => name === undefined) && "NAME is the full name of your server";
  const notes = [first, unnamed].filter(Boolean).join("; ");
  return [
    {
      label: "PTR records, where the addresses come from",
      ...(notes ? { note: notes } : {}),
      text: records.map(({ ptr }) => ptr).join("\n"),
    },
    {
      label: "Address records, in the zone of the name",
      ...(first ? { note: first } : {}),
      text: records.map(({ forward }) => forward).join("\n"),
    },
    { label: "Proof", note: "answers the name", text: records.map(({ proof }) => proof).join("\n") },
  ];
}

const listed = (values: readonly string[]): string =>
  values.length > 6 ? `${values.slice(0, 5).join(", ")} and ${values.length - 5} more` : values.join(", ");
