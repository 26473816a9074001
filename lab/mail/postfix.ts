import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Daemon, outputOf, start } from "../programs.ts";
import { writeCertificate } from "./certificate.ts";
import { allAccept } from "./listening.ts";

/** One listener of a Postfix instance: where, and its settings beside those of the whole instance. */
export interface PostfixListener {
  readonly address: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** Let postscreen greet first. There can be one in an instance. */
  readonly postscreen?: true;
}

export interface PostfixOptions {
  readonly listeners: readonly PostfixListener[];
  readonly settings?: Readonly<Record<string, string>>;
  /** More lines of master.cf. */
  readonly services?: readonly string[];
  readonly certificateNames: readonly string[];
}

/** Starts one Postfix with many listeners, in folders of its own. It delivers nothing. */
export async function startPostfix(folder: string, options: PostfixOptions): Promise<Daemon> {
  for (const each of ["conf", "queue", "log"]) mkdirSync(join(folder, each), { recursive: true });
  mkdirSync(join(folder, "data"), { recursive: true });
  outputOf("chown", ["postfix", join(folder, "data")]);
  const tls = writeCertificate(join(folder, "tls"), { names: options.certificateNames, selfSigned: true }, 0o600);
  const conf = join(folder, "conf");
  const settings = {
    compatibility_level: "3.6",
    queue_directory: join(folder, "queue"),
    data_directory: join(folder, "data"),
    daemon_directory: "/usr/lib/postfix/sbin",
    shlib_directory: "/usr/lib/postfix",
    meta_directory: "/etc/postfix",
    maillog_file: join(folder, "log/mail.log"),
    maillog_file_prefixes: folder,
    mynetworks: "",
    mydestination: "example.net",
    alias_maps: "",
    local_recipient_maps: "",
    smtpd_tls_security_level: "may",
    smtpd_tls_cert_file: tls.cert,
    smtpd_tls_key_file: tls.key,
    ...options.settings,
  };
  writeFileSync(
    join(conf, "main.cf"),
    lines(settings, ([name, value]) => `${name} = ${value}`),
  );
  writeFileSync(
    join(conf, "master.cf"),
    [...options.listeners.flatMap(listener), ...SERVICES, ...(options.services ?? []), ""].join("\n"),
  );
  for (const each of [folder, conf]) chmodSync(each, 0o755);
  const addresses = options.listeners.map(({ address }) => address);
  return start("postfix", ["-c", conf, "start-fg"], {
    ready: () => allAccept(addresses),
    stop: () => outputOf("postfix", ["-c", conf, "stop"]),
  });
}

const SERVICES = [
  "pickup unix n - n 60 1 pickup",
  "cleanup unix n - n - 0 cleanup",
  "qmgr unix n - n 300 1 qmgr",
  "tlsmgr unix - - n 1000? 1 tlsmgr",
  "rewrite unix - - n - - trivial-rewrite",
  "bounce unix - - n - 0 bounce",
  "defer unix - - n - 0 bounce",
  "error unix - - n - - error",
  "discard unix - - n - - discard",
  "anvil unix - - n - 1 anvil",
  "dnsblog unix - - n - 0 dnsblog",
  "postlog unix-dgram n - n - 1 postlogd",
];

function listener({ address, settings = {}, postscreen }: PostfixListener): string[] {
  const options = lines(settings, ([name, value]) => `  -o { ${name} = ${value} }`);
  const where = `[${address}]:25`;
  if (!postscreen) return [`${where} inet n - n - - smtpd`, options];
  return [`${where} inet n - n - 1 postscreen`, options, "smtpd pass - - n - - smtpd", options];
}

const lines = (settings: Readonly<Record<string, string>>, line: (entry: [string, string]) => string): string =>
  Object.entries(settings).map(line).join("\n");
