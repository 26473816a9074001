import { type PresentedPool, type PresentedPoolRow, visible } from "../../lib/checks/view.ts";
import { Section } from "../ui/section.tsx";
import { reasonsOf } from "./lines-of.ts";
import { PoolBadge } from "./pool-badge.tsx";
import { addresses } from "./pool-words.ts";
import { WhyOdd } from "./why-odd.tsx";

/** As many as stand here; the table has the others. */
const SHOWN = 10;

/** The addresses that do not match the others, the worst first, and what makes each odd. */
export function OddOnes(props: { readonly pool: PresentedPool; readonly path: string; readonly reportQuery: string }) {
  const { pool, path, reportQuery } = props;
  const { odd } = pool;
  if (odd.length === 0) return null;
  return (
    <Section title="Odd ones" id="odd" note={`${addresses(odd.length)} of ${pool.rows.length}, the worst first`}>
      <ol className="card lines text-sm">
        {odd.slice(0, SHOWN).map((row) => (
          <OddOne key={row.index} row={row} reportQuery={reportQuery} />
        ))}
        {odd.length > SHOWN && (
          <li className="px-5 py-2.5 max-md:px-4">
            <a href={`${path}?show=odd#rows`}>{odd.length - SHOWN} more in the table</a>
          </li>
        )}
      </ol>
    </Section>
  );
}

function OddOne({ row, reportQuery }: { readonly row: PresentedPoolRow; readonly reportQuery: string }) {
  const { target, name, status, odd, report } = row;
  return (
    <li
      data-target={target}
      data-status={status}
      data-odd={odd.map(({ code }) => code).join(" ")}
      className="grid break-inside-avoid grid-cols-[190px_110px_minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-1 px-5 py-2.5 max-md:grid-cols-[1fr_auto] max-md:px-4"
    >
      <span>
        <bdi className="font-mono font-semibold">{visible(target)}</bdi>
        {name && <bdi className="block text-xs text-ink-2">{visible(name)}</bdi>}
      </span>
      <PoolBadge status={status} />
      <span className="max-md:col-span-full">
        <WhyOdd why={reasonsOf(row)} />
      </span>
      <a
        className="inline-block min-h-6 whitespace-nowrap max-md:col-span-full max-md:py-1.5 print:hidden"
        href={report ? `/r/${report}` : `/check/${target}${reportQuery}`}
        aria-label={`Full report of ${target}`}
      >
        Full report
      </a>
    </li>
  );
}
