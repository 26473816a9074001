import type { Text } from "../../lib/checks/text.ts";
import { Icon } from "../ui/icon.tsx";
import { RichText } from "../ui/rich-text.tsx";

/** What the fields hold and what is wrong with them; the fields' names are the form's own. */
export interface CheckFormState {
  readonly target: string;
  readonly from: string;
  readonly helo: string;
  readonly selector: string;
  readonly problems: Readonly<Partial<Record<"target" | "from" | "helo" | "selector", Text>>>;
}

/** The one field, and the options folded under it. A plain form: it works without scripts. */
export function CheckForm({ state }: { readonly state: CheckFormState }) {
  const { target, from, helo, selector, problems } = state;
  const wrongOption = problems.from ?? problems.helo ?? problems.selector;
  return (
    <form className="check-form" method="post" action="/check">
      <label className="visually-hidden" htmlFor="target">
        Address, host name, domain or e-mail address
      </label>
      <div className="field">
        <input
          id="target"
          name="target"
          defaultValue={target}
          placeholder="203.0.113.10 · mail.example.com · or a bounce"
          aria-describedby={problems.target ? "target-problem" : "target-hint"}
          aria-invalid={problems.target ? true : undefined}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          // biome-ignore lint/a11y/noAutofocus: the page is this one field
          autoFocus
          required
        />
        <button type="submit">Check</button>
      </div>
      {problems.target ? <ProblemLine id="target-problem" says={problems.target} /> : null}
      <p className="hint" id="target-hint">
        An IPv4 or IPv6 address, a host name, a domain or an e-mail address. A line of a bounce will do, too.
      </p>
      <details className="options" open={Boolean(from || helo || selector || wrongOption)}>
        <summary>
          Options: sending domain, EHLO name, DKIM selectors <Icon name="open" />
        </summary>
        <div className="option-fields">
          <Option name="from" label="Domain you send as" example="example.com" value={from} problem={problems.from} />
          <Option
            name="helo"
            label="Name your server says in EHLO when it sends"
            example="mail01.example.com"
            value={helo}
            problem={problems.helo}
          />
          <Option
            name="selector"
            label="DKIM selectors, with spaces between"
            example="s1 s2"
            value={selector}
            problem={problems.selector}
          />
        </div>
      </details>
    </form>
  );
}

function Option(props: {
  readonly name: "from" | "helo" | "selector";
  readonly label: string;
  readonly example: string;
  readonly value: string;
  readonly problem: Text | undefined;
}) {
  const { name, label, example, value, problem } = props;
  return (
    <div className="option">
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        defaultValue={value}
        placeholder={example}
        aria-describedby={problem ? `${name}-problem` : undefined}
        aria-invalid={problem ? true : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      {problem && <ProblemLine id={`${name}-problem`} says={problem} />}
    </div>
  );
}

function ProblemLine({ id, says }: { readonly id: string; readonly says: Text }) {
  return (
    <p className="problem" id={id}>
      <Icon name="warn" />
      <span>
        <RichText>{says}</RichText>
      </span>
    </p>
  );
}
