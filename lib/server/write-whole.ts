import { rename, rm, writeFile } from "node:fs/promises";

/** Writes a file that others may read meanwhile: they find all of it or what was there before. False where it cannot be written. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<boolean> {
  const draft = `${path}.${process.pid}`;
  try {
    await writeFile(draft, content);
    await rename(draft, path);
    return true;
  } catch {
    await rm(draft, { force: true }).catch(() => undefined);
    return false;
  }
}
