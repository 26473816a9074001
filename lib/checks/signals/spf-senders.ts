import { defineSignal, type Evidence, type Exhibit, rfc, temperror, unanswered } from "../define/signal.ts";
import type { AddressRange, SpfSenders } from "../facts/spf.ts";
import { toBigInt } from "../net/address.ts";
import { prose, type Text, text } from "../net/safe-text.ts";
import { digFor } from "../words/commands.ts";

/** More rows than anybody reads; the count above them is exact. */
const SHOWN = 64;

/** How many addresses the domain's SPF record lets send, and which. */
export const spfSenders = defineSignal({
  id: "spf-senders",
  group: "authentication",
  scopes: ["domain"],
  title: "SPF senders",
  why: "Every address in the record may send as the domain. Each one that does needs its own forward-confirmed PTR record.",
  references: [rfc(7208, "5"), rfc(7208, "11.4")],
  needs: ["sender", "spfSenders", "spfRecord"],
  outcomes: {
    counted: {
      status: "info",
      says: (e) =>
        text`The SPF record of ${e.domain} authorizes ${amount(e)}.${e.open?.length ? text` In addition, ${e.open} authorizes addresses that cannot be listed.` : []}${singles(e)}`,
    },
    nobody: { status: "info", says: (e) => text`The SPF record of ${e.domain} authorizes no address.` },
    everybody: {
      status: "info",
      says: (e) => text`The SPF record of ${e.domain} authorizes every address, so it does not show who sends.`,
    },
    none: { status: "skipped", says: text`There is no SPF record to list addresses from.` },
    temperror,
  },
  reproduce: (e) => digFor("TXT", e.domain?.[0]),
  judge({ sender, spfSenders: found, spfRecord }) {
    if (sender.domain === undefined) return sender.why === "failed" ? unanswered(sender.lookup) : { outcome: "none" };
    if (!found) return { outcome: "none" };
    const evidence = { domain: [sender.domain] };
    if (found.everybody) return { outcome: "everybody", evidence };
    // What is behind an unanswered question is missing in the count.
    if (found.failed.length > 0) return unanswered(...found.failed);
    if (found.rangeCount === 0 && found.open.length === 0)
      return { outcome: found.denied.length > 0 || spfRecord?.root.parsed ? "nobody" : "none", evidence };
    return {
      outcome: "counted",
      evidence: {
        ...evidence,
        ipv4: [found.count4.toString()],
        ipv6: [found.count6.toString()],
        open: found.open,
        denied: found.denied.map((range) => `${spell(range)} (${range.why})`).slice(0, 8),
        looked: [String(found.singles.length)],
        single: [String(found.singleCount)],
      },
      exhibit: exhibit(found),
    };
  },
});

function amount({ ipv4, ipv6 }: Evidence): Text {
  const four = ipv4?.[0] ?? "0";
  const six = ipv6?.[0] ?? "0";
  const parts = [...(four === "0" ? [] : [`${grouped(four)} IPv4`]), ...(six === "0" ? [] : [`${grouped(six)} IPv6`])];
  return prose(
    parts.length > 0
      ? `${parts.join(" and ")} ${four === "1" && six === "0" ? "address" : "addresses"}`
      : "no listed address",
  );
}

const singles = (e: Evidence): Text =>
  e.looked?.[0] && e.looked[0] !== "0"
    ? text` ${prose(e.looked[0] === e.single?.[0] ? "The single addresses are checked below." : `Of the ${e.single?.[0] ?? ""} single addresses, the first ${e.looked[0]} are checked below.`)}`
    : [];

/** 18446744073709551616 as 18 446 744 073 709 551 616, with spaces that do not break. */
const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, "\u00a0");

const spell = ({ first, last }: AddressRange) => (first === last ? first : `${first} to ${last}`);

const size = ({ first, last }: AddressRange) => (toBigInt(last) - toBigInt(first) + 1n).toString();

function exhibit({ ranges, rangeCount, denied }: SpfSenders): Exhibit {
  const rest = rangeCount - Math.min(SHOWN, ranges.length);
  return {
    kind: "table",
    columns: ["Addresses", "how many"],
    rows: [
      ...ranges.slice(0, SHOWN).map((range) => [spell(range), grouped(size(range))]),
      ...(rest > 0 ? [[`and ${rest} more ranges`, ""]] : []),
      ...denied.slice(0, 8).map((range) => [spell(range), `left out: ${range.why}`]),
    ],
  };
}
