"use client";

import type { ReactNode } from "react";
import { HiddenQuery } from "../forms/hidden-fields.tsx";
import { PAGE_ROWS, type PoolPage, type PoolQuery, SHOWS, type Show, writePoolQuery } from "./pool-query.ts";
import type { usePoolView } from "./use-pool-view.ts";

export type LinkTo = (change: Partial<PoolQuery>) => string;

const SEGMENTS = [
  "inline-flex overflow-hidden rounded-sm border border-line-2 bg-card text-sm font-semibold max-md:w-full",
  "[&>a]:flex [&>a]:min-h-8 [&>a]:items-center [&>a]:justify-center [&>a]:px-3 [&>a]:no-underline max-md:[&>a]:min-h-11",
  "max-md:[&>a]:flex-1 max-md:[&>a]:px-1.5 [&>a+a]:border-l [&>a+a]:border-line-2 [&>a]:focus-visible:-outline-offset-3",
  "[&>[aria-current]]:bg-ink [&>[aria-current]]:text-paper forced-colors:[&>[aria-current]]:underline",
].join(" ");
const SHOW_WORDS: Readonly<Record<Show, string>> = { all: "All", odd: "Odd", unknown: "Not checked" };

interface Choices {
  readonly path: string;
  /** What the filter said when the page came. */
  readonly filter: string;
  readonly counts: Readonly<Record<Show, number>>;
  readonly view: ReturnType<typeof usePoolView>;
}

type ShownPage = Omit<PoolPage, "lines"> & { readonly lines: readonly unknown[] };

/** What stands around the rows of a pool, while it runs and after: which of them are shown, and the way to the others. */
export function PoolViewFrame(
  props: Choices & {
    readonly page: ShownPage;
    readonly children: ReactNode;
  },
) {
  const { page, children, ...choices } = props;
  const { onClick, linkTo } = choices.view;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the clicks are those of the links in it
    // biome-ignore lint/a11y/useKeyWithClickEvents: links are clicked by the keyboard, too
    <div onClick={onClick}>
      <PoolControls {...choices} found={page.found} />
      {children}
      {page.pages > 1 && <Pages page={page} linkTo={linkTo} />}
    </div>
  );
}

/** Which rows are shown: links and a form, so that they work without scripts. `found` is how many fit. */
function PoolControls(props: Choices & { readonly found: number }) {
  const { path, filter, counts, view, found } = props;
  const { query, go, linkTo } = view;
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
function Pages(props: { readonly page: ShownPage; readonly linkTo: LinkTo }) {
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
