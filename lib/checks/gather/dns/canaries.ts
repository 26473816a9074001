import { randomBytes } from "node:crypto";
import type { Failure, RecordType } from "../../facts/lookup.ts";
import type { Endpoint, ResolverFault } from "../../facts/vantage.ts";
import { asName, type DomainName } from "../../net/domain-name.ts";
import type { Question } from "./message.ts";
import type { Settled } from "./race.ts";
import { keyOf } from "./round-trips.ts";

/** How long what we found out about a resolver counts, in milliseconds: then it is looked at again, beside the work. */
const FRESH_MS = 5 * 60_000;
/** The longest that an answer waits for the first look at the resolver that gave it, in milliseconds. */
const PATIENCE_MS = 1_000;

/** Asks one resolver one question, without cache, retry or cost to a check. */
export type AskOne = (question: Question, resolver: Endpoint) => Promise<Settled>;

/** What we know of one resolver. */
interface Look {
  readonly faults: ReadonlySet<ResolverFault>;
  /** The addresses it makes up for names that do not exist. */
  readonly madeUp: ReadonlySet<string>;
}

interface Watched {
  look: Look | undefined;
  /** `performance.now()` of the latest look's beginning. */
  since: number;
  first: Promise<void>;
}

/** Watches the resolvers of a vantage for answers that cannot be true. */
export interface Canaries {
  /** The answer, or a failure where its resolver is known to make up or to hide answers like it. */
  readonly believe: (settled: Settled, question: Question) => Promise<Settled>;
  /** Of these resolvers the ones without a known fault; all of them where each has one. */
  readonly sound: (resolvers: readonly Endpoint[]) => readonly Endpoint[];
  /** What is wrong with which resolver, as far as it has been looked at. */
  readonly faults: () => readonly { readonly resolver: Endpoint; readonly faults: readonly ResolverFault[] }[];
  /** Has a first look at every resolver. */
  readonly look: () => Promise<void>;
}

/**
 * Asks each resolver what is known to everybody: the name servers of the root, records of a root server, and names that
 * nobody has registered. A resolver behind a firewall denies what exists; others rewrite "no such name" into an
 * advertiser's address, or leave out AAAA or PTR records. None of that is a fact about whom we check.
 *
 * Silence and errors say nothing here: questions that fail are failures already.
 */
export function createCanaries(resolvers: readonly Endpoint[], ask: AskOne): Canaries {
  const watched = new Map<string, Watched>();

  function watch(resolver: Endpoint): Watched {
    const key = keyOf(resolver);
    const known = watched.get(key);
    const now = performance.now();
    if (known && now - known.since < FRESH_MS) return known;
    const entry: Watched = known ?? { look: undefined, since: now, first: Promise.resolve() };
    entry.since = now;
    const looking = lookAt(resolver, ask).then((look) => {
      entry.look = look;
    });
    // A name whose signature is wrong takes a validating resolver long, so nobody waits for it.
    void feignsValidation(resolver, ask).then(async (feigns) => {
      await looking;
      // One that rewrites answers everything; that is said already.
      if (feigns && entry.look?.madeUp.size === 0)
        entry.look = { ...entry.look, faults: new Set([...entry.look.faults, "feigns-validation"]) };
    });
    if (!known) entry.first = Promise.race([looking, later(PATIENCE_MS)]);
    watched.set(key, entry);
    return entry;
  }

  return {
    async believe(settled, question) {
      const { server } = settled;
      if (!server) return settled;
      // All are looked at with the first: when one dies, nobody waits for a look at the one that stands in.
      if (watched.size < resolvers.length) for (const each of resolvers) watch(each);
      const entry = watch(server);
      if (settled.reading.kind === "failed") return settled;
      await entry.first;
      if (!entry.look) return settled;
      const reason = doubt(settled, question.type, entry.look);
      if (reason) return { ...settled, reading: { kind: "failed", reason } };
      const feigned = entry.look.faults.has("feigns-validation") && settled.reading.authenticated;
      return feigned ? { ...settled, reading: { ...settled.reading, authenticated: false } } : settled;
    },
    sound(all) {
      const without = all.filter((resolver) => !isFaulty(watched.get(keyOf(resolver))?.look));
      return without.length > 0 ? without : all;
    },
    faults: () =>
      resolvers.flatMap((resolver) => {
        const faults = [...(watched.get(keyOf(resolver))?.look?.faults ?? [])];
        return faults.length > 0 ? [{ resolver, faults }] : [];
      }),
    async look() {
      await Promise.all(resolvers.map((resolver) => watch(resolver).first));
    },
  };
}

