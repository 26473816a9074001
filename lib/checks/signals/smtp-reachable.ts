import { defineSignal, ourLimit, rfc } from "../define/signal.ts";
import { text } from "../net/safe-text.ts";
import { connect } from "../words/commands.ts";

/** Whether the server speaks to us on port 25, and if not, what kind of silence it is. */
export const smtpReachable = defineSignal({
  id: "smtp-reachable",
  group: "greeting",
  scopes: ["server", "receiver"],
  title: "Answers on port 25",
  why: "A server's greeting and EHLO name are visible only if it answers on port 25. A server that only sends need not answer.",
  references: [rfc(5321, "3.1"), rfc(5321, "4.3.1")],
  needs: ["address", "smtp"],
  outcomes: {
    open: { status: "pass", says: (e) => text`It answers on port 25 with ${e.greeting}.` },
    closed: {
      status: "info",
      says: text`Port 25 is closed: the connection was refused. That is fine for a server that only sends.`,
    },
    refused: {
      status: "info",
      says: (e) => text`It refused our session: ${e.greeting}. It may accept only known hosts.`,
    },
    "refused-for-now": {
      status: "unknown",
      says: (e) => text`It answered with a temporary error: ${e.greeting}. Its EHLO name could not be seen.`,
    },
    "not-smtp": {
      status: "info",
      says: (e) =>
        text`Something other than a mail server answers on port 25${e.greeting?.length ? text`: ${e.greeting}` : []}.`,
    },
    filtered: {
      status: "unknown",
      says: text`Our connection to port 25 timed out. A firewall may drop it, or the server only sends.`,
    },
    tarpit: {
      status: "unknown",
      says: (e) =>
        text`It accepted the connection, but sent no complete greeting within ${e.waited}. Mail servers wait longer than we do.`,
    },
    dropped: { status: "unknown", says: text`It accepted the connection and closed it without a greeting.` },
    "blocked-here": {
      status: "unknown",
      says: text`Port 25 is blocked on our side: no mail server is reachable from here at the moment. This says nothing about yours.`,
    },
    "no-route": {
      status: "unknown",
      says: text`There is no route from here to this address, so its mail server could not be asked.`,
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
