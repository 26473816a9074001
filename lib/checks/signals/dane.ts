import {
  defineSignal,
  type Evidence,
  type Exhibit,
  ourLimit,
  rfc,
  shell,
  temperror,
  unanswered,
} from "../define/signal.ts";
import type { DaneStanding, MxHostTls, RecordStanding } from "../findings/receiving-tls.ts";
import { written } from "../formats/receiving/tlsa.ts";
import { prose, type Text, text } from "../net/safe-text.ts";
import { noDomain, withoutDomain } from "../words/sending-domain-words.ts";

const HELD = prose(
  "Senders that validate DANE, such as Postfix with smtp_tls_security_level = dane, hold mail to this domain until the record and the certificate match.",
);

/** Why none of the records holds, where one nearly does. */
const REASONS: Readonly<Record<string, string>> = {
  "wrong-name": " A record names a CA in its chain, but the certificate is for other hosts",
  "out-of-date": " A record names a CA in its chain, but a certificate in that chain has expired or is not valid yet",
  "own-as-authority":
    " A record names the server's own certificate with usage 2 (DANE-TA), which is for CAs; the server's own needs usage 3 (DANE-EE)",
};
const reason = (e: Evidence): Text => {
  const words = REASONS[e.because?.[0] ?? ""];
  return words ? prose(`${words}.`) : [];
};
const unsignedMx = (e: Evidence): Text =>
  e.unsignedMx?.length ? prose(" The MX records themselves are not signed, which weakens the protection.") : [];
const otherKeys = (e: Evidence): Text =>
  e.others?.length
    ? text` There are also records that match nothing: ${e.others}. That is normal during a key rollover.`
    : [];

