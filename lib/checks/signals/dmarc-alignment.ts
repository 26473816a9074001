import { defineSignal, type Evidence, type Fix, rfc } from "../define/signal.ts";
import { prose, type Text, text } from "../net/safe-text.ts";
import { GMAIL_GUIDELINES, OUTLOOK_POSTMASTER, YAHOO_GUIDELINES } from "../words/receiver-rules.ts";
import { notSeen } from "../words/sending-words.ts";

const align: Fix = {
  who: "server",
  does: text`Sign with DKIM for the domain in From. Or use that domain in MAIL FROM, and let its SPF record authorize this server.`,
};

const neither = (e: Evidence): Text =>
  text`The domain in From is ${e.from}, and neither SPF (${e.spf}) nor DKIM (${e.dkim}) passes for a domain aligned with it.`;

/** Whether a message passed DMARC: SPF or DKIM for the domain in From. */
export const dmarcAlignment = defineSignal({
  id: "dmarc-alignment",
  group: "message",
  scopes: ["message"],
  title: "DMARC alignment",
  why: "Readers see the domain in From. DMARC requires SPF or DKIM to pass for that domain, not for some other one.",
  references: [rfc(9989, "4.4"), rfc(7489, "3.1"), GMAIL_GUIDELINES, YAHOO_GUIDELINES, OUTLOOK_POSTMASTER],
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
      says: (e) => text`${neither(e)} The DMARC policy is ${e.policy}.`,
      fix: align,
      whoCares: prose(
        "Gmail (550 5.7.26), Microsoft (550 5.7.509) and Yahoo (554 5.7.9) refuse mail that fails a policy of reject. With quarantine it goes to spam.",
      ),
    },
    unaligned: {
      status: "warn",
      says: neither,
      fix: align,
      whoCares: prose(
        "Gmail, Yahoo and Microsoft's consumer mailboxes require an aligned pass from bulk senders. SpamAssassin adds 0.9 points where a policy of none fails.",
      ),
    },
    "no-author": {
      status: "fail",
      says: text`The message has no From field with exactly one domain, so DMARC cannot be evaluated.`,
      fix: { who: "server", does: text`Send with one From field that contains one address.` },
      whoCares: prose("Gmail refuses mail without a valid From, or with several addresses in it (550 5.7.1)."),
    },
    temperror: {
      status: "unknown",
      says: (e) => text`DMARC for ${e.from} could not be evaluated, because a DNS query got no answer.`,
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
