import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startWorld, type World } from "../checks/testing/world.ts";
import { HELP } from "./help.ts";
import { runCli } from "./run-cli.ts";
import type { Surroundings } from "./surroundings.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld({ delayMs: 0, limits: { smtpConnectMs: 300, smtpGreetingMs: 300, smtpReplyMs: 300 } });
});
afterAll(() => world.close());

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}
interface Given extends Partial<Omit<Surroundings, "input" | "out" | "err">> {
  readonly input?: string;
  readonly terminal?: boolean;
}

async function ran(argv: readonly string[], { input = "", terminal = false, ...given }: Given = {}): Promise<Ran> {
  let [out, err] = ["", ""];
  const code = await runCli(argv, {
    out: { isTTY: terminal, write: (text) => (out += text) },
    err: { isTTY: terminal, columns: 60, write: (text) => (err += text) },
    input: async () => input,
    stop: new AbortController().signal,
    vantage: async () => world.vantage,
    demo: async () => world.vantage,
    ...given,
  });
  return { code, out, err };
}

const BOUNCE = "550-5.7.25 [203.0.113.20] The IP address sending this message does not have a PTR record setup.";
const ESC = "\u001b";

describe("the exit code is the status of the report", () => {
  test.each([
    ["nothing to do", "203.0.113.10", 0],
    ["an address without a PTR record, which receivers refuse", "203.0.113.20", 2],
    ["a PTR name that resolves elsewhere", "203.0.113.22", 2],
  ])("%s", async (_, target, code) => {
    expect((await ran([target])).code).toBe(code);
  });

  test("an address with two PTR records, which some trust less", async () => {
    expect((await ran(["203.0.113.28"])).code).toBe(1);
  });

  test("nothing answers: that is no fault of the server's", async () => {
    const silent = await startWorld({ delayMs: 0, limits: { dnsTryMs: 50, smtpConnectMs: 100 } });
    try {
      silent.fault({}, "silence");
      const { code, out } = await ran(["--json", "203.0.113.10"], { vantage: async () => silent.vantage });
      expect([code, JSON.parse(out).counts.fail]).toEqual([3, 0]);
    } finally {
      await silent.close();
    }
  });
});

describe("what is written", () => {
  test("a report in words, its progress elsewhere", async () => {
    const { out, err } = await ran(["203.0.113.22"]);
    expect(out).toMatch(/^Nameplate: 203\.0\.113\.22\n=+\n/);
    expect(out).toMatch(/^FAIL {5}Forward-confirmed reverse DNS: /m);
    expect(err).toBe("Checking 203.0.113.22 …\n");
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(76);
  });

  test("no link to a report that nobody keeps", async () => {
    const { out } = await ran(["2001:db8:34::25"]);
    expect(out).toContain("Ticket text");
    expect(out).not.toMatch(/\/r\/|undefined|: $/m);
  });

  test("JSON: the fields of the API, without an address of its own", async () => {
    const { out } = await ran(["--json", "--quiet", "203.0.113.22"]);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ id: null, url: null, path: "203.0.113.22", state: "done", ended: "complete" });
    expect(report.verdicts.find((one: { signal: string }) => one.signal === "fcrdns")).toMatchObject({
      status: "fail",
    });
  });

  test("a line for each verdict, and the report at the end", async () => {
    const { out } = await ran(["--ndjson", "203.0.113.10"]);
    const lines = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const { report } = lines.at(-1);
    expect(lines.slice(0, -1).every(({ verdict }) => typeof verdict.outcome === "string")).toBe(true);
    const told = lines.slice(0, -1).map(({ verdict }) => `${verdict.subject} ${verdict.signal} ${verdict.outcome}`);
    expect(told.toSorted()).toEqual(
      report.verdicts.map((one: Record<string, string>) => `${one.subject} ${one.signal} ${one.outcome}`).toSorted(),
    );
  });

  test("options are those of the form", async () => {
    const options = ["--from", "spf-include.example.org", "--helo", "out.example.org", "--selectors", "s1,s2"];
    const { out } = await ran(["--json", ...options, "203.0.113.192"]);
    expect(JSON.parse(out).target.claims).toEqual({
      from: "spf-include.example.org",
      helo: "out.example.org",
      selectors: ["s1", "s2"],
    });
  });

  test("a target is found in what was pasted", async () => {
    const { out } = await ran(["--json", "mail.example.com[203.0.113.10]:25"]);
    expect(JSON.parse(out)).toMatchObject({ path: "203.0.113.10" });
  });

  test("a ticket in another language", async () => {
    expect((await ran(["--lang", "de", "2001:db8:34::25"])).out).toContain("Guten Tag");
  });
});

