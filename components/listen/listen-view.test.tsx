import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { SentMessage } from "../../lib/checks/facts/sending.ts";
import { parseAddress } from "../../lib/checks/net/address.ts";
import { present } from "../../lib/checks/present/present.ts";
import { fixtureReport } from "../../lib/checks/testing/fixture-report.ts";
import { payloads } from "../../lib/checks/testing/payloads.ts";
import { oneLiners } from "../../lib/listener/one-liners.ts";
import type { Seen } from "../../lib/listener/seen.ts";
import { sidesOf } from "../../lib/listener/sides.ts";
import { ListenView } from "./listen-view.tsx";

const address = (text: string) => {
  const parsed = parseAddress(text);
  if (!parsed) throw new Error(text);
  return parsed;
};
const seen = (more: Partial<Seen> = {}): Seen => ({
  ...{ at: Date.UTC(2026, 10, 22, 18, 20, 31), address: address("203.0.113.14"), port: 41_822, verb: "EHLO" },
  ...{ helo: "localhost.localdomain", mailFrom: "example.com", tls: { version: "TLSv1.3", cipher: "AES" } },
  ...{ earlyTalker: false, pipelined: false, injected: false, bareLf: false },
  steps: [
    { ms: 0, by: "server", says: "220 probe.example ESMTP" },
    { ms: 900, by: "client", says: "EHLO localhost.localdomain" },
    { ms: 950, by: "server", says: "550 5.7.0 Refused." },
  ],
  ...more,
});
const session = (id: string, more: Partial<Seen> = {}) => ({ id, seen: seen(more), reply: "550 5.7.0 Refused." });

type Props = Parameters<typeof ListenView>[0];
const html = (more: Partial<Props> = {}): string =>
  renderToStaticMarkup(
    <ListenView
      state="seen"
      address="abc@probe.example"
      readAddress="read-abc@probe.example"
      expiresAt={Date.UTC(2026, 10, 22, 19, 20)}
      commands={oneLiners("abc@probe.example", "probe.example", 25)}
      expect={{}}
      sessions={[]}
      sides={undefined}
      report={undefined}
      standIn={undefined}
      {...more}
    />,
  );
const text = (of: string) => of.replace(/<[^>]*>/g, "");

test("while it waits it says where to send, until when, and what to run elsewhere", () => {
  const page = html({ state: "waiting" });
  for (const part of ["abc@probe.example", "22 Nov 2026, 19:20", "swaks", "openssl s_client", "Send-MailMessage"])
    expect(text(page)).toContain(part);
  expect(page).toContain("Waiting for your server");
});

test("what was thought stands beside what came, and each line of the session", () => {
  const sessions = [session("1")];
  const sides = sidesOf(seen(), { address: "203.0.113.10", helo: "mail.example.com" });
  const page = text(html({ sessions, sides, expect: { address: "203.0.113.10", helo: "mail.example.com" } }));
  expect(page).toContain(
    "You thought 203.0.113.10, as mail.example.com; it came from 203.0.113.14, as localhost.localdomain.",
  );
  for (const part of ["18:20:31", "EHLO localhost.localdomain", "another address", "another name", "Expect a bounce"])
    expect(page).toContain(part);
  expect(page).toContain("203.0.113.14 was not checked");
});

test("a PTR record that could not be looked up is not known, and a name that was not said is no other one", () => {
  const [verdict] = fixtureReport.verdicts;
  const { path } = fixtureReport;
  const owners = { ptr: { outcome: "unknown", evidence: {} }, forward: { outcome: "unknown", evidence: {} } };
  const remedies = [{ address: path, subject: path, ptr: [], type: "A" as const, owners }];
  const ptrOf = (status: "fail" | "unknown") => {
    const verdicts = verdict ? [{ ...verdict, subject: path, signal: "reverse-dns", status }] : [];
    return sidesOf(seen(), {}, { ...fixtureReport, verdicts, remedies }).find(
      ({ subject }) => subject === "PTR record",
    );
  };
  expect([ptrOf("fail")?.sends, ptrOf("unknown")?.sends]).toEqual(["none", "not known"]);
  const [, ehlo] = sidesOf(seen({ helo: null }), { helo: "mail.example.com" });
  expect([ehlo?.sends, ehlo?.same]).toEqual(["none", undefined]);
});

