import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Daemon } from "./programs.ts";

/** A folder for a test file's daemons, and their end in the order in which they were not started. */
export interface Keeper {
  readonly folder: (name: string) => string;
  readonly keep: (...daemons: readonly Daemon[]) => void;
  readonly close: () => Promise<void>;
}

export function createKeeper(): Keeper {
  const root = mkdtempSync(join(tmpdir(), "nameplate-lab-"));
  // Daemons that drop to another user read their files here.
  chmodSync(root, 0o755);
  const kept: Daemon[] = [];
  return {
    folder: (name) => join(root, name),
    keep: (...daemons) => void kept.push(...daemons),
    async close() {
      for (const daemon of kept.toReversed()) await daemon.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
