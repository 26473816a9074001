import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { resolve } from "node:path";
import { z } from "zod";
import {
  asName,
  type Cidr,
  defaultLimits,
  type Endpoint,
  hasPublicSuffix,
  isHostname,
  type Limits,
  type OptOut,
  parseAddress,
  parseCidr,
  parseOptOut,
  publicManners,
} from "../checks/view.ts";
import { shared } from "./shared.ts";

/** Whose word we take for a reader's address: the last so many hops, or the proxies in these ranges. */
export type TrustedProxies =
  | { readonly kind: "hops"; readonly hops: number }
  | { readonly kind: "ranges"; readonly ranges: readonly Cidr[] };

/** What is said in EHLO where the machine has no fully qualified name: RFC 2606 keeps it free of anybody's identity. */
const NAMELESS = "nameplate.invalid";

/** Nobody has asked for anything. */
const NOBODY: OptOut = { ranges: [], domains: [] };

const port = (text: string) => (/^\d{1,5}$/.test(text) && Number(text) <= 65535 ? Number(text) : undefined);
const natural = (text: string) => (/^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined);
const count = (text: string) => (/^\d{1,7}$/.test(text) ? Number(text) : undefined);
const host = (text: string) => (isHostname(text) ? text.toLowerCase() : undefined);

/** Every piece of a comma-separated list read, or nothing. */
function list<T>(read: (text: string) => T | undefined) {
  return (text: string): T[] | undefined => {
    const read1 = text.split(",").map((piece) => read(piece.trim()));
    return read1.every((value) => value !== undefined) ? (read1 as T[]) : undefined;
  };
}

/** `address`, `address:port`, `[v6]`, `[v6]:port`. */
function parseEndpoint(text: string, usual: number): Endpoint | undefined {
  const bare = parseAddress(text);
  if (bare) return { address: bare, port: usual };
  const match = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d+))?$/.exec(text);
  const address = parseAddress(match?.[1] ?? match?.[2] ?? "");
  const at = port(match?.[3] ?? String(usual));
  return address && at !== undefined ? { address, port: at } : undefined;
}

/** The same of a resolver: 53 where no port is said. */
export function parseResolver(text: string): Endpoint | undefined {
  const read = parseEndpoint(text, 53);
  return read?.port ? read : undefined;
}

/** Where to listen for mail servers: an address with a port, 25 where none is said. "none" is nowhere. */
function listenPlace(text: string): Endpoint | "none" | undefined {
  return text === "none" ? text : parseEndpoint(text, 25);
}

function origin(text: string): string | undefined {
  const url = URL.parse(text);
  const plain =
    url && /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search && !url.hash && !url.username;
  return plain ? url.origin : undefined;
}

/** Where a PostgreSQL database is, its name included. */
function databaseUrl(text: string): string | undefined {
  const url = URL.parse(text);
  return url && /^postgres(ql)?:$/.test(url.protocol) && /^\/[^/]+$/.test(url.pathname) ? text : undefined;
}

/** A contact as RFC 9116 wants it, a URI; a bare mail address becomes one. */
function securityContact(text: string): string | undefined {
  if (/^[^\s@:/]+@[^\s@:/]+$/.test(text)) return `mailto:${text}`;
  return /^(https:\/\/|mailto:)\S+$/.test(text) && URL.canParse(text) ? text : undefined;
}

function proxies(text: string): TrustedProxies | undefined {
  if (/^\d$/.test(text)) return { kind: "hops", hops: Number(text) };
  const ranges = list(parseCidr)(text);
  return ranges && { kind: "ranges", ranges };
}

/** The file of those who asked not to be looked at; a line that cannot be read would leave somebody out. */
function optOutFile(path: string): OptOut | undefined {
  try {
    const read = parseOptOut(readFileSync(/* turbopackIgnore: true */ path, "utf8"));
    return "unreadable" in read ? undefined : read;
  } catch {
    return undefined;
  }
}

/** A setting that `read` understands; what it should be is said in words that end a sentence. */
const setting = <T>(read: (text: string) => T | undefined, wanted: string) =>
  z
    .string()
    .trim()
    .transform((text, context) => {
      const value = read(text);
      if (value !== undefined) return value;
      context.addIssue({ code: "custom", message: wanted });
      return z.NEVER;
    });