describe("a terminal", () => {
  test("gets colours, and a line that changes and goes away", async () => {
    const { out, err } = await ran(["203.0.113.22"], { terminal: true });
    expect(out).toContain(`${ESC}[31m`);
    expect(err).toMatch(/Checking 203\.0\.113\.22: \d+ of \d+ answers/);
    expect(err.endsWith(`\r${ESC}[2K`)).toBe(true);
  });

  test.each([
    ["who sets NO_COLOR", { NO_COLOR: "1" }],
    ["a dumb one", { TERM: "dumb" }],
  ])("%s gets none", async (_, env) => {
    expect((await ran(["203.0.113.22"], { terminal: true, env })).out).not.toContain(ESC);
  });

  test("--quiet says nothing beside the answer", async () => {
    expect((await ran(["--quiet", "203.0.113.10"], { terminal: true })).err).toBe("");
  });

  test("JSON is never painted", async () => {
    expect((await ran(["--json", "203.0.113.22"], { terminal: true })).out).not.toContain(ESC);
  });
});

describe("stopped", () => {
  test("gives what is known so far, and says that it is not all", async () => {
    const stop = new AbortController();
    const running = ran(["203.0.113.10"], { stop: stop.signal });
    stop.abort();
    const { code, out } = await running;
    expect(code).toBe(130);
    expect(out).toMatch(/^Stopped: what follows is part of a report\./);
    expect(out).toMatch(/^UNKNOWN /m);
  });
});

