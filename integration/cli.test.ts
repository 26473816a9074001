import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { text as wholeOf } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Sample } from "../lib/checks/testing/internet/sample.ts";
import { samples } from "../lib/checks/testing/internet.ts";
import { startWorld, type World } from "../lib/checks/testing/world.ts";
import { runCli } from "../lib/cli/run-cli.ts";
import { startProcess, startProgram, temporaryFolder } from "../lib/testing/started.ts";
import { postCheck, type Service, startService } from "./service.ts";

const ROOT = join(import.meta.dirname, "..");

let service: Service;
let world: World;
beforeAll(async () => {
  [service, world] = await Promise.all([startService(), startWorld()]);
});
afterAll(() => Promise.all([service?.end(), world?.close()]));

interface Verdict {
  readonly subject: string;
  readonly signal: string;
  readonly status: string;
  readonly outcome: string;
}

/** The command line on a small internet of its own, in this process. */
async function byCommand({ target, options = {} }: Sample): Promise<{ code: number; verdicts: readonly Verdict[] }> {
  const { from, helo, selector } = options;
  const given = [
    ...(from ? ["--from", from] : []),
    ...(helo ? ["--helo", helo] : []),
    ...(selector ? ["--selectors", selector] : []),
  ];
  let out = "";
  const code = await runCli(["--json", ...given, "--", target], {
    out: { write: (text) => (out += text) },
    err: { write: () => undefined },
    input: async () => "",
    stop: new AbortController().signal,
    vantage: async () => world.vantage,
    demo: async () => world.vantage,
  });
  return { code, verdicts: JSON.parse(out).verdicts };
}

/** The same sample by the service: its report for programs, and its page. */
async function byService({ target, options = {} }: Sample): Promise<{ verdicts: readonly Verdict[]; page: string }> {
  const { selector, ...rest } = options;
  const answer = await postCheck(service.url, { target, ...rest, ...(selector ? { selectors: [selector] } : {}) });
  const { id, verdicts } = (await answer.json()) as { id: string; verdicts: Verdict[] };
  return { verdicts, page: await (await fetch(`${service.url}/r/${id}`)).text() };
}

const told = (verdicts: readonly Verdict[]) =>
  verdicts.map(({ subject, signal, status, outcome }) => `${subject}: ${signal} ${status} ${outcome}`);

/** Which signals a page shows with which status, rows and chain. */
const shown = (page: string): Set<string> =>
  new Set(
    [...page.matchAll(/data-signal="([\w-]+)" data-status="(\w+)"/g)].map(
      ([, signal, status]) => `${signal} ${status}`,
    ),
  );

/**
 * What a busy machine has left without an answer in time is asked again, for longer than a list that kept silent is not asked
 * (half a minute at first); what differs does so every time. In milliseconds.
 */
const [AGAIN, PAUSE] = [120_000, 5_000];

describe("the command line says what the page says", () => {
  test.concurrent.for(samples)("$id", async (sample) => {
    for (const began = performance.now(); ; await setTimeout(PAUSE)) {
      const [command, page] = await Promise.all([byCommand(sample), byService(sample)]);
      const [here, there] = [told(command.verdicts), told(page.verdicts)];
      if (here.join() !== there.join() && performance.now() - began < AGAIN) continue;
      expect(here.length).toBeGreaterThan(0);
      expect(here).toEqual(there);
      expect(shown(page.page)).toEqual(new Set(command.verdicts.map(({ signal, status }) => `${signal} ${status}`)));
      expect(command.code === 2).toBe(command.verdicts.some(({ status }) => status === "fail"));
      return;
    }
  });
});

/** The command as somebody runs it, by the file that `npx nameplate` runs. */
const command = (args: readonly string[], options: { readonly cwd?: string } = {}): ChildProcess =>
  startProcess([join(ROOT, "scripts/nameplate.mjs"), ...args], { cwd: ROOT, ...options });

const read = (stream: Readable | null): Promise<string> => (stream ? wholeOf(stream) : Promise.resolve(""));

async function ended(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  const closed = once(child, "close");
  const [out, err] = await Promise.all([read(child.stdout), read(child.stderr)]);
  const [code] = await closed;
  return { code, out, err };
}

describe("as a process", () => {
  test("the answer goes to standard output and nothing else does", async () => {
    const { code, out, err } = await ended(command(["--demo", "--json", "203.0.113.22"]));
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ path: "203.0.113.22", ended: "complete" });
    expect(err).toBe("Checking 203.0.113.22 …\n");
  });

  test("Ctrl+C gives what is known so far", async () => {
    // Its mail server never answers: the check takes as long as it may.
    const child = command(["--demo", "203.0.113.86"]);
    child.stderr?.once("data", () => child.kill("SIGTERM"));
    const { code, out } = await ended(child);
    expect(code).toBe(143);
    expect(out).toMatch(/^Stopped: /);
  });

  test("a reader who leaves is nothing to complain about", async () => {
    const child = command(["--demo", "--ndjson", "203.0.113.10"]);
    child.stdout?.once("data", () => child.stdout?.destroy());
    expect(await read(child.stderr)).toBe("Checking 203.0.113.10 …\n");
  });

  test("file names are the caller's, and standard input is read", async () => {
    const cwd = temporaryFolder("cli");
    const bounce = "550 5.7.25 [203.0.113.20] The IP address sending this message does not have a PTR record setup.";
    writeFileSync(join(cwd, "bounce.txt"), bounce);
    // By a shell: a process of the tests has something else on its standard input.
    const byShell = (args: string) =>
      ended(startProgram("sh", ["-c", `"${process.execPath}" "${ROOT}/scripts/nameplate.mjs" ${args}`], { cwd }));
    const [named, read] = [await byShell("bounce bounce.txt"), await byShell("bounce < bounce.txt")];
    expect(read).toEqual(named);
    expect([named.code, named.err]).toEqual([0, ""]);
    expect(named.out).toContain("has no PTR record");
  });

  test("settings that cannot be used are said in a sentence each", async () => {
    const child = startProcess([join(ROOT, "cli.ts"), "203.0.113.10"], {
      env: { ...process.env, RESOLVERS: "nobody", EHLO_NAME: "not a name" },
    });
    const { code, out, err } = await ended(child);
    expect([code, out]).toEqual([78, ""]);
    expect(err.trim().split("\n")).toHaveLength(2);
    expect(err).toMatch(/^nameplate: /);
  });
});
