import type { Headline } from "../../lib/checks/view.ts";
import { StatusBadge } from "../ui/badge.tsx";
import { comparePath, reportPath } from "../ui/paths.ts";
import { RichText } from "../ui/rich-text.tsx";
import { utc } from "../ui/time.ts";

/** A finished report as a line of its target's history. */
export interface TimelineEntry {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly seenAt: number;
  readonly headline: Headline;
}

/** A target's reports, the latest first. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const [latest] = entries;
  if (!latest) return null;
  return (
    <section className="history" id="history">
      <h2 className="label">Reports of this target</h2>
      <ol className="card timeline">
        {entries.map(({ id, seenAt, headline }) => (
          <li key={id} className={headline.status}>
            <a href={reportPath(id)}>
              <time dateTime={new Date(seenAt).toISOString()}>{utc(seenAt)}</time>
            </a>
            <StatusBadge status={headline.status} />
            <span className="says">
              <RichText>{headline.says}</RichText>
            </span>
            {id === latest.id ? (
              <span className="quiet">latest</span>
            ) : (
              <a href={comparePath(id, latest.id)} aria-label={`compare with the latest: ${utc(seenAt)}`}>
                compare with the latest
              </a>
            )}
          </li>
        ))}
      </ol>
      <p className="quiet">
        Reports made with options, a bounce or headers are known only to those who have their link.
      </p>
    </section>
  );
}