describe("what cannot be read is said in words, and nothing is written as an answer", () => {
  test.each([
    ["a private address", ["10.1.2.3"], /private/],
    ["two addresses", ["203.0.113.1", "203.0.113.2"], /names 2 addresses/],
    ["a range", ["203.0.113.0/24"], /./],
    ["prose", ["my mail server"], /./],
    ["an option that there is not", ["--nope", "203.0.113.10"], /There is no option --nope/],
    ["an option without its value", ["203.0.113.10", "--from"], /--from/],
    ["a sending domain that is none", ["--from", "not a domain", "203.0.113.10"], /--from: /],
    ["a selector that cannot be one", ["--selectors", "a b c!", "203.0.113.10"], /--selectors: /],
    ["two formats", ["--json", "--ndjson", "203.0.113.10"], /one of/],
    ["no target", ["--json"], /Name an address/],
    ["a bounce that is not there", ["bounce"], /no text/],
    ["a file that is not there", ["bounce", "/nowhere/at/all"], /no such file/],
    ["a bounce that names nothing", ["bounce", "--check"], /names nothing/, "550 5.7.1 go away"],
  ])("%s", async (_, argv, says, input = "") => {
    const { code, out, err } = await ran(argv, { input });
    expect([code, out]).toEqual([64, ""]);
    expect(err).toMatch(/^nameplate: /);
    expect(err).toMatch(says);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test("characters that a terminal obeys are spelled out", async () => {
    const { err, code } = await ran([`${ESC}]0;evil\u0007example.com`]);
    expect([code, err.includes(ESC), err.includes("\u0007")]).toEqual([64, false, false]);
  });
});

describe("bounce", () => {
  test("says what a refusal means, and asks nobody", async () => {
    world.questions.length = 0;
    const { code, out, err } = await ran(["bounce"], { input: BOUNCE });
    expect([code, err, world.questions.length]).toEqual([0, "", 0]);
    expect(out).toContain("has no PTR record");
    expect(out).toContain("Address: 203.0.113.20");
  });

  test("as JSON it is the API's answer", async () => {
    const { out } = await ran(["bounce", "--json"], { input: BOUNCE });
    expect(JSON.parse(out)).toMatchObject({
      kind: "bounce",
      reading: { cause: "ptr_missing", address: "203.0.113.20" },
    });
  });

  test("with --check it checks what the text names, and puts both side by side", async () => {
    const { code, out } = await ran(["bounce", "--check"], { input: BOUNCE });
    expect(code).toBe(2);
    expect(out).toContain("They said with 550 5.7.25");
    expect(out).toMatch(/^FAIL {5}Reverse DNS/m);
  });

  test("headers are read as headers", async () => {
    const input =
      "Received: from mail.example.com (unknown [203.0.113.10]) by mx.b.example (Postfix) with ESMTPS id 4A\nFrom: postmaster@example.com\n";
    const { code, out } = await ran(["bounce"], { input });
    expect(code).toBe(0);
    expect(out).toContain("Handed over by: 203.0.113.10");
    expect(out).not.toContain("postmaster@");
  });

  test("what is no bounce is not taken for one", async () => {
    expect((await ran(["bounce"], { input: "dear all, the office is closed" })).code).toBe(3);
  });
});

describe("pool", () => {
  const POOL = "address,site\n203.0.113.140-142,here\n10.0.0.1,there\n";

  test("shows which address does not match the others, and says which line cannot be used", async () => {
    const { code, out, err } = await ran(["pool"], { input: POOL });
    expect(code).toBe(1);
    expect(out).toContain("1 of 3 addresses does not match the others");
    const rows = out.split("\n").filter((line) => /^(PASS|WARN|FAIL|UNKNOWN)/.test(line));
    expect(rows.map((line) => line.split(" ").filter(Boolean).slice(0, 2).join(" "))).toEqual([
      "WARN 203.0.113.142:",
      "PASS 203.0.113.140:",
      "PASS 203.0.113.141:",
    ]);
    expect(err).toMatch(/^nameplate: line 3, 10\.0\.0\.1.*: .*private/m);
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(76);
  });

  test("what stands in the command line is looked at, too", async () => {
    expect((await ran(["pool", "203.0.113.144/29"])).code).toBe(0);
  });

  test("as JSON, as lines and as a table it is what the API gives", async () => {
    const json = JSON.parse((await ran(["pool", "--json", "203.0.113.140-142"])).out);
    expect(json).toMatchObject({ id: null, url: null, state: "done", total: 3, counts: { odd: 1 } });
    expect(json.rows.map((row: { target: string; odd: string[] }) => [row.target, row.odd])).toEqual([
      ["203.0.113.140", []],
      ["203.0.113.141", []],
      ["203.0.113.142", ["generic"]],
    ]);
    const lines = (await ran(["pool", "--ndjson", "203.0.113.140-142"])).out.trimEnd().split("\n");
    expect(lines.slice(0, -1).map((line) => JSON.parse(line).row)).toEqual(json.rows);
    expect(JSON.parse(lines.at(-1) ?? "").pool.rows).toEqual(json.rows);
    const csv = (await ran(["pool", "--csv", "203.0.113.140-142"])).out.trimEnd().split("\n");
    expect(csv).toHaveLength(4);
    expect(csv[0]).toMatch(/^address,/);
  });

  test("stopped, it has what was looked at", async () => {
    const stop = new AbortController();
    const err = { isTTY: false, write: () => stop.abort() };
    let out = "";
    const code = await runCli(["pool", "--json", "203.0.113.144/29"], {
      out: { write: (text) => (out += text) },
      err,
      input: async () => "",
      stop: stop.signal,
      vantage: async () => world.vantage,
      demo: async () => world.vantage,
    });
    expect([code, JSON.parse(out).state]).toEqual([130, "cancelled"]);
  });

  test.each([
    ["a file that is not there", ["pool", "servers.txt"], /no such file/],
    ["nothing", ["pool"], /no address/],
    ["nothing but what cannot be used", ["pool", "10.0.0.0/30"], /no address/],
    ["a sending domain that is none", ["pool", "--from", "not a domain", "203.0.113.144/29"], /--from: /],
    ["a table of one report", ["--csv", "203.0.113.10"], /--csv belongs to nameplate pool/],
  ])("%s is refused", async (_, argv, says) => {
    const { code, out, err } = await ran(argv);
    expect([code, out]).toEqual([64, ""]);
    expect(err).toMatch(says);
  });
});

describe("about itself", () => {
  test.each([[["--help"]], [["help"]], [[]], [["bounce", "--help"]]])("%j shows the help", async (argv) => {
    expect(await ran(argv)).toEqual({ code: 0, out: HELP, err: "" });
  });
  test("help fits a terminal", () => {
    for (const line of HELP.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });
  test("--version", async () => {
    expect((await ran(["--version"])).out).toMatch(/^nameplate \d+\.\d+\.\d+\n$/);
  });
});
