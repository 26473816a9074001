import { defineSignal, type Evidence, reasonsWords, rfc, temperror, unanswered } from "../define/signal.ts";
import { count, prose, text } from "../net/safe-text.ts";
import { digFor } from "../words/commands.ts";

const NO_ADDRESS = prose(
  "A server with this name in its PTR record or EHLO cannot be identified by it, and some receivers do not accept its mail.",
);

/** Whether a host name has addresses at all, and public ones. */
export const hostAddresses = defineSignal({
  id: "host-addresses",
  group: "reverse",
  scopes: ["host"],
  title: "Addresses of the name",
  why: "Receivers see addresses, not names. Every address of the host is checked separately.",
  references: [rfc(5321, "5.1"), rfc(1123, "2.1")],
  needs: ["host", "hostAddresses"],
  outcomes: {
    found: {
      status: "pass",
      says: (e) =>
        text`${e.host} has ${count(many(e), "address", "addresses")}${e.lookedAt?.length ? text` (${prose(e.lookedAt[0] ?? "")} checked, which is our limit)` : []}: ${e.reachable}.`,
    },
    incomplete: {
      status: "unknown",
      says: (e) =>
        text`${e.host} has ${count(many(e), "address", "addresses")} that we know of: ${e.reachable}. Whether it has more could not be checked: ${e.question} got no answer, because ${reasonsWords(e.reason)}.`,
    },
    "some-private": {
      status: "warn",
      says: (e) => text`${e.host} resolves to ${e.reachable}, and also to ${e.refused}, which no receiver can reach.`,
      fix: (e) => ({ who: "forward-dns", does: text`Remove the address record ${e.refused} from ${e.host}.` }),
      whoCares: prose(
        "Mail to this host, and receivers that look up the EHLO name, may get the address that is not public.",
      ),
    },
    "only-private": {
      status: "fail",
      says: (e) =>
        text`${e.host} resolves only to ${e.refused}, which is not public: nothing can be checked from outside.`,
      fix: (e) => ({
        who: "forward-dns",
        does: text`Publish the public address of ${e.host}, or check that address itself.`,
      }),
      whoCares: prose(
        "Receivers outside your network cannot tell your mail server by this name, and some do not accept its mail.",
      ),
    },
    own: {
      status: "unknown",
      says: (e) =>
        e.own
          ? text`${e.host} resolves to ${e.own}, an address of this service, which it does not check.`
          : text`${e.host} resolves to ${e.optedOut}, whose holder asked this service not to check it.`,
    },
    none: {
      status: "fail",
      says: (e) => text`${e.host} exists, but has no address record.`,
      fix: (e) => ({
        who: "forward-dns",
        does: text`Publish an A or AAAA record for ${e.host}, with the address of your mail server. Or, if your mail server has another name, check that one.`,
      }),
      whoCares: NO_ADDRESS,
    },
    nxdomain: {
      status: "fail",
      says: (e) => text`${e.host} does not exist in public DNS.`,
      fix: (e) => ({
        who: "forward-dns",
        does: text`Check the spelling, or publish an A or AAAA record for ${e.host} with the address of your mail server.`,
      }),
      whoCares: NO_ADDRESS,
    },
    temperror,
  },
  reproduce: (e) => [...digFor("A", e.host?.[0]), ...digFor("AAAA", e.host?.[0])],
  judge({ host, hostAddresses: { a, aaaa, reachable, refused, own = [], optedOut = [], room } }) {
    const evidence = {
      host: [host],
      reachable,
      many: [String(reachable.length)],
      ...(room !== undefined && reachable.length > room ? { lookedAt: [String(room)] } : {}),
      refused: refused.map(({ address }) => address),
    };
    if (reachable.length > 0 && refused.length > 0) return { outcome: "some-private", evidence };
    if (a.kind === "failed" || aaaa.kind === "failed") {
      const open = unanswered(a, aaaa);
      // Those that are reachable are known; that these are all is not.
      return reachable.length > 0 ? { outcome: "incomplete", evidence: { ...evidence, ...open.evidence } } : open;
    }
    if (reachable.length > 0) return { outcome: "found", evidence };
    if (own.length > 0) return { outcome: "own", evidence: { ...evidence, own } };
    if (optedOut.length > 0) return { outcome: "own", evidence: { ...evidence, optedOut } };
    if (refused.length > 0) return { outcome: "only-private", evidence };
    return { outcome: a.kind === "nxdomain" || aaaa.kind === "nxdomain" ? "nxdomain" : "none", evidence };
  },
});

/** How many there are: a very long list of them may be cut in the evidence. */
const many = (e: Evidence): number => Number(e.many?.[0] ?? e.reachable?.length ?? 0);
