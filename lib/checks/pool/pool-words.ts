import { listById } from "../formats/dnsbl/lists.ts";
import { count, plain, prose, type Text, text } from "../net/safe-text.ts";
import { presentVerdict } from "../present/present.ts";
import type { Coherence, JudgedRow } from "./coherence.ts";
import { ODD_CODES, type OddCode, type Pool, type PoolLook } from "./pool.ts";
import type { OddReason, PoolNote, PoolVerdict } from "./presented-pool.ts";
import { primaryName } from "./primary-name.ts";

/** What makes an address odd, in a few words. */
export const ODD_TITLES: Readonly<Record<OddCode, string>> = {
  "no-ptr": "No PTR record",
  forward: "PTR not forward-confirmed",
  generic: "Generic PTR name",
  organisation: "Another organisation",
  name: "Named differently",
  ehlo: "EHLO name does not resolve",
  spf: "SPF does not pass",
  listed: "On a blocklist",
  ipv6: "IPv6 identity is worse",
};

/** The signals whose verdict says what is the matter, by code: the first that is not in order. */
const SIGNALS_OF: Readonly<Record<Exclude<OddCode, "organisation" | "name">, readonly string[]>> = {
  "no-ptr": ["reverse-dns"],
  forward: ["fcrdns", "ptr-hostname"],
  generic: ["generic-ptr"],
  ehlo: ["ehlo-name"],
  spf: ["spf"],
  listed: ["dnsbl"],
  ipv6: ["ipv6-parity"],
};

/** Why a row is odd, in words: those of its verdicts, or of its place among the others. */
export function reasonsOf({ row: { look }, odd }: JudgedRow, coherence: Coherence): OddReason[] {
  return look ? odd.map((code) => ({ code, title: titleOf(code, look), says: wordsOf(code, look, coherence) })) : [];
}

function titleOf(code: OddCode, { verdicts }: PoolLook): string {
  const outcome = verdicts.find(({ signal }) => signal === "fcrdns")?.outcome;
  if (code !== "forward") return ODD_TITLES[code];
  return outcome === "fail-elsewhere"
    ? "PTR resolves elsewhere"
    : outcome === "fail-nxdomain"
      ? "PTR name does not exist"
      : outcome === "fail-no-address"
        ? "PTR name has no address"
        : "PTR name cannot be looked up";
}

function wordsOf(code: OddCode, look: PoolLook, { organisation, shared }: Coherence): Text {
  const name = primaryName(look);
  if (code === "organisation") return text`${name} is not of ${organisation}, as most others are.`;
  if (code === "name")
    return name === shared
      ? text`${name} is the name of several addresses, while each of the others has another name.`
      : text`${name} is its own name, while the others share ${shared}.`;
  const [verdict] = SIGNALS_OF[code].flatMap(
    (id) =>
      look.verdicts.find(
        ({ signal, status }) => signal === id && status !== "pass" && status !== "skipped" && status !== "unknown",
      ) ??
      look.verdicts.find(({ signal, outcome }) => signal === id && outcome === "listed-partly") ??
      [],
  );
  return verdict ? presentVerdict(verdict, []).says : prose(`${ODD_TITLES[code]}.`);
}

const addresses = (n: number): Text => count(n, "address", "addresses");

