import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Daemon, outputOf, start } from "../programs.ts";
import { writeCertificate } from "./certificate.ts";
import { allAccept } from "./listening.ts";

export interface EximOptions {
  /** What it calls itself, by the address it is reached at. */
  readonly names: Readonly<Record<string, string>>;
  /** Its main section beside what makes it listen and talk TLS. */
  readonly main?: string;
  /** Its ACLs. */
  readonly acls?: string;
  readonly certificateNames: readonly string[];
}

/** Starts one Exim that listens on all these addresses. It delivers nothing. */
export async function startExim(folder: string, options: EximOptions): Promise<Daemon> {
  const addresses = Object.keys(options.names);
  for (const each of ["spool", "log"]) mkdirSync(join(folder, each), { recursive: true });
  outputOf("chown", ["Debian-exim:Debian-exim", join(folder, "spool"), join(folder, "log")]);
  const tls = writeCertificate(join(folder, "tls"), { names: options.certificateNames, selfSigned: true });
  const file = join(folder, "exim.conf");
  writeFileSync(
    file,
    `spool_directory = ${folder}/spool
log_file_path = ${folder}/log/%slog
pid_file_path = ${folder}/exim.pid
local_interfaces = <; ${addresses.join(" ; ")}
daemon_smtp_ports = 25
primary_hostname = lab.example.org
smtp_active_hostname = \${lookup{$received_ip_address}lsearch{${folder}/names}}
host_lookup = *
rfc1413_query_timeout = 0s
keep_environment =
tls_advertise_hosts = *
tls_certificate = ${tls.cert}
tls_privatekey = ${tls.key}
acl_smtp_rcpt = ${options.acls?.includes("check_rcpt:") ? "check_rcpt" : "accept"}
${options.main ?? ""}
begin acl
${options.acls ?? ""}
`,
  );
  // A colon ends a key there, unless the key is quoted.
  const table = Object.entries(options.names).map(([address, name]) => `"${address}": ${name}`);
  writeFileSync(join(folder, "names"), `${table.join("\n")}\n`);
  chmodSync(folder, 0o755);
  return start("exim4", ["-bdf", "-C", file], { ready: () => allAccept(addresses) });
}
