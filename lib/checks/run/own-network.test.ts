import { expect, onTestFinished, test } from "vitest";
import { plain } from "../net/safe-text.ts";
import { startWorld, type WorldOptions } from "../testing/world.ts";
import { lookAtOwnNetwork } from "./check.ts";

async function found(options: WorldOptions): Promise<string[]> {
  const limits = { smtpConnectMs: 300, smtpGreetingMs: 300, smtpReplyMs: 300, ...options.limits };
  const world = await startWorld({ delayMs: 0, ...options, limits });
  onTestFinished(() => world.close());
  return (await lookAtOwnNetwork(world.vantage)).map(plain);
}

test("where all is well there is nothing to say", async () => {
  expect(await found({})).toEqual([]);
});

test("resolvers that say nothing are named, with what to set", { timeout: 60_000 }, async () => {
  const [said = "", ...more] = await found({ resolver: () => "silence" });
  expect(said).toMatch(/None of our resolvers answers \(.+RESOLVERS/);
  expect(more).toEqual([]);
});

test("a resolver that denies the root is named, with what to set", async () => {
  const offline = await found({
    resolver: (_, truth) => {
      const said = truth();
      return said === "silence" ? said : { rcode: "NXDOMAIN", recursionAvailable: true };
    },
  });
  expect(offline.join(" ")).toMatch(/does not reach the internet.+RESOLVERS/);
});

test("a reference host that does not answer means that port 25 is blocked", async () => {
  const content = [
    {
      id: "case",
      target: "203.0.113.10",
      title: "",
      note: "",
      records: "mail.example.com. A 203.0.113.10",
      hosts: { "203.0.113.10": "filtered" as const },
    },
  ];
  const said = await found({ content });
  expect(said.join(" ")).toMatch(/port 25 is blocked here: mail\.example\.com does not answer.+SMTP_REFERENCE/);
});
