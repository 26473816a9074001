import { defineSignal, type Evidence, rfc, temperror, unanswered } from "../define/signal.ts";
import type { DmarcPolicy, DmarcReportHost } from "../facts/dmarc.ts";
import type { FailedLookup } from "../facts/lookup.ts";
import { type Discovery, discover } from "../formats/dmarc/discovery.ts";
import { isDmarc, parseDmarc } from "../formats/dmarc/dmarc-record.ts";
import { repairDmarc } from "../formats/dmarc/dmarc-repair.ts";
import type { ReportAddress } from "../formats/dmarc/report-address.ts";
import { txtLine } from "../formats/spf/publish.ts";
import { senderEvidence } from "../formats/spf/spf-evidence.ts";
import { isWithin } from "../net/domain-name.ts";
import { readable } from "../net/octets.ts";
import { prose, text } from "../net/safe-text.ts";
import { digFor } from "../words/commands.ts";
import { aliasEvidence, putAt } from "../words/published.ts";
import { domainWords, noDomain, withoutDomain } from "../words/sending-domain-words.ts";

/** Whether DMARC reports can arrive where the policy wants them. */
export const dmarcReports = defineSignal({
  id: "dmarc-reports",
  group: "authentication",
  scopes: ["domain"],
  title: "DMARC reports",
  why: "Reports show which servers send as a domain and whether their mail passes. A host in another organization receives them only if its DNS authorizes that.",
  references: [rfc(9989, "4.6"), rfc(9990, "4"), rfc(9991)],
  needs: ["sender", "dmarc"],
  outcomes: {
    arrive: {
      status: "pass",
      says: (e) => text`Reports go to ${e.to}${e.outside?.length ? text`; ${e.outside} has authorized that` : []}.`,
    },
    unauthorized: {
      status: "warn",
      says: (e) =>
        text`Reports to ${e.to} will not be sent: ${e.host} is in another organization and publishes no record that accepts reports about ${e.at}.`,
      fix: (e) => ({
        who: "sender-dns",
        does: text`Ask the operator of ${e.host} to publish this record, or send reports to an address in your own domain.`,
        ...(e.question?.[0] ? { copy: txtLine(e.question[0], "v=DMARC1") } : {}),
      }),
      whoCares: prose(
        "Mail itself is not affected. Receivers that send DMARC reports skip such an address, as RFC 9990 tells them to.",
      ),
    },
    unreadable: {
      status: "warn",
      says: (e) => text`The policy asks for reports, but ${e.wrong} is not an address for reports.`,
      fix: (e) =>
        putAt(
          e,
          `_dmarc.${e.at?.[0]}`,
          e.proposed?.[0]
            ? text`Replace the record at ${`_dmarc.${e.at?.[0]}`} with this one, which has the address as a URI.`
            : text`Write the address as a URI, several separated by commas: ${`rua=mailto:dmarc-reports@${e.domain?.[0] ?? "example.com"}`}.`,
          e.proposed?.[0],
        ),
      whoCares: prose(
        "Mail itself is not affected. Receivers that send DMARC reports have no address to send them to.",
      ),
    },
    "not-asked": {
      status: "info",
      says: (e) =>
        text`The DMARC policy for ${domainWords(e)} asks for no reports, so you will not learn who else sends as your domain.`,
    },
    "no-policy": { status: "skipped", says: text`There is no DMARC policy, so no reports are requested.` },
    "no-domain": noDomain,
    temperror,
  },
  reproduce: (e) => (e.question ?? []).flatMap((name) => (name.includes(" ") ? [] : digFor("TXT", name))),
  judge({ sender, dmarc }) {
    if (sender.domain === undefined) return withoutDomain(sender);
    if (!dmarc) return unanswered();
    const found = discover(dmarc.walk);
    const { applied, organization, failed } = found;
    if (!applied) return failed ? unanswered(failed) : { outcome: "no-policy" };
    const { rua, ruf, flaws } = applied.record;
    const evidence: Evidence = { ...senderEvidence(sender), at: [applied.domain], to: uris(rua) };
    const wrong = flaws.flatMap(({ text: written }) => (/^ru[af]=/.test(written) ? [written] : []));
    if (rua.length === 0)
      return wrong.length > 0
        ? { outcome: "unreadable", evidence: { ...evidence, wrong: wrong.map(readable), ...mended(applied, dmarc) } }
        : { outcome: "not-asked", evidence };

    const outside = [...rua, ...ruf].filter(({ host }) => !isWithin(host, organization ?? applied.domain));
    const states = dmarc.reportHosts.map((host) => ({ host: host.host, state: stateOf(host, found) }));
    const open = states.flatMap(({ state }) => (typeof state === "object" ? [state] : []));
    if (open.length > 0) return unanswered(...open.slice(0, 3));
    const refused = states.filter(({ state }) => state === "refused").map(({ host }) => host);
    if (refused.length > 0) {
      const lost = outside.filter(({ host }) => refused.includes(host));
      const question = refused.map((host) => `${applied.domain}._report._dmarc.${host}`);
      return { outcome: "unauthorized", evidence: { ...evidence, to: uris(lost), host: refused, question } };
    }
    const agreed = states.flatMap(({ host, state }) => (state === "agreed" ? [host] : []));
    return { outcome: "arrive", evidence: { ...evidence, outside: agreed } };
  },
});

/** The record with its addresses as URIs, and the alias that keeps it from being published where it stands. */
function mended({ domain, record }: NonNullable<Discovery["applied"]>, { walk }: DmarcPolicy): Evidence {
  const proposed = repairDmarc(record.text);
  const station = walk.find((step) => step.domain === domain);
  return {
    ...(station ? aliasEvidence(station.lookup) : {}),
    ...(proposed?.includes("rua=") ? { proposed: [proposed] } : {}),
  };
}

const uris = (addresses: readonly ReportAddress[]): string[] => addresses.slice(0, 10).map(({ uri }) => uri);

/** RFC 9990 section 4, or the question without an answer on which it depends. */
function stateOf(
  { host, authorization, walk }: DmarcReportHost,
  { organization, failed }: Discovery,
): "own" | "agreed" | "refused" | FailedLookup {
  const its = discover(walk);
  if (organization && its.organization === organization) return "own";
  const texts = authorization.kind === "answer" ? authorization.records.filter(isDmarc) : [];
  // A record there may name another address, of the same host; one that names another host undoes itself.
  if (texts.length > 0 && texts.every((each) => parseDmarc(each).rua.every((to) => to.host === host))) return "agreed";
  // A name that is too long for the DNS cannot be asked for, and so nobody has agreed under it.
  if (authorization.kind === "failed" && authorization.name.length <= 253) return authorization;
  return failed ?? its.failed ?? "refused";
}
