import { defineReceiver, type Receiver } from "../define/receiver.ts";
import type { Evidence } from "../define/signal.ts";
import { literalText } from "../derive/server-name.ts";
import type { Known } from "../findings/findings.ts";
import type { EhloName } from "../findings/server-name.ts";
import type { DomainName } from "../net/domain-name.ts";
import { prose, type Text, text } from "../net/safe-text.ts";
import { authenticationOf } from "./rules/authentication.ts";
import { type Confirmation, confirmation } from "./rules/confirmation.ts";
import { unverifiableSelectors } from "./rules/dkim.ts";
import { ehloEvidence } from "./rules/ehlo.ts";
import { addressShown, genericNames } from "./rules/generic.ts";
import { type ListScores, listHits } from "./rules/listed.ts";
import { isPostfixName } from "./rules/postfix-name.ts";
import { ehloRemark, silent, withoutEhlo } from "./rules/rule-words.ts";
import { type Hit, hit, perhaps, perhapsWords, scoreOf, symbolWords, tally } from "./rules/score.ts";
import { heloSpfHits, spfHits } from "./rules/spf.ts";

/** The MTA before it: SpamAssassin knows of the reverse name what that wrote into the Received line. */
type Front = "Postfix" | "Sendmail";

interface Edition {
  readonly version: string;
  readonly front: Front;
  /** The scores that sa-update has moved. */
  readonly heloDiffers: number;
  readonly heloGeneric: number;
  readonly heloNoDomain: number;
}

/** Without network tests or Bayes, with network tests, with Bayes, with both. */
const SETS = 4;
const REQUIRED = 5;

const NEEDS = [
  "address",
  "forwardConfirmation",
  "ehloName",
  "sender",
  "spf",
  "heloIdentity",
  "heloSpf",
  "dkim",
  "addressListings",
] as const;
type Needs = Pick<Known, (typeof NEEDS)[number]>;

function edition(of: Edition) {
  return defineReceiver({
    id: "spamassassin",
    name: "SpamAssassin",
    kind: "software",
    setting: `default scores, behind ${of.front}`,
    source: {
      label: "SpamAssassin, 50_scores.cf and Received.pm",
      url: "https://github.com/apache/spamassassin/tree/f7fe7b82",
      version: of.version,
      read: "2026-11-22",
    },
    thresholds: [{ points: REQUIRED, does: "marks as spam" }],
    needs: NEEDS,
    rules: {
      nothing: {
        action: "accept",
        says: (e) => text`It adds no points for this identity.${about(e)}`,
        score: scoreOf,
        confidence: "code",
      },
      "may-score": {
        action: "penalise",
        says: (e) => text`It may add ${perhapsWords(e)}.${network(e)}${otherwise(e)}${about(e)}`,
        score: scoreOf,
        confidence: "code",
      },
      scores: { action: "penalise", says: (e) => adds(e), score: scoreOf, confidence: "code" },
      marks: {
        action: "penalise",
        says: (e) =>
          text`${adds(e)} In some of its score sets that alone reaches the spam threshold of ${REQUIRED} points.`,
        score: scoreOf,
        confidence: "code",
      },
      silent: {
        action: "unknown",
        says: silent(
          of.front === "Postfix"
            ? "If the receiver's Postfix gets no answer either, it adds RDNS_NONE, 0.793 to 2.399 points, as for an address without a PTR record."
            : "",
        ),
        confidence: "code",
      },
    },
    judge(facts) {
      const back = seenBy(of.front, facts);
      if (["silent", "open", "half-open"].includes(back.state)) return { rule: "silent", evidence: back.evidence };
      const ehlo = facts.ehloName;
      const sum = sumOf(of, facts);
      const other = sumOf({ ...of, front: "Sendmail" }, facts);
      const differs = of.front === "Postfix" && other.most?.join() !== sum.most?.join();
      const evidence: Evidence = {
        ...back.evidence,
        ...ehloEvidence(ehlo),
        ...sum,
        ...(differs ? { behindSendmail: [String(scoreOf(other)?.least ?? 0), String(scoreOf(other)?.most ?? 0)] } : {}),
      };
      const { most = 0 } = scoreOf(sum) ?? {};
      const [highest = 0] = (sum.least ?? []).map(Number).toSorted((a, b) => b - a);
      if (highest >= REQUIRED) return { rule: "marks", evidence };
      if (sum.symbols?.length) return { rule: "scores", evidence };
      return { rule: most > 0 ? "may-score" : "nothing", evidence };
    },
  });
}

