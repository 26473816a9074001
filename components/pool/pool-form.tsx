import type { RejectedLine, Text } from "../../lib/checks/view.ts";
import { Field } from "../forms/field.tsx";
import { Button } from "../ui/button.tsx";
import { RichText } from "../ui/rich-text.tsx";
import { RejectedLines } from "./rejected-lines.tsx";

/** What the fields hold, and what is wrong with them. */
export interface PoolFormState {
  readonly text: string;
  readonly from: string;
  readonly helo: string;
  readonly selector: string;
  readonly problems: Readonly<Partial<Record<"text" | "from" | "helo" | "selector", Text>>>;
  /** Lines of the text that cannot be used. */
  readonly rejected: readonly RejectedLine[];
}

const EXAMPLE = `203.0.113.10
203.0.113.32-203.0.113.40
198.51.100.0/28
2001:db8:1::/124
mail.example.com
example.com`;

/** Where several addresses are put in: pasted or as a file. A plain form: it works without scripts. */
export function PoolForm({ state }: { readonly state: PoolFormState }) {
  const { text, from, helo, selector, problems, rejected } = state;
  const says = (problem: Text | undefined) => problem && <RichText>{problem}</RichText>;
  return (
    <form
      className="mt-6 grid gap-2.5"
      method="post"
      action="/pool/start"
      encType="multipart/form-data"
      data-pool-form=""
    >
      <label htmlFor="text" className="font-semibold">
        Addresses, ranges, host names or domains, one in each line
      </label>
      <textarea
        id="text"
        name="text"
        rows={10}
        defaultValue={text}
        placeholder={EXAMPLE}
        aria-describedby={problems.text ? "text-problem text-hint" : "text-hint"}
        aria-invalid={problems.text ? true : undefined}
        className="w-full resize-y rounded-md border-[1.5px] border-control bg-card px-4 py-3 font-mono text-sm aria-[invalid]:border-fail"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      {problems.text && (
        <p id="text-problem" className="text-sm font-semibold text-fail">
          {says(problems.text)}
        </p>
      )}
      {rejected.length > 0 && <RejectedLines lines={rejected} />}
      <p className="text-sm text-ink-2" id="text-hint">
        A domain stands for all that its SPF record and its MX records name. At most 4,096 addresses are looked at. DNS
        is asked for all of them, and at most 16 servers over SMTP.
      </p>
      <div className="grid gap-1">
        <label htmlFor="file" className="text-sm text-ink-2">
          Or a file: text or CSV
        </label>
        <input
          id="file"
          name="file"
          type="file"
          accept=".txt,.csv,.tsv,.log,text/plain,text/csv"
          className="text-sm file:mr-3 file:min-h-9 file:rounded-sm file:border file:border-line-2 file:bg-card file:px-3 file:font-semibold max-md:file:min-h-11"
        />
      </div>
      <div className="card grid grid-cols-3 gap-4 p-4 max-md:grid-cols-1">
        <Field name="from" label="Sending domain" example="example.com" value={from} problem={says(problems.from)} />
        <Field
          name="helo"
          label="EHLO name they send"
          example="mail.example.com"
          value={helo}
          problem={says(problems.helo)}
        />
        <Field
          name="selector"
          label="DKIM selectors"
          example="s1 s2"
          value={selector}
          problem={says(problems.selector)}
        />
      </div>
      <p className="text-sm text-ink-2">
        With a sending domain you also see whether its SPF record covers every address.
      </p>
      <div>
        <Button primary>Check the pool</Button>
      </div>
    </form>
  );
}
