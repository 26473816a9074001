import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { startProcess, temporaryFolder } from "../lib/testing/started.ts";
import { FLAGS } from "../scripts/node.mjs";

const ROOT = join(import.meta.dirname, "..");

/** The service on the small internet, as a process of its own. */
export interface Service {
  readonly url: string;
  readonly end: () => Promise<void>;
  /** Ends it as a power cut does. */
  readonly kill: () => Promise<void>;
}

/** Starts it with every DNS server `delayMs` away and these settings, and waits until it answers. */
export async function startService(delayMs: number, more: Readonly<Record<string, string>> = {}): Promise<Service> {
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    PORT: "0",
    DATA_DIR: temporaryFolder("bench"),
    LOG_LEVEL: "warn",
    CHECKS_PER_MINUTE: "100000",
    CHECKS_AT_ONCE: "40",
    REPEAT_SECONDS: "0",
    BENCH_DELAY_MS: String(delayMs),
    ...more,
  };
  const child = startProcess([...FLAGS, "bench/serve.ts"], { cwd: ROOT, env, stdio: ["pipe", "pipe", "inherit"] });
  const url = await ready(child);
  const exited = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  const endBy = (signal: NodeJS.Signals) => () => {
    child.kill(signal);
    return exited;
  };
  return { url, end: endBy("SIGTERM"), kill: endBy("SIGKILL") };
}

/** Settles when a service says that it answers, and where. It is told to take any port that is free (PORT=0). */
export function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      said = (said + chunk).slice(-2_000);
      const url = /Nameplate is at (\S+)\n/.exec(said)?.[1];
      if (url) resolve(url);
    });
    child.on("exit", (code) => reject(new Error(`the service ended with ${code}`)));
  });
}

/** What a program asks for with a body of JSON. */
export const postJson = (
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  fetch(url, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });

/** The path of a finished report. With a selector that nobody else asks for it is a check of its own. */
export async function makeReport(url: string, target: string, selector?: string): Promise<string> {
  const body = { target, ...(selector ? { selectors: [selector] } : {}) };
  const answer = await postJson(`${url}/api/v1/checks`, body);
  if (answer.status !== 201) throw new Error(`a check of ${target} answered ${answer.status}`);
  return `/r/${((await answer.json()) as { id: string }).id}`;
}

/** The memory of a service's process, in bytes, as it counts it itself. */
export async function residentBytes(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^nameplate_process_resident_memory_bytes (\S+)/m.exec(text)?.[1] ?? Number.NaN);
}
