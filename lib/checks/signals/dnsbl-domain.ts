import type { Finding } from "../define/signal.ts";
import { defineSignal, type Evidence, type Fix, reasonsWords, rfc, temperror, unanswered } from "../define/signal.ts";
import { asName, organisationalDomain } from "../net/domain-name.ts";
import { text } from "../net/safe-text.ts";
import {
  also,
  answeredLists,
  digs,
  findingOf,
  meaning,
  removal,
  silent,
  titles,
  whoCares,
  without,
} from "../words/listing-words.ts";

const stopFirst = (e: Evidence): Fix =>
  removal(
    e,
    text`First find and stop the cause: a compromised account or site, or spam by others that links to the domain.`,
  );

const organisation = (e: Evidence): string | undefined => organisationalDomain(asName(e.names?.[0] ?? ""));

/** The blocklists of names, for the names that this server's mail shows. */
export const dnsblDomain = defineSignal({
  id: "dnsbl-domain",
  group: "reputation",
  scopes: ["server", "domain"],
  title: "Domain blocklists",
  why: "Receivers look up the PTR name, the EHLO name and the sending domain on domain blocklists, whatever the address.",
  references: [rfc(5782, "3"), rfc(6471)],
  needs: ["nameLists", "nameListings"],
  outcomes: {
    clean: { status: "pass", says: (e) => text`${answeredLists(e)} has ${e.names}.${without(e)}` },
    "listed-high": {
      status: "fail",
      says: (e) => text`${e.found} is on ${titles(e.listed)}: ${meaning(e)}.${also(e)}`,
      fix: stopFirst,
      whoCares,
    },
    listed: {
      status: "warn",
      says: (e) => text`${e.found} is on ${titles(e.listed)}: ${meaning(e)}.${also(e)}`,
      fix: stopFirst,
      whoCares,
    },
    "listed-weak": {
      status: "warn",
      says: (e) => text`${e.found} is on ${titles(e.listed)}: ${meaning(e)}.${also(e)}`,
      fix: stopFirst,
      whoCares,
    },
    "listed-partly": {
      status: "unknown",
      says: (e) =>
        text`${e.found} is on ${titles(e.listed)}: ${meaning(e)}. There may be more, and worse: ${silent(e)}`,
      fix: stopFirst,
      whoCares,
    },
    partly: { status: "unknown", says: (e) => text`${answeredLists(e)} has ${e.names}, but ${silent(e)}` },
    "names-unknown": {
      status: "unknown",
      says: (e) =>
        text`Not every name this server uses is known, because ${e.question} got no answer: ${reasonsWords(e.reason)}. ${answeredLists(e)} has ${e.names}.`,
    },
    "too-few": {
      status: "unknown",
      says: (e) => text`Too few of the major lists could be asked for a result about ${e.names}.${without(e)}`,
    },
    "no-name": {
      status: "skipped",
      says: text`There is no name to look up: no PTR record, no EHLO name, no sending domain.`,
    },
    temperror,
  },
  reproduce: (e) => digs(e.found?.[0] ?? organisation(e), e, "surbl"),
  judge({ nameLists: { names }, nameListings }) {
    if (names.names.length === 0) return names.open.length > 0 ? unanswered(...names.open) : { outcome: "no-name" };
    const found = nameListings.panel.listings.map(({ about }) => about);
    const finding = findingOf(nameListings, {
      names: names.names.map(({ name }) => name),
      ...(found.length > 0 ? { found: [...new Set(found)] } : {}),
    });
    // Names that we could not find out may be listed for worse than those we know.
    const mayBeWorse = names.open.length > 0 && finding.outcome !== "listed-high" && finding.outcome !== "temperror";
    if (mayBeWorse && found.length === 0) {
      const { question = [], reason = [] } = unanswered(...names.open).evidence ?? {};
      return { ...finding, outcome: "names-unknown", evidence: { ...finding.evidence, question, reason } };
    }
    return narrowed(mayBeWorse ? { ...finding, outcome: "listed-partly" } : finding);
  },
});

type Code = "clean" | "listed-high" | "listed" | "listed-weak" | "listed-partly" | "partly" | "too-few" | "temperror";

/** Lists of names know neither broad listings nor ones for a name's form. */
function narrowed(
  finding: Finding<Code | "listed-broad" | "broad-partly" | "listed-identity" | "listed-identity-high">,
): Finding<Code> {
  switch (finding.outcome) {
    case "broad-partly":
      return { ...finding, outcome: "listed-partly" };
    case "listed-broad":
    case "listed-identity":
      return { ...finding, outcome: "listed-weak" };
    case "listed-identity-high":
      return { ...finding, outcome: "listed" };
    default:
      return { ...finding, outcome: finding.outcome };
  }
}
