import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openSqlite } from "../../lib/service/store/sqlite.ts";
import { eventually, type Service } from "../service.ts";

/*
 * What is kept beside reports: a pool, a plan, a move, a watch, an address that was sent to, the table of a log. They are
 * rows as the tables of that day had them, and are put into a database of today.
 */

const STORED = join(import.meta.dirname, "stored.json");

type Value = string | number | null | { readonly base64: string };
type Rows = readonly Readonly<Record<string, Value>>[];
interface Stored {
  /** When they were written, epoch milliseconds. */
  readonly at: number;
  /** Their ids by what they are. */
  readonly ids: Readonly<Record<string, string>>;
  readonly tables: Readonly<Record<string, Rows>>;
}

const TABLES = [
  ...["reports", "pools", "pool_rows", "plans", "plan_checks", "watches", "watch_events"],
  ...["listens", "listen_sessions", "kept_logs"],
];
/** Kinds that are kept for a time of their own, whatever the operator has set: their times are as if they were new. */
const MOVING: Readonly<Record<string, readonly string[]>> = {
  watches: ["created_at", "expires_at", "met_at", "ended_at", "next_at"],
  watch_events: ["at"],
  listens: ["expires_at"],
  listen_sessions: ["seen_at"],
};

const stored = (): Stored | undefined => (existsSync(STORED) ? JSON.parse(readFileSync(STORED, "utf8")) : undefined);

/** The id of a stored one: `pool`, `plan`, `move`, `watch`, `listen`, `log`. One of a kind that is missing is a mistake. */
export function storedId(kind: string): string {
  const id = stored()?.ids[kind];
  if (!id) throw new Error(`no ${kind} is in stored.json`);
  return id;
}

/** Puts them into a database, after bringing its tables up to date. */
export async function putStored(file: string): Promise<void> {
  const known = stored();
  if (!known) return;
  await (await openSqlite(file)).close();
  const database = new DatabaseSync(file);
  const ago = Date.now() - known.at;
  for (const [table, rows] of Object.entries(known.tables))
    for (const row of rows) {
      const names = Object.keys(row);
      const values = names.map((name) => {
        const value = row[name] ?? null;
        if (typeof value === "object" && value !== null) return Buffer.from(value.base64, "base64");
        return typeof value === "number" && MOVING[table]?.includes(name) ? value + ago : value;
      });
      const places = names.map(() => "?").join(", ");
      database.prepare(`insert into ${table} (${names.join(", ")}) values (${places})`).run(...values);
    }
  database.close();
}

const WISHES: Readonly<Record<string, readonly [path: string, body: object]>> = {
  pool: ["pools", { targets: ["203.0.113.140-142", "203.0.113.20"], from: "example.com" }],
  plan: [
    "plans",
    { from: "shop.example.org", name: "mail01.shop.example.org", addresses: ["203.0.113.240"], selectors: ["s1"] },
  ],
  move: ["moves", { from: "shop.example.org", before: ["203.0.113.241"], after: ["203.0.113.242"] }],
  watch: ["watches", { target: "203.0.113.10", until: "confirmed" }],
  listen: ["listens", { expect: { address: "203.0.113.10" } }],
  log: [
    "bounces",
    {
      text: "Nov 25 18:01:12 mx postfix/smtp[811]: 4Tq1: to=<a@example.org>, relay=mx.example.org[192.0.2.9]:25, dsn=5.7.25, status=bounced (host mx.example.org[192.0.2.9] said: 550 5.7.25 [203.0.113.20] has no PTR record)\nNov 25 18:01:13 mx postfix/smtp[811]: 4Tq2: to=<b@example.net>, relay=mx.example.net[192.0.2.10]:25, dsn=2.0.0, status=sent (250 2.0.0 Ok)",
      mine: ["203.0.113.10"],
      keep: true,
    },
  ],
};

/** Makes one of each on a service, and waits until nothing of them goes on. Says their ids. */
export async function makeStored({ url }: Service): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const [kind, [path, body]] of Object.entries(WISHES)) {
    const made = await fetch(`${url}/api/v1/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const said = (await made.json()) as { id?: string; table?: { id: string } };
    ids[kind] = said.table?.id ?? said.id ?? "";
    if (!ids[kind]) throw new Error(`no ${kind} was made: ${JSON.stringify(said)}`);
    if (kind === "log" || kind === "listen") continue;
    await eventually(async () => {
      const one = (await (await fetch(`${url}/api/v1/${path}/${ids[kind]}`)).json()) as { state: string };
      return one.state !== "running" && one.state !== "waiting";
    });
  }
  return ids;
}

/** Writes down what a service has kept of them. `before`: ids of reports that were there already. */
export function writeStored(file: string, ids: Readonly<Record<string, string>>, before: ReadonlySet<string>): void {
  const database = new DatabaseSync(file);
  const tables: Record<string, Rows> = {};
  for (const table of TABLES) {
    const rows = database.prepare(`select * from ${table}`).all() as Record<string, unknown>[];
    tables[table] = rows
      .filter((row) => table !== "reports" || !before.has(String(row.id)))
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]): [string, Value] => [
            name,
            value instanceof Uint8Array ? { base64: Buffer.from(value).toString("base64") } : (value as Value),
          ]),
        ),
      );
  }
  database.close();
  writeFileSync(STORED, `${JSON.stringify({ at: Date.now(), ids, tables })}\n`);
}

export const hasStored = (): boolean => existsSync(STORED);
