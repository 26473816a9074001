import { isDeepStrictEqual } from "node:util";
import type { PostgresServer } from "../lib/service/testing/postgres.ts";
import { freePort } from "../lib/testing/free-port.ts";
import { eventually, newDataDir, postCheck, type Service, startService } from "./service.ts";
import { COHERENT, SLOW } from "./targets.ts";

/*
 * A service that is killed again and again while it is asked for checks, pools and deletions. Whatever it acknowledged
 * is looked for afterwards.
 */

/** What came of it. */
export interface Kills {
  readonly kills: number;
  /** Reports, starts and deletions that were acknowledged; pools that were asked for. */
  readonly acknowledged: number;
  readonly pools: number;
  /** What was acknowledged and is not there, or is there and was deleted. */
  readonly lost: readonly string[];
  /** What is there and is not what was acknowledged, or never ends. */
  readonly torn: readonly string[];
  /** Pools without each of their rows exactly once. */
  readonly uneven: readonly string[];
  /** From each start until checks could be started, in milliseconds. */
  readonly readyMs: readonly number[];
}

/** Who is killed: one process with its file, or one for pages, one for jobs, and the database they share. */
type Victim = "both" | "web" | "work" | "database";

const LIMITS = { CHECKS_PER_MINUTE: "1000000", CHECKS_AT_ONCE: "40", REPEAT_SECONDS: "0", LOG_LEVEL: "fatal" };
/** Who asks at once. */
const ASKING = 3;
/** At most so many acknowledgements pass before the next kill. */
const MOST = 8;
/** Addresses that nobody has, looked at by one job. */
const POOL = { targets: ["2001:db8:1:9::/122"], total: 64 };
/** How long something that was under way may take to say how it ended, in milliseconds. */
const PATIENCE_MS = 60_000;

/** What was acknowledged so far. */
class Book {
  /** Whole reports, as they were sent. */
  readonly whole = new Map<string, unknown>();
  readonly begun = new Set<string>();
  readonly deleted = new Set<string>();
  readonly pools = new Set<string>();
  #count = 0;
  #waiting: (() => void)[] = [];