/** The pool in one sentence, and what that rests on. */
export function verdictWords(coherence: Coherence, isOver: boolean): PoolVerdict {
  const { status, outcome, rows } = coherence;
  const looked = rows.filter((row) => row.status !== "pending");
  const odd = looked.filter((row) => row.odd.length > 0);
  const n = looked.length;
  const isWhole = n === rows.length;
  const far = !isOver ? " looked at so far" : isWhole ? "" : " looked at";
  const unjudged = looked.filter((row) => row.odd.length === 0 && row.status === "unknown").length;
  const open = unjudged > 0 ? text` ${addresses(unjudged)} could not be judged.` : [];
  const base = { status, outcome };
  switch (outcome) {
    case "pending":
      return { ...base, says: prose("No address has been looked at yet."), because: [] };
    case "nothing":
      return { ...base, says: prose("Cancelled before any address was looked at."), because: [] };
    case "coherent": {
      const warned = looked.filter((row) => row.status !== "pass").length;
      const all = n === 1 ? prose(`The one address${far}`) : prose(`All ${n} addresses${far}`);
      const says =
        warned > 0
          ? text`${all} ${prose(n === 1 ? "has" : "match each other;")}${n === 1 ? "" : text` ${warned} of them ${prose(warned === 1 ? "has" : "have")}`} ${prose("warnings.")}`
          : text`${all} ${prose(n === 1 ? "is in order." : isWhole ? "match each other: the pool is coherent." : "match each other.")}`;
      return { ...base, says, because: designWords(coherence) };
    }
    case "partly": {
      return {
        ...base,
        says: text`No address is odd, but ${unjudged} of ${addresses(n)}${prose(far)} could not be judged.`,
        because: prose("DNS did not answer about everything."),
      };
    }
    case "same-fault": {
      const [code] = odd[0]?.odd ?? [];
      return {
        ...base,
        says: text`All ${addresses(n)}${prose(far)} have the same fault.`,
        because: code ? prose(`${ODD_TITLES[code]}.`) : [],
      };
    }
    case "mixed-naming":
      return {
        ...base,
        says: text`${odd.length} of ${addresses(n)}${prose(far)} ${prose(odd.length === 1 ? "is" : "are")} not named like the others.`,
        because: text`${prose("One name for each address is right, and one name for all of them is; both at once is not.")}${open}`,
      };
    case "odd": {
      const others = prose(odd.length === 1 ? "does not match the others." : "do not match the others.");
      const says =
        odd.length < n
          ? text`${odd.length} of ${addresses(n)}${prose(far)} ${others}`
          : n === 1
            ? text`The one address${prose(far)} is not in order.`
            : text`All ${addresses(n)}${prose(far)} have something that is not in order.`;
      return {
        ...base,
        says,
        // Of the others nothing is said together where some of them could not be judged.
        because: text`${faultCounts(odd)}${unjudged > 0 ? open : odd.length < n ? text` ${designWords(coherence)}` : []}`,
      };
    }
  }
}

/** "No PTR record: 2. Generic PTR name: 1." */
function faultCounts(odd: readonly JudgedRow[]): Text {
  const counts = ODD_CODES.flatMap((code) => {
    const n = odd.filter((row) => row.odd.includes(code)).length;
    return n > 0 ? [`${ODD_TITLES[code]}: ${n}.`] : [];
  });
  return prose(counts.join(" "));
}

/** How those are named that match. */
function designWords({ naming, pattern, organisation, shared, outcome }: Coherence): Text {
  const whose = prose(outcome === "coherent" ? "They" : "The others");
  if (naming === "shared") return text`${whose} share the name ${shared}, which resolves to each of them.`;
  if (naming !== "own") return [];
  if (pattern) return text`${whose} have names like ${pattern.name}, each for one address.`;
  const of = organisation === undefined ? [] : text`, all of ${organisation}`;
  return text`${prose(outcome === "coherent" ? "Each has" : "Each of the others has")} a different name${of}.`;
}

/** What is to be said beside the verdict. */
export function notesOf(pool: Pool, coherence: Coherence): PoolNote[] {
  const { rows } = coherence;
  const looks = rows.flatMap(({ row }) => row.look ?? []);
  const asked = rows.filter(({ row }) => row.look?.smtp);
  const notes: PoolNote[] = pool.sampled.map(({ text: written, count: of, taken, open }) => ({
    code: "sampled",
    says: text`${written} lets ${prose(grouped(of))} ${prose(of === "1" ? "address" : "addresses")} send; ${prose(grouped(String(taken)))} of them ${prose(taken === 1 ? "is" : "are")} looked at.${open ? " Some more cannot be counted." : ""}`,
  }));
  if (asked.length > 0 && asked.length < looks.length)
    notes.push({
      code: "not-asked",
      says: text`${asked.length} servers were asked over SMTP: the first, the last, odd ones and some between. They are ${asked.map(({ row }) => row.address)}. The others were not asked.`,
    });
  const silent = new Map<string, number>();
  for (const { unasked } of looks) for (const { list } of unasked) silent.set(list, (silent.get(list) ?? 0) + 1);
  if (silent.size > 0) {
    const each = [...silent].map(([id, n]) => `${listById(id)?.title ?? id} (${plain(addresses(n))})`);
    notes.push({
      code: "lists-open",
      says: prose(`Not every blocklist could be asked: ${each.join(", ")}. That changes no verdict.`),
    });
  }
  if (pool.duplicates > 0)
    notes.push({
      code: "duplicates",
      says: text`${addresses(pool.duplicates)} ${prose(pool.duplicates === 1 ? "was" : "were")} named again and ${prose(pool.duplicates === 1 ? "is" : "are")} looked at once.`,
    });
  if (coherence.pattern)
    notes.push({
      code: "name-pattern",
      says: text`${coherence.pattern.of} names look like ${coherence.pattern.name}.`,
    });
  if (pool.rejectedCount > 0)
    notes.push({
      code: "rejected",
      says: text`${count(pool.rejectedCount, "line")} could not be used.`,
    });
  return notes;
}

/** 4294967296 as 4,294,967,296. */
const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
