import type { PresentedEvent, PresentedWatch } from "../../lib/checks/view.ts";
import { Badge, StatusBadge } from "../ui/badge.tsx";
import { reportPath } from "../ui/paths.ts";
import { RichText } from "../ui/rich-text.tsx";
import { Section } from "../ui/section.tsx";
import { utc } from "../ui/time.ts";

/** What was seen when, the latest first: what went to and fro is there each time it did. */
export function WatchEvents({ watch: { events } }: { readonly watch: PresentedWatch }) {
  return (
    <Section title="What was seen" id="seen" note="A line for each time that an answer changed">
      {events.length === 0 ? (
        <p className="card px-5 py-3 text-sm text-ink-2">Nothing yet.</p>
      ) : (
        <ol className="card lines text-sm">
          {events.toReversed().map((event) => (
            <Line key={event.n} event={event} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function Line({ event }: { readonly event: PresentedEvent }) {
  const { at, status, says, met, report, told, outcome } = event;
  return (
    <li
      data-outcome={outcome}
      className="grid grid-cols-[190px_110px_minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-1 px-5 py-2 max-md:grid-cols-[1fr_auto] max-md:px-4"
    >
      <time dateTime={at} className="whitespace-nowrap tabular-nums">
        {utc(at)}
      </time>
      <StatusBadge status={status} />
      <span className="text-ink-2 max-md:col-span-full">
        <RichText>{says}</RichText>
        {met && (
          <>
            {" "}
            <Badge tone="pass">What was waited for</Badge>
          </>
        )}
        {told === "open" && " You are being told."}
        {told === "failed" && " The webhook was not reached."}
      </span>
      <span className="max-md:col-span-full">
        {report && (
          <a href={reportPath(report)} className="inline-block min-h-6 max-md:py-1.5">
            report<span className="sr-only"> of {utc(at)}</span>
          </a>
        )}
      </span>
    </li>
  );
}
