import { getPolicyTags, parseDmarcRecord } from "mailauth/lib/dmarc/get-dmarc-record.js";
import { expect, test } from "vitest";
import { walkOf } from "../../testing/dmarc-walk.ts";
import { dmarcRecords } from "../../testing/generated-records.ts";
import { assess, discover } from "./discovery.ts";

/** Where mailauth reads otherwise than we do, and the words of the RFC that decide. */
const EXCEPTIONS: readonly { readonly why: string; readonly when: (text: string) => boolean }[] = [
  {
    why: "Names in capitals: by RFC 6376 section 3.2 they are other tags, by the ABNF of RFC 7489 section 6.4 the same ones. OpenDMARC and mailauth by default read them, and so do we; mailauth in its strict mode does not.",
    when: (text) => /;\s*(?:P|SP|RUA)\s*=/.test(text),
  },
];

/** The policy for the domain itself: what a record that stands alone at its `_dmarc` comes to. */
function ours(text: string): string {
  const { applied } = discover(walkOf("example.com", { "example.com": text, com: [] }));
  return (applied && assess(applied.record, false, true).effective) ?? "nothing";
}

/** The version's pattern is the one of its own reader, which does not export it. */
const VERSION = /^[vV][ \t]*=[ \t]*DMARC1[ \t]*(?:;|$)/;
function mailauths(text: string): string {
  const record = VERSION.test(text) ? parseDmarcRecord(text, { strict: true }) : null;
  const tags = record && getPolicyTags(record);
  if (!tags) return "nothing";
  if (record.t !== "y") return tags.p;
  return tags.p === "reject" ? "quarantine" : "none";
}

test("5,000 generated records come to the policy that mailauth reads", () => {
  const differing = [];
  for (const text of dmarcRecords(5000)) {
    const [we, they] = [ours(text), mailauths(text)];
    if (we !== they && !EXCEPTIONS.some(({ when }) => when(text))) differing.push({ text, we, they });
  }
  expect(differing).toEqual([]);
}, 60_000);
