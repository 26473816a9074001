import { LRUCache } from "lru-cache";
import { type Kept, sizeOf } from "../kept-answer.ts";

/** Octets of all pages that are kept here, beside those that are kept behind. */
const MAX_BYTES = 32 * 1024 * 1024;

/** What is left when it is asked again whether a report is there, in milliseconds. */
const DOUBT_MS = 30_000;

interface Belief {
  until: number;
  asked: boolean;
}
interface Entry {
  readonly page: Kept;
  readonly belief: Belief | undefined;
}

/** Pages by their key, and until when the reports that they are of are believed to be there, in milliseconds since 1970. */
export interface FrontPages {
  readonly keep: (key: string, page: Kept, until: number) => void;
  readonly believe: (report: string, until: number) => void;
  /** What this report's pages say is not answered any more; without one, no report's. */
  readonly forget: (report: string | undefined) => void;
  /** The pages at this path are not answered any more, whatever the origin. */
  readonly drop: (path: string) => void;
  readonly at: (key: string) => Kept | undefined;
}

/** `doubt` is called where it is time to ask whether a report is still there. */
export function createFrontPages(doubt: (report: string) => void): FrontPages {
  const entries = new LRUCache<string, Entry>({ maxSize: MAX_BYTES, sizeCalculation: ({ page }) => sizeOf(page) });
  /** As many as there are pages, at most: those of pages that have made room go with them. */
  const beliefs = new Map<string, Belief>();

  const believe = (report: string, until: number): Belief => {
    const belief = Object.assign(beliefs.get(report) ?? {}, { until, asked: false });
    beliefs.set(report, belief);
    return belief;
  };

  return {
    keep(key, page, until) {
      const belief = page.report === undefined ? undefined : believe(page.report, until);
      // What is sent may be made already.
      const known = entries.get(key)?.page;
      entries.set(key, { page: known?.tag === page.tag ? known : page, belief });
      if (beliefs.size > 2 * entries.size + 100) {
        const used = new Set([...entries.values()].map((entry) => entry.page.report));
        for (const report of beliefs.keys()) if (!used.has(report)) beliefs.delete(report);
      }
    },
    believe(report, until) {
      if (beliefs.has(report)) believe(report, until);
    },
    forget(report) {
      const gone = report === undefined ? beliefs.values() : [beliefs.get(report)];
      for (const belief of gone) if (belief) belief.until = 0;
    },
    drop(path) {
      for (const key of [...entries.keys()]) if (pathOf(key) === path) entries.delete(key);
    },
    at(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      const { page, belief } = entry;
      if (!belief || page.report === undefined) return page;
      const left = belief.until - Date.now();
      if (left <= 0) return undefined;
      if (left < DOUBT_MS && !belief.asked) {
        belief.asked = true;
        doubt(page.report);
      }
      return page;
    },
  };
}

/** A key is an origin and a path. */
const pathOf = (key: string): string => key.slice(key.indexOf("/", key.indexOf("//") + 2));
