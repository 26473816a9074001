import type { Scope, Signal, SignalScope } from "../define/signal.ts";
import { domainBehind } from "../derive/sending-domain.ts";
import type { Claims } from "../facts/facts.ts";
import type { Sending } from "../facts/sending.ts";
import type { Known } from "../findings/findings.ts";
import { chooseServers } from "../formats/receiving/mx-servers.ts";
import type { Budget } from "../gather/budget.ts";
import type { IpAddress } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import { signals } from "../signals/index.ts";
import type { Target } from "../target/target.ts";
import { NOT_ASKED, SAID } from "./sender-outlook.ts";
import type { FactSource, Subject } from "./subject.ts";

/**
 * Starts judging a subject and hands back its facts, so that a plan can grow out of them. What was asked for has rank 0;
 * the questions of a higher rank give way to it.
 */
export type Start = (subject: Subject, rank: number) => FactSource;

/** How many addresses the check has room for; what is left out is counted there. */
export type Room = Pick<Budget, "addresses" | "lookAt" | "leaveOutAddresses">;

/**
 * What there is to judge for a target. An address is one server with its sending domain; a host name is every address
 * it has, side by side; a domain is what it publishes, the hosts that take its mail, and as senders these hosts'
 * addresses and those that its SPF record names. Addresses for which the check has no room are left out. Resolves when
 * no more subjects will come (not when they are judged). What an address showed when it sent to us is judged beside it.
 */
export async function plan(target: Target, start: Start, room: Room, sending?: Sending): Promise<void> {
  const { claims } = target;
  switch (target.kind) {
    case "address":
      room.lookAt(target.address);
      start(server(target.address, claims, ["server", "domain", ...scopesOf(sending)], undefined, sending), 0);
      return;
    case "host":
      return planHost(target.host, claims, start, room);
    case "domain":
      return planDomain(target.domain, claims, start, room);
  }
}

/** As many addresses of a host as are asked about beside its domain; a host with more has them wait for both. */
const AT_ONCE = 2;

async function planHost(name: DomainName, claims: Claims, start: Start, room: Room): Promise<void> {
  const facts = start(subject(name, "host", ["host"], { host: name, claims }, name), 0);
  const { reachable } = await facts("hostAddresses");
  const servers = reachable.filter(room.lookAt);
  for (const [i, address] of servers.entries()) start(server(address, claims, ["server"], name), i < AT_ONCE ? 1 : 2);
  const domain = claims.from ?? domainBehind(name, reachable[0]);
  // A name that has no address sends nothing: what its domain publishes is beside the question.
  if (domain && reachable.length > 0) start(domainOf(domain, claims, claims.from ? "given" : "target"), 1);
}

async function planDomain(domain: DomainName, claims: Claims, start: Start, room: Room): Promise<void> {
  const facts = start(domainOf(domain, claims, "target"), 0);
  const judged = new Set<IpAddress>();
  const startSender = (address: IpAddress, name: DomainName | undefined, asReceiver?: FactSource) => {
    if (judged.has(address) || !room.lookAt(address)) return;
    judged.add(address);
    const sender = subject(address, "sender", ["sender"], { ...NOT_ASKED, address, claims, asked: name }, name);
    start(asReceiver ? { ...sender, lent: { names: SAID, by: asReceiver } } : sender, 2);
  };
  const [mx, published] = [facts("mx"), facts("spfSenders")];
  const { chosen, leftOut } = chooseServers((await mx)?.exchangers ?? [], room);
  room.leaveOutAddresses(leftOut);
  const receivers = [...chosen].flatMap(([name, addresses]) =>
    addresses.map((address) => {
      const seeds = { address, host: name, asked: name, claims };
      return { address, name, facts: start(subject(`${name} ${address}`, "receiver", ["receiver"], seeds, name), 1) };
    }),
  );
  // The hosts that take a domain's mail mostly send it as well, whatever its SPF record says.
  for (const { address, name, facts: asReceiver } of receivers) startSender(address, name, asReceiver);
  const senders = await published;
  for (const { address, name } of senders?.singles ?? []) startSender(address, name);
  room.leaveOutAddresses(senders ? senders.singleCount - senders.singles.length : 0);
}

const server = (
  address: IpAddress,
  claims: Claims,
  scopes: readonly SignalScope[],
  name?: DomainName,
  sending?: Sending,
): Subject => subject(address, "server", scopes, { address, claims, asked: name, sending }, name);

const scopesOf = (sending: Sending | undefined): readonly SignalScope[] =>
  sending ? ["session", ...(sending.message ? ["message" as const] : [])] : [];

const domainOf = (domain: DomainName, claims: Claims, origin: "given" | "target"): Subject =>
  subject(
    `domain ${domain}`,
    "domain",
    ["domain"],
    {
      host: domain,
      claims,
      sender: { domain, origin },
      senderNames: { names: [{ name: domain, roles: ["sender"] }], open: [] },
    },
    domain,
  );

function subject(
  id: string,
  scope: Scope,
  scopes: readonly SignalScope[],
  seeds: Partial<Known>,
  name?: DomainName,
): Subject {
  return { id, scope, seeds, signals: signalsFor(scopes), ...(name ? { name } : {}) };
}

/** How a domain takes mail is beside the question of who a server is, so it is judged for a domain alone. */
const signalsFor = (scopes: readonly SignalScope[]): readonly Signal[] =>
  signals
    .filter((signal) => signal.scopes.some((scope) => scopes.includes(scope)))
    .filter(({ group }) => group !== "receiving" || !scopes.includes("server"));
