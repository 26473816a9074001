import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ZoneText } from "../internet/zone.ts";
import { type Daemon, start } from "../programs.ts";
import { answersDns } from "./asking.ts";

/** Starts NSD with these zones, whose names it finds as files. Who asks it much is the lab: it answers all of that. */
export async function startNsd(folder: string, address: string, zones: readonly ZoneText[]): Promise<Daemon> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "nsd.conf");
  const declared = zones.map(({ apex }) => `zone:\n  name: "${apex}"\n  zonefile: "${zoneFile(apex)}"\n`);
  for (const { apex, text } of zones) if (text !== undefined) writeFileSync(join(folder, zoneFile(apex)), text);
  const server = `server:
  ip-address: ${address}
  username: ""
  zonesdir: "${folder}"
  database: ""
  pidfile: ""
  xfrdfile: "${folder}/xfrd.state"
  zonelistfile: "${folder}/zone.list"
  server-count: 1
  rrl-ratelimit: 0
remote-control:
  control-enable: no
`;
  writeFileSync(file, server + declared.join(""));
  return start("nsd", ["-d", "-c", file], { cwd: folder, ready: () => answersDns(address, ".") });
}

const zoneFile = (apex: string) => `${apex === "." ? "root" : apex.slice(0, -1)}.zone`;
