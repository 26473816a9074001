import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { accepts } from "../mail/listening.ts";
import { type Daemon, outputOf, start } from "../programs.ts";
import type { Symbols } from "./symbols.ts";

/** Where Postfix reaches it as a milter. */
export const RSPAMD = { address: "127.0.0.1", port: 11332 };

/** Beside the package's own settings: it takes every message, and says in a header what it made of it. */
const SETTINGS = {
  "worker-normal.inc": "enabled = false;",
  "worker-controller.inc": "enabled = false;",
  "worker-fuzzy.inc": "enabled = false;",
  "worker-proxy.inc": `upstream "local" { self_scan = yes; }`,
  "rbl.conf": "enabled = false;",
  "actions.conf": "reject = 999; add_header = 998; greylist = 997;",
  "milter_headers.conf": 'use = ["x-spamd-result"]; skip_local = false; skip_authenticated = false;',
  "logging.inc": 'type = "console";',
};

/** Starts Rspamd with its default scores. */
export async function startRspamd(folder: string): Promise<Daemon> {
  for (const each of ["local.d", "override.d", "maps.d", "db", "run"])
    mkdirSync(join(folder, each), { recursive: true });
  for (const [name, text] of Object.entries(SETTINGS)) writeFileSync(join(folder, "local.d", name), `${text}\n`);
  outputOf("chown", ["-R", "_rspamd:_rspamd", folder]);
  const variables = { LOCAL_CONFDIR: folder, DBDIR: `${folder}/db`, RUNDIR: `${folder}/run`, LOGDIR: folder };
  const args = Object.entries(variables).map(([name, value]) => `--var=${name}=${value}`);
  return start("rspamd", ["-f", "-u", "_rspamd", "-g", "_rspamd", "-c", "/etc/rspamd/rspamd.conf", ...args], {
    ready: () => accepts(RSPAMD.address, RSPAMD.port),
  });
}

/** What it wrote into a message. */
export function readRspamdHeader(message: string): Symbols {
  const header = /^X-Spamd-Result:.*(?:\n[ \t].*)*/m.exec(message)?.[0] ?? "";
  if (!header) throw new Error("Rspamd has not seen this message");
  return new Map(
    [...header.matchAll(/([A-Z][A-Z0-9_]+)\((-?[\d.]+)\)/g)].map(([, symbol = "", points]) => [symbol, Number(points)]),
  );
}
