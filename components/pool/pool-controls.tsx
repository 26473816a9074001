"use client";

import { HiddenQuery } from "../forms/hidden-fields.tsx";
import { PAGE_ROWS, type PoolPage, type PoolQuery, SHOWS, type Show, writePoolQuery } from "./pool-query.ts";

export type LinkTo = (change: Partial<PoolQuery>) => string;

const SEGMENTS = [
  "inline-flex overflow-hidden rounded-sm border border-line-2 bg-card text-sm font-semibold max-md:w-full",
  "[&>a]:flex [&>a]:min-h-8 [&>a]:items-center [&>a]:justify-center [&>a]:px-3 [&>a]:no-underline max-md:[&>a]:min-h-11",
  "max-md:[&>a]:flex-1 max-md:[&>a]:px-1.5 [&>a+a]:border-l [&>a+a]:border-line-2 [&>a]:focus-visible:-outline-offset-3",
  "[&>[aria-current]]:bg-ink [&>[aria-current]]:text-paper forced-colors:[&>[aria-current]]:underline",
].join(" ");
const SHOW_WORDS: Readonly<Record<Show, string>> = { all: "All", odd: "Odd", unknown: "Not checked" };

/** Which rows of a pool are shown: links and a form, so that they work without scripts, while it runs and after. */
export function PoolControls(props: {
  readonly path: string;
  readonly query: PoolQuery;
  /** What the filter said when the page came. */
  readonly filter: string;
  readonly counts: Readonly<Record<Show, number>>;
  /** How many rows fit. */
  readonly found: number;
  readonly go: (next: PoolQuery, delay?: number) => void;
  readonly linkTo: LinkTo;
}) {
  const { path, query, filter, counts, found, go, linkTo } = props;
  return (
    <form
      method="get"
      action={path}
      className="mb-2.5 flex flex-wrap items-center gap-2 print:hidden"
      onSubmit={(event) => {
        event.preventDefault();
        go({ ...query, page: 1 });
      }}
    >
      <div className={SEGMENTS}>
        {SHOWS.map((show) => (
          <a key={show} data-view="" href={linkTo({ show })} aria-current={show === query.show ? "true" : undefined}>
            {SHOW_WORDS[show]} {counts[show]}
          </a>
        ))}
      </div>
      <Hidden query={query} />
      <input
        name="filter"
        aria-label="Filter by address or name"
        placeholder="Filter: address or name"
        defaultValue={filter}
        onChange={({ target }) => go({ ...query, filter: target.value.trim(), page: 1 }, TYPING_MS)}
        className="input min-w-0 flex-1 basis-50 md:max-w-60"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <button type="submit" className="button">
        Filter
      </button>
      <span className="text-sm text-ink-2" role="status">
        {found === counts.all ? "" : `${found} of ${counts.all} shown`}
      </span>
    </form>
  );
}

const TYPING_MS = 200;

/** What else is chosen goes along with a filter that is sent without scripts. */
function Hidden({ query: { show, sort, down } }: { readonly query: PoolQuery }) {
  return <HiddenQuery query={writePoolQuery({ show, sort, down, filter: "", page: 1 })} />;
}

/** The way to the other pages of the rows. */
export function Pages(props: {
  readonly page: Omit<PoolPage, "lines"> & { readonly lines: readonly unknown[] };
  readonly linkTo: LinkTo;
}) {
  const { linkTo } = props;
  const { page, pages, found, lines } = props.page;
  const first = (page - 1) * PAGE_ROWS + 1;
  return (
    <nav aria-label="Pages of the table" className="mt-2.5 flex flex-wrap items-center gap-3 text-sm print:hidden">
      <span>
        {first} to {first + lines.length - 1} of {found}
      </span>
      {page > 1 && (
        <a className="button" data-view="" href={linkTo({ page: page - 1 })}>
          Previous
        </a>
      )}
      {page < pages && (
        <a className="button" data-view="" href={linkTo({ page: page + 1 })}>
          Next
        </a>
      )}
    </nav>
  );
}
