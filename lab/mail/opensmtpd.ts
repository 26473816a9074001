import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Daemon, start } from "../programs.ts";
import { writeCertificate } from "./certificate.ts";
import { allAccept } from "./listening.ts";

/** Starts OpenSMTPD. Its spool is where it was built to have it, in this mount namespace. */
export async function startOpensmtpd(folder: string, address: string, name: string): Promise<Daemon> {
  mkdirSync(folder, { recursive: true });
  mkdirSync("/var/lib/opensmtpd/empty", { recursive: true });
  mkdirSync("/var/spool/smtpd", { recursive: true, mode: 0o711 });
  const tls = writeCertificate(join(folder, "tls"), { names: [name], selfSigned: true }, 0o600);
  const file = join(folder, "smtpd.conf");
  writeFileSync(
    file,
    `pki lab cert "${tls.cert}"
pki lab key "${tls.key}"
listen on ${address} port 25 tls pki lab hostname ${name}
action "drop" maildir "${folder}/mail"
match from any for any action "drop"
`,
  );
  chmodSync(file, 0o600);
  return start("/usr/sbin/smtpd", ["-d", "-f", file], { ready: () => allAccept([address]) });
}
