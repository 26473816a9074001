import type { DaneHost } from "../facts/receiving.ts";
import { isUsable, matches, written } from "../receiving/tlsa.ts";
import { noDomain, withoutDomain } from "../sending-domain.ts";
import { defineSignal, type Evidence, type Exhibit, ourLimit, rfc, shell, temperror, unanswered } from "../signal.ts";
import { prose, text } from "../text.ts";

const KEPT_BACK = prose(
  "Senders that follow DANE, Postfix with smtp_tls_security_level = dane for instance: they keep mail back until the record and the certificate agree.",
);

/** What one address of a host showed against the host's records. */
type Comparison = "match" | "mismatch" | "no-tls" | "not-comparable" | "not-seen" | "not-asked";

/** Whether the mail hosts pin their certificates in signed DNS, and whether the pins hold. */
export const dane = defineSignal({
  id: "dane",
  group: "receiving",
  scopes: ["domain"],
  title: "DANE",
  why: "With TLSA records under DNSSEC a mail host says which certificate senders must see. A record that does not match stops mail.",
  references: [rfc(7672, "3.1"), rfc(6698, "2.1")],
  needs: ["sender", "mx", "dane"],
  outcomes: {
    matches: {
      status: "pass",
      says: (e) => text`The TLSA records of ${e.hosts} are signed, and every certificate we saw is the one they name.`,
    },
    published: {
      status: "pass",
      says: (e) =>
        text`The TLSA records of ${e.hosts} are signed and in order. They are of a kind that we do not compare with certificates.`,
    },
    "some-hosts": {
      status: "info",
      says: (e) =>
        text`${e.hosts} has signed TLSA records, ${e.without} has none: senders that follow DANE are protected only on the way to the first.`,
    },
    absent: {
      status: "info",
      says: (e) =>
        text`No mail host of ${e.domain} has TLSA records. Most have none; senders then encrypt where it works.`,
    },
    unsigned: {
      status: "info",
      says: (e) =>
        text`There are TLSA records for ${e.unsigned}, but the resolver we asked does not vouch for them and the way there (DNSSEC). Without that, senders pass over them.`,
    },
    unusable: {
      status: "warn",
      says: (e) =>
        text`The TLSA records of ${e.host} are none that mail servers use: ${e.records}. Usages 2 and 3 count, with a digest of its proper length.`,
      fix: {
        who: "server",
        does: text`Publish records with usage 3, selector 1, matching type 1 (${"3 1 1"}): the SHA-256 of the server's public key.`,
      },
      whoCares: prose("Senders that follow DANE: they encrypt, and then trust any certificate."),
    },
    mismatch: {
      status: "fail",
      says: (e) => text`The certificate of ${e.host} at ${e.address} is not the one its TLSA records name.`,
      fix: (e) => ({
        who: "server",
        does: text`Publish a TLSA record for the key in use, and keep the old one until caches have forgotten it. Better still, keep the key when the certificate is renewed.`,
        ...(e.host?.[0] && e.key?.[0] ? { copy: `_25._tcp.${e.host[0]}.  3600  IN  TLSA  3 1 1 ${e.key[0]}` } : {}),
      }),
      whoCares: KEPT_BACK,
    },
    "no-tls": {
      status: "fail",
      says: (e) => text`${e.host} has signed TLSA records, but the server at ${e.address} does not offer STARTTLS.`,
      fix: (e) => ({
        who: "server",
        does: text`Turn STARTTLS on at ${e.address}, or take the TLSA records of ${e.host} away.`,
      }),
      whoCares: KEPT_BACK,
    },
    "not-compared": {
      status: "unknown",
      says: (e) =>
        text`The TLSA records of ${e.host} are signed and in order, but the server at ${e.address} showed us no certificate to compare them with.`,
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
  judge({ sender, mx, dane }) {
    if (sender.domain === undefined) return withoutDomain(sender);
    if (!mx || !dane) return unanswered();
    if (mx.mx.kind === "failed") return unanswered(mx.mx);
    const base: Evidence = { domain: [dane.domain], asked: dane.hosts.map(({ name }) => name) };
    if (dane.hosts.length === 0) return { outcome: "not-receiving", evidence: base };
    const lookups = dane.hosts.map(({ tlsa }) => tlsa);
    const withRecords = dane.hosts.filter(({ tlsa }) => tlsa.kind === "answer");
    const named = new Set(withRecords.map(({ name }) => name));
    // Where there are records, whether they count hangs on the addresses of the host as well.
    const addresses = mx.exchangers.filter(({ name }) => named.has(name)).flatMap(({ a, aaaa }) => [a, aaaa]);
    const open = [...lookups, ...addresses].filter(({ kind }) => kind === "failed");
    if (open.length > 0) return unanswered(...open.slice(0, 3));
    if (withRecords.length === 0) return { outcome: "absent", evidence: base };

    const exhibit = table(withRecords);
    const vouched = ({ name, tlsa }: DaneHost) =>
      [mx.mx, tlsa, ...mx.exchangers.filter((each) => each.name === name).flatMap(({ a, aaaa }) => [a, aaaa])].every(
        (lookup) => lookup.kind !== "failed" && lookup.authenticated,
      );
    const signed = withRecords.filter(vouched);
    const evidence: Evidence = { ...base, hosts: signed.map(({ name }) => name) };
    for (const host of signed) {
      const records = host.tlsa.kind === "answer" ? host.tlsa.records : [];
      if (!records.some(isUsable))
        return {
          outcome: "unusable",
          evidence: { ...evidence, host: [host.name], records: records.slice(0, 5).map(written) },
          exhibit,
        };
    }
    const compared = signed.flatMap((host) =>
      host.sessions.map((seen) => ({ host: host.name, address: seen.address, ...compare(host, seen.session) })),
    );
    for (const outcome of ["mismatch", "no-tls"] as const) {
      const bad = compared.find(({ result }) => result === outcome);
      if (bad)
        return {
          outcome,
          evidence: { ...evidence, host: [bad.host], address: [bad.address], key: bad.key ? [bad.key] : [] },
          exhibit,
        };
    }
    const unasked = compared.filter(({ result }) => result === "not-asked").map((each) => each.address);
    if (unasked.length > 0) return { outcome: "limit", evidence: { ...evidence, unasked }, exhibit };
    const unseen = compared.find(({ result }) => result === "not-seen");
    if (unseen)
      return {
        outcome: "not-compared",
        evidence: { ...evidence, host: [unseen.host], address: [unseen.address] },
        exhibit,
      };
    if (signed.length === 0) return { outcome: "unsigned", evidence: { ...evidence, unsigned: [...named] }, exhibit };
    const without = dane.hosts.filter((host) => !signed.includes(host)).map(({ name }) => name);
    if (without.length > 0) return { outcome: "some-hosts", evidence: { ...evidence, without }, exhibit };
    return { outcome: compared.some(({ result }) => result === "match") ? "matches" : "published", evidence, exhibit };
  },
});

function compare(
  { tlsa }: DaneHost,
  session: DaneHost["sessions"][number]["session"],
): { result: Comparison; key?: string } {
  if (session.connection === "limit") return { result: "not-asked" };
  if (session.tls.kind === "not-offered") return { result: "no-tls" };
  const certificate = session.tls.kind === "established" ? session.tls.certificate : undefined;
  if (!certificate || tlsa.kind !== "answer") return { result: "not-seen" };
  const results = tlsa.records.filter(isUsable).map((record) => matches(record, certificate));
  if (results.includes(true)) return { result: "match" };
  if (results.includes(undefined)) return { result: "not-comparable" };
  return { result: "mismatch", key: certificate.spkiFingerprint };
}

const table = (hosts: readonly DaneHost[]): Exhibit => ({
  kind: "table",
  columns: ["Host", "TLSA record", "Signed"],
  rows: hosts.flatMap(({ name, tlsa }) =>
    tlsa.kind === "answer"
      ? tlsa.records.slice(0, 10).map((record) => [name, written(record), tlsa.authenticated ? "yes" : "no"])
      : [],
  ),
});
