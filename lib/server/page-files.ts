import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import type { OutgoingHttpHeaders } from "node:http";
import { join } from "node:path";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import { log } from "../service/log.ts";
import { writeWhole } from "./write-whole.ts";

/** A page on disk: its bytes in brotli alone. */
export interface PageFile {
  readonly headers: OutgoingHttpHeaders;
  readonly tag: string;
  readonly br: Buffer;
}

/** Pages of finished reports, as they were rendered; a restart does not render them again. Nothing of it ever fails. */
export interface PageFiles {
  /** `origin` is the name that the page's links begin with. */
  readonly read: (report: string, origin: string) => Promise<PageFile | undefined>;
  readonly write: (report: string, origin: string, page: PageFile) => Promise<void>;
  /** Removes the pages of a report that is gone. */
  readonly drop: (report: string) => Promise<void>;
  /** The next so many reports that have pages here, round and round. */
  readonly some: (count: number) => readonly string[];
}

const MAX_BYTES = 256 * 1024 * 1024;
/** A report's id, and a hash of the origin. */
const NAME = /^([\w-]{22})\.[\w-]{16}$/;

const head = z.object({ headers: z.record(z.string(), z.union([z.string(), z.array(z.string())])), tag: z.string() });

/**
 * Opens the folder for the pages of one build: another build's pages name other scripts, so its folder goes. The files
 * read last stay where there are too many octets.
 */
export function openPageFiles(folder: string, build: string, maxBytes = MAX_BYTES): PageFiles {
  const place = join(folder, build);
  const files = new LRUCache<string, number>({
    maxSize: maxBytes,
    sizeCalculation: (size) => Math.max(size, 1),
    dispose: (_, name, reason) => reason !== "set" && void rm(join(place, name), { force: true }).catch(ignore),
  });
  try {
    for (const other of existing(folder))
      if (other !== build) rmSync(join(folder, other), { recursive: true, force: true });
    mkdirSync(place, { recursive: true });
    const found = readdirSync(place).filter((name) => NAME.test(name));
    const known = found.map((name) => ({ name, ...sizeAndTime(join(place, name)) }));
    for (const { name, size } of known.toSorted((a, b) => a.time - b.time)) files.set(name, size);
  } catch (error) {
    log().warn(`pages are not kept on disk: ${String(error)}`);
  }
  let round: string[] = [];

  return {
    async read(report, origin) {
      const name = nameOf(report, origin);
      if (files.get(name) === undefined) return undefined;
      try {
        const bytes = await readFile(join(place, name));
        const end = bytes.indexOf("\n");
        return { ...head.parse(JSON.parse(bytes.toString("utf8", 0, end))), br: bytes.subarray(end + 1) };
      } catch {
        files.delete(name);
        return undefined;
      }
    },
    async write(report, origin, { headers, tag, br }) {
      const name = nameOf(report, origin);
      const bytes = Buffer.concat([Buffer.from(`${JSON.stringify({ headers: asText(headers), tag })}\n`), br]);
      // Where the disk is full, or may not be written, it is rendered once more after a restart.
      if (await writeWhole(join(place, name), bytes)) files.set(name, bytes.length);
    },
    async drop(report) {
      for (const name of [...files.keys()].filter((each) => each.startsWith(`${report}.`))) files.delete(name);
    },
    some(count) {
      if (round.length === 0) round = [...new Set([...files.keys()].map((name) => name.slice(0, 22)))];
      return round.splice(0, count);
    },
  };
}

const nameOf = (report: string, origin: string): string =>
  `${report}.${createHash("sha256").update(origin).digest("base64url").slice(0, 16)}`;

const asText = (headers: OutgoingHttpHeaders): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.map(String) : String(value)]],
    ),
  );

function existing(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function sizeAndTime(path: string): { readonly size: number; readonly time: number } {
  const { size = 0, mtimeMs: time = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {};
  return { size, time };
}

const ignore = () => undefined;
