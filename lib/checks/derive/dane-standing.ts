import type { FailedLookup, Lookup, LookupOf } from "../facts/lookup.ts";
import type { MailExchanger } from "../facts/mx.ts";
import type { DaneHost, HeldSession } from "../facts/receiving.ts";
import type { ComparedAddress, DaneComparison, DaneStanding, RecordStanding } from "../findings/receiving-tls.ts";
import { compareTlsa, counting, isUsable, type Tlsa, type TlsaMatch } from "../formats/receiving/tlsa.ts";
import type { DomainName } from "../net/domain-name.ts";
import { certificateNames, relateCertificate } from "./certificate-names.ts";
import { tlsState } from "./server-tls.ts";

interface Clues {
  readonly exchanger: MailExchanger;
  readonly pinned: DaneHost | undefined;
  readonly domain: DomainName | undefined;
  readonly mx: LookupOf<"MX"> | undefined;
  readonly now: number;
}

export function daneStanding({ exchanger, pinned, domain, mx, now }: Clues): DaneStanding {
  if (!pinned) return { kind: "failed", lookups: [] };
  const { tlsa, sessions } = pinned;
  if (tlsa.kind === "failed") return withoutAnswer(tlsa);
  if (tlsa.kind !== "answer") return { kind: "absent" };
  // Where there are records, whether they count depends on the addresses of the host as well (section 2.2.2).
  const addresses = [exchanger.a, exchanger.aaaa];
  const open = addresses.filter(isFailed);
  if (open.length > 0) return withoutAnswer(...open);
  const plain = tlsa.records.map((record) => ({ record, result: isUsable(record) ? "not-seen" : "unusable" }) as const);
  if (![tlsa, ...addresses].every((lookup) => !isFailed(lookup) && lookup.authenticated))
    return { kind: "insecure", records: plain };
  if (!tlsa.records.some(isUsable)) return { kind: "unusable", records: plain };

  const names = [pinned.base ?? pinned.name, pinned.name];
  const mxSigned = mx !== undefined && !isFailed(mx) && mx.authenticated;
  // The domain itself is a name to look for where its MX records can be believed (section 3.2.2).
  const allowed = mxSigned && domain ? [...names, domain] : names;
  const compared = sessions.map((held) => compareOne(tlsa.records, held, allowed, now));
  const asked = new Set(sessions.map(({ address }) => address));
  const left = exchanger.reachable
    .filter((address) => !asked.has(address))
    .map((address) => ({ address, result: "not-asked" as const }));
  const seen = compared.map(({ address, result, because, key }) => ({
    address,
    result,
    ...(because ? { because } : {}),
    ...(key ? { key } : {}),
  }));
  return {
    kind: "secure",
    records: tlsa.records.map((record, i) => ({ record, result: best(compared.map(({ each }) => each[i])) })),
    addresses: [...seen, ...left],
    result: together([...seen, ...left].map(({ result }) => result)),
    mxSigned,
  };
}

const isFailed = (lookup: Lookup<unknown>): lookup is FailedLookup => lookup.kind === "failed";

function withoutAnswer(...lookups: readonly FailedLookup[]): DaneStanding {
  const bogus = lookups.filter(({ reason }) => reason === "bogus");
  return bogus.length > 0 ? { kind: "bogus", lookups: bogus } : { kind: "failed", lookups };
}

interface ComparedSession extends ComparedAddress {
  /** By record, in their order. */
  readonly each: readonly RecordStanding["result"][];
}

function compareOne(
  records: readonly Tlsa[],
  { address, session }: HeldSession,
  allowed: readonly DomainName[],
  now: number,
): ComparedSession {
  const state = tlsState(session);
  const counted = counting(records);
  const blank = records.map((record) => (isUsable(record) ? "not-seen" : "unusable"));
  const without = (result: DaneComparison): ComparedSession => ({ address, result, each: blank });
  if (state === "limit") return without("not-asked");
  if (state === "not-offered" || state === "declined" || state === "handshake-failed") return without("no-tls");
  const certificate = session.tls.kind === "established" ? session.tls.certificate : undefined;
  if (!certificate) return without("not-seen");

  const of = certificateNames(certificate);
  const named = allowed.some((name) => ["exact", "wildcard"].includes(relateCertificate(of, name)));
  const results = records.map((record) =>
    isUsable(record) ? compareTlsa(record, { certificate, named, now }) : ("unusable" as const),
  );
  const counts = records.map((record) => counted.includes(record));
  const each = results.map((result, i) => (counts[i] || result === "unusable" ? result : ("passed-over" as const)));
  const key = certificate.spkiFingerprint;
  const found = (result: DaneComparison, because?: TlsaMatch): ComparedSession => ({
    address,
    result,
    each,
    key,
    ...(because ? { because } : {}),
  });
  if (each.includes("match")) return found("match");
  if (each.includes("not-comparable")) return found("not-comparable");
  if (results.includes("match")) return found("weaker-match");
  return found(
    "mismatch",
    (["wrong-name", "out-of-date", "own-as-authority"] as const).find((x) => each.includes(x)),
  );
}

/** Of what a record came to at several addresses the best. */
function best(results: readonly (RecordStanding["result"] | undefined)[]): RecordStanding["result"] {
  const order = ["match", "passed-over", "wrong-name", "out-of-date", "own-as-authority", "not-comparable"] as const;
  return order.find((each) => results.includes(each)) ?? results.find((each) => each !== "not-seen") ?? "not-seen";
}

/** A host's addresses together: a fault of one is the host's; one that matches speaks for those that were not seen. */
function together(results: readonly DaneComparison[]): DaneComparison {
  const order = ["mismatch", "no-tls", "weaker-match", "match", "not-comparable", "not-seen", "not-asked"] as const;
  return order.find((each) => results.includes(each)) ?? "not-seen";
}