const text = setting((value) => value, "text");

const settings = z.object({
  PORT: setting(port, "a port number from 0 to 65535").default(3000),
  DATA_DIR: text.default("./data").transform((path) => resolve(/* turbopackIgnore: true */ path)),
  RESOLVERS: setting(
    list(parseResolver),
    "addresses of DNS resolvers, comma separated, as 192.0.2.1, 192.0.2.1:5353 or [2001:db8::1]:5353",
  ).optional(),
  EHLO_NAME: setting(host, "a host name such as check.example.com").default(machineName),
  ALLOW_TARGETS: setting(list(parseCidr), "address ranges, comma separated, as 10.0.0.0/8").default([]),
  PUBLIC_URL: setting(
    origin,
    "the address people reach this service at, without a path, as https://example.com",
  ).optional(),
  TRUSTED_PROXIES: setting(proxies, "the number of proxies in front of this service, or their address ranges").default({
    kind: "hops",
    hops: 0,
  }),
  REPORT_DAYS: setting(natural, "a number of days").optional(),
  CHECKS_PER_MINUTE: setting(natural, "how many checks one network may start in a minute").default(60),
  SMTP_SHARED_SECONDS: setting(count, "how many seconds checks share an SMTP session, or 0").default(
    publicManners.sessionSeconds,
  ),
  SMTP_PER_ADDRESS: setting(natural, "how many SMTP sessions one address gets in a minute").default(
    publicManners.sessionsPerAddress,
  ),
  SMTP_PER_NETWORK: setting(natural, "how many SMTP sessions one network gets in a minute").default(
    publicManners.sessionsPerNetwork,
  ),
  SMTP_WAIT_SECONDS: setting(count, "how many seconds an SMTP session waits for its turn").default(
    defaultLimits.sessionWaitMs / 1000,
  ),
  RDAP_SHARED_SECONDS: setting(count, "how many seconds a registry's answer is shared, or 0").default(
    publicManners.registrationSeconds,
  ),
  DNSBL_PER_SECOND: setting(natural, "how many questions one blocklist gets in a second").default(
    publicManners.listQuestions,
  ),
  DNS_PER_SECOND: setting(natural, "how many questions one authoritative server gets in a second").default(
    publicManners.serverQuestions,
  ),
  OPT_OUT: setting(optOutFile, "a file with an address, a range or a domain on each line").default(NOBODY),
  CHECKS_PER_MINUTE_48: setting(natural, "how many checks one IPv6 /48 may start in a minute").optional(),
  CHECKS_AT_ONCE: setting(natural, "how many checks of one network may run at once").default(4),
  POOLS_AT_ONCE: setting(natural, "how many pools of one network may run at once").default(2),
  MAX_CHECKS: setting(natural, "how many checks may run at once").default(40),
  MAX_WAITING: setting(count, "how many checks may wait for a place").default(100),
  WAIT_SECONDS: setting(natural, "how many seconds a check may wait for a place").default(10),
  REPEAT_SECONDS: setting(count, "for how many seconds a repeated check is answered with the last report").default(60),
  WATCH_MIN_SECONDS: setting(natural, "how many seconds lie between two looks of a watch at least").default(60),
  WATCHES_AT_ONCE: setting(natural, "how many watches of one network may run at once").default(10),
  MAX_WATCHES: setting(count, "how many watches may run at once").default(2000),
  SPAMHAUS_DQS_KEY: setting(
    (key) => (/^[a-z0-9]{8,64}$/i.test(key) ? key : undefined),
    "a Spamhaus DQS key",
  ).optional(),
  ABUSIX_KEY: setting((key) => (/^[a-z0-9]{8,64}$/i.test(key) ? key : undefined), "an Abusix key").optional(),
  VANTAGE_LABEL: text.default("this service"),
  // One short connection every ten minutes at most, and only when a server is silent and no other has answered lately.
  SMTP_REFERENCE: setting(
    (name) => (name === "none" ? name : host(name)),
    'a host name known to answer on port 25, or "none"',
  ).default("gmail-smtp-in.l.google.com"),
  SECURITY_CONTACT: setting(
    securityContact,
    "a mail address, or an address that starts with https:// or mailto:",
  ).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  DATABASE_URL: setting(databaseUrl, "").optional(),
  ROLE: setting((role) => (["web", "work", "both"] as const).find((one) => one === role), "web, work or both").default(
    "both",
  ),
  SMTP_LISTEN: setting(
    listenPlace,
    'the address and port where mail servers are listened for, as 0.0.0.0:25 or [::]:25, or "none"',
  ).optional(),
  PROBE_DOMAIN: setting(host, "the domain whose mail comes to SMTP_LISTEN, as probe.example.com").optional(),
  SMTP_LISTEN_CONNECTIONS: setting(natural, "how many connections of mail servers there may be at once").default(200),
  SMTP_LISTEN_PER_NETWORK: setting(natural, "how many of them one network may have").default(20),
  SMTP_LISTEN_IN_TLS: setting(natural, "how many of them may be in TLS at once").default(100),
  INTERNAL_URL: setting(
    origin,
    "the address other instances reach this one at, without a path, as http://10.0.0.5:3000",
  ).optional(),
});