/** Postfix hands on the one name it confirmed; Sendmail hands on the first name with "may be forged". */
const seenBy = (front: Front, facts: Needs): Confirmation =>
  confirmation(facts, front === "Postfix" ? isPostfixName : undefined);

function sumOf({ front, ...of }: Edition, facts: Needs): Evidence {
  const back = seenBy(front, facts);
  const names = front === "Postfix" ? back.confirmed : back.names;
  const ehlo = facts.ehloName;
  const hits: Hit[] = [];
  if (back.state === "nameless" || names.length === 0) hits.push(hit("RDNS_NONE", 2.399, 1.274, 1.228, 0.793));
  else if (front === "Postfix" && back.state === "mixed") hits.push(perhaps("RDNS_NONE", 2.399, 1.274, 1.228, 0.793));
  hits.push(...dynamicHits(names, back, facts.address));
  if (ehlo) {
    hits.push(...ehloHits(ehlo, facts, of));
    const differs = names.length > 0 && !(ehlo.name && names.includes(ehlo.name));
    // It is off where SPF or DKIM passes, among others; of these only SPF can be seen from here, and that of a domain
    // guessed from a PTR name says nothing about the domain that mail is sent as.
    const passes =
      authenticationOf(facts).state === "spf-passes" &&
      facts.sender.domain !== undefined &&
      facts.sender.origin !== "ptr";
    if (differs && !passes) hits.push(perhaps("KHOP_HELO_FCRDNS", ...same(of.heloDiffers)));
  }
  hits.push(...listHits(facts, LISTS), ...spfHits(facts, SPF), ...heloSpfHits(facts, HELO_SPF));
  if (unverifiableSelectors(facts).length > 0) hits.push(perhaps("DKIM_INVALID", ...same(0.1)));
  return tally(hits, SETS);
}

/** Network tests: they count in the second and the fourth set. */
const LISTS: ListScores = {
  "spamhaus-zen": {
    "127.0.0.2": ["RCVD_IN_SBL", 0, 2.596, 0, 0.141],
    "127.0.0.3": ["RCVD_IN_SBL_CSS", 0, 3.558, 0, 3.335],
    "127.0.0.4": ["RCVD_IN_XBL", 0, 0.724, 0, 0.375],
    "127.0.0.10": ["RCVD_IN_PBL", 0, 3.558, 0, 3.335],
    "127.0.0.11": ["RCVD_IN_PBL", 0, 3.558, 0, 3.335],
  },
  spamcop: { "*": ["RCVD_IN_BL_SPAMCOP_NET", 0, 1.246, 0, 1.347] },
  psbl: { "*": ["RCVD_IN_PSBL", 0, 2.7, 0, 2.7] },
  senderscore: { "*": ["RCVD_IN_VALIDITY_RPBL", 0, 1.284, 0, 1.31] },
};
const SPF = {
  fail: ["SPF_FAIL", 0, 0.919, 0, 0.001],
  softfail: ["SPF_SOFTFAIL", 0, 0.972, 0, 0.665],
  neutral: ["SPF_NEUTRAL", 0, 0.652, 0, 0.779],
} as const;
const HELO_SPF = {
  fail: ["SPF_HELO_FAIL", 0, 0.001, 0, 0.001],
  softfail: ["SPF_HELO_SOFTFAIL", 0, 0.896, 0, 0.732],
  neutral: ["SPF_HELO_NEUTRAL", 0, 0.001, 0, 0.112],
} as const;
const ON_THE_NETWORK = /^(?:SPF_|RCVD_IN_)/;

function dynamicHits(names: readonly DomainName[], back: Confirmation, address: Needs["address"]): Hit[] {
  const generic = genericNames(names, address).filter((name) => !SAYS_STATIC.test(name));
  if (generic.length === 0) return [];
  const sure = back.state !== "mixed" && names.every((name) => generic.includes(name) && showsAddress(name, address));
  return [(sure ? hit : perhaps)("RDNS_DYNAMIC", 2.639, 0.363, 1.663, 0.982)];
}

