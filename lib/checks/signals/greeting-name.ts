import { defineSignal, ourLimit, rfc, temperror, unanswered } from "../define/signal.ts";
import { nearestFirst, relate } from "../net/domain-name.ts";
import { nameKind } from "../net/name-kind.ts";
import { prose, text } from "../net/safe-text.ts";
import { connect } from "../words/commands.ts";

const SAME_SETTING =
  "No receiver refuses mail because of a greeting. But most mail servers use one setting for the greeting and for the EHLO name they send, which receivers do check.";

/** The name in the 220 greeting against the PTR names. */
export const greetingName = defineSignal({
  id: "greeting-name",
  group: "greeting",
  scopes: ["server", "receiver"],
  title: "Greeting",
  why: "The first word after 220 is the server's host name. It usually comes from the same setting as its EHLO name when it sends.",
  references: [rfc(5321, "4.2"), rfc(5321, "4.3.1")],
  needs: ["address", "reverse", "smtp", "serverName"],
  outcomes: {
    same: {
      status: "pass",
      short: "the PTR name",
      says: (e) => text`It greets as ${e.greeting}, which is its PTR name.`,
    },
    "same-organisation": {
      status: "info",
      short: "same organisation",
      says: (e) => text`It greets as ${e.greeting}; its PTR name is ${e.ptr}, in the same organisation.`,
    },
    unrelated: {
      status: "info",
      short: "another name",
      says: (e) =>
        text`It greets as ${e.greeting}; its PTR name is ${e.ptr}. That is common for shared or renamed servers.`,
    },
    "no-host-name": {
      status: "warn",
      short: "no public host name",
      says: (e) => text`It greets as ${e.greeting}, which is not a full host name in public DNS.`,
      fix: (e) => ({
        who: "server",
        does: e.ptr?.length
          ? text`Set the server's host name, preferably to its PTR name ${e.ptr}; in Postfix that is ${"myhostname"}, in Exim ${"primary_hostname"}.`
          : text`Set the server's host name to a full one in your domain; in Postfix that is ${"myhostname"}, in Exim ${"primary_hostname"}.`,
        ...(e.ptr?.[0] ? { copy: `myhostname = ${e.ptr[0]}` } : {}),
      }),
      whoCares: prose(SAME_SETTING),
    },
    masked: {
      status: "info",
      short: "overwritten by a firewall",
      says: text`A firewall overwrites the greeting with asterisks, so the host name in it cannot be read.`,
    },
    nameless: { status: "info", short: "no name in it", says: text`The greeting contains no host name.` },
    alone: {
      status: "skipped",
      short: "no PTR name to compare",
      says: (e) => text`It greets as ${e.greeting}; there is no PTR name to compare it with.`,
    },
    "not-heard": {
      status: "unknown",
      short: "not known",
      says: text`No greeting was received, so this could not be checked.`,
    },
    "not-listening": {
      status: "skipped",
      short: "no mail server answers",
      says: text`There is no greeting, because no mail server answers on port 25.`,
    },
    temperror,
    limit: ourLimit,
  },
  reproduce: (e) => connect(e.address?.[0]),
  judge({ address, reverse, smtp, serverName: { greeting } }) {
    if (smtp.connection === "closed" || smtp.connection === "not-smtp") return { outcome: "not-listening" };
    if (smtp.connection === "limit") return { outcome: "limit", evidence: { address: [address] } };
    if (smtp.connection !== "open") return { outcome: "not-heard", evidence: { address: [address] } };
    if (smtp.masked) return { outcome: "masked", evidence: { address: [address] } };
    if (!greeting || greeting.kind === "text") return { outcome: "nameless", evidence: { address: [address] } };
    const evidence = { address: [address], greeting: [greeting.text] };
    if (reverse.kind === "failed") return unanswered(reverse);
    const ptr = reverse.kind === "answer" ? reverse.records : [];
    // A name that another row calls invalid is nothing to set.
    const usable = ptr.filter((name) => nameKind(name) === "name");
    if (greeting.kind !== "name")
      return { outcome: "no-host-name", evidence: { ...evidence, ptr: usable.slice(0, 1) } };
    if (ptr.length === 0) return { outcome: "alone", evidence };
    const said = greeting.name;
    const relations = said ? ptr.map((name) => relate(name, said)) : [];
    const outcome = (["same", "same-organisation"] as const).find((each) => relations.includes(each)) ?? "unrelated";
    return { outcome, evidence: { ...evidence, ptr: (said ? nearestFirst(ptr, said) : ptr).slice(0, 3) } };
  },
});
