import type { Failure } from "../facts/lookup.ts";
import type { Registration } from "../facts/network.ts";
import type { Vantage } from "../facts/vantage.ts";
import { blockOf, family, type IpAddress, parseAddress, toBigInt } from "../net/address.ts";

/** As many blocks as are remembered; the oldest go first. */
const MAX_BLOCKS = 2_000;

/** A range of addresses: its first one, and its ends as numbers. */
interface Range {
  readonly first: IpAddress;
  readonly low: bigint;
  readonly high: bigint;
}

interface Block extends Range {
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
  const now = vantage.now();
  const found = memories
    .get(vantage)
    ?.filter((block) => now < block.until && holds(block, address))
    // The smallest block says most.
    .toSorted((a, b) => (a.high - a.low < b.high - b.low ? -1 : 1));
  return found?.[0]?.registration;
}

const LIMIT = "limit" satisfies Failure;

const flights = new WeakMap<Vantage, Map<IpAddress, Promise<Registration | undefined>>>();

/**
 * What the registry says of an address, asked once for all checks of one network at a time: a pool's addresses are often
 * in one block, and its registry would be asked for each of them before it has answered for the first. Who comes while a
 * request for the same /24, or /48, is under way waits for it, and asks in turn where the answer was for another block.
 *
 * `ask` gives undefined where whoever asked no longer wants to know: that is no answer for those who wait. Nor is a limit of ours,
 * which is that of one check.
 */
export async function registrationOnce(
  address: IpAddress,
  vantage: Vantage,
  ask: () => Promise<Registration | undefined>,
): Promise<Registration | undefined> {
  const network = blockOf(address, family(address) === 4 ? 3 : 6);
  const ofVantage = flights.get(vantage) ?? new Map<IpAddress, Promise<Registration | undefined>>();
  flights.set(vantage, ofVantage);
  for (;;) {
    const known = knownRegistration(address, vantage);
    if (known) return known;
    const ahead = ofVantage.get(network);
    if (!ahead) break;
    const found = await ahead;
    // That the registry fails, it does for all of them.
    if (found?.kind === "failed" || (found && isAbout(found, address))) return found;
  }
  const asked = ask().then((found) => {
    if (found) rememberRegistration(found, vantage);
    return found;
  });
  const flight = asked
    .then(
      (found) => (found?.kind === "failed" && found.why === LIMIT ? undefined : found),
      () => undefined,
    )
    .finally(() => ofVantage.delete(network));
  ofVantage.set(network, flight);
  return asked;
}

/** Whether an answer is about a block that this address is in, as far as it names its block. */
function isAbout(registration: Registration, address: IpAddress): boolean {
  const block = blockOfRegistration(registration);
  return block !== undefined && holds(block, address);
}

function holds({ first, low, high }: Range, address: IpAddress): boolean {
  if (family(first) !== family(address)) return false;
  const at = toBigInt(address);
  return low <= at && at <= high;
}

/** The block that an answer is about. */
function blockOfRegistration(registration: Registration): Range | undefined {
  if (registration.kind !== "registered") return undefined;
  const [first, last] = (registration.range ?? "").split(" – ").map((text) => parseAddress(text));
  if (!first || !last || family(first) !== family(last)) return undefined;
  return { first, low: toBigInt(first), high: toBigInt(last) };
}

/** Remembers an answer for the whole block that it is about, where it says which that is. */
export function rememberRegistration(registration: Registration, vantage: Vantage): void {
  const { registrationSeconds } = vantage.limits;
  const block = registrationSeconds > 0 ? blockOfRegistration(registration) : undefined;
  if (!block) return;
  const now = vantage.now();
  const blocks = (memories.get(vantage) ?? []).filter(({ until }) => now < until);
  const until = now + 1000 * registrationSeconds;
  blocks.push({ ...block, until, registration });
  memories.set(vantage, blocks.slice(-MAX_BLOCKS));
}
