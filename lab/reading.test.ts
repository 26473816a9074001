import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseKeyRecord } from "../lib/checks/formats/dkim/key-record.ts";
import { evaluateSpf } from "../lib/checks/gather/spf/evaluate.ts";
import { ip } from "../lib/checks/testing/facts.ts";
import { keyRecords } from "../lib/checks/testing/generated-records.ts";
import { type SpfWorld, spfWorlds, zonesOf } from "../lib/checks/testing/generated-spf.ts";
import { zoneClient } from "../lib/checks/testing/zone-data.ts";
import { find, whyNot } from "./programs.ts";

/**
 * What we read, beside what Debian's readers read: pyspf and dkimpy, Mail::SPF and Mail::DKIM. Where they differ, the
 * words of the RFC decide, and the difference is written down here with them.
 */
const COUNT = 5000;

interface Exception<T> {
  readonly why: string;
  readonly when: (about: T) => boolean;
}

const PEERS = {
  python: {
    program: "python3",
    script: "reading.py",
    files: ["/usr/lib/python3/dist-packages/spf.py", "/usr/lib/python3/dist-packages/dkim/__init__.py"],
  },
  perl: {
    program: "perl",
    script: "reading.pl",
    files: ["/usr/share/perl5/Mail/SPF.pm", "/usr/share/perl5/Mail/DKIM.pm"],
  },
} as const;
type Peer = keyof typeof PEERS;

const missing =
  whyNot("python3", "perl") ??
  Object.values(PEERS)
    .flatMap(({ files }) => files)
    .find((file) => !existsSync(file));
const skipped = missing ? ` (skipped: ${missing})` : "";

