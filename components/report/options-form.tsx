import { Fragment } from "react";
import type { CheckedAs, Report } from "../../lib/checks/view.ts";
import { HiddenFields } from "../forms/hidden-fields.tsx";
import { Button } from "../ui/button.tsx";
import { Value } from "../ui/rich-text.tsx";
import { ClaimWords } from "./claim-words.tsx";

/**
 * As what the target was checked, and the form to have that changed: filled in with what was seen. It starts a fresh
 * check, whose report leads to what differs from this one.
 */
export function OptionsForm(props: {
  readonly target: Report["target"];
  readonly path: string;
  /** The report it stands on. */
  readonly again: string;
  readonly seen: CheckedAs;
  readonly running: boolean;
}) {
  const { target, path, again, seen, running } = props;
  const { from, helo, selectors } = seen;
  const given = target.claims;
  // What is found while the check runs is not written here before the end: nothing moves.
  const sender = running ? given.from : from;
  return (
    <details className="group mt-0.5 text-sm text-ink-2 max-md:-my-2 print:hidden" data-options="">
      <summary className="flex min-h-6 flex-wrap items-center gap-x-1.5 max-md:min-h-11 max-md:py-2">
        {/* Rendered again where the sender is another one, so that nothing below it moves. */}
        <Fragment key={`${running} ${sender}`}>
          <span>
            {sender ? (
              <>
                Checked as sender of{" "}
                <b className="text-ink">
                  <Value>{sender}</Value>
                </b>
              </>
            ) : running ? (
              "Sending domain: as it is found"
            ) : (
              "Checked without a sending domain"
            )}
            <ClaimWords claims={given} />:
          </span>
          <span className="link-button">
            <span className="group-open:hidden">change</span>
            <span className="not-group-open:hidden">close</span>
          </span>
        </Fragment>
      </summary>
      <form
        method="post"
        action="/check"
        className="card mt-2 grid grid-cols-[1fr_1fr_1fr_auto] items-end gap-3 p-4 max-md:grid-cols-1"
      >
        <HiddenFields fields={{ target: path, again }} />
        <Option name="from" label="Sending domain" value={from} example="example.com" />
        <Option name="helo" label="EHLO name it sends" value={helo} example="mail.example.com" />
        <Option name="selector" label="DKIM selectors" value={selectors.join(" ")} example="s1" />
        <Button primary>Check with these</Button>
      </form>
    </details>
  );
}

function Option(props: {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly example: string;
}) {
  const { name, label, value, example } = props;
  return (
    <label className="grid gap-1 text-xs font-semibold text-ink">
      {label}
      <input
        className="input font-normal"
        name={name}
        defaultValue={value}
        placeholder={example}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
    </label>
  );
}
