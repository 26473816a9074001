import type { ReportContext } from "../../lib/checks/view.ts";
import { causeWords } from "../../lib/inbound/explain.ts";
import { each } from "../ui/in-place.tsx";
import { NextStep } from "../ui/next-step.tsx";
import { RichText } from "../ui/rich-text.tsx";
import { TargetField } from "./field.tsx";
import { HiddenFields } from "./hidden-fields.tsx";

const WHY = {
  unread: "We found no refusal, address or Received line in this text.",
  "no-address": "The text does not say which address the mail came from.",
  "not-public": "The sender’s address in this text cannot be checked: it is not public.",
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
    <section className="card mt-6 grid gap-2 px-5 py-4" aria-label="What we read">
      {words && (
        <>
          <h2>
            <RichText>{words.said}</RichText>
          </h2>
          <p className="text-ink-2">
            <RichText>{words.means}</RichText>
          </p>
          {words.who && <p className="text-ink-2">Who has to act: {words.who}.</p>}
          <NextStep next={words.next} link={words.link} />
        </>
      )}
      <form className="mt-2 grid gap-2" method="post" action="/bounce/read">
        <label htmlFor="address" className="font-semibold">
          {WHY[why]} {why === "unread" ? "If you know the address" : "Enter the address"} or the name of the sending
          mail server{why === "unread" ? ", enter it:" : ":"}
        </label>
        {context && (
          <>
            <HiddenFields fields={{ cause: context.cause, receiver: context.receiver }} />
            {each(context.codes, (code) => (
              <input type="hidden" name="code" value={code} />
            ))}
          </>
        )}
        <TargetField id="address" placeholder="203.0.113.10" />
        <p className="text-sm">
          <a href="/your-address">How to find it</a>
        </p>
      </form>
    </section>
  );
}
