import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";

const ROOT = join(import.meta.dirname, "../..");
/** Where `next build` puts what it makes of our sources (scripts/bundle-service.mjs): a few files instead of a thousand. */
const FOLDER = join(ROOT, ".next/service");
/** Whether this is one of them. */
const isBuilt = dirname(import.meta.filename) === FOLDER;

const builtOf = (source: string): string =>
  join(FOLDER, relative(ROOT, source).replaceAll(sep, "-").replace(/\.ts$/, ".mjs"));

/** The file for a thread of what was built to begin with; of sources, the source itself. */
export const threadFile = (source: string): string => (isBuilt && source.endsWith(".ts") ? builtOf(source) : source);

/**
 * Runs what was built of this source, the first file of a process, if none of its sources has changed since. False where
 * the source is to be run itself.
 */
export async function runBuilt(source: string): Promise<boolean> {
  if (isBuilt || !existsSync(builtOf(source)) || !isUpToDate(ROOT, FOLDER)) return false;
  await import(pathToFileURL(builtOf(source)).href);
  return true;
}

/** Whether the sources are as they were when `folder` was made of them: whatever was put there since is newer or of another size. */
export function isUpToDate(root: string, folder: string): boolean {
  try {
    const list = join(folder, "sources.json");
    const { mtimeMs: made } = statSync(list);
    const sources: Record<string, number> = JSON.parse(readFileSync(list, "utf8"));
    return Object.entries(sources).every(([source, octets]) => {
      const { mtimeMs, size } = statSync(join(root, source));
      return size === octets && mtimeMs <= made;
    });
  } catch {
    // There is no build, or a source has gone.
    return false;
  }
}
