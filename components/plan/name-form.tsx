import type { PresentedReport } from "../../lib/checks/view.ts";

/** Asks which name the server shall have: a fresh check looks it up, and its plan and texts have it in them. */
export function NameForm({ report: { target, path } }: { readonly report: PresentedReport }) {
  const { from, selectors } = target.claims;
  return (
    <form className="name-form" method="post" action="/check">
      <input type="hidden" name="target" value={path} />
      {from && <input type="hidden" name="from" value={from} />}
      {selectors.length > 0 && <input type="hidden" name="selector" value={selectors.join(" ")} />}
      <label htmlFor="wanted-name">
        Which host name should the server have? A fresh check looks it up and uses it in every step and text.
      </label>
      <div>
        <input
          id="wanted-name"
          className="input"
          name="helo"
          placeholder="mail.example.com"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <button type="submit" className="button">
          Check with this name
        </button>
      </div>
    </form>
  );
}
