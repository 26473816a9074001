import { networkInterfaces } from "node:os";
import { type IpAddress, parseAddress } from "../net/address.ts";
import { type DomainName, parseName } from "../net/domain-name.ts";

/** How old what we know of our own addresses may become, in milliseconds. */
const INTERFACES_MS = 10_000;
const NAMES_MS = 5 * 60_000;
/** Where not all of the name's addresses could be looked up, it is tried again sooner. */
const AGAIN_MS = 15_000;

/** The addresses of a name, as far as answers came. */
export interface NameAddresses {
  readonly addresses: readonly IpAddress[];
  /** Whether both questions, for IPv4 and for IPv6, were answered: without that the name may have more. */
  readonly complete: boolean;
}

/** Looks up the addresses of a name. */
export type LookUp = (name: DomainName) => Promise<NameAddresses>;

/** The addresses at which this service answers. */
export interface OwnAddresses {
  readonly has: (address: IpAddress) => boolean;
  /** Settles when the public name has been looked up once, whatever came of it. */
  readonly ready: Promise<void>;
}

export interface OwnAddressOptions {
  /** The host people reach this service by: a name, or an address, in brackets or not. */
  readonly publicHost?: string | undefined;
  readonly lookUp: LookUp;
  /** The machine's own; asked again now and then, because interfaces come and go. */
  readonly interfaces?: () => readonly string[];
  readonly now?: () => number;
}

/**
 * The service's own addresses: those of every network interface, and those its public name has, which may be a proxy's
 * in front of it. Addresses once known are kept until all of their name's could be looked up again.
 */
export function createOwnAddresses(options: OwnAddressOptions): OwnAddresses {
  const { publicHost = "", lookUp, interfaces = machineAddresses, now = Date.now } = options;
  const literal = parseAddress(publicHost.replace(/^\[|\]$/g, ""));
  const name = literal ? undefined : parseName(publicHost);
  let here = new Set<IpAddress>();
  let named: ReadonlySet<IpAddress> = new Set(literal ? [literal] : []);
  let [hereUntil, namedUntil] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];

  async function lookAgain(): Promise<void> {
    if (!name || now() < namedUntil) return;
    // Nobody asks a second time while this is under way.
    namedUntil = now() + NAMES_MS;
    const { addresses, complete } = await lookUp(name).catch(() => NOTHING);
    named = new Set(complete ? addresses : [...named, ...addresses]);
    if (!complete) namedUntil = now() + AGAIN_MS;
  }

  return {
    ready: lookAgain(),
    has(address) {
      if (now() >= hereUntil) {
        here = new Set(interfaces().flatMap((text) => parseAddress(text) ?? []));
        hereUntil = now() + INTERFACES_MS;
      }
      void lookAgain();
      return here.has(address) || named.has(address);
    },
  };
}

const NOTHING: NameAddresses = { addresses: [], complete: false };

/** Without the zone that a link-local address may carry. */
const machineAddresses = (): readonly string[] =>
  Object.values(networkInterfaces()).flatMap((each) => (each ?? []).map(({ address }) => address.replace(/%.*$/, "")));
