import { defaultLimits, type Limits, type PublicResolver, type Vantage } from "../facts/vantage.ts";
import { type Cidr, parseCidr } from "../net/address.ts";
import { createGuard } from "../net/guard.ts";
import { ip } from "./facts.ts";
import { SPAMHAUS_KEY } from "./internet/lists.ts";
import { PUBLIC_RESOLVERS, RESOLVERS } from "./internet/zones.ts";

/** The documentation ranges that the small internet lies in (RFC 5737, RFC 3849); the guard lets them through. */
const ALLOWED = ["203.0.113.0/24", "198.51.100.0/24", "2001:db8::/32"].flatMap((text) => parseCidr(text) ?? []);

/** The vantage of the small internet, without its route. */
export const standing = ({
  canaries = true,
  limits,
  allowed = [],
}: {
  readonly canaries?: boolean;
  readonly limits?: Partial<Limits> | undefined;
  /** Ranges that the operator lets through besides. */
  readonly allowed?: readonly Cidr[];
} = {}): Omit<Vantage, "route"> => ({
  label: "the demo: a small internet inside this program",
  resolvers: RESOLVERS.map((address) => ({ address: ip(address), port: 53 })),
  canaries,
  publicResolvers: publicResolvers(),
  allowed: [...ALLOWED, ...allowed],
  guard: createGuard([...ALLOWED, ...allowed]),
  now: Date.now,
  ehloName: "nameplate.example.net",
  smtpReference: "mail.example.com",
  spamhausKey: SPAMHAUS_KEY,
  limits: { ...defaultLimits, ...limits },
});

export const publicResolvers = (): PublicResolver[] =>
  Object.entries(PUBLIC_RESOLVERS).map(([address, name]) => ({ address: ip(address), port: 53, name }));

/** The same for those who send nothing themselves, because the small internet is another thread's. */
export const distantVantage = (allowed: readonly Cidr[] = [], limits?: Partial<Limits>): Vantage => ({
  ...standing({ allowed, limits }),
  route: () => {
    throw new Error("the small internet is in another thread");
  },
});
