import { defineSignal, rfc, temperror, unanswered } from "../define/signal.ts";
import { count, prose, text } from "../net/safe-text.ts";
import { digPtr } from "../words/commands.ts";

/** As many names as a sentence has room for; the evidence has all. */
const NAMED = 3;

/** Whether the address has one name. Several are allowed, but some receivers look at one of them only. */
export const singlePtr = defineSignal({
  id: "single-ptr",
  group: "reverse",
  scopes: ["server"],
  title: "One PTR record",
  why: "With several PTR records, receivers see one or another: resolvers rotate their order from answer to answer.",
  references: [rfc(1912, "2.1"), rfc(2181, "10.2")],
  needs: ["address", "reverse"],
  outcomes: {
    one: { status: "pass", short: "the only name", says: (e) => text`There is one PTR record: ${e.ptr}.` },
    several: {
      status: "warn",
      short: "one of several",
      says: ({ ptr = [] }) =>
        text`There are ${count(ptr.length, "PTR record")} for one address${prose(ptr.length > NAMED ? ", among them" : ":")} ${ptr.slice(0, NAMED)}.`,
      fix: (e) => ({
        who: "address-owner",
        does: text`Keep only one PTR record of ${e.address}, that with your server's EHLO name. Until then, every one of the names should resolve to ${e.address}.`,
      }),
      whoCares: prose(
        "Postfix uses only the first name of the answer. So reject_unknown_client_hostname may accept one message and defer the next, unless all names are forward-confirmed. seppmail.cloud refuses unless all of them are. Exim accepts one that is.",
      ),
    },
    none: { status: "skipped", says: text`There is no PTR record to count.` },
    temperror,
  },
  reproduce: (e) => digPtr(e.address?.[0]),
  judge({ address, reverse }) {
    if (reverse.kind === "failed") return unanswered(reverse);
    if (reverse.kind !== "answer") return { outcome: "none" };
    const evidence = { address: [address], ptr: reverse.records };
    return { outcome: reverse.records.length === 1 ? "one" : "several", evidence };
  },
});
