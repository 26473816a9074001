import { afterAll, beforeAll, expect, test } from "vitest";
import { type Status, say } from "../lib/checks/define/signal.ts";
import type { Sending } from "../lib/checks/facts/sending.ts";
import { check } from "../lib/checks/index.ts";
import type { IpAddress } from "../lib/checks/net/address.ts";
import { plain } from "../lib/checks/net/safe-text.ts";
import type { Report } from "../lib/checks/report/report.ts";
import { signals } from "../lib/checks/signals/index.ts";
import { parseClaims } from "../lib/checks/target/claims.ts";
import { parseTarget } from "../lib/checks/target/target.ts";
import type { Sample } from "../lib/checks/testing/internet/sample.ts";
import { samples } from "../lib/checks/testing/internet.ts";
import { faultySending, sending } from "../lib/checks/testing/sendings.ts";
import { startWorld, type World } from "../lib/checks/testing/world.ts";

let world: World;
const reports: Report[] = [];

/** Every sample of the small internet, looked at once. */
beforeAll(async () => {
  world = await startWorld({
    delayMs: 0,
    limits: { dnsTryMs: 150, smtpConnectMs: 300, smtpGreetingMs: 300, smtpReplyMs: 300, smtpSessionMs: 1500 },
  });
  for (const sample of samples) reports.push(await look(sample));
  // What is seen when a server sends has no sample: visitors send themselves.
  const [first] = samples;
  for (const seen of [sending(), faultySending()]) if (first) reports.push(await look(first, seen));
});
afterAll(() => world.close());

async function look({ target, options = {} }: Sample, seen?: Sending): Promise<Report> {
  const read = parseTarget(target);
  if (!read.ok) throw new Error(`the sample ${target} cannot be read`);
  const { claims } = parseClaims(options);
  return check({ ...read.target, claims: { ...read.target.claims, ...claims } }, world.vantage, { sending: seen });
}

const seen = (signal: string): Status[] =>
  reports.flatMap(({ verdicts }) =>
    verdicts.filter((verdict) => verdict.signal === signal).map(({ status }) => status),
  );

/** The statuses a signal can come to, apart from those that say nothing about the server. */
const possible = (id: string): Status[] =>
  Object.values(signals.find((signal) => signal.id === id)?.outcomes ?? {})
    .map(({ status }) => status)
    .filter((status) => status !== "unknown" && status !== "skipped");

test.each(signals.map(({ id }) => id))("%s: the demo shows it in order and at fault, where it knows both", (id) => {
  const [can, has] = [possible(id), seen(id)];
  const good = (status: Status) => status === "pass" || status === "info";
  if (can.some(good)) expect(has.some(good)).toBe(true);
  if (can.some((status) => !good(status))) expect(has.some((s) => s === "warn" || s === "fail")).toBe(true);
});

test("every verdict of every sample is a sentence with its values in it", () => {
  for (const report of reports)
    for (const { signal, outcome, evidence } of report.verdicts) {
      const words = signals.find(({ id }) => id === signal)?.outcomes[outcome];
      if (!words) throw new Error(`${signal} has no outcome ${outcome}`);
      expect(plain(say(words.says, evidence)), `${signal} ${outcome}`).not.toMatch(
        /undefined|NaN|\[object| {2}|‹| \.|\(\)/,
      );
    }
});

test("no check asks more than 200 questions, and none speaks more than once with a server under one name", () => {
  for (const { path, target, lookups, sessions } of reports) {
    expect(lookups.length, path).toBeLessThanOrEqual(200);
    const held = sessions.map(({ address, serverName }) => `${address} ${serverName ?? ""}`);
    expect(new Set(held).size, path).toBe(sessions.length);
    if (target.kind === "address") expect(sessions.length, path).toBeLessThanOrEqual(1);
  }
});

test("no server ever heard anything but EHLO, HELO, STARTTLS and QUIT", () => {
  for (const { hosts = {} } of samples)
    for (const address of Object.keys(hosts))
      for (const command of world.commands(address as IpAddress))
        expect(command).toMatch(/^(EHLO|HELO) |^(STARTTLS|QUIT)$/i);
});
