import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Service } from "../service.ts";
import { CALLS } from "./calls.ts";
import { codesOfToday, type Registry } from "./codes.ts";
import { expectDescribed } from "./described.ts";
import {
  type Answer,
  CODES,
  type KnownUrl,
  knownUrl,
  ORIGIN,
  openStoredDatabase,
  readAnswer,
  startOnStoredReports,
  URLS,
} from "./fixtures.ts";
import { idOf, KINDS } from "./kinds.ts";
import { breaches, fieldsAtTimes, shapeOf } from "./shape.ts";
import { storedId } from "./stored.ts";

/*
 * A contract with the past: whatever was given out once (stored reports, fields, types, codes, addresses) is still
 * given. The fixtures are of November 2026; `write.ts` says how they came about. A test that fails here is mended in the
 * program, never in a fixture.
 */

const known = <T>(file: string): T => JSON.parse(readFileSync(file, "utf8"));
const urls = known<Record<string, KnownUrl>>(URLS);

let service: Service;
beforeAll(async () => {
  service = await startOnStoredReports({ PUBLIC_URL: ORIGIN });
});
afterAll(() => service?.end());

const read = async (path: string): Promise<Record<string, unknown>> => (await fetch(service.url + path)).json();

/** What a stored report says that no later version may read otherwise; sentences and what follows from it may improve. */
const KEPT = [
  ...["id", "url", "target", "path", "context", "state", "ended", "seenAt", "durationMs", "schemaVersion"],
  ...["rulesVersion", "vantage", "counts", "subjects", "lookups", "sessions", "keptUntil"],
];
const VERDICT = ["subject", "signal", "group", "status", "outcome", "evidence", "exhibit"];
const RECEIVER = ["subject", "receiver", "rule", "action", "confidence", "evidence"];

