import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Keeper } from "../keeper.ts";
import { addAddresses } from "../namespace.ts";
import { type Daemon, later, outputOf, start } from "../programs.ts";
import { writeCertificate } from "./certificate.ts";
import { startExim } from "./exim.ts";
import { allAccept } from "./listening.ts";
import { startPostfix } from "./postfix.ts";

/** A mail server that passes on what it is handed, from an address and under a name that differ from those it answers at. */
export interface Sender {
  /** Where it takes mail. */
  readonly at: string;
  readonly receivesAs: string;
  /** Where it sends from; several stand for a pool behind NAT. */
  readonly from: readonly string[];
  readonly sendsAs: string;
  /** Whatever it wrote down of the refusals it met: its log, or the bounces it delivered. */
  readonly bounced: () => string;
}

const wait = async (until: () => boolean): Promise<void> => {
  for (let left = 1_200; left > 0 && !until(); left--) await later(50);
};

/** Waits until a sender has written down a text. */
export const hasBounced = async ({ bounced }: Sender, text: string): Promise<string> => {
  await wait(() => bounced().includes(text));
  return bounced();
};

const readAll = (files: readonly string[]): string =>
  files.map((file) => (existsSync(file) ? readFileSync(file, "utf8") : "")).join("\n");

/** Postfix with three addresses to send from, chosen by the envelope sender: a, b and c at example.net. */
export async function startPostfixSender(keeper: Keeper, listener: string): Promise<Sender> {
  const [at, from] = ["203.0.113.131", ["203.0.113.132", "203.0.113.133", "203.0.113.134"]];
  addAddresses([at, ...from]);
  const folder = keeper.folder("postfix-sender");
  const stored = join(folder, "stored");
  mkdirSync(stored, { recursive: true });
  outputOf("chown", ["nobody", stored]);
  const names = ["a", "b", "c"];
  const sendsAs = "localhost.localdomain";
  keeper.keep(
    await startPostfix(folder, {
      listeners: [{ address: at }],
      settings: {
        myhostname: "mail.example.net",
        inet_interfaces: at,
        mynetworks: "203.0.113.0/24",
        smtp_helo_name: sendsAs,
        smtp_tls_security_level: "may",
        // The bounce is local mail.
        local_transport: "store",
        sender_dependent_default_transport_maps: `inline:{ ${names
          .map((name, i) => `{ ${name}@example.net = smtp${i}:[${listener}] }`)
          .join(", ")} }`,
      },
      services: [
        `store unix - n n - - pipe flags=R user=nobody argv=/bin/dd of=${stored}/\${user} status=none`,
        ...from.map((address, i) => `smtp${i} unix - - n - - smtp -o smtp_bind_address=${address}`),
      ],
      certificateNames: ["mail.example.net"],
    }),
  );
  return {
    ...{ at, receivesAs: "mail.example.net", from, sendsAs },
    bounced: () => readAll(names.map((name) => join(stored, name))),
  };
}

export async function startEximSender(keeper: Keeper, listener: string): Promise<Sender> {
  const [at, from, sendsAs] = ["203.0.113.141", "203.0.113.142", "out.example.org"];
  addAddresses([at, from]);
  const folder = keeper.folder("exim-sender");
  mkdirSync(join(folder, "mail"), { recursive: true });
  outputOf("chown", ["Debian-exim:Debian-exim", join(folder, "mail")]);
  keeper.keep(
    await startExim(folder, {
      names: { [at]: "mx.example.org" },
      acls: `begin routers
probe:
  driver = manualroute
  domains = probe.example
  transport = out
  route_list = * ${listener}
  self = send
own:
  driver = accept
  transport = stored
begin transports
out:
  driver = smtp
  interface = ${from}
  helo_data = ${sendsAs}
stored:
  driver = appendfile
  file = ${folder}/mail/all
  user = Debian-exim
`,
      certificateNames: ["mx.example.org"],
    }),
  );
  return {
    ...{ at, receivesAs: "mx.example.org", from: [from], sendsAs },
    bounced: () => readAll([join(folder, "mail/all")]),
  };
}

export async function startOpensmtpdSender(keeper: Keeper, listener: string): Promise<Sender> {
  const [at, from, sendsAs] = ["203.0.113.151", "203.0.113.152", "out.open.example.org"];
  addAddresses([at, from]);
  const folder = keeper.folder("opensmtpd-sender");
  for (const each of [folder, "/var/lib/opensmtpd/empty"]) mkdirSync(each, { recursive: true });
  mkdirSync("/var/spool/smtpd", { recursive: true, mode: 0o711 });
  const tls = writeCertificate(join(folder, "tls"), { names: ["open.example.org"], selfSigned: true }, 0o600);
  const file = join(folder, "smtpd.conf");
  writeFileSync(
    file,
    `pki lab cert "${tls.cert}"
pki lab key "${tls.key}"
listen on ${at} port 25 hostname open.example.org
action "out" relay host "smtp://${listener}" src "${from}" helo "${sendsAs}"
action "drop" maildir "${folder}/mail"
match from any for domain "probe.example" action "out"
match from any for any action "drop"
`,
  );
  chmodSync(file, 0o600);
  const daemon: Daemon = await start("/usr/sbin/smtpd", ["-d", "-v", "-f", file], { ready: () => allAccept([at]) });
  keeper.keep(daemon);
  return { ...{ at, receivesAs: "open.example.org", from: [from], sendsAs }, bounced: daemon.said };
}
