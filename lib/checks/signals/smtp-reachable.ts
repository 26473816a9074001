import { defineSignal, ourLimit, rfc } from "../define/signal.ts";
import { text } from "../net/safe-text.ts";
import { connect } from "../words/commands.ts";

/** Whether the server speaks to us on port 25, and if not, what kind of silence it is. */
export const smtpReachable = defineSignal({
  id: "smtp-reachable",
  group: "greeting",
  scopes: ["server", "receiver"],
  title: "Answers on port 25",
  why: "What a server calls itself can be heard only from a server that answers. One that only sends may be silent.",
  references: [rfc(5321, "3.1"), rfc(5321, "4.3.1")],
  needs: ["address", "smtp"],
  outcomes: {
    open: { status: "pass", says: (e) => text`It answers on port 25 with ${e.greeting}.` },
    closed: {
      status: "info",
      says: text`Nothing listens on port 25: the connection was turned down. That is fine for a server that only sends.`,
    },
    refused: {
      status: "info",
      says: (e) => text`It is there and refused to talk to us: ${e.greeting}. It may only serve hosts it knows.`,
    },
    "refused-for-now": {
      status: "unknown",
      says: (e) => text`It asked us to come back later: ${e.greeting}. What it calls itself could not be heard.`,
    },
    "not-smtp": {
      status: "info",
      says: (e) =>
        text`Something other than a mail server answers on port 25${e.greeting?.length ? text`: ${e.greeting}` : []}.`,
    },
    filtered: {
      status: "unknown",
      says: text`No answer to our connection on port 25, neither yes nor no. A firewall may drop it, or the server only sends; we cannot tell.`,
    },
    tarpit: {
      status: "unknown",
      says: (e) =>
        text`It took the connection and then sent no complete greeting within ${e.waited}. Real senders wait longer than we do.`,
    },
    dropped: { status: "unknown", says: text`It took the connection and closed it without a word.` },
    "blocked-here": {
      status: "unknown",
      says: text`Port 25 is blocked at our side: no mail server answers us at the moment. This says nothing about yours.`,
    },
    "no-route": {
      status: "unknown",
      says: text`We have no route to this address from here, so its mail service could not be asked.`,
    },
    stopped: { status: "unknown", says: text`The check was stopped before the server was asked.` },
    limit: ourLimit,
  },
  reproduce: (e) => connect(e.address?.[0], "-v "),
  judge({ address, smtp }) {
    const { greeting, transcript } = smtp;
    // What is no SMTP reply is no greeting either, and stands in the transcript alone.
    const said = greeting
      ? (greeting.lines[0] ?? String(greeting.code))
      : transcript.find((line) => line.startsWith("S: "))?.slice(3);
    const evidence = {
      address: [address],
      ...(said ? { greeting: [said] } : {}),
      ...(smtp.detail ? { detail: [smtp.detail] } : {}),
      waited: [`${Math.max(1, Math.round(smtp.ms / 1000))} s`],
    };
    switch (smtp.connection) {
      case "refused": {
        const lasting = (smtp.greeting?.code ?? 0) >= 500;
        return { outcome: lasting ? "refused" : "refused-for-now", evidence };
      }
      case "forbidden":
      case "cancelled":
        return { outcome: "stopped", evidence };
      case "limit":
        return { outcome: "limit", evidence: { address: [address] } };
      default:
        return { outcome: smtp.connection, evidence };
    }
  },
});
