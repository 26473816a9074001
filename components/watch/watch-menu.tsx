import { type PresentedReport, UNTIL_WORDS, UNTILS } from "../../lib/checks/view.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";

/** What can be waited for on a report: a domain has no PTR record. */
const untilsOf = ({ target }: PresentedReport) =>
  UNTILS.filter((until) => target.kind !== "domain" || until === "delisted" || until === "any-change");

/** "Tell me when …": a form that starts a watch of the report's target. Escape closes it. */
export function WatchMenu({ report }: { readonly report: PresentedReport }) {
  const { id, path, target } = report;
  const { from, helo } = target.claims;
  const untils = untilsOf(report);
  return (
    <details className="md:relative" data-menu="">
      <summary className="button">
        Tell me when… <Icon name="down" />
      </summary>
      <form
        method="post"
        action="/watch"
        className="card absolute top-[calc(100%+6px)] right-0 z-1 grid w-80 gap-2.5 p-4 text-sm max-md:left-0 max-md:w-auto"
      >
        <input type="hidden" name="target" value={path} />
        <input type="hidden" name="report" value={id} />
        {from && <input type="hidden" name="from" value={from} />}
        {helo && <input type="hidden" name="helo" value={helo} />}
        <fieldset className="grid gap-0.5">
          <legend className="mb-1 font-semibold">Tell me when</legend>
          {untils.map((until, place) => (
            <label key={until} className="flex min-h-7 items-center gap-2 max-md:min-h-11">
              <input type="radio" name="until" value={until} defaultChecked={place === 0} className="accent-brass" />
              {UNTIL_WORDS[until]}
            </label>
          ))}
        </fieldset>
        <label className="grid gap-1 text-xs font-semibold">
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
        <Button>Start watching</Button>
        <p className="text-xs text-ink-2">
          It looks again for up to 72 hours. Its page has a feed, and can be stopped.
        </p>
      </form>
    </details>
  );
}