/** Names that say so are taken for fixed ones. */
const SAYS_STATIC = /fix|static|dedicated|mail|smtp/;
const FOUR_NUMBERS = /\d{1,3}[^\d]\d{1,3}[^\d]\d{1,3}[^\d]\d{1,3}/;
const showsAddress = (name: DomainName, address: Needs["address"]): boolean =>
  FOUR_NUMBERS.test(name) && addressShown(name, address) === "whole";

function ehloHits(ehlo: EhloName, { address }: Needs, of: Omit<Edition, "front">): Hit[] {
  const { text: word, kind, name } = ehlo;
  // Literally: an IPv6 address has no dot in it either.
  const noDomain = word.includes(".") ? [] : [hit("HELO_NO_DOMAIN", ...same(of.heloNoDomain))];
  const notFull = word.includes(".") ? [] : [hit("FSL_HELO_NON_FQDN_1", 2.361, 0.001, 1.783, 0.001)];
  switch (kind) {
    case "bare-address":
    case "literal": {
      const bare = kind === "bare-address" && !word.includes(":") ? hit : perhaps;
      return [
        bare("FSL_HELO_BARE_IP_1", 2.598, 1.426, 3.099, 2.347),
        perhaps("RCVD_NUMERIC_HELO", 0.001, 0.865, 0.001, 1.164),
        ...(literalText(ehlo) === address ? [] : [perhaps("RCVD_HELO_IP_MISMATCH", 1.68, 1.186, 2.362, 2.368)]),
        ...noDomain,
      ];
    }
    case "localhost":
      return [(word.includes(".") ? perhaps : hit)("HELO_LOCALHOST", 2.639, 3.603, 2.915, 3.828), ...notFull];
    case "single-label":
      return [...notFull, ...noDomain];
    case "local-name":
      return /\.(?:home|lan)\.?$/i.test(word) ? [hit("HELO_LH_HOME", 0.001, 2.023, 0.537, 1.736)] : [];
    case "invalid":
      return noDomain;
    case "name": {
      if (!name || genericNames([name], address).length === 0) return [];
      const numbers = showsAddress(name, address) && /^[a-z]/.test(name) && !/(?:^|[.-])static[.-]/.test(name);
      return [
        numbers
          ? hit("HELO_DYNAMIC_IPADDR", 2.633, 3.243, 3.68, 1.951)
          : perhaps("HELO_DYNAMIC rules", 4.299, 3.888, 4.225, 3.607),
        ...(/pool|dyna|lease|dial|dip|static/.test(name) && /\d/.test(name)
          ? [perhaps("CK_HELO_GENERIC", ...same(of.heloGeneric))]
          : []),
      ];
    }
  }
}

const same = (points: number): number[] => Array<number>(SETS).fill(points);

const adds = (e: Evidence): Text =>
  text`It adds ${symbolWords(e)}${e.perhaps?.length ? text`, and perhaps ${perhapsWords(e)}` : []}.${network(e)}${otherwise(e)}${about(e)}`;

const network = (e: Evidence): Text =>
  [...(e.symbols ?? []), ...(e.perhaps ?? [])].some((symbol) => ON_THE_NETWORK.test(symbol))
    ? prose(" SPF and blocklists count where its network tests are on, as they are by default.")
    : [];

const otherwise = (e: Evidence): Text => {
  const [least, most] = e.behindSendmail ?? [];
  if (!most) return [];
  const points = most === "0" ? "nothing" : least === most ? `${most} points` : `${least} to ${most} points`;
  return prose(` Behind Sendmail, which passes on an unconfirmed name, it would add ${points}.`);
};

const about = (e: Evidence): Text => (e.ehlo?.length ? [...prose(" "), ...ehloRemark(e)] : withoutEhlo(e));

const current = { version: "f7fe7b82 (2024-10-24)", heloDiffers: 0.4, heloGeneric: 0.25, heloNoDomain: 0.001 };
/** Debian 12's package with its own rules. */
const packaged = { version: "4.0.1", heloDiffers: 1, heloGeneric: 1, heloNoDomain: 1 };

/** SpamAssassin with the scores of its rule set, its points being those of four sets. */
export const spamassassin: Receiver = {
  ...edition({ ...current, front: "Postfix" }),
  variants: {
    "behind Sendmail": edition({ ...current, front: "Sendmail" }),
    "4.0.1": edition({ ...packaged, front: "Postfix" }),
    "4.0.1 behind Sendmail": edition({ ...packaged, front: "Sendmail" }),
  },
};