/** Whether the mail hosts pin their certificates in signed DNS, and whether the pins hold. */
export const dane = defineSignal({
  id: "dane",
  group: "receiving",
  scopes: ["domain"],
  title: "DANE",
  why: "TLSA records in a signed zone say which certificate a mail host must present. If none matches, senders that validate DANE hold the mail.",
  references: [rfc(7672, "3.1"), rfc(7672, "2.2"), rfc(6698, "2.1")],
  needs: ["sender", "mx", "dane", "receivingTls", "validation"],
  outcomes: {
    matches: {
      status: "pass",
      says: (e) =>
        text`The TLSA records of ${e.hosts} are signed, and match every certificate we saw.${otherKeys(e)}${unsignedMx(e)}`,
    },
    published: {
      status: "pass",
      says: (e) =>
        text`The TLSA records of ${e.hosts} are signed and well-formed. Nameplate does not compare records of this kind with certificates.`,
    },
    "some-hosts": {
      status: "info",
      says: (e) =>
        text`${e.hosts} has signed TLSA records, ${e.without} has none: DANE protects only mail to the first.${unsignedMx(e)}`,
    },
    absent: {
      status: "info",
      says: (e) =>
        text`No mail host of ${e.domain} has TLSA records. Most domains have none; senders then use opportunistic TLS.`,
    },
    unsigned: {
      status: "info",
      says: (e) =>
        text`There are TLSA records for ${e.unsigned}, but they are not secured by DNSSEC: our resolver did not set the AD flag. Senders ignore such records.`,
    },
    unusable: {
      status: "warn",
      says: (e) =>
        text`The TLSA records of ${e.host} are unusable for SMTP: ${e.records}. Only usages 2 and 3 count, with a digest of the right length (RFC 7672, section 3.1).`,
      fix: {
        who: "forward-dns",
        does: text`Publish records with usage 3, selector 1, matching type 1 (${"3 1 1"}): the SHA-256 of the server's public key.`,
      },
      whoCares: prose("Senders that validate DANE require TLS, but accept any certificate."),
    },
    mismatch: {
      status: "fail",
      says: (e) => text`The certificate of ${e.host} at ${e.address} matches none of its TLSA records.${reason(e)}`,
      fix: (e) => ({
        who: "forward-dns",
        does: text`Publish a TLSA record for the key in use, and remove records for keys you no longer use. At the next key rollover, publish the new key's record beside the old one first, and change the key when the old TTL has passed.`,
        ...(e.host?.[0] && e.key?.[0] ? { copy: `_25._tcp.${e.host[0]}.  3600  IN  TLSA  3 1 1 ${e.key[0]}` } : {}),
      }),
      whoCares: HELD,
    },
    "no-tls": {
      status: "fail",
      says: (e) => text`${e.host} has signed TLSA records, but no TLS session could be established with ${e.address}.`,
      fix: (e) => ({
        who: "server",
        does: text`Enable STARTTLS at ${e.address} and check that the handshake works, or remove the TLSA records of ${e.host}.`,
      }),
      whoCares: HELD,
    },
    "weaker-digest": {
      status: "warn",
      says: (e) =>
        text`Of the TLSA records of ${e.host} only one with a weaker digest matches the certificate at ${e.address}. Senders ignore it, because there is also one with a stronger digest (RFC 7671, section 9).`,
      fix: (e) => ({
        who: "forward-dns",
        does: text`Publish every key with each matching type in use, or use matching type 1 only.`,
        ...(e.host?.[0] && e.key?.[0] ? { copy: `_25._tcp.${e.host[0]}.  3600  IN  TLSA  3 1 1 ${e.key[0]}` } : {}),
      }),
      whoCares: HELD,
    },
    bogus: {
      status: "fail",
      says: (e) =>
        text`The answer for ${e.question} fails DNSSEC validation, so senders that validate DANE do not deliver to ${e.host}.`,
      fix: (e) => ({
        who: "server",
        does: text`Re-sign the zone of ${e.host}, or have the DS record in the parent zone corrected or removed.`,
      }),
      whoCares: prose(
        "Senders that validate DANE hold mail until the zone validates again. Where its address records fail as well, so do all others behind a validating resolver.",
      ),
    },
    "not-validating": {
      status: "unknown",
      says: (e) =>
        text`There are TLSA records for ${e.unsigned}, but our resolver does not validate DNSSEC, or its AD flag does not reach us. So we cannot say whether they are signed.`,
    },
    "not-comparable": {
      status: "unknown",
      says: (e) =>
        text`The TLSA records of ${e.host} are signed, but name a CA whose certificate ${e.address} does not send. We could not compare them.`,
    },
    "not-compared": {
      status: "unknown",
      says: (e) =>
        text`The TLSA records of ${e.host} are signed and well-formed, but we saw no certificate from ${e.address} to compare them with.`,
    },
    "not-receiving": {
      status: "skipped",
      says: (e) => text`${e.domain} has no mail host that could have TLSA records.`,
    },
    "no-domain": noDomain,
    temperror,
    limit: ourLimit,
  },
  reproduce: (e) => (e.asked ?? []).slice(0, 3).map((host) => `dig +dnssec -t TLSA -q ${shell(`_25._tcp.${host}`)}`),
  judge({ sender, mx, dane, receivingTls, validation }) {
    if (sender.domain === undefined) return withoutDomain(sender);
    if (!mx || !dane) return unanswered();
    if (mx.mx.kind === "failed") return unanswered(mx.mx);
    const { hosts } = receivingTls;
    const base: Evidence = { domain: [dane.domain], asked: hosts.map(({ name }) => name) };
    if (hosts.length === 0) return { outcome: "not-receiving", evidence: base };

    const exhibit = table(hosts);
    const signed = hosts.flatMap((host) => (host.dane.kind === "secure" ? [{ ...host, dane: host.dane }] : []));
    const evidence: Evidence = { ...base, hosts: signed.map(({ name }) => name) };
    const found = (more: Evidence) => ({
      evidence: { ...evidence, ...more },
      ...(exhibit.rows.length > 0 ? { exhibit } : {}),
    });
    // What stops mail is said first: what else is not known does not take it back.
    const bogus = hosts.find((host) => host.dane.kind === "bogus");
    if (bogus?.dane.kind === "bogus")
      return {
        outcome: "bogus",
        ...found({ host: [bogus.name], question: bogus.dane.lookups.map(({ name, type }) => `${name} ${type}`) }),
      };
    for (const [result, outcome] of [
      ["mismatch", "mismatch"],
      ["no-tls", "no-tls"],
      ["weaker-match", "weaker-digest"],
    ] as const) {
      const bad = signed.find((host) => host.dane.result === result);
      const at = bad?.dane.addresses.find((each) => each.result === result);
      if (bad && at)
        return {
          outcome,
          ...found({
            host: [bad.name],
            address: [at.address],
            key: at.key ? [at.key] : [],
            because: at.because ? [at.because] : [],
          }),
        };
    }
    const unusable = hosts.find((host) => host.dane.kind === "unusable");
    if (unusable)
      return { outcome: "unusable", ...found({ host: [unusable.name], records: recordsOf(unusable.dane) }) };
    const open = hosts.filter((host) => host.dane.kind === "failed");
    if (open.length > 0)
      return unanswered(...open.flatMap((host) => (host.dane.kind === "failed" ? host.dane.lookups : [])).slice(0, 3));
    if (hosts.every((host) => host.dane.kind === "absent")) return { outcome: "absent", evidence: base };

    const unasked = signed.filter((host) => host.dane.result === "not-asked").flatMap((host) => host.unasked);
    if (unasked.length > 0) return { outcome: "limit", ...found({ unasked }) };
    const unseen = signed.find((host) => host.dane.result !== "match");
    if (unseen) {
      const at = unseen.dane.addresses.filter(({ result }) => result === unseen.dane.result);
      return {
        outcome: unseen.dane.result === "not-comparable" ? "not-comparable" : "not-compared",
        ...found({ host: [unseen.name], address: at.slice(0, 1).map(({ address }) => address) }),
      };
    }
    if (signed.length === 0) {
      const named = hosts.filter((host) => host.dane.kind === "insecure").map(({ name }) => name);
      if (validation.kind === "failed") return unanswered(validation);
      return { outcome: validation.authenticated ? "unsigned" : "not-validating", ...found({ unsigned: named }) };
    }
    const more: Evidence = {
      others: signed.flatMap((host) => rollover(host.dane.records)),
      unsignedMx: signed.some((host) => !host.dane.mxSigned) ? [dane.domain] : [],
    };
    const without = hosts.filter((host) => host.dane.kind !== "secure").map(({ name }) => name);
    if (without.length > 0) return { outcome: "some-hosts", ...found({ ...more, without }) };
    return { outcome: "matches", ...found(more) };
  },
});

/** Records for a key that is not in use (any more, or yet), beside one that is. */
const rollover = (records: readonly RecordStanding[]): string[] =>
  records.filter(({ result }) => result === "other").map(({ record }) => written(record));

const recordsOf = (standing: DaneStanding): string[] =>
  "records" in standing ? standing.records.slice(0, 5).map(({ record }) => written(record)) : [];

const table = (hosts: readonly MxHostTls[]): Extract<Exhibit, { kind: "table" }> => ({
  kind: "table",
  columns: ["Host", "TLSA record", "Signed", "Compared"],
  rows: hosts.flatMap(({ name, dane }) =>
    "records" in dane
      ? dane.records
          .slice(0, 10)
          .map(({ record, result }) => [name, written(record), dane.kind === "insecure" ? "no" : "yes", result])
      : [],
  ),
});
