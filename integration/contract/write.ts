// Writes the fixtures of the contract: reports as they are stored today, and today's answer of each API route. What is
// there already is what was given out, and is not written again: run it to add a kind or a route.
//
//   node integration/contract/write.ts        (after `npm run build`)
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { brotliCompressSync } from "node:zlib";
import { beginCheck } from "../../lib/checks/index.ts";
import type { Report } from "../../lib/checks/report/report.ts";
import { startWorld } from "../../lib/checks/testing/world.ts";
import { readPasted } from "../../lib/inbound/read-pasted.ts";
import { readAsk } from "../../lib/service/request.ts";
import { openSqliteStore } from "../../lib/service/store/sqlite.ts";
import { codesOfToday } from "./codes.ts";
import {
  type Answer,
  answersFile,
  CODES,
  DATABASE,
  type KnownUrl,
  knownUrl,
  ORIGIN,
  openStoredDatabase,
  startOnStoredReports,
  URLS,
  withStoredReports,
  writeAnswer,
} from "./fixtures.ts";
import { idOf, KINDS, type Kind } from "./kinds.ts";
import { hasStored, makeStored, writeStored } from "./stored.ts";

const QUICK = { dnsTryMs: 150, smtpConnectMs: 300, smtpGreetingMs: 300, smtpReplyMs: 300, smtpSessionMs: 1500 };

/** Runs one kind's check on the small internet, and stops it where it is to be stopped. */
async function reportOf(kind: Kind): Promise<{ report: Report; plain: boolean }> {
  const { ended, port25Blocked = false } = kind;
  const limits = ended === "out-of-time" ? { ...QUICK, checkMs: 60 } : QUICK;
  const world = await startWorld({ delayMs: ended ? 25 : 1, limits, port25Blocked });
  try {
    const pasted = kind.text === undefined ? undefined : readPasted(kind.text);
    const fields = pasted?.ask ?? kind;
    const reading = readAsk(fields, world.vantage);
    if (!reading.ok) throw new Error(`${JSON.stringify(fields)} cannot be asked for`);
    const stop = new AbortController();
    const check = beginCheck(reading.target, world.vantage, { signal: stop.signal });
    if (ended && ended !== "out-of-time") {
      await sleep(120);
      const snapshot = structuredClone(check.snapshot());
      stop.abort();
      const done = await check.done;
      return { report: ended === "cancelled" ? done : snapshot, plain: true };
    }
    const report = await check.done;
    const plain = !pasted && !kind.from && !kind.helo && !kind.selector;
    return { report: pasted ? { ...report, context: pasted.context } : report, plain };
  } finally {
    await world.close();
  }
}

/** As the first version wrote them: before receivers, remedies and the way a check ended were kept. */
function minimal(report: Report): object {
  const { receivers: _receivers, remedies: _remedies, ended: _ended, ...rest } = report;
  const verdicts = report.verdicts.map(({ exhibit: _exhibit, ...verdict }) => verdict);
  const sessions = report.sessions.map(({ oddities: _oddities, greetingMs: _greetingMs, ...session }) => session);
  return { ...rest, rulesVersion: "2026-11-01", verdicts, sessions };
}

/** With codes that no registry knows: a signal, an outcome, a receiver and a rule of another version. */
function retired(report: Report): object {
  const [first, second, ...verdicts] = report.verdicts;
  const [receiver, other, ...receivers] = report.receivers;
  return {
    ...report,
    rulesVersion: "2026-11-02",
    verdicts: [{ ...first, signal: "retired-signal" }, { ...second, outcome: "retired_outcome" }, ...verdicts],
    receivers: [{ ...receiver, receiver: "retired-receiver" }, { ...other, rule: "retired_rule" }, ...receivers],
  };
}

/** Past the store, which fills in what an old report lacks. */
function rewriteBody(id: string, report: object): void {
  const database = new DatabaseSync(DATABASE);
  const body = brotliCompressSync(JSON.stringify(report));
  database.prepare("update reports set body = ?, size = ? where id = ?").run(body, body.length, id);
  database.close();
}

/** A store of today would bring its tables up to date, and what is promised is how they were. */
function missingKinds(): readonly [string, Kind][] {
  if (!existsSync(DATABASE)) return Object.entries(KINDS);
  const database = openStoredDatabase();
  const find = database.prepare("select 1 from reports where id = ?");
  const missing = Object.entries(KINDS).filter(([name]) => find.get(idOf(name)) === undefined);
  database.close();
  return missing;
}