const isFaulty = (look: Look | undefined): boolean => (look?.faults.size ?? 0) > 0;

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());

/** A root server whose addresses and reverse name have not changed since 2004. */
const KNOWN = asName("k.root-servers.net");
const KNOWN_REVERSE = asName("129.14.0.193.in-addr.arpa");

const asking =
  (resolver: Endpoint, ask: AskOne) =>
  (name: DomainName, type: RecordType): Promise<Settled> =>
    ask({ name, type, recursion: true, checkingDisabled: false }, resolver);

async function lookAt(resolver: Endpoint, ask: AskOne): Promise<Look> {
  const one = asking(resolver, ask);
  const [root, a, aaaa, ptr, ...nobody] = await Promise.all([
    one(asName("."), "NS"),
    one(KNOWN, "A"),
    one(KNOWN, "AAAA"),
    one(KNOWN_REVERSE, "PTR"),
    one(unregistered("com"), "A"),
    one(unregistered("net"), "A"),
  ]);
  const faults = new Set<ResolverFault>();
  // The root cannot be without name servers: whoever says so has never reached it.
  if (denies(root)) faults.add("offline");
  const madeUp = new Set<string>();
  for (const { reading } of nobody) {
    if (reading.kind === "answer") for (const record of reading.records) madeUp.add(String(record));
    // RFC 2308 section 2.1: a denial without SOA is nobody's who asked the zone.
    if (reading.kind === "nxdomain" && !reading.soa) faults.add("denies");
  }
  if (madeUp.size > 0) faults.add("rewrites");
  // Only one that knows the host can be said to hide a part of it.
  if (a.reading.kind === "answer") {
    if (denies(aaaa)) faults.add("hides-aaaa");
    if (denies(ptr)) faults.add("hides-ptr");
  }
  return { faults, madeUp };
}

const denies = ({ reading }: Settled): boolean => reading.kind === "nxdomain" || reading.kind === "nodata";

/** A zone that is signed wrongly on purpose, for tests like this one. */
const WRONGLY_SIGNED = asName("dnssec-failed.org");

/** Whether a resolver vouches for the root's records, and hands over what no validating one would. */
async function feignsValidation(resolver: Endpoint, ask: AskOne): Promise<boolean> {
  const one = asking(resolver, ask);
  const [signed, wrong] = await Promise.all([one(asName("."), "SOA"), one(WRONGLY_SIGNED, "A")]);
  return signed.reading.kind === "answer" && signed.reading.authenticated && wrong.reading.kind === "answer";
}

/** A name under a public top-level domain that does not exist: 80 random bits have never been registered. */
const unregistered = (tld: string): DomainName => asName(`nx${randomBytes(10).toString("hex")}.${tld}`);

/** Why an answer of a resolver with these faults is none; undefined where the fault does not touch it. */
function doubt({ reading }: Settled, type: RecordType, { faults, madeUp }: Look): Failure | undefined {
  if (reading.kind === "failed") return undefined;
  if (faults.has("offline")) return "resolver-offline";
  if (reading.kind === "answer")
    return reading.records.some((record) => madeUp.has(String(record))) ? "resolver-rewrites" : undefined;
  if (reading.kind === "alias") return undefined;
  if (faults.has("denies") && !reading.soa) return "resolver-offline";
  if (faults.has("hides-aaaa") && type === "AAAA") return "resolver-hides";
  if (faults.has("hides-ptr") && type === "PTR") return "resolver-hides";
  return undefined;
}
