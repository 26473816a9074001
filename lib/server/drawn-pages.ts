import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { POLICY, policyOf } from "./security-headers.ts";
import type { Wire } from "./wire.ts";
import { writeWhole } from "./write-whole.ts";

/**
 * The first page as it was drawn by the latest process that had to: the next one answers it before the framework has made its own.
 * Nothing of it ever fails; where it cannot be written, it is drawn anew.
 */
export interface DrawnPages {
  /** What was drawn, for `withOrigin`. */
  readonly read: (path: string) => Promise<Wire | undefined>;
  readonly write: (path: string, page: Wire) => Promise<void>;
}

/** Where links of a drawn page lead until somebody asks for it: to nobody (RFC 2606), and no text of ours names it. */
const NO_HOST = "origin.nameplate.invalid";
export const NOWHERE = { host: NO_HOST, origin: `http://${NO_HOST}` } as const;

/** A page that was drawn at `NOWHERE`, as it is drawn at this origin. */
export function withOrigin({ status, headers, body }: Wire, origin: string): Wire {
  const html = body.toString("utf8").replaceAll(NOWHERE.origin, () => origin);
  return { status, headers: { ...headers, [POLICY]: policyOf(html) }, body: Buffer.from(html) };
}

/** A name for whatever a page may depend on, its build first. */
export const drawnUnder = (...dependsOn: readonly unknown[]): string =>
  createHash("sha256").update(JSON.stringify(dependsOn)).digest("base64url").slice(0, 22);

/** What several processes have drawn with settings of their own; the eldest go. */
const MOST = 8;

const eldest = (folder: string, beyond: number): string[] =>
  readdirSync(folder)
    .map((name) => ({ name, at: statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .toSorted((a, b) => b.at - a.at)
    .slice(beyond)
    .map(({ name }) => name);

const file = z.object({
  status: z.literal(200),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  body: z.string(),
});

export function openDrawnPages(folder: string, key: string): DrawnPages {
  const place = join(folder, key);
  const fileOf = (path: string) => join(place, `${createHash("sha256").update(path).digest("hex").slice(0, 16)}.json`);
  return {
    async read(path) {
      try {
        const { body, ...rest } = file.parse(JSON.parse(await readFile(fileOf(path), "utf8")));
        return { ...rest, body: Buffer.from(body) };
      } catch {
        return undefined;
      }
    },
    async write(path, { status, headers, body }) {
      try {
        mkdirSync(place, { recursive: true });
        for (const name of eldest(folder, MOST)) rmSync(join(folder, name), { recursive: true, force: true });
      } catch {
        return;
      }
      await writeWhole(fileOf(path), JSON.stringify({ status, headers, body: body.toString("utf8") }));
    },
  };
}
