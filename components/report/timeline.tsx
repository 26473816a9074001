import { type Headline, plain } from "../../lib/checks/view.ts";
import { StatusBadge } from "../ui/badge.tsx";
import { comparePath, reportPath } from "../ui/paths.ts";
import { RichText } from "../ui/rich-text.tsx";
import { Section } from "../ui/section.tsx";
import { utc } from "../ui/time.ts";

/** A finished report as a line of its target's history. */
export interface TimelineEntry {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly seenAt: number;
  readonly headline: Headline;
}

/** A target's reports, the latest first; those that say the same one after the other stand in one line. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const [latest] = entries;
  if (!latest) return null;
  return (
    <Section title="Reports of this target" id="history">
      <ol className="timeline card lines text-sm">
        {alike(entries).map(([first, ...others]) => (
          <li
            key={first.id}
            className="grid grid-cols-[190px_110px_minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-5 py-2 max-md:grid-cols-[1fr_auto] max-md:px-4"
          >
            <ReportLink entry={first} />
            <StatusBadge status={first.headline.status} />
            <span className="text-ink-2 max-md:col-span-full">
              <RichText>{first.headline.says}</RichText>
            </span>
            {first.id === latest.id ? (
              <span className="text-ink-2">latest</span>
            ) : (
              <a
                href={comparePath(first.id, latest.id)}
                className="max-md:py-1.5"
                aria-label={`compare with the latest: ${utc(first.seenAt)}`}
              >
                compare with the latest
              </a>
            )}
            {others.length > 0 && (
              <details className="col-span-full">
                <summary className="link-button inline-block text-ink-2 max-md:py-2">
                  {others.length === 1 ? "1 earlier report says" : `${others.length} earlier reports say`} the same
                  <span className="sr-only"> as that of {utc(first.seenAt)}</span>
                </summary>
                <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
                  {others.map((entry) => (
                    <li key={entry.id}>
                      <ReportLink entry={entry} />
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ol>
      <p className="mt-2 text-sm text-ink-2">
        Reports made with options, a bounce or headers are known only to those who have their link.
      </p>
    </Section>
  );
}

function ReportLink({ entry: { id, seenAt } }: { readonly entry: TimelineEntry }) {
  return (
    <a href={reportPath(id)} className="inline-block min-h-6 whitespace-nowrap tabular-nums max-md:py-1.5">
      <time dateTime={new Date(seenAt).toISOString()}>{utc(seenAt)}</time>
    </a>
  );
}

/** Runs of neighbours that say the same. */
function alike(entries: readonly TimelineEntry[]): [TimelineEntry, ...TimelineEntry[]][] {
  const runs: [TimelineEntry, ...TimelineEntry[]][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    if (run && saysOf(run[0]) === saysOf(entry)) run.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

const saysOf = ({ headline }: TimelineEntry): string =>
  `${headline.status} ${plain(headline.says)} ${plain(headline.because)}`;
