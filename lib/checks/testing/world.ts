import type { Endpoint, Limits, PublicResolver, Vantage } from "../facts/vantage.ts";
import { type Cidr, type IpAddress, isInside, parseCidr } from "../net/address.ts";
import { testAuthority } from "./certificate.ts";
import { authoritativeServers, resolverOf } from "./dns-answerers.ts";
import type { Fault, FaultScope } from "./dns-faults.ts";
import { type Answerer, type AskedQuestion, startDnsServers } from "./dns-server.ts";
import type { Query } from "./dns-wire.ts";
import { buildZones, canonicalName, createView, publish, type View, type Zone } from "./dns-zones.ts";
import { ip } from "./facts.ts";
import type { Host, Sample } from "./internet/sample.ts";
import { PUBLIC_RESOLVERS, RESOLVERS } from "./internet/zones.ts";
import { ground, samples } from "./internet.ts";
import type { SmtpScript } from "./smtp-script.ts";
import { closedEndpoint, type SmtpServer, startBlackHole, startSmtpServer } from "./smtp-server.ts";
import { startWebServer, type WebServer } from "./web-server.ts";
import { publicResolvers, standing } from "./world-vantage.ts";
import { parseZone, type ZoneRecord } from "./zone-file.ts";

export interface WorldOptions {
  /** The round-trip time of every DNS server, in milliseconds. */
  readonly delayMs?: number;
  readonly limits?: Partial<Limits>;
  /** Our own network does not let port 25 out: every server is silent. */
  readonly port25Blocked?: boolean;
  /** Whether the resolvers are asked what everybody knows, as in production. Off where a test counts questions. */
  readonly canaries?: boolean;
  /** What exists instead of the demo's samples, on the same ground. */
  readonly content?: readonly Content[];
  /** Ranges that the operator lets through besides; of those, loopback is reached as it is. */
  readonly allowed?: readonly Cidr[];
  /** What the vantage's resolvers say to a question, by what they would say. */
  readonly resolver?: (query: Query, truth: () => Answered) => Answered;
}

/** What a sample brings into the world. */
export interface Content extends Pick<Sample, "records" | "zones" | "web" | "remembered"> {
  readonly hosts?: Readonly<Record<string, Host | SmtpScript>>;
}

type Answered = ReturnType<Answerer>;

/** The small internet, running on loopback. */
export interface World {
  /** How the service looks at it: the production vantage but for the way packets take. */
  readonly vantage: Vantage;
  readonly publicResolvers: readonly PublicResolver[];
  /** Makes DNS servers misbehave; returns how to end that. The latest fault that matches a question wins. */
  readonly fault: (scope: FaultScope, fault: Fault) => () => void;
  readonly clearFaults: () => void;
  /** The round-trip time of one DNS server, or of all, in milliseconds. */
  readonly setDelay: (ms: number, server?: IpAddress) => void;
  /** Changes what the zones hold: zone text that replaces record sets, and names that lose theirs. */
  readonly publish: (text: string, absent?: readonly string[]) => void;
  /** Every DNS question that was sent, in order. `questions.length = 0` starts afresh. */
  readonly questions: AskedQuestion[];
  /** What clients said to the mail server at one address, line by line. */
  readonly commands: (address: IpAddress) => readonly string[];
  /** How many connections the mail server at one address had. */
  readonly connections: (address: IpAddress) => number;
  readonly close: () => Promise<void>;
}

