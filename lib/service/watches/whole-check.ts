import { type Report, type Target, targetQuery } from "../../checks/index.ts";
import { checker } from "../checker/checker.ts";
import { ownId } from "../instances/self.ts";
import { GRACE_MS } from "../live/checks.ts";
import { places } from "../live/places.ts";
import { countCheck } from "../metrics.ts";
import { store } from "../store/current.ts";
import { newId } from "../store/ids.ts";

/** What all watches together may have running of an instance's places: readers come first. */
const SHARE = { key: "watches", places: 4 };

/** A whole check that is over; it is kept as a report only where somebody wants to read it. */
export interface WholeCheck {
  readonly report: Report;
  /** Writes it down, and gives its id. */
  readonly keep: () => Promise<string>;
}

/**
 * Checks the whole target anew: neither the report of a moment ago nor a check that began before will do, because something
 * has just changed. Undefined where there is no place for it now. `deleteHash` is of the token that may delete the report.
 */
export async function wholeCheck(target: Target, deleteHash: string): Promise<WholeCheck | undefined> {
  const place = await places().enter([SHARE]);
  if (typeof place === "string") return undefined;
  try {
    const check = await checker().prepare(target, {});
    const before = check.first;
    const report = await check.begin().finally(check.forget);
    countCheck(report);
    const keep = async () => {
      const id = newId();
      const owner = ownId();
      const kept = await store();
      await kept.create({
        id,
        report: before,
        plain: targetQuery(target.claims) === "",
        deadline: Date.now() + GRACE_MS,
        deleteHash,
        ...(owner ? { owner } : {}),
      });
      await kept.finish(id, report);
      return id;
    };
    return { report, keep };
  } finally {
    place.release();
  }
}
