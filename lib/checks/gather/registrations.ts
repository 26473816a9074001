import type { Registration } from "../facts/network.ts";
import type { Vantage } from "../facts/vantage.ts";
import { family, type IpAddress, parseAddress, toBigInt } from "../net/address.ts";

/** As many blocks as are remembered; the oldest go first. */
const MAX_BLOCKS = 2_000;

interface Block {
  readonly first: IpAddress;
  readonly low: bigint;
  readonly high: bigint;
  /** Epoch milliseconds. */
  readonly until: number;
  readonly registration: Registration;
}

const memories = new WeakMap<Vantage, Block[]>();

/**
 * What a registry said of the block that an address is in, as long as the vantage remembers it: registries ask not to
 * be asked again for what does not change from day to day. All checks of the vantage share it.
 */
export function knownRegistration(address: IpAddress, vantage: Vantage): Registration | undefined {
  const [at, of, now] = [toBigInt(address), family(address), vantage.now()];
  const found = memories
    .get(vantage)
    ?.filter(({ first, low, high, until }) => family(first) === of && low <= at && at <= high && now < until)
    // The smallest block says most.
    .toSorted((a, b) => (a.high - a.low < b.high - b.low ? -1 : 1));
  return found?.[0]?.registration;
}

/** Remembers an answer for the whole block that it is about, where it says which that is. */
export function rememberRegistration(registration: Registration, vantage: Vantage): void {
  const { registrationSeconds } = vantage.limits;
  if (registrationSeconds <= 0 || registration.kind !== "registered") return;
  const [first, last] = (registration.range ?? "").split(" – ").map((text) => parseAddress(text));
  if (!first || !last || family(first) !== family(last)) return;
  const now = vantage.now();
  const blocks = (memories.get(vantage) ?? []).filter(({ until }) => now < until);
  const until = now + 1000 * registrationSeconds;
  blocks.push({ first, low: toBigInt(first), high: toBigInt(last), until, registration });
  memories.set(vantage, blocks.slice(-MAX_BLOCKS));
}
