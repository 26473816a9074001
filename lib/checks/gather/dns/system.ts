import { getServers } from "node:dns";
import type { Endpoint } from "../../facts/vantage.ts";
import { type IpAddress, parseAddress } from "../../net/address.ts";

/** Asked only where the operator names no resolver and the system has none: Cloudflare, Google, Quad9. */
const PUBLIC_RESOLVERS = ["1.1.1.1", "8.8.8.8", "9.9.9.9"];

/** The resolvers the system is set up with, else three public ones. `node:dns` is used for nothing but this. */
export function systemResolvers(servers: readonly string[] = getServers()): Endpoint[] {
  const endpoints = servers.flatMap((server) => readServer(server) ?? []);
  return endpoints.length > 0 ? endpoints : PUBLIC_RESOLVERS.flatMap((server) => readServer(server) ?? []);
}

/** `192.0.2.1`, `192.0.2.1:5353`, `2001:db8::1` or `[2001:db8::1]:5353`, as `getServers` spells them. */
function readServer(server: string): Endpoint | undefined {
  const [, bracketed, v4, port = "53"] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(server) ?? [];
  const address: IpAddress | undefined = parseAddress(bracketed ?? v4 ?? server);
  return address && { address, port: Number(port) };
}