async function writeReports(): Promise<void> {
  const missing = missingKinds();
  if (missing.length === 0) return;
  if (existsSync(DATABASE)) throw new Error("kinds of reports that are new go into stored.json: see stored.ts");
  const store = await openSqliteStore(DATABASE);
  for (const [name, kind] of missing) {
    const id = idOf(name);
    const { report, plain } = await reportOf(kind);
    // Of a check that runs elsewhere the row is there until its deadline; after it, it was interrupted.
    const deadline = kind.ended === "running" ? Date.parse("2100-01-01") : Date.parse(report.seenAt) + 120_000;
    const running: Report = { ...report, state: "running" };
    delete (running as { ended?: string }).ended;
    await store.create({ id, report: running, plain, deadline, deleteToken: "contract-delete-tokenA" });
    if (report.state === "done") await store.finish(id, report);
    if (kind.made) rewriteBody(id, { minimal, retired }[kind.made](report));
  }
  await store.close();
  for (const rest of ["-wal", "-shm"]) rmSync(DATABASE + rest, { force: true });
}

/** What is kept beside reports. */
async function writeOthers(): Promise<void> {
  if (hasStored()) return;
  const service = await startOnStoredReports();
  const ids = await makeStored(service);
  await service.end();
  writeStored(join(service.dataDir, "nameplate.sqlite"), ids, new Set(Object.keys(KINDS).map(idOf)));
  rmSync(service.dataDir, { recursive: true, force: true });
}

async function writeAnswers(): Promise<void> {
  // Its addresses name what was stored a moment ago.
  const { CALLS } = await import("./calls.ts");
  await withStoredReports(
    async (service) => {
      for (const [name, call] of Object.entries(CALLS)) {
        if (existsSync(answersFile(name))) continue;
        const answer: Answer = await call(service);
        writeAnswer(name, answer);
        console.log(`${name}: ${answer.status}, ${JSON.stringify(answer.body).length} bytes`);
      }
    },
    { PUBLIC_URL: ORIGIN },
  );
}

async function writeUrls(): Promise<void> {
  if (existsSync(URLS)) return;
  await withStoredReports(
    async (service) => {
      const sitemap = await (await fetch(`${service.url}/sitemap.xml`)).text();
      const pages = [...sitemap.matchAll(/<loc>[a-z]+:\/\/[^/]+([^<]*)<\/loc>/g)].map(([, path]) => path || "/");
      const ids = Object.keys(KINDS).map(idOf);
      const forms = ids.flatMap((id) => ["", ".json", ".md", ".txt", ".png"].map((ending) => `/r/${id}${ending}`));
      const [one, other] = [idOf("address-pass"), idOf("address-fail")];
      const rest = [
        `/compare/${one}/${other}`,
        `/r/${one}?since=${other}`,
        `/r/${one}/delete`,
        "/r/AAAAAAAAAAAAAAAAAAAAAA",
        "/r/AAAAAAAAAAAAAAAAAAAAAA.json",
        "/check/203.0.113.20",
        "/check/example.com",
        "/check/domain:receiving.example.org",
        "/check/2001:db8:34::25",
        "/badge/203.0.113.20.svg",
        "/badge/example.com.svg",
        "/badge/nonsense.svg",
        "/bounce?why=no-address&cause=ptr_missing&code=450&code=4.7.1",
        "/bounce/read",
        "/ip",
        "/robots.txt",
        "/sitemap.xml",
        "/healthz",
        "/api/v1/checks",
        "/signals/nonsense",
      ];
      const urls: Record<string, KnownUrl> = {};
      for (const path of [...pages, ...forms, ...rest]) urls[path] = await knownUrl(service.url, path);
      writeFileSync(URLS, `${JSON.stringify(urls, null, 1)}\n`);
    },
    { PUBLIC_URL: ORIGIN },
  );
}

function writeCodes(): void {
  if (existsSync(CODES)) return;
  writeFileSync(CODES, `${JSON.stringify(codesOfToday(), null, 1)}\n`);
}

await writeReports();
await writeOthers();
await writeAnswers();
await writeUrls();
writeCodes();