/** The names of all settings. */
export const SETTINGS: readonly string[] = Object.keys(settings.shape);

/** What the operator set, read once. */
export interface Env {
  readonly port: number;
  readonly dataDir: string;
  /** Undefined: the system's, see `createVantage`. */
  readonly resolvers: readonly Endpoint[] | undefined;
  readonly ehloName: string;
  readonly allowed: readonly Cidr[];
  /** The origin in links; undefined takes it from each request. */
  readonly publicUrl: string | undefined;
  readonly trustedProxies: TrustedProxies;
  /** Undefined keeps reports for as long as the service runs. */
  readonly reportDays: number | undefined;
  readonly checksPerMinute: number;
  /** How often checks may bother one target, over all of them. */
  readonly manners: Partial<Limits>;
  /** Who asked not to be looked at. */
  readonly optOut: OptOut;
  /** What one IPv6 /48 may start in a minute. */
  readonly checksPerMinute48: number;
  /** What one network may have running at once, over all instances. */
  readonly checksAtOnce: number;
  readonly poolsAtOnce: number;
  /** What this instance runs at once. */
  readonly maxChecks: number;
  readonly maxWaiting: number;
  readonly waitSeconds: number;
  /** How old the report of an equal check may be to be shown instead of a new one; 0 always checks. */
  readonly repeatSeconds: number;
  /** The quickest pace of a watch, in seconds. */
  readonly watchMinSeconds: number;
  /** Watches of one network that may run at once, and of all. */
  readonly watchesAtOnce: number;
  readonly maxWatches: number;
  readonly spamhausKey: string | undefined;
  readonly abusixKey: string | undefined;
  readonly vantageLabel: string;
  readonly smtpReference: string | undefined;
  /** A URI for `/.well-known/security.txt`; undefined names the mailbox of RFC 2142. */
  readonly securityContact: string | undefined;
  readonly logLevel: string;
  /** A PostgreSQL database; undefined keeps everything in SQLite. It may hold a password: never said to anybody. */
  readonly databaseUrl: string | undefined;
  /** What this instance does: pages, API and the checks that arrive there; jobs; or both. */
  readonly role: "web" | "work" | "both";
  /** Where this instance listens for mail servers that send; undefined: it does not. */
  readonly smtpListen: Endpoint | undefined;
  /** The domain of the addresses that are made for them; undefined: none are made. */
  readonly probeDomain: string | undefined;
  /** Connections of theirs at once, in all and of one network. */
  readonly listenConnections: number;
  readonly listenPerNetwork: number;
  readonly listenInTls: number;
  /** The origin at which other instances reach this one; undefined: the machine's name and `port`. */
  readonly internalUrl: string | undefined;
}

