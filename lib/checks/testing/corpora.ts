import { existsSync } from "node:fs";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "../../..");
// biome-ignore lint/style/noProcessEnv: tests have no Vantage that could say where their data are.
const corpora = resolve(root, process.env.NAMEPLATE_CORPORA ?? "../shared/corpora");

/**
 * Where a file or folder of the test corpora is, or undefined where the corpora are not on this machine: then the
 * tests that need it are skipped (`test.skipIf`), never passed.
 */
export function corpus(path: string): string | undefined {
  const full = resolve(corpora, path);
  return existsSync(full) ? full : undefined;
}
