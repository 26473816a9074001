import { createSocket } from "node:dgram";
import { once } from "node:events";
import { connect } from "node:net";
import {
  AUTHORITATIVE_ANSWER,
  CHECKING_DISABLED,
  decode,
  encode,
  RECURSION_DESIRED,
  type RecordType,
} from "dns-packet";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { authoritativeServers, resolverOf } from "./dns-answerers.ts";
import { type DnsServers, startDnsServers } from "./dns-server.ts";
import { buildZones, createView } from "./dns-zones.ts";
import { ip } from "./facts.ts";
import { inSimulatedTime } from "./simulated-time.ts";

const [ROOT, CHILD, OTHER, RESOLVER, OLD] = [
  ip("198.51.100.1"),
  ip("198.51.100.2"),
  ip("198.51.100.3"),
  ip("198.51.100.9"),
  ip("198.51.100.10"),
];

const zones = buildZones([
  { apex: ".", ns: ["ns.root"], records: "ns.root. A 198.51.100.1", dnssec: "secure" },
  {
    apex: "example.com",
    ns: ["ns1.example.com", "ns.example.net"],
    variants: { "ns.example.net": "differs A 203.0.113.99" },
    dnssec: "secure",
    records: `
      ns1          A     198.51.100.2
      mail         A     203.0.113.10
      www          CNAME mail
      out          CNAME mail.example.net.
      lost         CNAME nothing.example.net.
      a.deep       A     203.0.113.11
      *.wild       A     127.0.0.2
      circle       CNAME circle2
      circle2      CNAME circle
      big          TXT   "${"long ".repeat(300)}"
      differs      A     203.0.113.98
    `,
  },
  {
    apex: "example.net",
    ns: ["ns.example.net"],
    records: `
      ns           A     198.51.100.3
      mail         A     203.0.113.20
    `,
  },
  { apex: "bogus.example.com", ns: ["ns.example.net"], dnssec: "bogus", records: "mail A 203.0.113.30" },
  { apex: "broken.example.com", ns: ["ns.example.net"], broken: "servfail", records: "mail A 203.0.113.31" },
  { apex: "silent.example.com", ns: ["ns.example.net"], broken: "silence" },
  { apex: "lame.example.com", ns: ["ns1.example.com", "ns.example.net"], lame: ["ns1.example.com"] },
]);

const old = createView("mail.example.com. 4000 A 203.0.113.9", ".", ["www.example.com"]);
let servers: DnsServers;

beforeAll(async () => {
  const resolvers = [[RESOLVER, resolverOf(zones)] as const, [OLD, resolverOf(zones, old)] as const];
  servers = await startDnsServers(new Map([...authoritativeServers(zones), ...resolvers]));
});
afterAll(() => servers.close());
afterEach(() => {
  servers.clearFaults();
  servers.setDelay(0);
});

interface Asking {
  readonly flags?: number;
  readonly edns?: number;
  readonly tcp?: boolean;
}

const query = (name: string, type: string, { flags = RECURSION_DESIRED, edns }: Asking) =>
  encode({
    type: "query",
    id: 4711,
    flags,
    questions: [{ name, type: type as RecordType }],
    additionals: edns
      ? [
          {
            type: "OPT",
            name: ".",
            udpPayloadSize: edns,
            extendedRcode: 0,
            ednsVersion: 0,
            flags: 0,
            flag_do: false,
            options: [],
          },
        ]
      : [],
  });

/** The raw reply, or what came instead. */
async function exchange(
  server: string,
  name: string,
  type: string,
  asking: Asking = {},
): Promise<Buffer | "silence" | "reset"> {
  const port = servers.portOf(ip(server));
  if (port === undefined) throw new Error(`nothing at ${server}`);
  const message = query(name, type, asking);
  if (!asking.tcp) {
    const socket = createSocket("udp4");
    socket.send(message, port, "127.0.0.1");
    const got = await Promise.race([once(socket, "message"), pause(150)]);
    socket.close();
    return Array.isArray(got) ? (got[0] as Buffer) : "silence";
  }
  const socket = connect(port, "127.0.0.1");
  socket.write(Buffer.concat([Buffer.of(message.length >> 8, message.length & 255), message]));
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    socket.on("error", () => resolve("reset"));
    socket.on("data", (chunk) => {
      chunks.push(chunk);
      const all = Buffer.concat(chunks);
      if (all.length < 2 + all.readUInt16BE(0)) return;
      socket.destroy();
      resolve(all.subarray(2));
    });
  });
}

