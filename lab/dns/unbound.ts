import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AUTHORITY } from "../internet/places.ts";
import { type Daemon, start } from "../programs.ts";
import { answersDns } from "./asking.ts";

/** Reverse zones of documentation ranges, which Unbound otherwise answers as empty by itself. */
const DOCUMENTATION = ["100.51.198.in-addr.arpa.", "113.0.203.in-addr.arpa.", "8.b.d.0.1.0.0.2.ip6.arpa."];

/** Starts Unbound: it hands records on in the order it got them in, resolves from the lab's root and validates below the trust anchors. */
export async function startUnbound(
  folder: string,
  address: string,
  trustAnchors: readonly string[] = [],
): Promise<Daemon> {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const hints = write("root.hints", `. 3600 NS ns.\nns. 3600 A ${AUTHORITY}\n`);
  const anchors = write("anchors", trustAnchors.join(""));
  const file = write(
    "unbound.conf",
    `server:
  interface: ${address}
  outgoing-interface: ${address}
  access-control: 0.0.0.0/0 allow
  access-control: ::0/0 allow
  do-daemonize: no
  username: ""
  chroot: ""
  directory: "${folder}"
  pidfile: ""
  use-syslog: no
  root-hints: "${hints}"
  rrset-roundrobin: no
  module-config: "validator iterator"
  trust-anchor-signaling: no
  ${trustAnchors.length > 0 ? `trust-anchor-file: "${anchors}"` : ""}
  ${DOCUMENTATION.map((zone) => `local-zone: "${zone}" nodefault`).join("\n  ")}
remote-control:
  control-enable: no
`,
  );
  return start("unbound", ["-d", "-c", file], { cwd: folder, ready: () => answersDns(address, ".") });
}