/** Settings as they were written, or one sentence for each that cannot be used. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env | { readonly problems: string[] } {
  // An empty variable, as compose files leave them, is one that is not set.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const read = settings.safeParse(given);
  if (!read.success)
    return { problems: read.error.issues.map((issue) => sentence(String(issue.path[0]), issue.message, given)) };
  const { data } = read;
  const smtpListen = data.SMTP_LISTEN === "none" ? undefined : data.SMTP_LISTEN;
  if (smtpListen && !data.PROBE_DOMAIN)
    return {
      problems: ["SMTP_LISTEN is set, but PROBE_DOMAIN is not: it should be the domain whose mail comes there."],
    };
  return {
    port: data.PORT,
    dataDir: data.DATA_DIR,
    resolvers: data.RESOLVERS,
    ehloName: data.EHLO_NAME,
    allowed: data.ALLOW_TARGETS,
    publicUrl: data.PUBLIC_URL,
    trustedProxies: data.TRUSTED_PROXIES,
    reportDays: data.REPORT_DAYS,
    checksPerMinute: data.CHECKS_PER_MINUTE,
    manners: {
      sessionSeconds: data.SMTP_SHARED_SECONDS,
      sessionsPerAddress: data.SMTP_PER_ADDRESS,
      sessionsPerNetwork: data.SMTP_PER_NETWORK,
      sessionWaitMs: 1000 * data.SMTP_WAIT_SECONDS,
      registrationSeconds: data.RDAP_SHARED_SECONDS,
      listQuestions: data.DNSBL_PER_SECOND,
      serverQuestions: data.DNS_PER_SECOND,
    },
    optOut: data.OPT_OUT,
    checksPerMinute48: data.CHECKS_PER_MINUTE_48 ?? 4 * data.CHECKS_PER_MINUTE,
    checksAtOnce: data.CHECKS_AT_ONCE,
    poolsAtOnce: data.POOLS_AT_ONCE,
    maxChecks: data.MAX_CHECKS,
    maxWaiting: data.MAX_WAITING,
    waitSeconds: data.WAIT_SECONDS,
    repeatSeconds: data.REPEAT_SECONDS,
    watchMinSeconds: data.WATCH_MIN_SECONDS,
    watchesAtOnce: data.WATCHES_AT_ONCE,
    maxWatches: data.MAX_WATCHES,
    spamhausKey: data.SPAMHAUS_DQS_KEY,
    abusixKey: data.ABUSIX_KEY,
    vantageLabel: data.VANTAGE_LABEL,
    smtpReference: data.SMTP_REFERENCE === "none" ? undefined : data.SMTP_REFERENCE,
    securityContact: data.SECURITY_CONTACT,
    logLevel: data.LOG_LEVEL,
    databaseUrl: data.DATABASE_URL,
    role: data.ROLE,
    internalUrl: data.INTERNAL_URL,
    smtpListen,
    probeDomain: data.PROBE_DOMAIN,
    listenConnections: data.SMTP_LISTEN_CONNECTIONS,
    listenPerNetwork: data.SMTP_LISTEN_PER_NETWORK,
    listenInTls: data.SMTP_LISTEN_IN_TLS,
  };
}

/** The settings of this process. Whoever starts it asks `readEnv` first and says what is wrong in plain words. */
export function env(): Env {
  return shared("env", () => {
    const read = readEnv(process.env);
    if ("problems" in read) throw new Error(read.problems.join(" "));
    return read;
  });
}

function sentence(name: string, wanted: string, given: Readonly<Record<string, string | undefined>>): string {
  if (name === "DATABASE_URL")
    return "DATABASE_URL does not look like the address of a PostgreSQL database, as postgres://user:password@host:5432/name; unset it, and reports are kept in SQLite under DATA_DIR.";
  // A key stays out of messages, also a mistyped one.
  if (name === "SPAMHAUS_DQS_KEY" || name === "ABUSIX_KEY") return `${name} does not look like ${wanted}.`;
  return name === "LOG_LEVEL"
    ? `LOG_LEVEL is "${given[name]}", but should be fatal, error, warn, info, debug, trace or silent.`
    : `${name} is "${given[name]}", but should be ${wanted}.`;
}

/** The machine's own name where it is fully qualified: what a mail server at this place would say too. */
function machineName(): string {
  const name = hostname().toLowerCase();
  return isHostname(name) && hasPublicSuffix(asName(name)) ? name : NAMELESS;
}