  get count(): number {
    return this.#count;
  }
  acknowledge(): void {
    this.#count++;
    for (const call of this.#waiting.splice(0)) call();
  }
  /** Settles after so many acknowledgements more. */
  async more(count: number): Promise<void> {
    for (const wanted = this.#count + count; this.#count < wanted; )
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}

/** Kills a service on SQLite so many times. */
export async function killOnSqlite(kills: number): Promise<Kills> {
  const env = { DATA_DIR: newDataDir() };
  return killing(
    kills,
    { both: env },
    () => "both",
    async () => undefined,
  );
}

/** Kills a web process, a worker and now and then PostgreSQL itself, so many times in all. */
export async function killOnPostgres(postgres: PostgresServer, kills: number): Promise<Kills> {
  const DATABASE_URL = await postgres.newDatabase();
  const env = { web: { DATABASE_URL, ROLE: "web" }, work: { DATABASE_URL, ROLE: "work" } };
  const order = ["web", "work", "web", "work", "database"] as const;
  return killing(
    kills,
    env,
    (index) => order[index % order.length] ?? "web",
    async () => {
      // As a crash would: nobody is asked to finish anything.
      await postgres.stop("SIGQUIT");
      await postgres.start();
    },
  );
}

async function killing(
  kills: number,
  processes: Readonly<Record<string, Readonly<Record<string, string>>>>,
  victimOf: (index: number) => Victim,
  restartDatabase: () => Promise<void>,
): Promise<Kills> {
  const book = new Book();
  const result = {
    kills: 0,
    lost: [] as string[],
    torn: [] as string[],
    uneven: [] as string[],
    readyMs: [] as number[],
  };
  const running = new Map<string, Service>();
  const ports = new Map<string, string>();
  for (const name of Object.keys(processes)) ports.set(name, String(await freePort()));
  const ready = async (since: number, { url, child }: Service) => {
    await eventually(async () => {
      if (child.exitCode !== null) throw new Error("a process that nobody killed has ended");
      return (await fetch(`${url}/readyz`).catch(() => undefined))?.status === 200;
    });
    result.readyMs.push(Math.round(performance.now() - since));
  };
  const start = async (name: string) => {
    const since = performance.now();
    const service = await startService({ ...LIMITS, ...processes[name], PORT: ports.get(name) ?? "" });
    running.set(name, service);
    await ready(since, service);
  };
  const [front = ""] = Object.keys(processes);
  const url = () => running.get(front)?.url ?? "";
  const check = async (ids: Iterable<string>) => {
    for (const id of ids) await verify(url(), id, book, result);
  };

  await Promise.all(Object.keys(processes).map(start));
  let checked = new Set<string>();
  while (result.kills < kills) {
    const victim = victimOf(result.kills++);
    const life = new AbortController();
    const asking = Promise.all([
      ...Array.from({ length: ASKING }, () => askForChecks(url(), book, life.signal)),
      askForPool(url(), book),
    ]);
    try {
      await book.more(1 + Math.floor(Math.random() * MOST));
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 100));
      if (victim === "database") {
        await restartDatabase();
        const since = performance.now();
        for (const service of running.values()) await ready(since, service);
      } else {
        await running.get(victim)?.end("SIGKILL");
        await start(victim);
      }
    } finally {
      life.abort();
    }
    await asking;
    const all = [...book.whole.keys(), ...book.begun, ...book.deleted];
    await check(all.filter((id) => !checked.has(id)));
    checked = new Set(all);
  }
  for (const id of book.pools) await verifyPool(url(), id, result);
  // Everything once more, after all of it.
  await check(checked);
  for (const service of running.values()) await service.end("SIGKILL");
  return { ...result, acknowledged: book.count, pools: book.pools.size };
}

const ASYNC = { prefer: "respond-async" };

/** Asks for checks until it is told to stop or nobody answers; writes down what is acknowledged, and nothing else. */
async function askForChecks(url: string, book: Book, signal: AbortSignal): Promise<void> {
  while (!signal.aborted)
    try {
      // Each is a check of its own.
      const selectors = [`s${Math.random().toString(36).slice(2)}`];
      const whole = Math.random() < 0.7;
      const target = whole ? COHERENT : SLOW;
      const response = await postCheck(url, { target, selectors }, whole ? {} : ASYNC);
      const report = (await response.json()) as { id: string };
      if (response.status === 201) book.whole.set(report.id, report);
      else if (response.status === 202) book.begun.add(report.id);
      else if (response.status === 503) continue;
      else throw new Error(`a check answered ${response.status}`);
      book.acknowledge();
      if (!whole || Math.random() < 0.8) continue;
      const authorization = `Bearer ${response.headers.get("nameplate-delete-token")}`;
      // Deleted or not, where no answer comes: neither was acknowledged.
      book.whole.delete(report.id);
      const gone = await fetch(`${url}/api/v1/reports/${report.id}`, { method: "DELETE", headers: { authorization } });
      if (gone.status === 503) continue;
      if (gone.status !== 204) throw new Error(`a deletion answered ${gone.status}`);
      book.deleted.add(report.id);
      book.acknowledge();
    } catch (error) {
      if (!isBrokenOff(error)) throw error;
      // Who was killed comes again; who lost its database answers still.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
}

/** Whether a connection ended before the answer was there. */
const isBrokenOff = (error: unknown): boolean => error instanceof TypeError || error instanceof SyntaxError;

/** One pool at a time: a network may have two. */
async function askForPool(url: string, book: Book): Promise<void> {
  try {
    const response = await fetch(`${url}/api/v1/pools`, {
      method: "POST",
      body: JSON.stringify({ targets: POOL.targets }),
      headers: { "content-type": "application/json" },
    });
    // A network may have two at once, and a store that is away takes none.
    if (response.status === 429 || response.status === 503) return;
    if (response.status !== 202) throw new Error(`a pool answered ${response.status}`);
    const { id } = (await response.json()) as { id: string };
    book.pools.add(id);
    book.acknowledge();
  } catch (error) {
    if (!isBrokenOff(error)) throw error;
  }
}

type Found = { readonly lost: string[]; readonly torn: string[]; readonly uneven: string[] };

async function verify(url: string, id: string, book: Book, { lost, torn }: Found): Promise<void> {
  const read = async () => {
    const response = await fetch(`${url}/api/v1/reports/${id}`);
    return { status: response.status, report: (await response.json()) as { state?: string; ended?: string } };
  };
  if (book.deleted.has(id)) {
    if ((await read()).status !== 410) lost.push(`${id} was deleted`);
    return;
  }
  const made = book.whole.get(id);
  const patience = performance.now() + PATIENCE_MS;
  let { status, report } = await read();
  while (!made && status === 200 && report.state === "running" && performance.now() < patience) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    ({ status, report } = await read());
  }
  if (status !== 200) lost.push(`${id}: ${status}`);
  else if (made ? !isDeepStrictEqual(report, made) : report.state !== "done" || !ENDS.has(report.ended ?? ""))
    torn.push(`${id}: ${report.state} ${report.ended}`);
}

const ENDS = new Set(["complete", "interrupted"]);

async function verifyPool(url: string, id: string, { uneven }: Found): Promise<void> {
  const patience = performance.now() + PATIENCE_MS;
  for (;;) {
    const pool = (await (await fetch(`${url}/api/v1/pools/${id}`)).json()) as {
      state: string;
      done: number;
      rows: { target: string; status: string }[];
    };
    if (pool.state === "running" && performance.now() < patience) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      continue;
    }
    const targets = new Set(pool.rows.map(({ target }) => target));
    const looked = pool.rows.filter(({ status }) => status !== "pending");
    if (
      pool.state !== "done" ||
      [pool.done, targets.size, pool.rows.length, looked.length].some((n) => n !== POOL.total)
    )
      uneven.push(`${id}: ${pool.state}, ${pool.done} of ${POOL.total}, ${pool.rows.length} rows`);
    return;
  }
}
