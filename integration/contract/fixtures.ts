import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { LISTENS, newDataDir, type Service, startService } from "../service.ts";
import { putStored } from "./stored.ts";

/** The database of a service of the day the contract was written, with one report of each kind in it. */
export const DATABASE = join(import.meta.dirname, "nameplate.sqlite");

/** Opens it as it is: nothing is migrated, and no file is left beside it. */
export const openStoredDatabase = (): DatabaseSync =>
  new DatabaseSync(new URL(`${pathToFileURL(DATABASE)}?immutable=1`), { readOnly: true });

/** The ids and codes that were given out, by registry. */
export const CODES = join(import.meta.dirname, "codes.json");

/** What each address of the service answered: its status, its type, and where it sends on to. */
export const URLS = join(import.meta.dirname, "urls.json");
export interface KnownUrl {
  readonly status: number;
  readonly type?: string;
  readonly location?: string;
}

export async function knownUrl(origin: string, path: string): Promise<KnownUrl> {
  const response = await fetch(origin + path, { redirect: "manual" });
  // The page of a running check goes on for as long as it runs.
  await response.body?.cancel();
  const type = response.headers.get("content-type")?.split(";")[0];
  const location = response.headers.get("location");
  return { status: response.status, ...(type ? { type } : {}), ...(location ? { location } : {}) };
}

/** The origin in the links of the fixtures. */
export const ORIGIN = "https://nameplate.example";

/** What a route answered: its status, the header fields programs read, and its JSON, line by line where it streams. */
export interface Answer {
  /** What was asked for; the first fixtures do not say. */
  readonly asked?: { readonly method: string; readonly path: string };
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export const answersFile = (name: string): string => join(import.meta.dirname, "answers", `${name}.json`);

export const readAnswer = (name: string): Answer => JSON.parse(readFileSync(answersFile(name), "utf8"));

export function writeAnswer(name: string, answer: Answer): void {
  writeFileSync(answersFile(name), `${JSON.stringify(answer)}\n`);
}

/** Runs the demo on a copy of the stored reports. */
export async function withStoredReports<T>(
  use: (service: Service) => Promise<T>,
  env: Readonly<Record<string, string>> = {},
): Promise<T> {
  const service = await startOnStoredReports(env);
  try {
    return await use(service);
  } finally {
    await service.end();
    rmSync(service.dataDir, { recursive: true, force: true });
  }
}

export async function startOnStoredReports(env: Readonly<Record<string, string>> = {}): Promise<Service> {
  const dataDir = newDataDir();
  mkdirSync(dataDir, { recursive: true });
  copyFileSync(DATABASE, join(dataDir, "nameplate.sqlite"));
  await putStored(join(dataDir, "nameplate.sqlite"));
  return startService({ ...LISTENS, DATA_DIR: dataDir, ...env });
}
