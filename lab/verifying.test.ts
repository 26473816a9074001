import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ip } from "../lib/checks/testing/facts.ts";
import type { Seen } from "../lib/listener/seen.ts";
import { type Resolve, readMessage } from "../lib/service/listens/read-message.ts";
import { parseLines } from "../lib/testing/ndjson.ts";
import { ARC_MESSAGES, DKIM_MESSAGES, RECORDS } from "./mail/signed-messages.ts";
import { find, whyNot } from "./programs.ts";

/*
 * What read mode says of signatures, beside Debian's Mail::DKIM, over messages that neither of them signed. Where they
 * differ, the words of the RFC decide, and the difference is written down here with them.
 */

const LIBRARY = "/usr/share/perl5/Mail/DKIM.pm";
const missing = whyNot("perl") ?? (existsSync(LIBRARY) ? undefined : LIBRARY);

const seen: Seen = {
  ...{
    at: 0,
    address: ip("203.0.113.10"),
    port: 1,
    helo: "x.example",
    verb: "EHLO",
    tls: null,
    mailFrom: "",
    steps: [],
  },
  ...{ earlyTalker: false, pipelined: false, injected: false, bareLf: false },
};
const code = (name: string) => Object.assign(new Error(name), { code: name });
const resolve: Resolve = async (name, type) => {
  if (name.startsWith("silent.")) throw code("ESERVFAIL");
  const text = RECORDS[name.toLowerCase()];
  if (type === "TXT" && text !== undefined) return [[text]];
  throw code("ENOTFOUND");
};
const ours = (message: string) => readMessage(Buffer.from(message, "latin1"), seen, "probe.example", resolve);

interface Theirs {
  readonly dkim: readonly string[];
  readonly why: readonly string[];
  readonly arc: string;
  readonly chain: string;
  readonly died?: string;
}
function theirs(messages: readonly string[]): Theirs[] {
  const asked = messages.map((message) => ({
    records: RECORDS,
    message: Buffer.from(message, "latin1").toString("base64"),
  }));
  const said = execFileSync(find("perl") ?? "perl", [join(import.meta.dirname, "peers/dkim.pl")], {
    input: `${asked.map((one) => JSON.stringify(one)).join("\n")}\n`,
    encoding: "utf8",
  });
  return parseLines(said);
}

/** RFC 8601 has several words for what does not pass. */
const verdict = (result: string): string =>
  result === "pass" || result === "none" || result === "temperror" ? result : "no pass";

/** Messages on which Debian's Mail::DKIM (1.20230212) says something else, and why it is not followed. */
const DIFFER: Readonly<Record<string, string>> = {
  "l=0": "It takes l=0 for no l= at all; RFC 6376 section 3.5 has 0 as a number of octets.",
  "l= that is no number":
    "It makes a number of anything; sig-l-tag is digits, and a signature that is no such thing is ignored (section 6.1.1).",
  Ed25519: "It does not know the algorithm of RFC 8463, which verifiers MUST have.",
  "two signatures, both good": "One of them is Ed25519.",
  "two signatures, the lower one broken": "One of them is Ed25519.",
  "RSA and SHA-1": "It takes what RFC 8301 section 3.1 says MUST NOT be verified.",
  "no v=": "The tag is required (RFC 6376 section 3.5).",
  "no bh=": "The tag is required (RFC 6376 section 3.5).",
  "From is not signed": "Such a signature is ignored (RFC 6376 section 6.1.1).",
  "a key that was not answered":
    "It calls that invalid; there was no answer, and there may be one later (section 6.1.2).",
  "one set of Ed25519": "It does not know the algorithm of RFC 8463, which verifiers MUST have.",
};

/** What is told of the messages on which ours and theirs are not of one mind. */
async function compared(messages: typeof DKIM_MESSAGES, of: (message: string, read: Theirs) => Promise<string[][]>) {
  const read = theirs(messages.map(([, message]) => message));
  const differing: string[] = [];
  for (const [i, [what, message]] of messages.entries()) {
    const one = read[i];
    if (!one || one.died) throw new Error(`Mail::DKIM did not read "${what}": ${one?.died}`);
    const [here = [], there = []] = (await of(message, one)).map((results) => results.map(verdict));
    if (here.join() !== there.join()) differing.push(what);
  }
  const known = messages.map(([what]) => what).filter((what) => what in DIFFER);
  expect(differing.toSorted()).toEqual(known.toSorted());
}

describe.skipIf(missing)(`verdicts on signatures, beside Mail::DKIM${missing ? ` (skipped: ${missing})` : ""}`, () => {
  test("DKIM", () =>
    compared(DKIM_MESSAGES, async (message, { dkim }) => [
      (await ours(message)).dkim.map(({ result }) => result),
      [...dkim],
    ]));

  test("ARC", () => compared(ARC_MESSAGES, async (message, { arc }) => [[(await ours(message)).arc.result], [arc]]));
});