/** Starts all its servers: some 15 for DNS, one for each mail server of the samples. Takes a quarter of a second. */
export async function startWorld({
  delayMs = 2,
  limits,
  port25Blocked = false,
  canaries = true,
  content = samples,
  allowed = [],
  resolver,
}: WorldOptions = {}): Promise<World> {
  const zones = zonesOf(content);
  const closed = closedEndpoint();
  const [dns, mail, web] = await Promise.all([
    startDnsServers(answerers(zones, content, resolver), { delayMs }),
    startMailServers(content),
    startWebServers(content),
  ]);
  // On its own, because it has to tell by the clock when its queue is full, and making certificates holds the clock up.
  const hosts = declaredHosts(content);
  const needed = port25Blocked || [...hosts.values()].includes("filtered");
  const hole = needed ? await startBlackHole() : { endpoint: closed, close: async () => undefined };
  const route = ({ address, port }: Endpoint): Endpoint => {
    if (LOOPBACKS.some((range) => isInside(address, range))) return allowed.length > 0 ? { address, port } : closed;
    if (port === 25 && port25Blocked) return hole.endpoint;
    if (port === 25) return mail.get(address)?.endpoint ?? (hosts.get(address) === "filtered" ? hole.endpoint : closed);
    if (port === 443) return web.get(address)?.endpoint ?? closed;
    const dnsPort = port === 53 ? dns.portOf(address) : undefined;
    // Whatever is not declared is closed. Nothing ever goes where it was meant to go: not one packet leaves loopback.
    return dnsPort === undefined ? closed : { address: LOOPBACK, port: dnsPort };
  };

  return {
    vantage: { ...standing({ canaries, limits, allowed }), trust: [testAuthority()], route },
    publicResolvers: publicResolvers(),
    fault: dns.fault,
    clearFaults: dns.clearFaults,
    setDelay: dns.setDelay,
    publish: (text, absent = []) => publish(zones, parseZone(text), absent.map(canonicalName)),
    questions: dns.questions,
    commands: (address) => mail.get(address)?.commands ?? [],
    connections: (address) => mail.get(address)?.connections() ?? 0,
    async close() {
      const servers = [...mail.values(), ...web.values()];
      await Promise.all([dns.close(), hole.close(), ...servers.map((server) => server.close())]);
    },
  };
}

const LOOPBACK = ip("127.0.0.1");

const LOOPBACKS = ["127.0.0.0/8", "::1/128"].flatMap((text) => parseCidr(text) ?? []);

function zonesOf(content: readonly Content[]): readonly Zone[] {
  const loose = content.flatMap(recordsOf);
  return buildZones([...ground, ...content.flatMap(({ zones: own = [] }) => own)], loose);
}

/** The loose records of a sample, read once for all worlds that have it. */
function recordsOf(content: Content): readonly ZoneRecord[] {
  const read = RECORDS.get(content) ?? parseZone(content.records ?? "");
  RECORDS.set(content, read);
  return read;
}
const RECORDS = new WeakMap<Content, readonly ZoneRecord[]>();

/** The DNS servers of the world by address: those of its zones, the vantage's resolvers, the public ones. */
function answerers(
  zones: readonly Zone[],
  content: readonly Content[],
  says: WorldOptions["resolver"],
): Map<IpAddress, Answerer> {
  const resolver = (address: string) => [ip(address), resolverOf(zones, memoryOf(address, content))] as const;
  const ours = RESOLVERS.map(resolver).map(([address, answer]): readonly [IpAddress, Answerer] => [
    address,
    says ? (query) => says(query, () => answer(query)) : answer,
  ]);
  return new Map([...authoritativeServers(zones), ...ours, ...Object.keys(PUBLIC_RESOLVERS).map(resolver)]);
}

/** What a resolver still remembers of all samples. */
function memoryOf(resolver: string, content: readonly Content[]): View {
  const memories = content.flatMap(({ remembered }) => remembered?.[resolver] ?? []);
  return createView(
    memories.map(({ records = "" }) => records).join("\n"),
    ".",
    memories.flatMap(({ absent = [] }) => absent),
  );
}

async function startMailServers(all: readonly Content[]): Promise<ReadonlyMap<IpAddress, SmtpServer>> {
  const speaking = [...declaredHosts(all)].flatMap(([address, host]) =>
    typeof host === "string" ? [] : [{ address, host }],
  );
  return new Map(
    await Promise.all(speaking.map(async ({ address, host }) => [address, await startSmtpServer(host)] as const)),
  );
}

async function startWebServers(of: readonly Content[]): Promise<ReadonlyMap<IpAddress, WebServer>> {
  const all = of.flatMap(({ web = {} }) => Object.entries(web));
  return new Map(
    await Promise.all(all.map(async ([address, behaviour]) => [ip(address), await startWebServer(behaviour)] as const)),
  );
}

function declaredHosts(of: readonly Content[]): ReadonlyMap<IpAddress, Host | SmtpScript> {
  const all = of.flatMap(({ hosts = {} }) => Object.entries(hosts));
  return new Map(all.map(([address, host]) => [ip(address), host]));
}
