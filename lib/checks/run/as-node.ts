import type { LookupOf, RecordType } from "../facts/lookup.ts";

/** The record types a library of mail authentication asks for. */
export type LookedUp = "A" | "AAAA" | "MX" | "PTR" | "TXT";

/** A question as of `node:dns`: resolves to its records, rejects with a code. */
export type LookUp = (name: string, type: LookedUp) => Promise<readonly unknown[]>;

/** An answer as `node:dns` gives it: a TXT record is a list of strings. What was not answered is ESERVFAIL, never absence. */
export function asNode(lookup: LookupOf<RecordType>): readonly unknown[] {
  switch (lookup.kind) {
    case "answer":
      return lookup.records.map((record: unknown) => {
        if (lookup.type === "TXT") return [Buffer.from(record as string, "latin1").toString("utf8")];
        if (lookup.type !== "MX") return record;
        const { preference, exchange } = record as { preference: number; exchange: string };
        return { priority: preference, exchange };
      });
    case "nodata":
      throw Object.assign(new Error("no data"), { code: "ENODATA" });
    case "nxdomain":
      throw Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
    case "failed":
      throw Object.assign(new Error(`no answer: ${lookup.reason}`), { code: "ESERVFAIL" });
  }
}
