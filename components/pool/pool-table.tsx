"use client";

import type { ReactNode } from "react";
import { Say } from "../ui/badge.tsx";
import { Icon } from "../ui/icon.tsx";
import { Sentence } from "../ui/sentence.tsx";
import { PoolBadge } from "./pool-badge.tsx";
import { type LinkTo, PoolViewFrame } from "./pool-controls.tsx";
import type { PoolCell, PoolLine } from "./pool-line.ts";
import { type PoolPage, type PoolQuery, pageOfLines, type Show, type SortKey } from "./pool-query.ts";
import { usePoolView } from "./use-pool-view.ts";

const COLUMNS: readonly { readonly key: SortKey | "why"; readonly label: string }[] = [
  { key: "address", label: "Address" },
  { key: "verdict", label: "Verdict" },
  { key: "why", label: "What makes it odd" },
  { key: "ptr", label: "PTR record" },
  { key: "ehlo", label: "EHLO name" },
  { key: "spf", label: "SPF" },
  { key: "listed", label: "Blocklists" },
];
/** As `components/ui/table.tsx` has it; what all rows have stands once. On a phone, a row that matches takes one line. */
const TABLE = [
  "w-full border-collapse text-sm max-md:block [&_:is(td,th)]:text-left [&_:is(td,th)]:align-top",
  "md:[&_:is(td,th)]:border-t md:[&_:is(td,th)]:border-line md:[&_:is(td,th)]:px-2 md:[&_:is(td,th)]:py-1.5",
  "md:[&_:is(td,th)]:first:pl-5 md:[&_:is(td,th)]:last:pr-5 md:[&_:is(td,th):is(:nth-child(-n+2),:nth-child(n+6))]:whitespace-nowrap",
  "md:[&_th:nth-child(3)]:w-[27%] [&_thead_th]:align-middle md:[&_td:is(:nth-child(4),:nth-child(5))]:min-w-35",
  "[&_thead]:bg-well [&_thead]:text-xs [&_thead]:text-ink-3 md:[&_thead_th]:border-t-0 [&_thead_th]:font-semibold",
  "[&_thead_th]:whitespace-nowrap [&_thead_a]:inline-flex [&_thead_a]:min-h-6 [&_thead_a]:items-center [&_thead_a]:gap-1",
  "[&_tbody_th]:font-mono [&_tbody_th]:font-medium [&_tbody_a]:inline-block [&_tbody_a]:min-h-6 [&_tr]:break-inside-avoid",
  "[&_.fits>*]:text-ink-2",
  "max-md:[&_:is(thead,tbody)]:block max-md:[&_thead_tr]:flex max-md:[&_thead_tr]:flex-wrap max-md:[&_thead_tr]:gap-x-3.5",
  "max-md:[&_thead_tr]:px-4 max-md:[&_thead_a]:min-h-9 max-md:[&_thead_th:not(:has(a))]:hidden",
  "max-md:[&_tbody_tr]:block max-md:[&_tbody_tr]:border-t max-md:[&_tbody_tr]:border-line max-md:[&_tbody_tr]:px-4",
  "max-md:[&_tbody_tr]:py-2 max-md:[&_tbody_th]:block max-md:[&_tbody_a]:min-h-8 max-md:[&_td]:grid max-md:[&_td]:py-px",
  "max-md:[&_td]:grid-cols-[92px_minmax(0,1fr)] max-md:[&_td]:gap-x-2.5 max-md:[&_td]:before:text-xs",
  "max-md:[&_td]:before:text-ink-3 max-md:[&_td]:before:content-[attr(data-label)] max-md:[&_td:empty]:hidden",
  "max-md:[&_tbody_.fits]:flex max-md:[&_tbody_.fits]:items-center max-md:[&_tbody_.fits]:justify-between",
  "max-md:[&_.fits_td]:before:hidden max-md:[&_.fits_td:nth-child(2)]:block max-md:[&_.fits_td:nth-child(n+3)]:hidden",
].join(" ");

