import { defineSignal, type Evidence, type Exhibit, ourLimit, rfc, temperror, unanswered } from "../define/signal.ts";
import { confirm } from "../derive/forward-confirmation.ts";
import type { Sibling } from "../facts/siblings.ts";
import { family, type IpAddress, reverseName } from "../net/address.ts";
import { asName, relate } from "../net/domain-name.ts";
import { prose, text } from "../net/safe-text.ts";
import { digFor, digPtr } from "../words/commands.ts";

const SENDS_THERE =
  "A server with an IPv6 address also sends over IPv6, where the receiver has one. Gmail and Microsoft refuse IPv6 mail without a PTR record (550 5.7.25), and both require SPF or DKIM over IPv6.";

/** Without a name there it is better not to send over IPv6; the global `inet_protocols` would also stop receiving. */
const OVER_IPV4 = text`Or send over IPv4 only: in Postfix, ${"-o inet_protocols=ipv4"} on ${"smtp"} and ${"relay"} in master.cf. Or remove the AAAA record.`;

const ptrCopy = (e: Evidence): { readonly copy?: string } =>
  e.name?.[0] && e.sibling?.[0] ? { copy: `${reverseName(e.sibling[0] as IpAddress)}. 3600 IN PTR ${e.name[0]}.` } : {};

/** Whether the IPv6 side of the server has an identity as good as the address looked at. */
export const ipv6Parity = defineSignal({
  id: "ipv6-parity",
  group: "reverse",
  scopes: ["server"],
  title: "IPv6 parity",
  why: "Reverse DNS for IPv6 is often forgotten, while servers use IPv6 as soon as they have it.",
  references: [rfc(3596, "2.5"), rfc(8601, "3")],
  needs: ["address", "reverse", "siblings", "spf"],
  outcomes: {
    even: {
      status: "pass",
      says: (e) => text`The server also has the addresses ${e.siblings}; each has a forward-confirmed PTR record.`,
    },
    absent: {
      status: "pass",
      says: (e) =>
        text`${e.names} has no ${prose(e.other?.length ? "other IPv6 address" : "IPv6 address")}, so there is nothing to compare.`,
    },
    "no-ptr": {
      status: "fail",
      says: (e) => text`${e.name} also resolves to ${e.sibling}, which has no PTR record.`,
      fix: (e) => ({
        who: "address-owner",
        does: text`Set the PTR record of ${e.sibling} to ${e.name}. ${OVER_IPV4}`,
        ...ptrCopy(e),
      }),
      whoCares: prose(SENDS_THERE),
    },
    unconfirmed: {
      status: "fail",
      says: (e) => text`${e.name} also resolves to ${e.sibling}, whose PTR name ${e.ptr} does not resolve to it.`,
      fix: (e) => {
        const [name, ptr, sibling] = [e.name?.[0], e.ptr?.[0], e.sibling?.[0]];
        // A name of somebody else's, a provider's as a rule, is not the reader's to publish.
        if (!name || !ptr || !sibling || relate(asName(name), asName(ptr)) === "unrelated")
          return {
            who: "address-owner",
            does: text`Change the PTR record of ${e.sibling} to ${e.name}. ${OVER_IPV4}`,
            ...ptrCopy(e),
          };
        return {
          who: "forward-dns",
          does: text`Publish this AAAA record, or change the PTR record of ${sibling} to ${name}. ${OVER_IPV4}`,
          copy: `${ptr}. 3600 IN AAAA ${sibling}`,
        };
      },
      whoCares: prose(SENDS_THERE),
    },
    "spf-uneven": {
      status: "warn",
      says: (e) =>
        text`SPF of ${e.domain} authorizes ${e.address}, but not ${e.sibling}, which is the same server (${e.result}).`,
      fix: (e) => ({
        who: "sender-dns",
        does: text`Add ${`ip6:${e.sibling?.[0] ?? ""}`} to the SPF record of ${e.domain}.`,
        copy: `ip6:${e.sibling?.[0] ?? ""}`,
      }),
      whoCares: prose(SENDS_THERE),
    },
    nameless: { status: "skipped", says: text`There is no PTR name whose AAAA records could be looked up.` },
    temperror,
    limit: ourLimit,
  },
  reproduce: (e) => [
    ...(e.name ?? e.names ?? []).slice(0, 1).flatMap((name) => digFor("AAAA", name)),
    ...(e.sibling ?? e.siblings ?? []).slice(0, 1).flatMap(digPtr),
  ],
  judge({ address, reverse, siblings, spf }) {
    if (reverse.kind === "failed") return unanswered(reverse);
    if (siblings.namesUnknown) return { outcome: "temperror" };
    const names = siblings.lookups.map(({ name }) => name);
    if (names.length === 0) return { outcome: "nameless" };
    const covered = spf?.result === "pass";
    const faults = siblings.addresses.map((sibling) => ({ sibling, fault: faultOf(sibling, covered) }));
    for (const code of ["no-ptr", "unconfirmed", "spf-uneven"] as const) {
      const found = faults.find(({ fault }) => fault === code)?.sibling;
      if (!found) continue;
      const { reverse: its } = found;
      return {
        outcome: code,
        evidence: {
          address: [address],
          name: [found.name],
          sibling: [found.address],
          ...(its.kind === "answer" ? { ptr: its.records.slice(0, 1) } : {}),
          ...(found.spf ? { domain: [found.spf.domain], result: [found.spf.result] } : {}),
        },
        exhibit: exhibit(siblings.addresses),
      };
    }
    // A sibling, or a name, that could not be looked at might be the one at fault.
    const open = [
      ...siblings.lookups,
      ...siblings.addresses.flatMap((s) => [s.reverse, ...s.forward.map((f) => f.addresses)]),
    ];
    if (open.some(({ kind }) => kind === "failed")) return unanswered(...open);
    if (faults.some(({ fault }) => fault === "unknown")) return { outcome: "temperror" };
    if (siblings.leftOut) {
      const unasked = [`${siblings.leftOut} more IPv6 ${siblings.leftOut === 1 ? "address" : "addresses"}`];
      return { outcome: "limit", evidence: { address: [address], names, unasked } };
    }
    if (siblings.addresses.length === 0) {
      return { outcome: "absent", evidence: { names, ...(family(address) === 6 ? { other: ["yes"] } : {}) } };
    }
    return {
      outcome: "even",
      evidence: { address: [address], names, siblings: siblings.addresses.map((s) => s.address) },
      exhibit: exhibit(siblings.addresses),
    };
  },
});

/** What is wrong with one IPv6 address; its SPF result counts only where the address looked at passes. */
function faultOf({ address, reverse, forward, spf }: Sibling, covered: boolean) {
  if (reverse.kind === "failed") return "unknown";
  if (reverse.kind !== "answer") return "no-ptr";
  const states = confirm(address, reverse, forward).names.map(({ state }) => state);
  if (!states.includes("confirmed")) return states.includes("unknown") ? "unknown" : "unconfirmed";
  if (!covered || !spf || spf.result === "pass") return undefined;
  return spf.result === "temperror" ? "unknown" : "spf-uneven";
}

function exhibit(addresses: readonly Sibling[]): Exhibit {
  const ptr = ({ reverse }: Sibling) =>
    reverse.kind === "answer" ? reverse.records.join(", ") : reverse.kind === "failed" ? "no answer" : "none";
  return {
    kind: "table",
    columns: ["IPv6 address", "found under", "PTR", "SPF"],
    rows: addresses.map((each) => [each.address, each.name, ptr(each), each.spf?.result ?? "no sending domain"]),
  };
}
