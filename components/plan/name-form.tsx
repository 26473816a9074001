import type { PresentedReport } from "../../lib/checks/view.ts";
import { HiddenFields, HiddenOptions } from "../forms/hidden-fields.tsx";
import { Button } from "../ui/button.tsx";

/** Asks which name the server shall have: a fresh check looks it up, and its plan and texts have it in them. */
export function NameForm({ report: { target, path, id } }: { readonly report: PresentedReport }) {
  const { from, selectors } = target.claims;
  return (
    <form className="basis-full rounded-md border border-line-2 bg-brass-bg p-3 text-sm" method="post" action="/check">
      <HiddenFields fields={{ target: path, again: id }} />
      <HiddenOptions options={{ from, selectors }} />
      <label htmlFor="wanted-name">
        Which host name should the server have? A fresh check looks it up and uses it in every step and text.
      </label>
      <div className="mt-1.5 flex flex-wrap gap-2">
        <input
          id="wanted-name"
          className="input max-w-96 flex-[1_1_15rem]"
          name="helo"
          placeholder="mail.example.com"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <Button>Check with this name</Button>
      </div>
    </form>
  );
}
