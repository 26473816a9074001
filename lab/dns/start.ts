import { AUTHORITY, LISTED, LISTS, POSTFIX, PUBLIC_RESOLVER, RESOLVER } from "../internet/places.ts";
import { OPEN_LISTS, ZONES } from "../internet/zones.ts";
import type { Keeper } from "../keeper.ts";
import type { Daemon } from "../programs.ts";
import { startNsd } from "./nsd.ts";
import { type Entry, startRbldnsd } from "./rbldnsd.ts";
import { signZone } from "./signing.ts";
import { startUnbound } from "./unbound.ts";

const ENTRIES: readonly Entry[] = [
  { list: "spamcop", about: LISTED.addresses[0] ?? "", code: "127.0.0.2", reason: "Blocked - see the list's page" },
  { list: "sem-ipv6", about: "2001:db8:60::60", code: "127.0.0.2", reason: "seen" },
  { list: "dnswl", about: POSTFIX.addresses[0] ?? "", code: "127.0.5.2", reason: "example.net" },
];

/** The lab's DNS: root, zones and lists, and the resolvers in front of them. Hands back the one that validates. */
export async function startDns(keeper: Keeper): Promise<Daemon> {
  const made = ZONES.map((zone) => signZone(keeper.folder("keys"), zone) ?? { zone });
  const anchors = made.flatMap((each) => ("trustAnchor" in each ? each.trustAnchor : []));
  const [resolver, ...others] = await Promise.all([
    startUnbound(keeper.folder("unbound"), RESOLVER, anchors),
    startUnbound(keeper.folder("unbound-public"), PUBLIC_RESOLVER),
    startNsd(
      keeper.folder("nsd"),
      AUTHORITY,
      made.map(({ zone }) => zone),
    ),
    startRbldnsd(keeper.folder("lists"), LISTS, OPEN_LISTS, ENTRIES),
  ]);
  keeper.keep(resolver, ...others);
  return resolver;
}
