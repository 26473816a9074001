import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RESOLVER } from "./internet/places.ts";

/**
 * Prepares the namespaces that `scripts/lab.mjs` starts vitest in: a network of loopback alone, the unpacked peers laid
 * over /usr and /etc, a C library that asks the lab's resolver, and nothing of the machine's in /run, /var/lib and
 * /var/spool. All this ends with the namespaces.
 */
export default function setup(): (() => void) | undefined {
  if (!isApart()) return undefined;
  const etc = mkdtempSync(join(tmpdir(), "nameplate-lab-"));
  chmodSync(etc, 0o755);
  const peers = process.env.NAMEPLATE_LAB ?? "";
  lay("/etc", [join(peers, "etc")]);
  const replace = (name: string, text: string) => writeFileSync(join(etc, name), text, { mode: 0o644 });
  replace("resolv.conf", `nameserver ${RESOLVER}\noptions timeout:5 attempts:1\n`);
  replace("hosts", "127.0.0.1 localhost\n::1 localhost\n");
  replace("nsswitch.conf", "passwd: files\ngroup: files\nhosts: files dns\n");
  replace(
    "passwd",
    withUsers(readFileSync("/etc/passwd", "utf8"), (user, id) => `${user}:x:${id}:${id}::/:/bin/false`),
  );
  replace(
    "group",
    withUsers(readFileSync("/etc/group", "utf8"), (group, id) => `${group}:x:${id}:`),
  );
  lay("/etc", [etc]);
  lay("/usr", [join(peers, "usr")]);
  for (const folder of ["/run", "/var/lib", "/var/spool"]) run("mount", "-t", "tmpfs", "-o", "mode=755", "lab", folder);
  run("ip", "link", "set", "lo", "up");
  return () => rmSync(etc, { recursive: true, force: true });
}

const run = (program: string, ...args: readonly string[]) => execFileSync(program, args);

/** Lays folders over one of the machine's, for this mount namespace alone. */
function lay(over: string, folders: readonly string[]): void {
  const there = folders.filter((folder) => existsSync(folder));
  if (there.length === 0) return;
  run("mount", "-t", "overlay", "lab", "-o", `lowerdir=${[...there, over].join(":")}`, over);
}

/**
 * Whether this process is in a network namespace of its own. Nothing of the lab runs anywhere else: it takes ports 25
 * and 53, and other people's addresses.
 */
export function isApart(): boolean {
  const outside = process.env.NAMEPLATE_LAB_OUTSIDE;
  if (!outside || readlinkSync("/proc/self/ns/net") === outside) return false;
  const links = readFileSync("/proc/self/net/dev", "utf8").trim().split("\n").slice(2);
  return links.every((line) => line.trim().startsWith("lo:"));
}

/** Gives addresses to this namespace, so that the lab's servers can listen on them. */
export function addAddresses(addresses: readonly string[]): void {
  for (const each of addresses)
    run(
      "ip",
      "address",
      "replace",
      ...(each.includes(":") ? [`${each}/128`, "dev", "lo", "nodad"] : [`${each}/32`, "dev", "lo"]),
    );
}

/** The users that Debian's packages would have made; numbers at the end of what Debian gives to programs. */
const USERS = ["postfix", "postdrop", "Debian-exim", "opensmtpd", "opensmtpq", "_rspamd", "rbldns", "nsd", "unbound"];

function withUsers(known: string, line: (user: string, id: number) => string): string {
  const missing = USERS.filter((user) => !known.split("\n").some((each) => each.startsWith(`${user}:`)));
  return `${known.trimEnd()}\n${missing.map((user) => line(user, 970 + USERS.indexOf(user))).join("\n")}\n`;
}