const pick = (from: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(names.flatMap((name) => (name in from ? [[name, from[name]]] : [])));

describe("addresses", () => {
  test.each(Object.entries(urls))("%s answers as ever", async (path, promised) => {
    expect(await knownUrl(service.url, path)).toMatchObject(promised);
  });
});

describe("stored reports", () => {
  test("they are in the tables of the day they were written, before any migration since", () => {
    const database = openStoredDatabase();
    const done = database.prepare("select name from kysely_migration").all();
    database.close();
    expect(done).toMatchObject([{ name: "0001-reports" }]);
  });

  test("there is one of each kind", async () => {
    for (const kind of Object.keys(KINDS))
      expect(await read(`/r/${idOf(kind)}.json`), kind).toMatchObject({ id: idOf(kind) });
  });

  test.each(Object.keys(KINDS).filter((kind) => KINDS[kind]?.answered))("%s says what it said", async (kind) => {
    const promised = readAnswer(`report-${kind}`).body as Record<string, unknown>;
    const given = await read(`/api/v1/reports/${idOf(kind)}`);
    expect(given).toMatchObject(pick(promised, KEPT));
    for (const [list, fields] of [
      ["verdicts", VERDICT],
      ["receivers", RECEIVER],
    ] as const)
      expect(given[list]).toMatchObject((promised[list] as Record<string, unknown>[]).map((one) => pick(one, fields)));
  });

  test.each(Object.keys(KINDS).filter((kind) => kind !== "running"))("%s can be read in every form", async (kind) => {
    const id = idOf(kind);
    const { verdicts, path } = (await read(`/r/${id}.json`)) as unknown as {
      verdicts: { signal: string; says: string }[];
      path: string;
    };
    const [page, markdown, text] = await Promise.all(
      ["", ".md", ".txt"].map(async (form) => (await fetch(`${service.url}/r/${id}${form}`)).text()),
    );
    for (const form of [page, markdown, text]) expect(form).toContain(path.replace(/^domain:/, ""));
    for (const { signal, says } of verdicts) {
      expect(says, signal).not.toMatch(/undefined|NaN|\[object/);
      // The fragment of a row is an address too.
      if (signal !== "retired-signal") expect(page).toContain(` id="${signal}"`);
    }
  });
});

describe("what is kept beside reports", () => {
  test.each([
    ["pool", ["", ".json", ".csv", ".md"]],
    ["plan", [""]],
    ["move", [""]],
    ["watch", [""]],
    ["listen", [""]],
    ["log", ["", ".json", ".csv", ".md"]],
  ])("a %s can be read in every form", async (kind, forms) => {
    for (const form of forms) {
      const response = await fetch(`${service.url}/${kind}/${storedId(kind)}${form}`);
      expect([form, response.status]).toEqual([form, 200]);
      // What the framework writes for the browser says "$undefined" of its own.
      const said = (await response.text()).replace(/<script[\s\S]*?<\/script>/g, "");
      expect(said).not.toMatch(/\bundefined\b|\bNaN\b|\[object/);
    }
  });
});

/** What some kept reports leave out, as they do the time to live of an answer that never came: so may any report. */
const AT_TIMES = new Set(
  fieldsAtTimes(
    shapeOf(
      ...Object.keys(CALLS)
        .map((name) => readAnswer(name).body)
        .filter((body) => typeof body === "object" && body !== null && "lookups" in body),
    ),
  ).map((path) => `${path} is not in every object any more`),
);

describe("answers", () => {
  const given = new Map<string, Answer>();

  test.each(Object.keys(CALLS))("%s: the same status, no field less, and what is declared today", async (name) => {
    const promised = readAnswer(name);
    const answer = await CALLS[name]?.(service);
    if (!answer) throw new Error("no such call");
    given.set(name, answer);
    expect(answer.status).toBe(promised.status);
    for (const [header, value] of Object.entries(promised.headers))
      expect(masked(answer.headers[header] ?? `no ${header}`)).toBe(masked(value));
    const news = breaches(shapeOf(promised.body), shapeOf(answer.body));
    expect(news.filter((each) => !AT_TIMES.has(each))).toEqual([]);
    expectDescribed(answer);
  });

  test("what is empty in one of them is still there in another", () => {
    for (const route of [
      "report-",
      "check-",
      "bounce-",
      "target-",
      "pool-",
      "plan-",
      "move-",
      "watch-",
      "listen-",
      "log-",
    ]) {
      const all = (body: (name: string) => unknown) =>
        shapeOf(
          ...Object.keys(CALLS)
            .filter((name) => name.startsWith(route))
            .map(body),
        );
      const promised = all((name) => readAnswer(name).body);
      expect(
        breaches(
          promised,
          all((name) => given.get(name)?.body ?? null),
        ).filter((b) => b.endsWith("is gone")),
      ).toEqual([]);
    }
  });

  test("each of them is one of the calls", () => {
    const files = readdirSync(new URL("answers", import.meta.url)).map((file) => file.replace(".json", ""));
    expect(files.toSorted()).toEqual(Object.keys(CALLS).toSorted());
  });
});

test("no id and no code is gone", () => {
  const today = codesOfToday();
  for (const [registry, ids] of Object.entries(known<Registry>(CODES)))
    for (const [id, codes] of Object.entries(ids)) {
      expect(Object.keys(today[registry] ?? {}), registry).toContain(id);
      expect(today[registry]?.[id], `${registry} ${id}`).toEqual(expect.arrayContaining([...codes]));
    }
});

/** Ids and counts of the moment taken out. */
const masked = (value: string) => value.replace(/[\w-]{22,26}(?=$|\/)/g, "<id>").replace(/^\d+$/, "<number>");

describe("the comparison itself", () => {
  const promised = shapeOf({
    a: 1,
    list: [
      { b: "x", c: null },
      { b: "y", c: null, d: true },
    ],
    evidence: { name: ["n"] },
  });
  test.each([
    ["the same", { a: 2, list: [{ b: "", c: 1, d: true }], evidence: { other: [] } }, []],
    ["more", { a: 2, z: 1, list: [{ b: "", c: 1, d: true, e: 1 }], evidence: {} }, ["$.evidence.* is gone"]],
    ["an empty list", { a: 2, list: [], evidence: { name: [] } }, []],
    ["a missing field", { list: [{ b: "", c: 1, d: true }], evidence: { name: [] } }, ["$.a is gone"]],
    ["another type", { a: "2", list: [], evidence: { name: [] } }, ["$.a can be string now"]],
    ["null", { a: null, list: [], evidence: { name: [] } }, ["$.a can be null now"]],
    [
      "a field that is there at times",
      { a: 1, list: [{ b: "", c: 1, d: true }, { b: "" }], evidence: { n: [] } },
      ["$.list[].c is not in every object any more"],
    ],
    ["a missing inner field", { a: 1, list: [{ b: "", c: 1 }], evidence: { n: [] } }, ["$.list[].d is gone"]],
  ])("%s", (_, value, expected) => {
    expect(breaches(promised, shapeOf(value))).toEqual(expected);
  });
});
