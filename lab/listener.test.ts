import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createVantage } from "../lib/checks/gather/create-vantage.ts";
import { parseCidr } from "../lib/checks/net/address.ts";
import { ip } from "../lib/checks/testing/facts.ts";
import { listens } from "../lib/service/listens/current.ts";
import { startListening } from "../lib/service/listens/start.ts";
import type { ListenerThread } from "../lib/service/listens/thread/thread.ts";
import { drain } from "../lib/service/live/checks.ts";
import { readReport } from "../lib/service/live/read-report.ts";
import { lookFrom } from "../lib/service/service-vantage.ts";
import { database } from "../lib/service/store/current.ts";
import { startDns } from "./dns/start.ts";
import { ADDRESSES, RESOLVER } from "./internet/places.ts";
import { createKeeper } from "./keeper.ts";
import { send } from "./mail/client.ts";
import { hasBounced, type Sender, startEximSender, startOpensmtpdSender, startPostfixSender } from "./mail/senders.ts";
import { addAddresses } from "./namespace.ts";
import { later, whyNot } from "./programs.ts";

/** Where Nameplate listens in the lab. */
const LISTENER = "203.0.113.130";

const missing = whyNot("ip", "nsd", "unbound", "rbldnsd", "ldns-signzone", "postfix", "exim4", "smtpd");

describe.skipIf(missing)(`what real servers say when they send${missing ? ` (skipped: ${missing})` : ""}`, () => {
  const keeper = createKeeper();
  let listener: ListenerThread | undefined;
  beforeAll(async () => {
    addAddresses([...ADDRESSES, LISTENER]);
    await startDns(keeper);
    Object.assign(process.env, {
      ...{ DATA_DIR: keeper.folder("data"), SMTP_LISTEN: `${LISTENER}:25`, PROBE_DOMAIN: "probe.example" },
      ...{ PUBLIC_URL: "https://np.example", LOG_LEVEL: "silent" },
    });
    lookFrom(
      createVantage({
        label: "the lab",
        resolvers: [{ address: ip(RESOLVER), port: 53 }],
        publicResolvers: [],
        allowed: ["203.0.113.0/24", "198.51.100.0/24", "2001:db8::/32"].flatMap((text) => parseCidr(text) ?? []),
        ehloName: "nameplate.example.com",
        limits: { checkMs: 20_000 },
      }),
    );
    listener = await startListening();
  });
  afterAll(async () => {
    await listener?.close();
    await drain();
    await (await database()).close();
    await keeper.close();
  });

  /** Hands a message for a fresh token to a mail server, once for each envelope sender. */
  async function through(sender: Sender, from: readonly string[]) {
    const made = await (await listens()).make("https://np.example", {});
    for (const one of from) {
      const reply = await send({
        ...{ from: "203.0.113.53", to: sender.at, ehlo: "client.example.net", sender: one },
        ...{ recipient: `${made.id}@probe.example`, data: "Subject: test\r\n\r\nThat is all." },
      });
      expect(reply.code).toBe(250);
    }
    const link = `https://np.example/listen/${made.id}`;
    const bounced = await hasBounced(sender, link);
    expect(bounced).toContain(link);
    for (;;) {
      const { sessions = [] } = (await (await listens()).read(made.id)) ?? {};
      if (sessions.length >= from.length && sessions.every(({ report }) => report)) return { link, bounced, sessions };
      await later(50);
    }
  }

  test("Postfix behind three addresses: each is seen, under the name it sends with, and the bounces have the link", async () => {
    const sender = await startPostfixSender(keeper, LISTENER);
    const { sessions, link } = await through(sender, ["a@example.net", "b@example.net", "c@example.net"]);
    expect(sessions.map(({ seen }) => seen.address).toSorted()).toEqual(sender.from);
    for (const { seen, reply, report } of sessions) {
      expect(seen).toMatchObject({
        ...{ helo: sender.sendsAs, verb: "EHLO", mailFrom: "example.net", earlyTalker: false, pipelined: false },
        tls: { version: "TLSv1.3" },
      });
      for (const part of [seen.address, sender.sendsAs, link]) expect(reply).toContain(part);
      const reading = await readReport(report ?? "");
      expect(reading).toMatchObject({ report: { path: seen.address, target: { claims: { helo: sender.sendsAs } } } });
    }
  });

  test("Exim: address, name and TLS as it did it, and the bounce has the link", async () => {
    const sender = await startEximSender(keeper, LISTENER);
    const { sessions } = await through(sender, ["sender@example.org"]);
    expect(sessions).toHaveLength(1);
    expect(sessions[0]?.seen).toMatchObject({
      ...{ address: sender.from[0], helo: sender.sendsAs, mailFrom: "example.org", pipelined: false },
      tls: { version: "TLSv1.3" },
    });
  });

  test("OpenSMTPD: what it did, a TLS that failed included, and its log has the link", async () => {
    const sender = await startOpensmtpdSender(keeper, LISTENER);
    const { sessions } = await through(sender, ["sender@example.org"]);
    const seen = sessions[0]?.seen;
    expect(seen).toMatchObject({ address: sender.from[0], helo: sender.sendsAs, mailFrom: "example.org" });
    // Debian's breaks off STARTTLS, and comes again without it.
    console.log("OPENSMTPD", JSON.stringify(seen));
    expect(Boolean(seen?.tls) || Boolean(seen?.tlsFailure)).toBe(true);
  });
});
