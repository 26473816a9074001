import type { ReportContext } from "../lib/checks/report-context.ts";
import { causeWords } from "../lib/inbound/explain.ts";
import { each } from "./each.tsx";
import { NextStep } from "./next-step.tsx";
import { RichText } from "./rich-text.tsx";

const WHY = {
  unread: "We found no refusal, address or Received line in this text.",
  "no-address": "The text does not say which address the mail came from.",
  "not-public": "What the text names as the sender’s address cannot be checked: it is not a public address.",
  "no-hop": "No Received line in it names a public address outside the receiver’s own network.",
} as const;

/** What a refusal means although it names no address, and the question for one. */
export function AddressQuestion(props: {
  readonly why: keyof typeof WHY;
  readonly context: ReportContext | undefined;
}) {
  const { why, context } = props;
  const words = context && causeWords(context);
  return (
    <section className="context card" aria-label="What we read">
      {words && (
        <>
          <h2>
            <RichText>{words.said}</RichText>
          </h2>
          <p>
            <RichText>{words.means}</RichText>
          </p>
          {words.who && <p>Who has to act: {words.who}.</p>}
          <NextStep next={words.next} link={words.link} />
        </>
      )}
      <form className="address-question" method="post" action="/bounce/read">
        <label htmlFor="address">
          {WHY[why]} {why === "unread" ? "If you know the address" : "Put in the address"} or the name of the sending
          mail server{why === "unread" ? ", put it in:" : ":"}
        </label>
        {context && (
          <>
            <input type="hidden" name="cause" value={context.cause} />
            {context.receiver && <input type="hidden" name="receiver" value={context.receiver} />}
            {each(context.codes, (code) => (
              <input type="hidden" name="code" value={code} />
            ))}
          </>
        )}
        <div className="field">
          <input
            id="address"
            name="address"
            placeholder="203.0.113.10"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <button type="submit">Check</button>
        </div>
        <p className="hint">
          <a href="/your-address">How to find it</a>
        </p>
      </form>
    </section>
  );
}