/**
 * The rows of a pool, to be sorted and filtered. Whatever is chosen is in the page's address: without scripts its links
 * and its form lead there, with them the rows change at once, here where all of them are here, else by asking the
 * service for the others.
 */
export function PoolTable(props: {
  readonly path: string;
  readonly query: PoolQuery;
  /** All rows, where there are few enough of them; else those of `page` alone. */
  readonly lines: readonly PoolLine[];
  /** What the query finds, without the rows; undefined where all rows are here. */
  readonly found?: Omit<PoolPage, "lines">;
  readonly counts: Readonly<Record<Show, number>>;
  /** What the link to an address's report ends in. */
  readonly reportQuery: string;
}) {
  const { path, lines, found, counts, reportQuery } = props;
  const isLocal = found === undefined;
  const view = usePoolView(path, props.query, isLocal);
  const { query, linkTo } = view;
  const page: PoolPage = found ? { ...found, lines } : pageOfLines(lines, query);

  return (
    <PoolViewFrame path={path} filter={props.query.filter} counts={counts} view={view} page={page}>
      <div className="card overflow-hidden">
        <table className={TABLE}>
          <caption className="sr-only">Addresses of the pool</caption>
          <thead>
            <tr>
              {COLUMNS.map(({ key, label }) => (
                <Head key={key} sort={key} label={label} query={query} linkTo={linkTo} />
              ))}
            </tr>
          </thead>
          <tbody>
            {page.lines.map((line) => (
              <Line key={line.target} line={line} reportQuery={reportQuery} />
            ))}
          </tbody>
        </table>
        {page.lines.length === 0 && <p className="px-5 py-3 text-sm text-ink-2">No address fits.</p>}
      </div>
    </PoolViewFrame>
  );
}

function Head(props: {
  readonly sort: SortKey | "why";
  readonly label: string;
  readonly query: PoolQuery;
  readonly linkTo: LinkTo;
}) {
  const { sort, label, query, linkTo } = props;
  if (sort === "why") return <th scope="col">{label}</th>;
  const chosen = query.sort === sort;
  return (
    <th scope="col" aria-sort={chosen ? (query.down ? "descending" : "ascending") : undefined}>
      <a data-view="" href={linkTo({ sort, down: chosen && !query.down })}>
        {label}
        {chosen && (
          <span className={query.down ? "inline-block rotate-180" : ""}>
            <Icon name="down" />
          </span>
        )}
      </a>
    </th>
  );
}

function Line({ line, reportQuery }: { readonly line: PoolLine; readonly reportQuery: string }) {
  const { target, status, odd, why, ptr, ehlo, spf, listed, report } = line;
  return (
    <tr
      data-target={target}
      data-status={status}
      data-odd={odd.length > 0 ? odd.join(" ") : undefined}
      className={status === "pass" && odd.length === 0 ? "fits" : undefined}
    >
      <th scope="row">
        <a href={report ? `/r/${report}` : `/check/${target}${reportQuery}`}>
          <bdi>{target}</bdi>
        </a>
      </th>
      <td data-label="Verdict">
        <PoolBadge status={status} />
      </td>
      <Cell label="What makes it odd">{why.length > 0 && <b>{why.join(", ")}</b>}</Cell>
      <Cell label="PTR record">
        <Said cell={ptr} />
      </Cell>
      <Cell label="EHLO name">
        <Said cell={ehlo} />
      </Cell>
      <Cell label="SPF">
        <Said cell={spf} />
      </Cell>
      <Cell label="Blocklists">
        <Said cell={listed} />
      </Cell>
    </tr>
  );
}

const Cell = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <td data-label={label}>{children}</td>
);

function Said({ cell: { tone, value, says } }: { readonly cell: PoolCell }) {
  const words = value === undefined ? says : <Sentence parts={says ? [[value], ` ${says}`] : [[value]]} />;
  return tone ? <Say tone={tone}>{words}</Say> : words;
}
