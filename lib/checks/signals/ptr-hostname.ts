import { defineSignal, type Evidence, type Fix, rfc, temperror, unanswered } from "../define/signal.ts";
import { hostnameFault } from "../formats/ptr-name/hostname-fault.ts";
import { prose, type Text, text } from "../net/safe-text.ts";
import { digPtr } from "../words/commands.ts";

/** A dot that belongs to a label is written `\046` in zone files (RFC 1035, section 5.1). */
const hasDotInLabel = (e: Evidence): boolean => e.ptr?.some((name) => name.includes("\\046")) ?? false;

/** Whether what the PTR record holds is the name of a host at all: one that receivers elsewhere can look up. */
export const ptrHostname = defineSignal({
  id: "ptr-hostname",
  group: "reverse",
  scopes: ["server", "sender"],
  title: "PTR host name",
  why: "A PTR record can hold anything. Only a fully qualified host name under a real top-level domain can be looked up by receivers.",
  references: [rfc(1123, "2.1"), rfc(1912, "2.1"), rfc(5321, "2.3.5")],
  needs: ["address", "reverse"],
  outcomes: {
    valid: { status: "pass", says: (e) => text`${e.ptr} is a valid, fully qualified host name.` },
    localhost: unusable(
      (e) => text`The PTR name is ${e.ptr}, which every machine uses for itself.`,
      "SpamAssassin adds up to 3.7 points for it (RDNS_LOCALHOST). ",
    ),
    numeric: unusable(
      (e) => text`The PTR name is ${e.ptr}: an address or a number, not a name.`,
      "Postfix treats a numeric name as unknown. ",
    ),
    characters: unusable(
      (e) =>
        text`The PTR name ${e.ptr} contains ${prose(hasDotInLabel(e) ? "a dot inside a label (\\046), which is" : "characters that are")} not allowed in host names.`,
      "Postfix treats such a name as unknown, and Exim ignores it. ",
    ),
    "single-label": unusable((e) => text`The PTR name ${e.ptr} is not fully qualified: its domain is missing.`),
    malformed: unusable((e) => text`The PTR name ${e.ptr} breaks the rules for host names (hyphens or lengths).`),
    "reverse-tree": unusable(
      (e) =>
        text`The PTR name ${e.ptr} is itself in the reverse tree; usually a trailing dot is missing in the zone file.`,
    ),
    internal: unusable((e) => text`The PTR name ${e.ptr} works only inside one network: receivers cannot look it up.`),
    "unknown-tld": unusable(
      (e) => text`The PTR name ${e.ptr} ends in a top-level domain that does not exist.`,
      "Haraka refuses it where its fcrdns plugin has that on. ",
    ),
    underscore: {
      status: "warn",
      says: (e) => text`The PTR name ${e.ptr} contains an underscore, which is not allowed in host names.`,
      fix: (e) => rename(e),
      whoCares: prose(
        "Exim drops such a name from the DNS answer, and finds it only where the system's own resolver library returns it. Postfix and others accept it.",
      ),
    },
    some: {
      status: "warn",
      says: (e) => text`Beside a valid PTR name there is one that is not a host name: ${e.faulty}.`,
      fix: (e) => ({
        who: "address-owner",
        does: text`Remove the PTR record with ${e.faulty} and keep the other.`,
      }),
      whoCares: prose(
        "Postfix sees only the first name of the answer, and the order changes: with the faulty one first, the client is unknown.",
      ),
    },
    none: { status: "skipped", says: text`There is no PTR name to examine.` },
    temperror,
  },
  reproduce: (e) => digPtr(e.address?.[0]),
  judge({ address, reverse }) {
    if (reverse.kind === "failed") return unanswered(reverse);
    if (reverse.kind !== "answer") return { outcome: "none" };
    const names = reverse.records;
    const faults = names.flatMap((name) => {
      const fault = hostnameFault(name);
      return fault ? [{ name, fault }] : [];
    });
    const [first] = faults;
    if (!first) return { outcome: "valid", evidence: { address: [address], ptr: names } };
    if (faults.length === names.length) {
      // Sorted, so that it does not depend on the order of the answer.
      const worst = faults.toSorted((a, b) => rank(a.fault) - rank(b.fault) || (a.name < b.name ? -1 : 1))[0] ?? first;
      return { outcome: worst.fault, evidence: { address: [address], ptr: [worst.name] } };
    }
    return { outcome: "some", evidence: { address: [address], ptr: names, faulty: faults.map(({ name }) => name) } };
  },
});

const rank = (fault: string): number => (fault === "underscore" ? 1 : 0);

/** Outcomes whose name cannot confirm anything, so that `fcrdns` leaves the fault to this signal. */
function unusable(says: (e: Evidence) => Text, who = "") {
  return {
    status: "fail",
    says,
    fix: (e: Evidence) => rename(e),
    whoCares: prose(
      `${who}A name that cannot be looked up is never forward-confirmed. Receivers that require confirmation treat it as missing: Gmail, Orange, Spectrum, Freenet and Fastmail. Postfix, Exim, Sendmail and Haraka do so where the operator has the rule on.`,
    ),
  } as const;
}

const rename = (e: Evidence): Fix => ({
  who: "address-owner",
  does: text`Change the PTR record of ${e.address} from ${e.ptr} to the full public name of your mail server, like ${"mail.example.com"}.`,
});
