import type { ReactNode } from "react";
import type { Text } from "../../lib/checks/view.ts";
import { RichText } from "../ui/rich-text.tsx";
import { Field, TargetField } from "./field.tsx";

/** What the fields hold and what is wrong with them; the fields' names are the form's own. */
export interface CheckFormState {
  readonly target: string;
  readonly from: string;
  readonly helo: string;
  readonly selector: string;
  /** What the target could be, where its text names several. */
  readonly choices: readonly string[];
  /** What the text would be as a pool, a line each; empty where it does not name several. */
  readonly pool: readonly string[];
  readonly problems: Readonly<Partial<Record<"target" | "from" | "helo" | "selector", Text>>>;
}

/** The one field, and the options folded under it. A plain form: it works without scripts. `beside` stands at the fold. */
export function CheckForm({ state, beside }: { readonly state: CheckFormState; readonly beside?: ReactNode }) {
  const { target, from, helo, selector, problems } = state;
  const wrongOption = problems.from ?? problems.helo ?? problems.selector;
  const says = (problem: Text | undefined) => problem && <RichText>{problem}</RichText>;
  return (
    <div className="grid grid-flow-dense grid-cols-[1fr_auto] gap-x-5 gap-y-1 text-sm text-ink-2 max-md:grid-cols-1">
      <form className="contents" method="post" action="/check">
        <div className="col-span-full text-base text-ink">
          <label className="sr-only" htmlFor="target">
            Address, host name, domain or e-mail address
          </label>
          <TargetField
            id="target"
            value={target}
            placeholder="203.0.113.20 or mail.example.com"
            problem={says(problems.target)}
            autoFocus
          />
        </div>
        <details
          className="col-start-2 open:col-span-full max-md:col-start-1"
          open={Boolean(from || helo || selector || wrongOption)}
        >
          <summary className="flex min-h-8 items-center underline decoration-control underline-offset-3 max-md:min-h-11">
            Options: sending domain, EHLO name, DKIM selectors
          </summary>
          <div className="card mt-1 grid grid-cols-3 gap-4 p-4 text-ink max-md:grid-cols-1">
            <Field
              name="from"
              label="Sending domain"
              example="example.com"
              value={from}
              problem={says(problems.from)}
            />
            <Field
              name="helo"
              label="EHLO name it sends"
              example="mail.example.com"
              value={helo}
              problem={says(problems.helo)}
            />
            <Field
              name="selector"
              label="DKIM selectors, with spaces between"
              example="s1 s2"
              value={selector}
              problem={says(problems.selector)}
            />
          </div>
        </details>
      </form>
      {beside}
    </div>
  );
}
