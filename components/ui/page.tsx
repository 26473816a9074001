import type { ReactNode } from "react";

/** The frame of every page: the way home, a search field where it helps, the doors that exist. */
export function Page(props: { readonly search?: string; readonly children: ReactNode }) {
  const { search, children } = props;
  return (
    <>
      <header className="top">
        <a className="logo" href="/">
          <span className="plate" aria-hidden="true">
            <i />
          </span>
          Nameplate
        </a>
        {search !== undefined && <SmallSearch value={search} />}
        <nav aria-label="Main">
          <a href="/bounce">Bounce</a>
          <a href="/signals">Signals</a>
          <a href="/api">API</a>
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="bottom">
        <div>
          <span>Reports are unlisted: who has the link can read.</span>
          <span>We never send mail, log in or guess mailboxes.</span>
          <a href="/signals">How we check</a>
          <a href="/receivers">What receivers do</a>
          <a href="/providers">How to set a PTR record</a>
        </div>
      </footer>
    </>
  );
}

function SmallSearch({ value }: { readonly value: string }) {
  return (
    <form className="search" method="post" action="/check">
      <input
        name="target"
        defaultValue={value}
        aria-label="Address, host name or domain"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <button type="submit">Check</button>
    </form>
  );
}
