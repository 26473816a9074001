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
  const counted = countedStatuses(props.counts);
  const shown = onPhone(counted.map(({ words }) => words));
  return (
    <ul
      className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-2 max-md:gap-x-2.5"
      aria-label={props.label ?? "Signals"}
    >
      {counted.map(({ status, words }, place) => (
        <li key={status} className={place < shown ? undefined : "max-md:hidden"}>
          <Count status={status} href={props.hrefOf(status)} n={props.counts[status]} words={words} />
        </li>
      ))}
    </ul>
  );
}

/** How many characters stand in one line of a phone, and of how many counts. The others stand where they lead to. */
const LINE = 31;
const COUNTS = 3;

function onPhone(words: readonly string[]): number {
  let length = 0;
  const fitting = words.findIndex((word, place) => {
    length += word.length;
    return place === COUNTS || length > LINE;
  });
  return fitting < 0 ? words.length : Math.max(1, fitting);
}

function Count(props: {
  readonly status: Status;
  readonly href: string;
  readonly n: number;
  /** They begin with the number. */
  readonly words: string;
}) {
  const { status, href, n, words } = props;
  return (
    <a href={href} className={`${status} inline-flex min-h-6 items-center gap-1.5 no-underline hover:underline`}>
      <span className="text-(--tone)">
        <Icon name={status} />
      </span>
      <span>
        <b className="text-ink tabular-nums">{n}</b>
        {words.slice(String(n).length)}
      </span>
    </a>
  );
}
