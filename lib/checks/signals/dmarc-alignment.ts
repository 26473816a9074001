import { defineSignal, type Evidence, type Fix, rfc } from "../define/signal.ts";
import { prose, type Text, text } from "../net/safe-text.ts";
import { notSeen } from "../words/sending-words.ts";

const align: Fix = {
  who: "server",
  does: text`Sign with DKIM for the domain in From. Or send with a MAIL FROM of that domain whose SPF record names this server.`,
};

const neither = (e: Evidence): Text =>
  text`Neither SPF (${e.spf}) nor DKIM (${e.dkim}) is both passed and aligned with the domain in From, ${e.from}`;

/** Whether a message passed DMARC: SPF or DKIM for the domain in From. */
export const dmarcAlignment = defineSignal({
  id: "dmarc-alignment",
  group: "message",
  scopes: ["message"],
  title: "DMARC alignment",
  why: "Readers see the domain in From. DMARC asks that SPF or DKIM passes for that domain, and not only for another one.",
  references: [rfc(9989, "4.4"), rfc(7489, "3.1")],
  needs: ["sending"],
  outcomes: {
    pass: {
      status: "pass",
      says: (e) => text`The message passes DMARC for ${e.from}: ${e.by} is aligned.`,
    },
    aligned: {
      status: "pass",
      says: (e) => text`${e.by} is aligned with ${e.from}, which has no DMARC record.`,
    },
    rejected: {
      status: "fail",
      says: (e) => text`${neither(e)}, whose DMARC policy is ${e.policy}.`,
      fix: align,
      whoCares: prose(
        "Gmail (5.7.26), Microsoft (5.7.509) and Yahoo (5.7.9) refuse mail that fails a policy of reject. With quarantine it goes to spam.",
      ),
    },
    unaligned: {
      status: "warn",
      says: (e) => text`${neither(e)}.`,
      fix: align,
      whoCares: prose(
        "Gmail, Yahoo and Microsoft require DMARC alignment from senders of 5,000 messages a day. SpamAssassin adds 0.9 points for a failed policy of none.",
      ),
    },
    "no-author": {
      status: "fail",
      says: text`The message has no From with one domain, so there is nothing to be aligned with.`,
      fix: { who: "server", does: text`Send with one From field that has one address in it.` },
      whoCares: prose(
        "Gmail refuses mail without a valid From (5.7.1). RFC 9989 lets receivers refuse several domains in it.",
      ),
    },
    temperror: {
      status: "unknown",
      says: (e) => text`DMARC for ${e.from} could not be worked out: a DNS answer is missing.`,
    },
    "not-seen": notSeen,
  },
  judge({ sending }) {
    const message = sending?.message;
    if (!message) return { outcome: "not-seen" };
    const { from, dmarc, spf, dkim } = message;
    if (!from) return { outcome: "no-author", evidence: {} };
    const evidence: Evidence = {
      from: [from],
      spf: [spf.result],
      dkim: [dkim.find(({ aligned }) => aligned)?.result ?? dkim[0]?.result ?? "none"],
      ...(dmarc.policy ? { policy: [dmarc.policy] } : {}),
    };
    const by = [...(dmarc.dkimAligned ? ["DKIM"] : []), ...(dmarc.spfAligned ? ["SPF"] : [])];
    if (by.length > 0) return { outcome: dmarc.result === "pass" ? "pass" : "aligned", evidence: { ...evidence, by } };
    // Something that was not answered may have been the aligned one.
    const open = dmarc.result === "temperror" || spf.result === "temperror";
    if (open || dkim.some(({ result, aligned }) => aligned && result === "temperror"))
      return { outcome: "temperror", evidence };
    return { outcome: dmarc.policy && dmarc.policy !== "none" ? "rejected" : "unaligned", evidence };
  },
});
