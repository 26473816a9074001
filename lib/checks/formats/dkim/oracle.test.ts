import { getPublicKey } from "mailauth/lib/tools.js";
import { expect, test } from "vitest";
import { keyRecords } from "../../testing/generated-records.ts";
import { parseKeyRecord } from "./key-record.ts";

/** Where mailauth reads otherwise than we do, and the words of the RFC that decide. */
const EXCEPTIONS: readonly { readonly why: string; readonly when: (text: string) => boolean }[] = [
  {
    why: "mailauth reads k= in any case and takes an empty one for rsa; RFC 6376 section 3.2 wants values read in their case, and section 3.6.1 has no empty type. dkimpy refuses both.",
    when: (text) => /(?:^|;)\s*k\s*=\s*(?:RSA\s*)?(?:;|$)/.test(text),
  },
  {
    why: "v=DKIM1 has to be first (RFC 6376 section 3.6.1). mailauth in its strict mode refuses another place; dkimpy and Mail::DKIM read it, and we call it read and misplaced.",
    when: (text) => parseKeyRecord(text).versionLate,
  },
];

/** Whether a verifier can use the key. */
const ours = (text: string): boolean => {
  const { problems, key } = parseKeyRecord(text);
  return problems.length === 0 && key !== undefined;
};

async function mailauths(text: string): Promise<boolean> {
  try {
    await getPublicKey("DKIM", "s._domainkey.example.com", 1024, async () => [[text]], {
      strict: true,
      hashAlgo: "sha256",
    });
    return true;
  } catch {
    return false;
  }
}

test("5,000 generated key records are usable to us where they are to mailauth", async () => {
  const differing = [];
  for (const text of keyRecords(5000)) {
    const [we, they] = [ours(text), await mailauths(text)];
    if (we !== they && !EXCEPTIONS.some(({ when }) => when(text))) differing.push({ text, we, they });
  }
  expect(differing).toEqual([]);
}, 60_000);