/** Milliseconds that some work takes, by the clock in force. */
async function timeOf(work: Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work;
  return Math.round(performance.now() - started);
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function ask(server: string, name: string, type: string, asking: Asking = {}) {
  const reply = await exchange(server, name, type, asking);
  if (typeof reply === "string")
    return { rcode: reply, aa: false, tc: false, ad: false, answers: [], authority: [], extra: [] };
  const { rcode, flag_aa, flag_tc, flag_ad, answers, authorities, additionals } = decode(reply) as ReturnType<
    typeof decode
  > & {
    rcode: string;
  };
  const shown = (records: typeof answers = []) =>
    records
      .filter((record) => record.type !== "OPT")
      .map((record) =>
        `${record.name} ${record.type} ${"data" in record && typeof record.data === "string" ? record.data : ""}`.trim(),
      );
  return {
    rcode,
    aa: flag_aa,
    tc: flag_tc,
    ad: flag_ad,
    answers: shown(answers),
    authority: shown(authorities),
    extra: shown(additionals),
  };
}

describe("an authoritative server", () => {
  it("answers with authority for what it holds", async () => {
    expect(await ask(CHILD, "mail.example.com", "A")).toMatchObject({
      rcode: "NOERROR",
      aa: true,
      answers: ["mail.example.com A 203.0.113.10"],
    });
  });

  it("refers to the servers below a zone cut, with the addresses of those that live there", async () => {
    expect(await ask(ROOT, "mail.example.com", "A")).toEqual({
      rcode: "NOERROR",
      aa: false,
      tc: false,
      ad: false,
      answers: [],
      authority: ["example.com NS ns1.example.com", "example.com NS ns.example.net"],
      extra: ["ns1.example.com A 198.51.100.2", "ns.example.net A 198.51.100.3"],
    });
  });

  it("tells NXDOMAIN from NODATA, both with the SOA", async () => {
    expect(await ask(CHILD, "nothing.example.com", "A")).toMatchObject({
      rcode: "NXDOMAIN",
      aa: true,
      authority: ["example.com SOA"],
    });
    expect(await ask(CHILD, "mail.example.com", "MX")).toMatchObject({
      rcode: "NOERROR",
      aa: true,
      answers: [],
      authority: ["example.com SOA"],
    });
  });

  it("does not deny a name that only has names below it", async () => {
    expect(await ask(CHILD, "deep.example.com", "A")).toMatchObject({ rcode: "NOERROR", answers: [] });
  });

  it("follows aliases inside its zones and leaves the others to the asker", async () => {
    expect((await ask(CHILD, "www.example.com", "A")).answers).toEqual([
      "www.example.com CNAME mail.example.com",
      "mail.example.com A 203.0.113.10",
    ]);
    expect((await ask(CHILD, "out.example.com", "A")).answers).toEqual(["out.example.com CNAME mail.example.net"]);
    expect((await ask(OTHER, "out.example.com", "A")).answers).toHaveLength(2);
  });

  it("makes records out of a wildcard, under the name asked for", async () => {
    expect((await ask(CHILD, "2.0.0.127.wild.example.com", "A")).answers).toEqual([
      "2.0.0.127.wild.example.com A 127.0.0.2",
    ]);
    expect(await ask(CHILD, "x.mail.example.com", "A")).toMatchObject({ rcode: "NXDOMAIN" });
  });

  it("answers for DS from the parent's side of the cut", async () => {
    expect(await ask(ROOT, "example.com", "DS")).toMatchObject({ aa: true, answers: ["example.com DS"] });
    expect(await ask(ROOT, "example.net", "DS")).toMatchObject({ aa: true, answers: [] });
  });

  it("refuses what it does not hold, also where a delegation to it is lame", async () => {
    expect(await ask(CHILD, "mail.example.net", "A")).toMatchObject({ rcode: "REFUSED" });
    expect(await ask(OTHER, "lame.example.com", "SOA")).toMatchObject({ rcode: "NOERROR", aa: true });
  });

  it("may hold another version of the zone than its sibling", async () => {
    expect((await ask(CHILD, "differs.example.com", "A")).answers).toEqual(["differs.example.com A 203.0.113.98"]);
    expect((await ask(OTHER, "differs.example.com", "A")).answers).toEqual(["differs.example.com A 203.0.113.99"]);
  });
});

describe("a resolver", () => {
  it("follows aliases across zones", async () => {
    expect(await ask(RESOLVER, "out.example.com", "A")).toMatchObject({
      rcode: "NOERROR",
      aa: false,
      answers: ["out.example.com CNAME mail.example.net", "mail.example.net A 203.0.113.20"],
    });
    expect(await ask(RESOLVER, "lost.example.com", "A")).toMatchObject({
      rcode: "NXDOMAIN",
      answers: ["lost.example.com CNAME nothing.example.net"],
    });
  });

  it("gives up on aliases in a circle with what it has", async () => {
    expect((await ask(RESOLVER, "circle.example.com", "A")).answers).toHaveLength(2);
  });

  it("vouches for signed zones only, to those who ask", async () => {
    const AD = 0x20;
    expect(await ask(RESOLVER, "mail.example.com", "A", { flags: RECURSION_DESIRED | AD })).toMatchObject({ ad: true });
    expect(await ask(RESOLVER, "mail.example.com", "A")).toMatchObject({ ad: false });
    expect(await ask(RESOLVER, "out.example.com", "A", { flags: RECURSION_DESIRED | AD })).toMatchObject({ ad: false });
  });

  it("answers SERVFAIL for a bogus zone, unless asked not to check", async () => {
    expect(await ask(RESOLVER, "mail.bogus.example.com", "A")).toMatchObject({ rcode: "SERVFAIL" });
    expect(
      await ask(RESOLVER, "mail.bogus.example.com", "A", { flags: RECURSION_DESIRED | CHECKING_DISABLED }),
    ).toMatchObject({ rcode: "NOERROR", answers: ["mail.bogus.example.com A 203.0.113.30"] });
  });

  it("cannot answer for zones whose servers do not", async () => {
    expect(await ask(RESOLVER, "mail.broken.example.com", "A")).toMatchObject({ rcode: "SERVFAIL" });
    expect(await ask(RESOLVER, "mail.silent.example.com", "A")).toMatchObject({ rcode: "silence" });
    expect(await ask(RESOLVER, "lame.example.com", "SOA")).toMatchObject({ rcode: "NOERROR" });
  });

  it("may remember what the zone no longer says", async () => {
    expect((await ask(OLD, "mail.example.com", "A")).answers).toEqual(["mail.example.com A 203.0.113.9"]);
    expect(await ask(OLD, "www.example.com", "A")).toMatchObject({ rcode: "NXDOMAIN" });
  });

  it("refuses questions without recursion", async () => {
    expect(await ask(RESOLVER, "mail.example.com", "A", { flags: 0 })).toMatchObject({ rcode: "REFUSED" });
  });
});

describe("the transports", () => {
  it("truncates by the size the asker can take, and sends all of it over TCP", async () => {
    expect(await ask(CHILD, "big.example.com", "TXT", { edns: 4096 })).toMatchObject({ tc: true, answers: [] });
    expect(await ask(CHILD, "big.example.com", "TXT", { tcp: true })).toMatchObject({
      tc: false,
      answers: ["big.example.com TXT"],
    });
  });

  it("keeps a log of every question, also of those it does not answer", async () => {
    servers.questions.length = 0;
    servers.fault({ type: "MX" }, "silence");
    await ask(CHILD, "mail.example.com", "MX");
    await ask(CHILD, "mail.example.com", "NAPTR", { tcp: true });
    expect(servers.questions).toEqual([
      { server: CHILD, name: "mail.example.com", type: "MX", transport: "udp" },
      { server: CHILD, name: "mail.example.com", type: "TYPE35", transport: "tcp" },
    ]);
  });

  it("waits the round trip it was told to", async () => {
    servers.setDelay(40, CHILD);
    expect(await inSimulatedTime(() => timeOf(ask(CHILD, "mail.example.com", "A")))).toBe(40);
    servers.setDelay(0, CHILD);
  });
});

describe("faults on demand", () => {
  it.each([
    ["servfail", { rcode: "SERVFAIL" }],
    ["refused", { rcode: "REFUSED" }],
    ["formerr", { rcode: "FORMERR" }],
    ["notimp", { rcode: "NOTIMP" }],
    ["silence", { rcode: "silence" }],
    ["truncate", { rcode: "NOERROR", tc: true, answers: [] }],
    ["lame", { rcode: "NOERROR", aa: false, answers: [], authority: [". NS a.root-servers.net"] }],
    [
      "alias-loop",
      { answers: ["mail.example.com CNAME loop.mail.example.com", "loop.mail.example.com CNAME mail.example.com"] },
    ],
  ] as const)("%s", async (fault, expected) => {
    servers.fault({ name: "example.com" }, fault);
    expect(await ask(CHILD, "mail.example.com", "A")).toMatchObject(expected);
  });

  it("resets TCP after a truncated answer", async () => {
    servers.fault({}, "truncate-without-tcp");
    expect(await ask(CHILD, "mail.example.com", "A")).toMatchObject({ tc: true });
    expect(await exchange(CHILD, "mail.example.com", "A", { tcp: true })).toBe("reset");
  });

  it("answers under another id, to another question, or with noise", async () => {
    const [lift] = [servers.fault({}, "wrong-id")];
    expect((await exchange(CHILD, "mail.example.com", "A")).slice(0, 2)).not.toEqual(Buffer.of(4711 >> 8, 4711 & 255));
    lift();
    servers.fault({}, "wrong-question");
    const other = (await exchange(CHILD, "mail.example.com", "A")) as Buffer;
    expect(decode(other).questions?.[0]?.name).toBe("another-question.mail.example.com");
    servers.fault({}, "garbage");
    const noise = (await exchange(CHILD, "mail.example.com", "A")) as Buffer;
    expect(noise.readUInt16BE(0)).toBe(4711);
    expect(() => decode(noise)).toThrow();
  });

  it("are for one server, one name, one type or one transport, and can be lifted", async () => {
    servers.fault({ server: OTHER, name: "mail.example.net", type: "A", transport: "udp" }, "servfail");
    expect((await ask(OTHER, "mail.example.net", "A")).rcode).toBe("SERVFAIL");
    expect((await ask(OTHER, "mail.example.net", "AAAA")).rcode).toBe("NOERROR");
    expect((await ask(OTHER, "ns.example.net", "A")).rcode).toBe("NOERROR");
    expect((await ask(OTHER, "mail.example.net", "A", { tcp: true })).rcode).toBe("NOERROR");
    expect((await ask(RESOLVER, "mail.example.net", "A")).rcode).toBe("NOERROR");
    servers.clearFaults();
    expect((await ask(OTHER, "mail.example.net", "A")).rcode).toBe("NOERROR");
  });

  it("lose the first so many questions, and delay", async () => {
    servers.fault({}, { lose: 1 });
    servers.fault({}, { delay: 30 });
    expect((await ask(CHILD, "mail.example.com", "A")).rcode).toBe("silence");
    expect(await inSimulatedTime(() => timeOf(ask(CHILD, "mail.example.com", "A")))).toBe(30);
    expect((await ask(CHILD, "mail.example.com", "A", { flags: AUTHORITATIVE_ANSWER })).rcode).toBe("NOERROR");
  });
});
