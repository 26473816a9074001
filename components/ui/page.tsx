import type { ReactNode } from "react";

const PLACES = [
  ["/bounce", "Bounces"],
  ["/pool", "Pools"],
  ["/plan", "Plan"],
  ["/signals", "Signals"],
  ["/api", "API"],
] as const;

/**
 * The frame of every page: the way home, a search field where it helps, and the other parts of the service. `at` is the
 * part this page belongs to; a `narrow` page is read, a wide one is looked over.
 */
export function Page(props: {
  readonly search?: string;
  readonly at?: (typeof PLACES)[number][0];
  readonly narrow?: boolean;
  readonly children: ReactNode;
}) {
  const { search, at, narrow, children } = props;
  return (
    <>
      <header className="border-b border-line bg-card print:hidden">
        <div className="mx-auto flex max-w-[70rem] items-center gap-x-5 gap-y-2 px-7 py-2 max-md:flex-wrap max-md:px-4">
          <a className="flex min-h-9 items-center gap-2.5 font-bold tracking-tight no-underline" href="/">
            <Plate />
            Nameplate
          </a>
          {search !== undefined && <SmallSearch value={search} />}
          <nav aria-label="Main" className="ml-auto flex gap-x-4 text-sm text-ink-2">
            {PLACES.map(([path, name], place) => (
              <a
                key={path}
                href={path}
                aria-current={path === at ? "page" : undefined}
                className={`flex min-h-9 items-center no-underline hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink ${place > 2 ? "max-md:hidden" : ""}`}
              >
                {name}
              </a>
            ))}
          </nav>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={`mx-auto min-h-[70vh] px-7 pt-6 pb-12 max-md:px-4 max-md:pt-3 print:max-w-none print:p-0 ${narrow ? "max-w-[51.25rem]" : "max-w-[70rem]"}`}
      >
        {children}
      </main>
      <footer className="mx-auto max-w-[70rem] px-7 pb-8 max-md:px-4 print:hidden">
        <div className="flex flex-wrap gap-x-4.5 gap-y-1.5 border-t border-line pt-4 text-sm text-ink-2 *:py-0.5">
          <span>Anyone with the link can read a report; none is listed.</span>
          <span>Nameplate never sends mail or logs in.</span>
          <a href="/questions">Questions</a>
          <a href="/signals">How signals are judged</a>
          <a href="/receivers">Receivers’ rules</a>
          <a href="/providers">Setting a PTR record</a>
          <a href="/move">Moving to a new address</a>
          <a href="/tools">Tools</a>
        </div>
      </footer>
    </>
  );
}

function Plate() {
  return (
    <svg width="30" height="20" viewBox="0 0 30 20" aria-hidden="true" className="fill-brass stroke-brass">
      <rect x="1" y="1" width="28" height="18" rx="4" className="fill-brass-bg" strokeWidth="1.5" />
      <path d="M9 10h12" strokeWidth="2" />
      <circle cx="5" cy="10" r="1.1" stroke="none" />
      <circle cx="25" cy="10" r="1.1" stroke="none" />
    </svg>
  );
}

function SmallSearch({ value }: { readonly value: string }) {
  return (
    <search className="max-w-[26.25rem] flex-1 max-md:order-last max-md:max-w-none max-md:basis-full">
      <form className="flex rounded-sm border border-control bg-paper" method="post" action="/check">
        <input
          name="target"
          defaultValue={value}
          placeholder="IP address, host name or domain"
          aria-label="IP address, host name, domain, or text with one of them in it"
          className="min-w-0 flex-1 px-3 py-1.5 font-mono text-sm"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <button
          type="submit"
          className="rounded-r-[5px] bg-ink px-4 text-sm font-semibold text-paper hover:bg-ink-2 max-md:min-h-11"
        >
          Check
        </button>
      </form>
    </search>
  );
}