test("several connections are a table, and those of several addresses can be checked as a pool", () => {
  const sessions = ["203.0.113.14", "203.0.113.15", "203.0.113.15"].map((from, i) =>
    session(String(i), { address: address(from) }),
  );
  const page = html({ sessions });
  expect(page).toContain("3 from 2 addresses");
  const [form = ""] = /<form[^>]*>/.exec(page) ?? [];
  for (const part of ['method="post"', 'action="/pool/start"']) expect(form).toContain(part);
  expect(page).toContain('name="text" value="203.0.113.14\n203.0.113.15"');
  expect(html({ sessions: sessions.slice(1) })).not.toContain("as a pool");
});

test("the report's answer stands there, with links into it", () => {
  const report = present(fixtureReport, { id: "the-id", url: "https://np.example/r/the-id" });
  const page = html({ sessions: [session("1")], report });
  expect(page).toContain('href="/r/the-id"');
  expect(page).not.toMatch(/href="#(fail|warn|pass)/);
  expect(text(html({ sessions: [session("1")], report, standIn: "203.0.113.10" }))).toContain("In this demo");
});

const RELAYED = { signal: "shared-sender", group: "control", outcome: "shared", status: "info" } as const;

test("a relay is named as such", () => {
  const path = fixtureReport.path ?? "";
  const evidence = { address: [path], service: ["google"], ptr: ["mail-a1-f41.google.com"] };
  const verdicts = [
    ...fixtureReport.verdicts.filter(({ signal }) => signal !== "shared-sender"),
    { ...RELAYED, subject: path, evidence },
  ];
  const at = { id: "the-id", url: "https://np.example/r/the-id" };
  const subjects = fixtureReport.subjects.map((one) => ({ ...one, signals: [...one.signals, "shared-sender"] }));
  const relayed = present({ ...fixtureReport, subjects, verdicts }, at);
  const page = text(html({ sessions: [session("1")], report: relayed }));
  expect(page).toMatch(/This is a relay\. .*Google/);
  expect(text(html({ sessions: [session("1")], report: present(fixtureReport, at) }))).not.toContain("This is a relay");
});

test("in read mode all hops are shown, the one to us first", () => {
  const found: SentMessage = {
    ...{ dkim: [], spf: { result: "none" }, dmarc: { result: "none", spfAligned: false, dkimAligned: false } },
    ...{ arc: { result: "none", sets: 0 }, messageIds: [], dates: [] },
    hops: [
      { from: "inner.example.com", address: "198.51.100.7", by: "mail.example.com" },
      { from: "client.example.com", by: "inner.example.com" },
    ],
  };
  const page = html({ sessions: [{ ...session("1"), message: { found, header: "From: x" } }] });
  const at = ["203.0.113.14", "198.51.100.7", "client.example.com"].map((part) =>
    page.indexOf(part, page.indexOf('id="relays"')),
  );
  expect(at.every((place, i) => place > (at[i - 1] ?? 0))).toBe(true);
});

test("after its hour it takes nothing more", () => {
  const page = text(html({ state: "expired" }));
  expect(page).toContain("This address has ended.");
  expect(page).toContain("Nobody has sent to this address.");
});

test("what strangers say makes no tag and no attribute, and shows its control characters", () => {
  const said = (all: readonly string[]) => {
    const steps = all.map((one) => ({ ms: 1, by: "client" as const, says: `EHLO ${one}` }));
    const sessions = all.map((one, i) => session(String(i), { helo: one, mailFrom: one, steps }));
    const [helo = ""] = all;
    return html({ sessions, sides: sidesOf(seen({ helo }), { helo }), expect: { helo } });
  };
  const tags = (of: string) => new Set(of.match(/<[^>]*>/g));
  const hostile = payloads.filter(Boolean);
  const AT_ONCE = 50;
  for (let i = 0; i < hostile.length; i += AT_ONCE) {
    const some = hostile.slice(i, i + AT_ONCE);
    const page = said(some);
    expect(tags(page)).toEqual(tags(said(some.map(() => "x"))));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(page.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  }
});
