import { defineSignal, rfc, shell, temperror, unanswered } from "../define/signal.ts";
import { senderEvidence } from "../formats/spf/spf-evidence.ts";
import { prose, text } from "../net/safe-text.ts";
import { byTheClock } from "../words/clock.ts";
import { digFor } from "../words/commands.ts";
import { domainWords, noDomain, withoutDomain } from "../words/sending-domain-words.ts";

/** Algorithms by their numbers (IANA, DNS Security Algorithm Numbers). */
const ALGORITHMS: Readonly<Record<number, string>> = {
  1: "RSAMD5",
  3: "DSA",
  5: "RSASHA1",
  6: "DSA-NSEC3-SHA1",
  7: "RSASHA1-NSEC3-SHA1",
  8: "RSASHA256",
  10: "RSASHA512",
  12: "ECC-GOST",
  13: "ECDSAP256SHA256",
  14: "ECDSAP384SHA384",
  15: "ED25519",
  16: "ED448",
};
/** Validators do without these more and more: what only they sign counts as unsigned there (RFC 9904, RFC 9905). */
const OLD_ALGORITHMS: readonly number[] = [1, 3, 5, 6, 7, 12];
/** SHA-1 and GOST R 34.11-94. */
const OLD_DIGESTS: readonly number[] = [1, 3];
/** Signers that work on the fly sign for a day; what ends sooner than this was most likely not renewed. */
const SOON_SECONDS = 3 * 3600;

const WEAKENED = prose(
  "Mail is still accepted. Resolvers that no longer support it, as by default on Red Hat Enterprise Linux 9, treat the zone as unsigned. DANE then does not protect mail to this domain.",
);

/** Whether the signatures of the sending domain's zone are ones that validators take, now and tomorrow. */
export const zoneDnssec = defineSignal({
  id: "zone-dnssec",
  group: "authentication",
  scopes: ["domain"],
  title: "DNSSEC of the mail domain",
  why: "Validating resolvers recognise forged SPF, DKIM and DMARC records of a signed zone; DANE works in signed zones only. Where signatures have expired, such resolvers answer SERVFAIL for all of them.",
  references: [rfc(4035, "5.3.1"), rfc(9904), rfc(9905)],
  needs: ["sender", "zoneSecurity", "now"],
  outcomes: {
    signed: {
      status: "pass",
      says: (e) =>
        text`The zone ${e.zone} of ${domainWords(e)} is signed with ${e.algorithm}${e.ends?.length ? text`; its signatures are valid until ${prose(e.ends[0] ?? "")}` : []}.`,
    },
    unsigned: {
      status: "info",
      says: (e) => text`The zone ${e.zone} of ${domainWords(e)} is not signed with DNSSEC. No receiver requires it.`,
    },
    "ends-soon": {
      status: "info",
      says: (e) =>
        text`The signatures of ${e.zone} expire by ${prose(e.ends?.[0] ?? "the next hours")}. If they are not renewed, validating resolvers will answer SERVFAIL.`,
      fix: (e) => ({
        who: "sender-dns",
        does: text`Check that the signer of ${e.zone} is running and renews its signatures.`,
      }),
    },
    expired: {
      status: "fail",
      says: (e) =>
        text`Signatures of ${e.zone} expired ${prose(e.ends?.[0] ?? "in the past")}. Validating resolvers answer SERVFAIL for the records of ${domainWords(e)}.`,
      fix: (e) => ({
        who: "sender-dns",
        does: text`Re-sign ${e.zone} and find out why its signer stopped; or have the DS record removed at the domain's registrar.`,
      }),
      whoCares: prose(
        "Receivers behind a validating resolver, as many are, may defer mail from this domain. For them SPF, DKIM and DMARC return a temporary error.",
      ),
    },
    "old-digest": {
      status: "warn",
      says: (e) => text`The DS record of ${e.zone} has only a SHA-1 digest, which validators are dropping (RFC 9905).`,
      fix: (e) => ({
        who: "sender-dns",
        does: text`Add a DS record of ${e.zone} with a SHA-256 digest (digest type 2) of the same key, and remove the old one. The DNS host that signs the zone shows this record. It is set at the domain's registrar.`,
      }),
      whoCares: WEAKENED,
    },
    "old-algorithm": {
      status: "warn",
      says: (e) =>
        text`The zone ${e.zone} is signed only with ${e.algorithm}, which validators are dropping (RFC 9904, RFC 9905).`,
      fix: (e) => ({
        who: "sender-dns",
        does: text`Roll the keys of ${e.zone} over to ECDSAP256SHA256 (algorithm 13) and replace the DS record at the domain's registrar.`,
      }),
      whoCares: WEAKENED,
    },
    "no-domain": noDomain,
    temperror,
  },
  reproduce: (e) => [
    ...digFor("DS", e.zone?.[0]),
    ...(e.zone ?? []).map((zone) => `dig +dnssec +cd -t SOA -q ${shell(zone)}`),
  ],
  judge({ sender, zoneSecurity: found, now }) {
    if (sender.domain === undefined) return withoutDomain(sender);
    if (!found) return unanswered();
    if (found.kind === "failed") return unanswered(found.lookup);
    const { zone, ds, signatures } = found;
    if (ds.kind === "failed") return unanswered(ds);
    const evidence = { ...senderEvidence(sender), zone: [zone] };
    if (ds.kind !== "answer") return { outcome: "unsigned", evidence };

    const ends = signatures?.kind === "answer" ? earliestEnd(signatures.records) : undefined;
    const shown = {
      ...evidence,
      algorithm: [...new Set(ds.records.map(({ algorithm }) => ALGORITHMS[algorithm] ?? `algorithm ${algorithm}`))],
      digest: [...new Set(ds.records.map(({ digestType }) => String(digestType)))],
      ...(ends === undefined ? {} : { ends: [byTheClock(1000 * ends, now)] }),
    };
    if (ends !== undefined && 1000 * ends < now) return { outcome: "expired", evidence: shown };
    const current = ds.records.filter(({ algorithm }) => !OLD_ALGORITHMS.includes(algorithm));
    if (current.length === 0) return { outcome: "old-algorithm", evidence: shown };
    if (current.every(({ digestType }) => OLD_DIGESTS.includes(digestType)))
      return { outcome: "old-digest", evidence: shown };
    if (signatures?.kind === "failed") return unanswered(signatures);
    const soon = ends !== undefined && ends - now / 1000 < SOON_SECONDS;
    return { outcome: soon ? "ends-soon" : "signed", evidence: shown };
  },
});

/** When the first record type loses its last signature, in epoch seconds: of several signatures one is enough. */
function earliestEnd(signatures: readonly { readonly covers: number; readonly ends: number }[]): number {
  const lasts = new Map<number, number>();
  for (const { covers, ends } of signatures) lasts.set(covers, Math.max(ends, lasts.get(covers) ?? 0));
  return Math.min(...lasts.values());
}
