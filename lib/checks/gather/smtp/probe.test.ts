import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Endpoint, Vantage } from "../../facts/vantage.ts";
import { parseCidr } from "../../net/address.ts";
import { createGuard } from "../../net/guard.ts";
import { ip } from "../../testing/facts.ts";
import { impatient, smtpVantage } from "../../testing/smtp-probing.ts";
import { closedEndpoint, type SmtpServer, startBlackHole, startSmtpServer } from "../../testing/smtp-server.ts";
import { createSmtpProbe } from "./probe.ts";

const silent = ip("203.0.113.1");
const open = ip("203.0.113.2");
const closed = ip("203.0.113.3");
const reference = ip("203.0.113.4");
const here = ip("203.0.113.5");
const never = new AbortController().signal;

let server: SmtpServer;
let hole: Awaited<ReturnType<typeof startBlackHole>>;
let world: Record<string, Endpoint>;

beforeAll(async () => {
  server = await startSmtpServer({ starttls: "absent" });
  hole = await startBlackHole();
  world = {
    [silent]: hole.endpoint,
    [open]: server.endpoint,
    [closed]: closedEndpoint(),
    // The kernel has no way to connect to a broadcast address, and sends nothing.
    [here]: { address: ip("255.255.255.255"), port: 25 },
  };
});
afterAll(() => Promise.all([server.close(), hole.close()]));

const limits = { ...impatient, smtpConnectMs: 150 };
const vantage = (more: Partial<Vantage> = {}) => smtpVantage(world, { limits, ...more });

describe("a connection", () => {
  test.each([
    ["where nothing listens is closed", () => closed, "closed"],
    ["that nothing answers is filtered", () => silent, "filtered"],
    ["without a route is our own trouble", () => here, "no-route"],
  ] as const)("%s", async (_, address, connection) => {
    const session = await createSmtpProbe(vantage()).probe(address(), never);
    expect(session).toMatchObject({ connection, tls: { kind: "not-reached", why: connection }, transcript: [] });
  });

  test("the guard judges the address before anything is sent", async () => {
    const before = server.connections();
    const probe = createSmtpProbe(smtpVantage(server.endpoint, { guard: createGuard() }));
    for (const address of ["127.0.0.1", "10.0.0.1", "::1", "169.254.169.254"]) {
      expect((await probe.probe(ip(address), never)).connection).toBe("forbidden");
    }
    expect(server.connections()).toBe(before);
    const cidr = parseCidr("10.0.0.0/8");
    const allowed = smtpVantage(server.endpoint, { guard: createGuard(cidr ? [cidr] : []) });
    expect((await createSmtpProbe(allowed).probe(ip("10.0.0.1"), never)).connection).toBe("open");
  });

  test("a stop while dialling ends it", async () => {
    const hours = { ...limits, smtpConnectMs: 3_600_000, smtpSessionMs: 3_600_000 };
    const stop = AbortSignal.timeout(20);
    const session = await createSmtpProbe(vantage({ limits: hours })).probe(silent, stop);
    expect(session.connection).toBe("cancelled");
  });
});

describe("silence", () => {
  const withReference = (to: Endpoint | undefined, more: Partial<Vantage> = {}) =>
    createSmtpProbe(
      smtpVantage({ ...world, ...(to ? { [reference]: to } : {}) }, { limits, smtpReference: "ref.example", ...more }),
      async (host) => (to && host === "ref.example" ? reference : undefined),
    );

  test("stays filtered, and says what is not known, where nothing can tell", async () => {
    for (const probe of [createSmtpProbe(vantage()), withReference(undefined)]) {
      expect(await probe.probe(silent, never)).toMatchObject({ connection: "filtered", port25: "unknown" });
    }
  });

  test.each([
    ["greets", () => open],
    ["resets", () => closed],
  ])("is the server's own where another one %s within the hour", async (_, other) => {
    let now = 1_000_000;
    const probe = createSmtpProbe(vantage({ now: () => now }));
    await probe.probe(other(), never);
    expect(await probe.probe(silent, never)).toMatchObject({ connection: "filtered", port25: "works" });
    now += 61 * 60_000;
    expect(await probe.probe(silent, never)).toMatchObject({ connection: "filtered", port25: "unknown" });
  });

  test("of one family says nothing about the other", async () => {
    const probe = createSmtpProbe(smtpVantage({ ...world, "2001:db8::1": hole.endpoint }, { limits }));
    await probe.probe(open, never);
    expect(await probe.probe(ip("2001:db8::1"), never)).toMatchObject({ connection: "filtered", port25: "unknown" });
  });

  test("is the server's own where the reference answers, and one connection tells for an hour", async () => {
    const before = server.connections();
    const probe = withReference(server.endpoint);
    const sessions = await Promise.all([1, 2, 3].map(() => probe.probe(silent, never)));
    for (const session of sessions) expect(session).toMatchObject({ connection: "filtered", port25: "works" });
    await probe.probe(silent, never);
    expect(server.connections()).toBe(before + 1);
  });

  test("of the reference too is ours, for ten minutes", async () => {
    let now = 0;
    let asked = 0;
    const probe = createSmtpProbe(
      smtpVantage({ ...world, [reference]: hole.endpoint }, { limits, smtpReference: "ref.example", now: () => now }),
      async () => {
        asked++;
        return reference;
      },
    );
    const first = await probe.probe(silent, never);
    expect(first).toMatchObject({
      connection: "blocked-here",
      port25: "blocked",
      tls: { kind: "not-reached", why: "blocked-here" },
    });
    now += 9 * 60_000;
    await probe.probe(silent, never);
    expect(asked).toBe(1);
    now += 2 * 60_000;
    await probe.probe(silent, never);
    expect(asked).toBe(2);
  });

  test("of both is forgotten as soon as any server answers", async () => {
    const probe = withReference(hole.endpoint);
    expect((await probe.probe(silent, never)).connection).toBe("blocked-here");
    await probe.probe(open, never);
    expect((await probe.probe(silent, never)).connection).toBe("filtered");
  });

  test("a forbidden or unroutable reference tells nothing", async () => {
    expect(await withReference(world[here]).probe(silent, never)).toMatchObject({ port25: "unknown" });
    const guard: Vantage["guard"] = (address) =>
      address === reference ? createGuard()(ip("10.0.0.1")) : { allowed: true };
    expect(await withReference(server.endpoint, { guard }).probe(silent, never)).toMatchObject({ port25: "unknown" });
  });
});
