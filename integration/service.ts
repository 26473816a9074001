import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { freePort } from "../lib/testing/free-port.ts";
import { startProcess, temporaryFolder } from "../lib/testing/started.ts";

const ROOT = join(import.meta.dirname, "..");

/** The service as a process of its own, on a free port. */
export interface Service {
  readonly url: string;
  readonly dataDir: string;
  readonly child: ChildProcess;
  /** Ends it by a signal and waits until it is gone; gives its exit code. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number | null>;
}

/** A service that takes mail, too, as the demo does by itself. */
export const LISTENS = { SMTP_LISTEN: "127.0.0.1:0" } as const;

/**
 * A young heap that need not be collected while everything is loaded, and no threads that collect beside ours: a start and a
 * first check take a quarter less of the processor.
 */
const HEAP = ["--min-semi-space-size=16", "--max-semi-space-size=32", "--single-threaded-gc"];

export const newDataDir = (): string => temporaryFolder("integration");

/** Starts the demo, which looks at the small internet, at `PORT` or a free one, and waits until it answers. */
export async function startService(env: Readonly<Record<string, string>> = {}, { tries = 3 } = {}): Promise<Service> {
  const port = env.PORT ? Number(env.PORT) : await freePort();
  const dataDir = env.DATA_DIR ?? newDataDir();
  const child = startProcess([...HEAP, "demo.ts"], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      DATA_DIR: dataDir,
      LOG_LEVEL: "warn",
      // A fifth of a start is the thread that takes mail: tests that need it say so.
      SMTP_LISTEN: "none",
      INTERNAL_URL: `http://127.0.0.1:${port}`,
      ...env,
    },
  });
  const exited = new Promise<number | null>((resolve) => child.on("exit", resolve));
  return new Promise((resolve, reject) => {
    let output = "";
    const read = (chunk: Buffer) => {
      output += chunk;
      if (!output.includes("Nameplate is at ")) return;
      const end = (signal: NodeJS.Signals = "SIGTERM") => {
        child.kill(signal);
        return exited;
      };
      resolve({ url: `http://localhost:${port}`, dataDir, child, end });
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    void exited.then((code) => {
      // A port that was free a moment ago can be somebody else's by now.
      if (output.includes("in use already") && tries > 1) resolve(startService(env, { tries: tries - 1 }));
      else reject(new Error(`the service ended with ${code}:\n${output}`));
    });
  });
}

/** Runs `server.ts` where it must not start; gives what it says and its exit code. */
export function refusal(env: Readonly<Record<string, string>>): Promise<{ code: number | null; said: string }> {
  const child = startProcess(["server.ts"], { cwd: ROOT, env: { ...process.env, ...env } });
  let said = "";
  child.stderr?.on("data", (chunk) => {
    said += chunk;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, said })));
}

/** What a browser sends with the form at `/`. */
export const submitForm = (
  url: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  fetch(`${url}/check`, { method: "POST", body: new URLSearchParams(fields), redirect: "manual", headers });

/** What a program sends. */
export const postCheck = (
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  fetch(`${url}/api/v1/checks`, {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });

/** Asks until it is so; where it never becomes so, the test's own time is up. */
export async function eventually<T>(ask: () => Promise<T | undefined | false>): Promise<T> {
  for (;;) {
    const value = await ask();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