/** One word for each question, in their order. */
function ask(peer: Peer, questions: readonly object[]): string[] {
  const { program, script } = PEERS[peer];
  const said = execFileSync(find(program) ?? program, [join(import.meta.dirname, "peers", script)], {
    input: `${questions.map((question) => JSON.stringify(question)).join("\n")}\n`,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return said.trim().split("\n");
}

interface Key {
  readonly text: string;
  readonly read: ReturnType<typeof parseKeyRecord>;
}
const hasProblem =
  (...problems: readonly string[]) =>
  ({ read }: Key): boolean =>
    read.problems.some((problem) => problems.includes(problem));
const value = (text: string, name: string): string =>
  new RegExp(`(?:^|;)\\s*${name}\\s*=([^;]*)`).exec(text)?.[1]?.trim() ?? "-";

const KEY_EXCEPTIONS: Readonly<Record<Peer, readonly Exception<Key>[]>> = {
  python: [
    {
      why: "dkimpy passes over what is no base64 (RFC 6376 section 3.2: base64string).",
      when: hasProblem("bad-base64"),
    },
    {
      why: "dkimpy compares s= as a whole; it is a list between colons (section 3.6.1).",
      when: ({ text }) => value(text, "s").includes(":"),
    },
    {
      why: "dkimpy knows s=tlsrpt of RFC 8460, which is no key for mail.",
      when: ({ text }) => value(text, "s") === "tlsrpt",
    },
    { why: "dkimpy does not read h= (section 3.6.1; RFC 8301 leaves sha256 alone).", when: hasProblem("no-sha256") },
  ],
  perl: [
    {
      why: "Mail::DKIM takes an empty k= for none; section 3.6.1 has no empty type.",
      when: ({ text }) => value(text, "k") === "",
    },
    {
      why: "Mail::DKIM takes an empty v= for none; section 3.6.1 wants DKIM1.",
      when: ({ text }) => value(text, "v") === "",
    },
    {
      why: "Mail::DKIM hands the key to OpenSSL, which wants a SubjectPublicKeyInfo: we say so of a bare one.",
      when: ({ read }) => read.key?.type === "rsa" && read.key.bare === true,
    },
    { why: "Mail::DKIM keeps the last of two tags; section 3.2 makes the list invalid.", when: hasProblem("repeated") },
    { why: "Mail::DKIM reads tags whose names are none (section 3.2: tag-name).", when: hasProblem("bad-name") },
    { why: "Mail::DKIM passes over nothing between semicolons (section 3.2: tag-list).", when: hasProblem("empty") },
    {
      why: "Mail::DKIM leaves the white space in lists, which section 3.6.1 allows.",
      when: ({ text }) => /\s/.test(value(text, "s") + value(text, "h")),
    },
    { why: "Mail::DKIM knew no Ed25519 yet (RFC 8463).", when: ({ read }) => read.type === "ed25519" },
  ],
};

interface Checked {
  readonly world: SpfWorld;
  readonly theirs: string | undefined;
}
const textsOf = ({ zones }: SpfWorld, domain: string): string[] =>
  (zones[domain] ?? []).flatMap(({ TXT }) => (typeof TXT === "string" ? [TXT] : []));
const DOMAINS = ["a.example", "b.example", "c.example"];
const includesItself = (world: SpfWorld): boolean =>
  DOMAINS.some((domain) =>
    textsOf(world, domain).some((text) => new RegExp(`include:(?:%\\{d2?\\}|${domain})(?: |$)`, "i").test(text)),
  );

const SPF_EXCEPTIONS: Readonly<Record<Peer, readonly Exception<Checked>[]>> = {
  python: [
    {
      why: "pyspf reads all terms first and calls an include of the same domain an error; RFC 7208 section 4.6.2 stops at the first match.",
      when: ({ world, theirs }) => theirs === "permerror" && includesItself(world),
    },
    {
      why: "pyspf wants every modifier only once; section 6 says so of redirect and exp.",
      when: ({ world, theirs }) =>
        theirs === "permerror" &&
        DOMAINS.some((domain) => textsOf(world, domain).some((text) => (text.match(/ x=/g)?.length ?? 0) > 1)),
    },
  ],
  perl: [
    {
      why: "Mail::SPF asks for the address of the root behind a null MX and counts that; RFC 7505 section 3 has it name no host.",
      when: ({ world, theirs }) =>
        theirs === "permerror" &&
        DOMAINS.some((domain) => textsOf(world, domain).some((text) => text.includes("mx:null.example"))),
    },
  ],
};

describe.skipIf(missing)(`records read as Debian's readers read them${skipped}`, () => {
  const keys = keyRecords(COUNT).map((text): Key => ({ text, read: parseKeyRecord(text) }));
  test.each(["python", "perl"] as const)("DKIM keys: %s", (peer) => {
    const said = ask(
      peer,
      keys.map(({ text }) => ({ key: text })),
    );
    expect(said).toHaveLength(COUNT);
    const differing = keys.flatMap((each, i) => {
      const ours = each.read.problems.length === 0 && each.read.key ? "usable" : "unusable";
      const explained = KEY_EXCEPTIONS[peer].some(({ when }) => when(each));
      return ours === said[i] || explained ? [] : [{ text: each.text, ours, theirs: said[i] }];
    });
    expect(differing).toEqual([]);
    // Both kinds of answers are there in number, so that agreement means something.
    expect(said.filter((word) => word === "usable").length).toBeGreaterThan(COUNT / 5);
    expect(said.filter((word) => word === "unusable").length).toBeGreaterThan(COUNT / 10);
  });

  test.each(["python", "perl"] as const)("SPF: %s", async (peer) => {
    const worlds = spfWorlds(COUNT);
    const said = ask(peer, worlds);
    expect(said).toHaveLength(COUNT);
    const differing = [];
    for (const [i, world] of worlds.entries()) {
      const dns = zoneClient(zonesOf(world));
      const asked = { ip: ip(world.ip), domain: "a.example", sender: "u@a.example", helo: "mail.example", dns };
      const { result: ours } = await evaluateSpf(asked);
      const theirs = said[i];
      if (ours === theirs || SPF_EXCEPTIONS[peer].some(({ when }) => when({ world, theirs }))) continue;
      differing.push({ ip: world.ip, texts: DOMAINS.map((domain) => textsOf(world, domain)), ours, theirs });
    }
    expect(differing).toEqual([]);
    expect(new Set(said).size).toBeGreaterThanOrEqual(6);
  });
});
