import { defineSignal, type Evidence, type Fix, rfc } from "../define/signal.ts";
import { isNaming } from "../net/name-kind.ts";
import { prose, type Text, text } from "../net/safe-text.ts";
import { POSTFIX_PARAMETERS } from "../words/receiver-rules.ts";
import { notSeen } from "../words/sending-words.ts";

const ordered: Fix = {
  who: "server",
  does: text`Let the sending program wait for the greeting, and then for each reply. Mail servers do; scripts and some appliances do not.`,
};

const said = (e: Evidence): Text => text`When it sent, it said ${e.verb} ${e.helo}`;

/** How a server introduced itself when it sent to us. What the name is worth is `ehlo-name`'s. */
export const sendingEhlo = defineSignal({
  id: "sending-ehlo",
  group: "greeting",
  scopes: ["session"],
  title: "EHLO when it sends",
  why: "Receivers judge the EHLO argument of the sending session, not the name that the server answers with when it receives. A client that does not wait for the greeting is taken for a spam program.",
  references: [
    rfc(5321, "4.1.1.1"),
    rfc(5321, "4.3.1"),
    rfc(2920, "3.1"),
    POSTFIX_PARAMETERS,
    {
      label: "Exim: smtp_enforce_sync",
      url: "https://www.exim.org/exim-html-current/doc/html/spec_html/ch-main_configuration.html",
    },
  ],
  needs: ["address", "sending", "serverName"],
  outcomes: {
    same: { status: "pass", says: (e) => text`${said(e)}, the name with which it answers EHLO when it receives.` },
    other: {
      status: "info",
      says: (e) => text`${said(e)}; when it receives, it answers EHLO as ${e.answered}.`,
    },
    seen: {
      status: "info",
      says: (e) => text`${said(e)}. There is no EHLO answer of its own to compare that with.`,
    },
    early: {
      status: "fail",
      says: (e) => text`${said(e)}, before this service had greeted it.`,
      fix: ordered,
      whoCares: prose(
        "Exim refuses with “554 SMTP synchronization error” unless smtp_enforce_sync is off. Postscreen refuses with “550 5.5.1 Protocol error” where postscreen_greet_action is enforce; drop answers 521.",
      ),
    },
    pipelined: {
      status: "fail",
      says: (e) =>
        text`${said(e)}, and sent commands without waiting for replies, although PIPELINING was not offered.`,
      fix: ordered,
      whoCares: prose(
        "Exim refuses with “554 SMTP synchronization error” unless smtp_enforce_sync is off. Postfix 3.9 and later disconnects with “554 5.5.0 Error: SMTP protocol synchronization”, unless smtpd_forbid_unauth_pipelining is off. Postscreen refuses where postscreen_pipelining_enable is on.",
      ),
    },
    "not-seen": notSeen,
  },
  judge({ address, sending, serverName: { answered } }) {
    if (!sending) return { outcome: "not-seen" };
    const { verb, helo, earlyTalker, pipelined } = sending;
    const evidence: Evidence = { address: [address], verb: [verb], helo: [helo] };
    if (earlyTalker) return { outcome: "early", evidence };
    if (pipelined) return { outcome: "pipelined", evidence };
    const own = answered && isNaming(answered) ? answered.text : undefined;
    if (own === undefined) return { outcome: "seen", evidence };
    const isSame = own.toLowerCase().replace(/\.$/, "") === helo.trim().toLowerCase().replace(/\.$/, "");
    return { outcome: isSame ? "same" : "other", evidence: { ...evidence, answered: [own] } };
  },
});
