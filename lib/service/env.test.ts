import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { publicManners } from "../checks/view.ts";
import { parseResolver, readEnv, SETTINGS } from "./env.ts";

test("nothing needs to be set", () => {
  expect(readEnv({})).toMatchObject({
    port: 3000,
    resolvers: undefined,
    allowed: [],
    trustedProxies: { kind: "hops", hops: 0 },
  });
});

describe("the README", () => {
  const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
  const table = /## Settings\n[\s\S]*?\n((?:\|.*\n)+)/.exec(readme)?.[1] ?? "";
  const rows = [...table.matchAll(/^\| `(\w+)` \| (.*?) \| .+ \|$/gm)].map(([, name = "", usual = ""]) => ({
    name,
    usual,
  }));

  test("names every setting in one table, and none besides", () => {
    expect(rows.map(({ name }) => name).toSorted()).toEqual(SETTINGS.toSorted());
  });

  test.each(rows.filter(({ usual }) => /^`[^`]+`$/.test(usual)))("is right that $name is $usual by default", (row) => {
    expect(readEnv({ [row.name]: row.usual.slice(1, -1) })).toEqual(readEnv({}));
  });
});

test.each([
  ["not set", {}, "gmail-smtp-in.l.google.com"],
  ["a host of the operator's", { SMTP_REFERENCE: "MX.example.com" }, "mx.example.com"],
  ["none", { SMTP_REFERENCE: "none" }, undefined],
])("the host that tells a blocked port 25: %s", (_, settings, smtpReference) => {
  expect(readEnv(settings)).toMatchObject({ smtpReference });
});

test.each([
  ["security@example.com", "mailto:security@example.com"],
  ["mailto:security@example.com", "mailto:security@example.com"],
  ["https://example.com/security", "https://example.com/security"],
])("whom to tell of a hole: %s", (setting, securityContact) => {
  expect(readEnv({ SECURITY_CONTACT: setting })).toMatchObject({ securityContact });
});

test.each(["us", "http://example.com/", "a@b c@d", "https://\nExpires: 2999", "javascript:alert(1)"])(
  "%j is nobody to tell of a hole",
  (setting) => {
    expect(readEnv({ SECURITY_CONTACT: setting })).toMatchObject({
      problems: [expect.stringContaining("SECURITY_CONTACT")],
    });
  },
);

test("an empty variable is one that is not set", () => {
  expect(readEnv({ PORT: "", DATABASE_URL: " ", RESOLVERS: "" })).toMatchObject({ port: 3000, resolvers: undefined });
});

test.each([
  "postgres://nameplate@db/nameplate",
  "postgresql://nameplate:secret@db.example:5433/reports?sslmode=require",
])("the database %s is read", (databaseUrl) => {
  expect(readEnv({ DATABASE_URL: databaseUrl })).toMatchObject({ databaseUrl });
});

test.each(["postgres", "postgres://db", "postgres://db/", "mysql://db/nameplate", "/var/lib/nameplate"])(
  "%j is no database of PostgreSQL",
  (setting) => {
    const read = readEnv({ DATABASE_URL: setting });
    expect(read).toMatchObject({ problems: [expect.stringMatching(/^DATABASE_URL .*PostgreSQL.*\.$/)] });
  },
);

test("all problems are told at once, a sentence each, and no secret is repeated", () => {
  const read = readEnv({
    PORT: "http",
    RESOLVERS: "1.1.1.1,dns.example",
    ALLOW_TARGETS: "10.0.0.0/33",
    PUBLIC_URL: "https://example.com/path",
    TRUSTED_PROXIES: "all",
    REPORT_DAYS: "-1",
    SPAMHAUS_DQS_KEY: "hunter 2",
    DATABASE_URL: "mysql://user:hunter2@db/nameplate",
    LOG_LEVEL: "loud",
  });
  if (!("problems" in read)) throw new Error("bad settings were accepted");
  expect(read.problems).toHaveLength(9);
  for (const problem of read.problems) expect(problem).toMatch(/^[A-Z_]+ .*\.$/);
  expect(read.problems.join()).not.toMatch(/hunter/);
});

test.each([
  ["192.0.2.1", { address: "192.0.2.1", port: 53 }],
  ["192.0.2.1:5353", { address: "192.0.2.1", port: 5353 }],
  ["2001:DB8::1", { address: "2001:db8::1", port: 53 }],
  ["[2001:db8::1]:5353", { address: "2001:db8::1", port: 5353 }],
  ["[2001:db8::1]", { address: "2001:db8::1", port: 53 }],
  ["192.0.2.1:0", undefined],
  ["192.0.2.1:70000", undefined],
  ["dns.example", undefined],
  ["", undefined],
])("the resolver %s is read", (text, endpoint) => {
  expect(parseResolver(text)).toEqual(endpoint);
});

test.each([
  ["1", { kind: "hops", hops: 1 }],
  [
    "10.0.0.0/8, 127.0.0.1",
    {
      kind: "ranges",
      ranges: [
        { address: "10.0.0.0", bits: 8 },
        { address: "127.0.0.1", bits: 32 },
      ],
    },
  ],
])("trusted proxies %s are hops or ranges", (text, trustedProxies) => {
  expect(readEnv({ TRUSTED_PROXIES: text })).toMatchObject({ trustedProxies });
});

describe("who asked not to be checked", () => {
  const file = (text: string) => {
    const folder = mkdtempSync(join(tmpdir(), "nameplate-test-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, "opt-out");
    writeFileSync(path, text);
    return path;
  };
  test("is read from a file", () => {
    const read = readEnv({ OPT_OUT: file("192.0.2.0/24\nshy.example # by mail\n") });
    expect(read).toMatchObject({ optOut: { domains: ["shy.example"] } });
    expect(readEnv({})).toMatchObject({ optOut: { ranges: [], domains: [] } });
  });
  test.each(["192.0.2.0/24 and some more", "no such file"])("%s keeps the service from starting", (text) => {
    const path = text === "no such file" ? "/nowhere/opt-out" : file(text);
    expect(readEnv({ OPT_OUT: path })).toMatchObject({ problems: [expect.stringContaining("OPT_OUT")] });
  });
});

test("what servers may expect of a public service is the default, and each limit can be set", () => {
  expect(readEnv({})).toMatchObject({ manners: { ...publicManners, sessionWaitMs: 30_000 } });
  expect(readEnv({ SMTP_SHARED_SECONDS: "0", SMTP_PER_ADDRESS: "9", SMTP_WAIT_SECONDS: "5" })).toMatchObject({
    manners: { sessionSeconds: 0, sessionsPerAddress: 9, sessionWaitMs: 5_000 },
  });
  expect(readEnv({ DNSBL_PER_SECOND: "0" })).toMatchObject({ problems: [expect.stringContaining("DNSBL_PER_SECOND")] });
});
