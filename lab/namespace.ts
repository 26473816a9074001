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
  try {
    prepare(etc);
  } catch (error) {
    // A machine that grants namespaces and then not what they are for: the tests are reported skipped, with this.
    process.env.NAMEPLATE_LAB_FAULT = String(error).split("\n")[0];
  }
  return () => rmSync(etc, { recursive: true, force: true });
}

function prepare(etc: string): void {
  chmodSync(etc, 0o755);
  const write = (name: string, text: string) => writeFileSync(join(etc, name), text, { mode: 0o644 });
  write("resolv.conf", `nameserver ${RESOLVER}\noptions timeout:5 attempts:1\n`);
  write("hosts", "127.0.0.1 localhost\n::1 localhost\n");
  write("nsswitch.conf", "passwd: files\ngroup: files\nhosts: files dns\n");
  write(
    "passwd",
    withUsers("/etc/passwd", (user, id) => `${user}:x:${id}:${id}::/:/bin/false`),
  );
  write(
    "group",
    withUsers("/etc/group", (group, id) => `${group}:x:${id}:`),
  );
  const peers = process.env.NAMEPLATE_LAB ?? "";
  // Once for each folder: the root of a container is such a file system itself, and they cannot be piled up high.
  lay("/etc", [etc, join(peers, "etc")]);
  lay("/usr", [join(peers, "usr")]);
  for (const folder of ["/run", "/var/lib", "/var/spool"]) run("mount", "-t", "tmpfs", "-o", "mode=755", "lab", folder);
  run("ip", "link", "set", "lo", "up");
}

const run = (program: string, ...args: readonly string[]) => execFileSync(program, args, { stdio: "pipe" });

/** Lays folders over one of the machine's, the first on top, for this mount namespace alone. */
function lay(over: string, folders: readonly string[]): void {
  const there = folders.filter((folder) => existsSync(folder));
  if (there.length === 0) return;
  run("mount", "-t", "overlay", "lab", "-o", `lowerdir=${[...there, over].join(":")}`, over);
}

/**
 * Whether this process is in network and mount namespaces of its own. Nothing of the lab runs anywhere else: it takes
 * ports 25 and 53, other people's addresses, and /etc.
 */
export function isApart(): boolean {
  const [net, mnt] = process.env.NAMEPLATE_LAB_OUTSIDE?.split(" ") ?? [];
  const isOurs = (kind: string, outside: string | undefined) =>
    outside !== undefined && readlinkSync(`/proc/self/ns/${kind}`) !== outside;
  if (!isOurs("net", net) || !isOurs("mnt", mnt)) return false;
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

function withUsers(file: string, line: (user: string, id: number) => string): string {
  const known = readFileSync(file, "utf8");
  const missing = USERS.filter((user) => !known.split("\n").some((each) => each.startsWith(`${user}:`)));
  return `${known.trimEnd()}\n${missing.map((user) => line(user, 970 + USERS.indexOf(user))).join("\n")}\n`;
}
