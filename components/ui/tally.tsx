import type { Counts, Status } from "../../lib/checks/view.ts";
import { Icon } from "./icon.tsx";
import { countedStatuses } from "./labels.ts";

/** How many of each status, each a link to where they stand. */
export function Tally(props: {
  readonly counts: Counts;
  /** What is counted. */
  readonly label?: string;
  readonly hrefOf: (status: Status) => string;
}) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-2" aria-label={props.label ?? "Signals"}>
      {countedStatuses(props.counts).map(({ status, words }) => (
        <li key={status}>
          <a
            href={props.hrefOf(status)}
            className={`${status} inline-flex min-h-6 items-center gap-1.5 no-underline hover:underline`}
          >
            <span className="text-(--tone)">
              <Icon name={status} />
            </span>
            <span>
              <b className="text-ink tabular-nums">{props.counts[status]}</b>
              {words.slice(String(props.counts[status]).length)}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
