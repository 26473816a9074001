import { defineReceiver } from "../define/receiver.ts";
import type { Evidence } from "../define/signal.ts";
import { prose, type Text, text } from "../net/safe-text.ts";
import { confirmation } from "./rules/confirmation.ts";
import { besidesAddress, ehloEvidence, ehloResolvesTo } from "./rules/ehlo.ts";
import { type ListScores, listHits, RBL_SCORES } from "./rules/listed.ts";
import { ehloRemark, silent, withoutEhlo } from "./rules/rule-words.ts";
import { type Hit, hit, perhaps, perhapsWords, scoreOf, symbolWords, tally } from "./rules/score.ts";
import { spfHits } from "./rules/spf.ts";

const about = (e: Evidence): Text => (e.ehlo?.length ? [...prose(" "), ...ehloRemark(e)] : withoutEhlo(e));

const LISTS: ListScores = {
  ...RBL_SCORES,
  barracuda: { "*": ["RBL_BARRACUDA", 4] },
  spamcop: { "*": ["RBL_SPAMCOP", 4] },
  senderscore: { "*": ["RBL_SENDERSCORE", 2] },
};
const SPF = { fail: ["SPF_FAIL", 1] } as const;

/** Stalwart with the scores of its spam filter. */
export const stalwart = defineReceiver({
  id: "stalwart",
  name: "Stalwart",
  kind: "software",
  setting: "default scores and session rules",
  source: {
    label: "Stalwart, spam-filter",
    url: "https://github.com/stalwartlabs/spam-filter/tree/b70505e",
    version: "b70505e (2026-04)",
    read: "2026-11-22",
  },
  needs: ["address", "forwardConfirmation", "ehloName", "ehloElsewhere", "sender", "spf", "addressListings"],
  rules: {
    nothing: {
      action: "accept",
      says: (e) => text`It adds no points for this identity.${about(e)}`,
      score: scoreOf,
      confidence: "code",
    },
    "may-score": {
      action: "penalise",
      says: (e) => text`It may add ${perhapsWords(e)}.${about(e)}`,
      score: scoreOf,
      confidence: "code",
    },
    scores: {
      action: "penalise",
      says: (e) =>
        text`It adds ${symbolWords(e)}${e.perhaps?.length ? text`, and perhaps ${perhapsWords(e)}` : []}.${about(e)}`,
      score: scoreOf,
      confidence: "code",
    },
    "ehlo-no-name": {
      action: "reject",
      says: (e) => text`By default, on port 25, it refuses an EHLO name that is not fully qualified. ${ehloRemark(e)}`,
      confidence: "documentation",
    },
    silent: { action: "unknown", says: silent(), confidence: "code" },
  },
  judge(facts) {
    const { address } = facts;
    const { state, names, evidence: seen } = confirmation(facts);
    const ehlo = facts.ehloName;
    const evidence = { ...seen, ...ehloEvidence(ehlo) };
    const bare = ehlo?.kind === "bare-address" || ehlo?.kind === "literal";
    if (ehlo && !bare && !ehlo.text.includes(".")) return { rule: "ehlo-no-name", evidence };
    if (state === "silent" || state === "open" || state === "half-open") return { rule: "silent", evidence: seen };

    const hits: Hit[] = [];
    if (state === "nameless") hits.push(hit("RDNS_NONE", 2));
    if (state === "unconfirmed") hits.push(hit("HELO_IPREV_MISMATCH", 1));
    else if (ehlo && !bare && names.length > 0) {
      const same = ehlo.name !== undefined && names.includes(ehlo.name);
      // Which of several names it compares is not known.
      if (!same) hits.push(hit("HELO_IPREV_MISMATCH", 1));
      else if (names.length > 1) hits.push(perhaps("HELO_IPREV_MISMATCH", 1));
    }
    if (bare) hits.push(hit("HELO_BAREIP", 3));
    else if (ehlo?.kind === "local-name" || ehlo?.kind === "localhost") hits.push(perhaps("HELO_NOT_FQDN", 2));
    if (ehlo?.addresses?.kind === "nxdomain") hits.push(hit("HELO_NORES_A_OR_MX", 0.3));
    // An address of the other family or an MX record may exist.
    else if (ehlo?.addresses?.kind === "nodata") {
      const there = besidesAddress(facts.ehloElsewhere);
      hits.push(perhaps("HELO_IP_A", 1));
      if (there !== "mx") hits.push((there === "none" ? hit : perhaps)("HELO_NORES_A_OR_MX", 0.3));
    } else if (ehlo?.addresses?.kind === "answer" && !ehloResolvesTo(ehlo, address)) hits.push(hit("HELO_IP_A", 1));
    else if (ehlo?.addresses?.kind === "failed") hits.push(perhaps("HELO_IP_A", 1), perhaps("HELO_NORES_A_OR_MX", 0.3));

    hits.push(...listHits(facts, LISTS), ...spfHits(facts, SPF));
    const sum = tally(hits);
    const rule = Number(sum.least?.[0]) > 0 ? "scores" : Number(sum.most?.[0]) > 0 ? "may-score" : "nothing";
    return { rule, evidence: { ...evidence, ...sum } };
  },
});
