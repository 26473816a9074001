import { defineSignal, rfc, temperror, unanswered } from "../define/signal.ts";
import { text } from "../net/safe-text.ts";
import { digFor } from "../words/commands.ts";

/** Whether the postmaster of the server's own domain can be written to: is there a place for the mail at all. */
export const roleMailboxes = defineSignal({
  id: "role-mailboxes",
  group: "control",
  scopes: ["server"],
  title: "Postmaster and abuse addresses",
  why: "Complaints about a server go to postmaster or abuse at the domain of its name (RFC 2142). We check only whether that domain accepts mail, not whether the mailboxes exist.",
  references: [rfc(2142, "4"), rfc(2142, "5"), rfc(5321, "4.5.1"), rfc(7505, "3")],
  needs: ["forwardConfirmation", "ptrDomainMail"],
  outcomes: {
    reachable: {
      status: "pass",
      says: (e) =>
        text`Mail to ${e.postmaster} and ${e.abuse} goes to ${e.hosts?.length ? e.hosts : e.domain}. Whether the mailboxes exist was not tested.`,
    },
    "null-mx": {
      status: "info",
      says: (e) =>
        text`The domain of the PTR name, ${e.domain}, has a null MX, so nobody can write to ${e.postmaster}. No receiver checks that automatically; blocklist operators and postmasters notice it when there is trouble.`,
      fix: (e) => ({
        who: "forward-dns",
        does: text`If ${e.domain} can accept mail, replace its null MX with a host that has the mailboxes postmaster and abuse.`,
      }),
    },
    none: {
      status: "info",
      says: (e) =>
        text`The domain of the PTR name, ${e.domain}, cannot receive mail, so nobody can write to ${e.postmaster} or ${e.abuse}. No receiver checks that automatically; blocklist operators and postmasters notice it when there is trouble.`,
      fix: (e) => ({
        who: "forward-dns",
        does: text`Publish an MX record for ${e.domain} that names a host with the mailboxes postmaster and abuse.`,
      }),
    },
    "no-own-name": {
      status: "skipped",
      says: text`The address has no PTR name in a registered domain of its operator, so there is no postmaster address to check.`,
    },
    temperror,
  },
  reproduce: (e) => digFor("MX", e.domain?.[0]),
  judge({ forwardConfirmation: { reverse }, ptrDomainMail: found }) {
    if (reverse.kind === "failed") return unanswered(reverse);
    if (!found) return { outcome: "no-own-name" };
    const { name, domain, mx, addresses = [] } = found;
    if (mx.kind === "failed") return unanswered(mx);
    const evidence = {
      name: [name],
      domain: [domain],
      postmaster: [`postmaster@${domain}`],
      abuse: [`abuse@${domain}`],
    };
    if (mx.kind === "answer") {
      const hosts = mx.records.map(({ exchange }) => exchange).filter((exchange) => exchange !== ".");
      return {
        outcome: hosts.length > 0 ? "reachable" : "null-mx",
        evidence: { ...evidence, hosts: hosts.slice(0, 3) },
      };
    }
    if (addresses.some(({ kind }) => kind === "answer")) return { outcome: "reachable", evidence };
    const open = addresses.filter(({ kind }) => kind === "failed");
    return open.length > 0 ? unanswered(...open) : { outcome: "none", evidence };
  },
});
