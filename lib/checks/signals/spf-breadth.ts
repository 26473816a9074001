import { defineSignal, rfc, temperror, unanswered } from "../define/signal.ts";
import { breadthOf } from "../formats/spf/breadth.ts";
import { senderEvidence } from "../formats/spf/spf-evidence.ts";
import { text } from "../net/safe-text.ts";
import { digFor } from "../words/commands.ts";
import { domainWords, noDomain, withoutDomain } from "../words/sending-domain-words.ts";

/** Whether the SPF record lets in far more than its owner's servers. The record's own faults are `spf-record`'s. */
export const spfBreadth = defineSignal({
  id: "spf-breadth",
  group: "authentication",
  scopes: ["domain"],
  title: "Breadth of SPF",
  why: "Every sender at an authorized address passes SPF for this domain, and so DMARC. In shared ranges that includes forgers.",
  references: [rfc(7208, "11.4"), rfc(7208, "5.6")],
  needs: ["sender", "spfRecord", "spfSenders"],
  outcomes: {
    narrow: {
      status: "pass",
      says: (e) =>
        text`The SPF record of ${domainWords(e)} contains no very wide range and no service with shared addresses.`,
    },
    wide: {
      status: "info",
      says: (e) =>
        text`The SPF record of ${domainWords(e)} authorizes ranges far wider than one sender needs: ${e.wide}. Anyone with an address there passes SPF for this domain. We know of no receiver that penalises that.`,
      fix: (e) => ({
        who: "sender-dns",
        does: text`In the record of ${e.at}, list only the addresses that send for ${e.domain}.`,
      }),
    },
    shared: {
      status: "info",
      says: (e) =>
        text`The SPF record of ${domainWords(e)} includes ${e.shared}, whose customers send from the same addresses. SPF alone cannot tell them apart; sign with DKIM as ${e.domain}.`,
    },
    everybody: {
      status: "skipped",
      says: text`The SPF record authorizes every address; see the row about the record.`,
    },
    none: { status: "skipped", says: text`There is no SPF record that could be evaluated.` },
    "no-domain": noDomain,
    temperror,
  },
  reproduce: (e) => [...new Set([...(e.domain ?? []), ...(e.at ?? [])])].flatMap((at) => digFor("TXT", at)),
  judge({ sender, spfRecord: walk, spfSenders }) {
    if (sender.domain === undefined) return withoutDomain(sender);
    if (!walk || !spfSenders) return unanswered();
    if (walk.root.lookup.kind === "failed") return unanswered(walk.root.lookup);
    const { parsed } = walk.root;
    if (!parsed || parsed.errors.length > 0) return { outcome: "none", evidence: senderEvidence(sender) };
    if (spfSenders.everybody) return { outcome: "everybody", evidence: senderEvidence(sender) };
    const { wide, shared } = breadthOf(walk);
    const evidence = {
      ...senderEvidence(sender),
      ...(wide.length > 0
        ? { wide: wide.map((one) => one.text), at: [...new Set(wide.map(({ domain }) => domain))] }
        : {}),
      ...(shared.length > 0 ? { shared } : {}),
    };
    if (wide.length > 0) return { outcome: "wide", evidence };
    // What is behind an unanswered question may be wide.
    if (spfSenders.failed.length > 0) return unanswered(...spfSenders.failed);
    return { outcome: shared.length > 0 ? "shared" : "narrow", evidence };
  },
});
