import { randomBytes } from "node:crypto";
import type { IpAddress } from "../net/address.ts";
import { asName, type DomainName, isWithin } from "../net/domain-name.ts";
import { type Query, type Reply, udpLimit, writeReply } from "./dns-wire.ts";
import { canonicalName } from "./dns-zones.ts";
import { spellLabels, type ZoneRecord, type ZoneType } from "./zone-file.ts";

/** How a server can misbehave. */
export type Fault =
  /** No reply, ever. */
  | "silence"
  | "servfail"
  | "refused"
  | "formerr"
  | "notimp"
  /** Truncated over UDP, whatever the size; TCP is fine. */
  | "truncate"
  /** Truncated over UDP, and TCP is reset. */
  | "truncate-without-tcp"
  /** The right answer under another id. */
  | "wrong-id"
  /** A well-formed answer to a question nobody asked. */
  | "wrong-question"
  /** The right id and question, and then noise. */
  | "garbage"
  /** Not authoritative: an empty answer that points at the root. */
  | "lame"
  /** Two aliases that lead to each other. */
  | "alias-loop"
  /** Replies later, by so many milliseconds. */
  | { readonly delay: number }
  /** Keeps silent on the first so many questions. */
  | { readonly lose: number }
  /** This share of all datagrams is lost on the way, in each direction; TCP is not touched. */
  | { readonly loss: number; readonly chance?: () => number };

/** Which questions a fault is for; what is left out matches all. */
export interface FaultScope {
  /** The public-looking address of the server. */
  readonly server?: IpAddress | string;
  /** This name and all below it. */
  readonly name?: string;
  /** Not what is below it. */
  readonly exactly?: true;
  readonly type?: ZoneType;
  readonly transport?: Transport;
}

export type Transport = "udp" | "tcp";

/** What leaves the server: a message, silence, or a connection reset. */
export type Sent = Buffer | "silence" | "reset";

/** The faults in force. The latest one that matches wins; delays add to it and to each other. */
export function createFaults() {
  interface Standing {
    readonly scope: FaultScope;
    readonly fault: Fault;
    left: number;
  }
  let standing: Standing[] = [];

  const matches = (scope: FaultScope, server: IpAddress, query: Query, transport: Transport) =>
    (scope.server === undefined || scope.server === server) &&
    (scope.name === undefined ||
      (scope.exactly ? query.name === canonicalName(scope.name) : isWithin(query.name, canonicalName(scope.name)))) &&
    (scope.type === undefined || scope.type === query.type) &&
    (scope.transport === undefined || scope.transport === transport);

  return {
    /** Puts a fault in force and returns how to lift it. */
    add(scope: FaultScope, fault: Fault): () => void {
      const one: Standing = { scope, fault, left: typeof fault === "object" && "lose" in fault ? fault.lose : 0 };
      standing.unshift(one);
      return () => {
        standing = standing.filter((other) => other !== one);
      };
    },
    clear(): void {
      standing = [];
    },
    /** The fault for this question, and the delay. */
    on(server: IpAddress, query: Query, transport: Transport): { fault?: Extract<Fault, string>; delay: number } {
      const here = standing.filter(({ scope }) => matches(scope, server, query, transport));
      const delay = here.reduce(
        (sum, { fault }) => sum + (typeof fault === "object" && "delay" in fault ? fault.delay : 0),
        0,
      );
      for (const one of here) {
        if (typeof one.fault === "string") return { fault: one.fault, delay };
        if (one.left > 0) {
          one.left--;
          return { fault: "silence", delay };
        }
        if ("loss" in one.fault && transport === "udp") {
          const { loss, chance = Math.random } = one.fault;
          if (chance() < loss || chance() < loss) return { fault: "silence", delay };
        }
      }
      return { delay };
    },
  };
}

/** What a server with this fault sends in place of `reply`. */
export function spoil(fault: Extract<Fault, string>, query: Query, reply: Reply, transport: Transport): Sent {
  const { recursionAvailable = false } = reply;
  const only = (rcode: Reply["rcode"]) => writeReply(query, { rcode, recursionAvailable });
  switch (fault) {
    case "silence":
      return "silence";
    case "servfail":
      return only("SERVFAIL");
    case "refused":
      return only("REFUSED");
    case "formerr":
      return only("FORMERR");
    case "notimp":
      return only("NOTIMP");
    case "truncate":
      return transport === "udp" ? writeReply(query, truncated(reply)) : writeReply(query, reply);
    case "truncate-without-tcp":
      return transport === "udp" ? writeReply(query, truncated(reply)) : "reset";
    case "wrong-id":
      return writeReply({ ...query, id: query.id ^ 0x5555 }, reply);
    case "wrong-question": {
      const label = Buffer.from("another-question");
      const raw = Buffer.concat([Buffer.of(label.length), label, query.raw]);
      return writeReply(
        { ...query, name: asName(`${spellLabels([label])}.${query.name}`), raw },
        { ...reply, answers: [] },
      );
    }
    case "garbage": {
      const head = writeReply(query, { rcode: "NOERROR", recursionAvailable });
      head.writeUInt16BE(0xffff, 6);
      return Buffer.concat([head, randomBytes(40)]);
    }
    case "lame":
      return writeReply(query, { rcode: "NOERROR", authority: [rootServer] });
    case "alias-loop":
      return writeReply(query, { ...reply, rcode: "NOERROR", authority: [], answers: loop(query.name) });
  }
}

/** A reply as it is sent over UDP: cut to a stump where it is too long (RFC 2181 section 9). */
export function overUdp(query: Query, reply: Reply): Buffer {
  const message = writeReply(query, reply);
  return message.length <= udpLimit(query) ? message : writeReply(query, truncated(reply));
}

const truncated = (reply: Reply): Reply => ({ ...reply, truncated: true, answers: [], authority: [], additional: [] });

const rootServer: ZoneRecord = { owner: asName("."), type: "NS", ttl: 3600, data: [{ name: "a.root-servers.net" }] };

function loop(name: DomainName): ZoneRecord[] {
  const other = asName(`loop.${name}`);
  const alias = (owner: DomainName, target: DomainName): ZoneRecord => ({
    owner,
    type: "CNAME",
    ttl: 60,
    data: [{ name: target }],
  });
  return [alias(name, other), alias(other, name)];
}
