import { describe, expect, test } from "vitest";
import { a, NXDOMAIN, ns, REFUSED, resolverOf, serve, soa } from "../../testing/asking.ts";
import { name } from "../../testing/facts.ts";
import { RD_RA, type Received, type Reply, reply } from "../../testing/misbehaving-dns.ts";

const MAIL = name("mail.example.com");
const AAAA = "2001:7fd::1";
const ROOT_SOA = { ...soa("com"), name: "." };
const denial: Reply = { flags: NXDOMAIN, authorities: [ROOT_SOA] };
const empty: Reply = { flags: RD_RA, authorities: [ROOT_SOA] };

/** What an honest resolver on the real internet says to the canaries, and to questions for mail.example.com. */
function honest({ name: asked, type }: Received): Reply {
  if (asked === "." && type === "NS") return { answers: [ns(".", "k.root-servers.net")] };
  if (asked === "." && type === "SOA") return { flags: RD_RA | 0x20, answers: [ROOT_SOA] };
  if (asked === "k.root-servers.net") {
    return type === "A"
      ? { answers: [a(asked, "193.0.14.129")] }
      : { answers: [{ name: asked, type: "AAAA", ttl: 300, data: AAAA }] };
  }
  if (asked === "129.14.0.193.in-addr.arpa")
    return { answers: [{ name: asked, type: "PTR", ttl: 300, data: "k.root-servers.net" }] };
  if (asked === MAIL && type === "A") return { answers: [a(asked, "203.0.113.10")] };
  if (asked === MAIL) return empty;
  return denial;
}

/** A resolver that is honest but for what this says of a question. */
const resolver = (lie: (query: Received, truth: Reply) => Reply) =>
  serve((query) => [reply(query, lie(query, honest(query)))]);

async function lookups(...lies: Parameters<typeof resolver>[0][]) {
  const servers = await Promise.all(lies.map(resolver));
  const { client, resolver: ours } = resolverOf(servers, { dnsTryMs: 5_000 }, { canaries: true });
  const dns = client();
  const show = async (of: string, type: "A" | "AAAA" | "PTR") => {
    const lookup = await dns.ask(name(of), type);
    return lookup.kind === "failed" ? lookup.reason : lookup.kind;
  };
  const said = {
    mail: await show(MAIL, "A"),
    aaaa: await show(MAIL, "AAAA"),
    ptr: await show("10.113.0.203.in-addr.arpa", "PTR"),
    gone: await show("gone.example.com", "A"),
  };
  return { said, faults: ours.resolverFaults().map((each) => each.faults.join(" ")) };
}

const TRUTH = { mail: "answer", aaaa: "nodata", ptr: "nxdomain", gone: "nxdomain" };

describe("what a resolver says is believed unless it is known to be untrue", () => {
  test("an honest resolver", async () => {
    expect(await lookups((_, truth) => truth)).toEqual({ said: TRUTH, faults: [] });
  });

  test("no internet: everything is denied, and nothing of it counts", async () => {
    const denied = "resolver-offline";
    expect(await lookups(() => denial)).toEqual({
      said: { mail: denied, aaaa: denied, ptr: denied, gone: denied },
      faults: ["offline"],
    });
  });

  test("a denial without SOA does not count, one with SOA does", async () => {
    const bare = (query: Received, truth: Reply): Reply =>
      truth === denial && query.type === "A" ? { flags: NXDOMAIN } : truth;
    expect(await lookups(bare)).toEqual({ said: { ...TRUTH, gone: "resolver-offline" }, faults: ["denies"] });
  });

  test("made-up addresses do not count, others do", async () => {
    const advertise = (query: Received, truth: Reply): Reply =>
      truth === denial && query.type === "A" ? { answers: [a(query.name, "198.51.100.250")] } : truth;
    expect(await lookups(advertise)).toEqual({ said: { ...TRUTH, gone: "resolver-rewrites" }, faults: ["rewrites"] });
  });

  test("AAAA records left out: that there is none does not count", async () => {
    const hide = (query: Received, truth: Reply): Reply => (query.type === "AAAA" ? empty : truth);
    expect(await lookups(hide)).toEqual({ said: { ...TRUTH, aaaa: "resolver-hides" }, faults: ["hides-aaaa"] });
  });

  test("PTR records left out: that there is none does not count", async () => {
    const hide = (query: Received, truth: Reply): Reply => (query.type === "PTR" ? denial : truth);
    expect(await lookups(hide)).toEqual({ said: { ...TRUTH, ptr: "resolver-hides" }, faults: ["hides-ptr"] });
  });

  test("a private root without the known host hides nothing", async () => {
    const lab = (query: Received, truth: Reply): Reply =>
      query.name === "k.root-servers.net" || query.name.startsWith("129.14.") ? denial : truth;
    expect(await lookups(lab)).toEqual({ said: TRUTH, faults: [] });
  });

  test("canaries without an answer say nothing", async () => {
    const refuse = (query: Received, truth: Reply): Reply => (query.name === MAIL ? truth : { flags: REFUSED });
    const { said, faults } = await lookups(refuse);
    expect(said).toMatchObject({ mail: "answer", gone: "refused" });
    expect(faults).toEqual([]);
  });

  test("a second resolver that is sound has the say", async () => {
    const { said, faults } = await lookups(
      () => denial,
      (_, truth) => truth,
    );
    expect(said).toEqual(TRUTH);
    expect(faults).toEqual(["offline"]);
  });
});

test("a resolver that feigns validation vouches for nothing", async () => {
  const server = await serve((query) => {
    const wrong = query.name === "dnssec-failed.org" ? { answers: [a(query.name)] } : honest(query);
    return [reply(query, { ...wrong, flags: (wrong.flags ?? RD_RA) | 0x20 })];
  });
  const { client, resolver: ours } = resolverOf([server], { dnsTryMs: 5_000 }, { canaries: true });
  await ours.lookAtResolvers();
  await expect.poll(() => ours.resolverFaults()[0]?.faults).toEqual(["feigns-validation"]);
  expect(await client().ask(MAIL, "A")).toMatchObject({ kind: "answer", authenticated: false });
});
