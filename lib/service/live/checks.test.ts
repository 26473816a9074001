import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { parseTarget, type Target } from "../../checks/index.ts";
import { distantVantage } from "../../checks/testing/world-vantage.ts";
import { temporaryFolder } from "../../testing/started.ts";
import { checkBy, checkHere } from "../checker/checker.ts";
import { lookFrom } from "../service-vantage.ts";
import { shared } from "../shared.ts";
import { openSqlite } from "../store/sqlite.ts";
import type { Database } from "../store/tables.ts";
import { startCheck } from "./checks.ts";

/* When a check begins, and when its row is written: with a checker that only says what was asked of it. */

const vantage = distantVantage();
/** What happened, in order. */
let events: string[] = [];
let onBegin = () => {};
/** The end of the latest check. */
let over = Promise.withResolvers<void>();
/** The store of this process, and another connection to its file. */
let database: { -readonly [K in keyof Database]: Database[K] };
let other: DatabaseSync;

beforeAll(async () => {
  const file = join(temporaryFolder("checks"), "nameplate.sqlite");
  database = { ...(await openSqlite(file)) };
  shared("database", () => Promise.resolve(database));
  other = new DatabaseSync(file, { timeout: 5_000 });
  lookFrom(vantage);
  const here = checkHere(vantage);
  checkBy({
    ...here,
    async prepare(target, looking) {
      const check = await here.prepare(target, looking);
      return {
        ...check,
        async begin() {
          events.push(`begins, with ${rows()} rows written`);
          onBegin();
          return { ...check.first, state: "done", ended: "complete" };
        },
        stop: () => void events.push("is stopped"),
        forget: () => void events.push("is forgotten"),
      };
    },
  });
});
afterAll(async () => {
  other.close();
  await database.close();
});
/** Has the next check be the first one. */
function startAfresh(): void {
  other.exec("delete from reports");
  events = [];
  onBegin = () => {};
}
beforeEach(startAfresh);
afterEach(async () => {
  await over.promise;
  other.exec("drop trigger if exists no_row");
});

const rows = () => Number(other.prepare("select count(*) as count from reports").get()?.count);

let last = 0;
function newTarget(): Target {
  const reading = parseTarget(`203.0.113.${++last}`);
  if (!reading.ok) throw new Error("this is no target");
  return reading.target;
}
function start() {
  over = Promise.withResolvers();
  const release = () => {
    events.push("leaves its place");
    over.resolve();
  };
  return startCheck(newTarget(), { admit: async () => ({ network: "of a test", release }) });
}

/** Has no row written any more. */
const writeNone = (how: "fail, 'full'" | "ignore") =>
  other.exec(`create trigger no_row before insert on reports begin select raise(${how}); end`);

test("a check begins while its row is written, and nobody learns its address before", async () => {
  const begun = Promise.withResolvers<void>();
  onBegin = begun.resolve;
  other.exec("begin immediate");
  let isStarted = false;
  const started = start().then((result) => {
    isStarted = true;
    return result;
  });
  await begun.promise;
  expect([isStarted, rows()]).toEqual([false, 0]);
  other.exec("rollback");
  expect(await started).toMatchObject({ joined: false, deleteToken: expect.any(String) });
  expect(rows()).toBe(1);
});

test("where its row cannot be written it is stopped; those after it begin when theirs is there, until one is", async () => {
  writeNone("fail, 'full'");
  await expect(start()).rejects.toThrow("full");
  expect(events).toEqual(["begins, with 0 rows written", "is stopped", "is forgotten", "leaves its place"]);
  startAfresh();
  await expect(start()).rejects.toThrow("full");
  expect(events).toEqual(["is stopped", "is forgotten", "leaves its place"]);
  other.exec("drop trigger no_row");
  for (const begins of ["begins, with 1 rows written", "begins, with 0 rows written"]) {
    startAfresh();
    await start();
    expect(events[0]).toBe(begins);
    await over.promise;
  }
});

test("where another process has the row of an equal check, it is stopped", async () => {
  writeNone("ignore");
  expect(await start()).toBe("full");
  const once = ["begins, with 0 rows written", "is stopped", "is forgotten"];
  expect(events).toEqual([...Array.from({ length: 5 }, () => once).flat(), "leaves its place"]);
});

test.each([
  ["instances share a database", { pool: {} as NonNullable<Database["pool"]> }],
  ["nothing can be written", { readOnly: true as const }],
])("where %s, its row is written first", async (_, as) => {
  Object.assign(database, as);
  try {
    await start();
  } finally {
    for (const name of Object.keys(as)) Reflect.deleteProperty(database, name);
  }
  expect(events[0]).toBe("begins, with 1 rows written");
});
