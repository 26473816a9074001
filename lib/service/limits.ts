import { createHmac } from "node:crypto";
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  type RateLimiterRes,
} from "rate-limiter-flexible";
import {
  blockOf,
  type Cidr,
  family,
  type IpAddress,
  isInside,
  networkOf,
  parseAddress,
  unmapped,
} from "../checks/view.ts";
import { env, type TrustedProxies } from "./env.ts";
import { shared } from "./shared.ts";
import { database, instances } from "./store/current.ts";

/** How much of an allowance is left, for the RateLimit fields and Retry-After. */
export interface Allowance {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

const PERIOD_SECONDS = 60;

/**
 * Takes a check, or as many as are begun together, from what a reader's network may start in a minute, and from what the
 * /48 above an IPv6 network may. Reading is not limited.
 */
export async function takeCheck(client: string, checks = 1): Promise<Allowance> {
  const { checksPerMinute, checksPerMinute48 } = env();
  const above = site(client);
  const [own, over] = await Promise.all([
    take("network", network(client), checksPerMinute, checks),
    above === undefined ? undefined : take("site", above, checksPerMinute48, checks),
  ]);
  return over && !over.allowed ? over : own;
}

async function take(kind: string, key: string, limit: number, checks: number): Promise<Allowance> {
  const limiter = await shared(`limiter.${kind}`, () => createLimiter(kind, limit));
  // Where more are begun together than a minute has, they take all of it.
  const said = await limiter.consume(await anonymous(key), Math.min(checks, limit)).catch((refusal: unknown) => {
    if (isRefusal(refusal)) return refusal;
    throw refusal;
  });
  return {
    allowed: said.consumedPoints <= limit,
    limit,
    remaining: Math.max(0, said.remainingPoints),
    resetSeconds: Math.max(1, Math.ceil(said.msBeforeNext / 1000)),
  };
}

/**
 * Counts in PostgreSQL, so that all instances count together; each counts by itself where that does not answer, and
 * always with SQLite.
 */
async function createLimiter(kind: string, points: number): Promise<RateLimiterAbstract> {
  const memory = new RateLimiterMemory({ points, duration: PERIOD_SECONDS, keyPrefix: kind });
  const { pool } = await database();
  if (!pool) return memory;
  return new Promise((resolve, reject) => {
    const options = { storeClient: pool, storeType: "pool", points, duration: PERIOD_SECONDS, keyPrefix: kind };
    const limiter: RateLimiterAbstract = new RateLimiterPostgres(
      { ...options, tableName: "limits", insuranceLimiter: memory },
      (error?: Error) => (error ? reject(error) : resolve(limiter)),
    );
  });
}

/** A network as it is written down: the same at every instance, and nobody's address. */
export async function anonymous(key: string): Promise<string> {
  const secret = await (await instances()).secret();
  return createHmac("sha256", secret).update(key).digest("base64url");
}

/** The limiter rejects with its result. It may come from another copy of its module, so `instanceof` is no help. */
const isRefusal = (value: unknown): value is RateLimiterRes =>
  typeof value === "object" && value !== null && "consumedPoints" in value;

/** The IPv6 /48 that a client is in: what one site gets, with a /64 for each of its networks. */
export function site(client: string): string | undefined {
  const address = parseAddress(client);
  const own = address && unmapped(address);
  return own && family(own) === 6 ? blockOf(own, 6) : undefined;
}

/** All of one network count as one. An IPv4 client on an IPv6 socket has a mapped address. */
export function network(client: string): string {
  const address = parseAddress(client);
  return address ? networkOf(address) : "unknown";
}

/**
 * Who asks. The peer of the connection, unless it is a proxy that the operator trusts: then whom that proxy names, and
 * so on from the right of X-Forwarded-For. What stands further left was written by anybody, and is never believed.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, trusted: TrustedProxies): string {
  const named = (forwardedFor ?? "").split(",").map((part) => canonicalAddress(part.trim()));
  let client = canonicalAddress(peer);
  for (let hop = 1; isTrusted(client, hop, trusted); hop++) {
    const before = named.at(-hop);
    if (!before) break;
    client = before;
  }
  return client ?? "unknown";
}

function isTrusted(address: IpAddress | undefined, hop: number, trusted: TrustedProxies): boolean {
  if (trusted.kind === "hops") return hop <= trusted.hops;
  return address !== undefined && trusted.ranges.some((range: Cidr) => isInside(address, range));
}

function canonicalAddress(text: string): IpAddress | undefined {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? (/^[\d.]+:\d+$/.test(text) ? text.split(":")[0] : text);
  const address = parseAddress((bare ?? "").split("%")[0] ?? "");
  return address && unmapped(address);
}
