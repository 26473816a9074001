import { forDomains, type PresentedReport, UNTIL_WORDS, UNTILS } from "../../lib/checks/view.ts";
import { HiddenFields, HiddenOptions } from "../forms/hidden-fields.tsx";
import { Button } from "../ui/button.tsx";

/** What can be waited for on a report: a domain has no PTR record. */
const untilsOf = ({ target }: PresentedReport) =>
  UNTILS.filter((until) => target.kind !== "domain" || forDomains.has(until));

/** "Tell me when …": starts a watch of the report's target. */
export function WatchForm({ report }: { readonly report: PresentedReport }) {
  const { id, path, target } = report;
  return (
    <form method="post" action="/watch" className="card mt-5 grid gap-4 p-5">
      <HiddenFields fields={{ target: path, report: id }} />
      <HiddenOptions options={target.claims} />
      <fieldset className="grid gap-0.5">
        <legend className="mb-1 font-semibold">Tell me when</legend>
        {untilsOf(report).map((until, place) => (
          <label key={until} className="flex min-h-8 items-center gap-2 max-md:min-h-11">
            <input type="radio" name="until" value={until} defaultChecked={place === 0} className="accent-brass" />
            {UNTIL_WORDS[until]}
          </label>
        ))}
      </fieldset>
      <label className="grid max-w-lg gap-1 text-sm font-semibold">
        Webhook, if you have one
        <input
          className="input font-normal"
          name="webhook"
          type="url"
          placeholder="https://hooks.example.com/…"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      </label>
      <p>
        <Button primary>Start watching</Button>
      </p>
    </form>
  );
}
