import { defineReceiver, type Receiver } from "../define/receiver.ts";
import type { Evidence } from "../define/signal.ts";
import type { Known } from "../findings/findings.ts";
import type { EhloName } from "../findings/server-name.ts";
import { family, parseAddress } from "../net/address.ts";
import { prose, type Text, text } from "../net/safe-text.ts";
import { classify } from "../net/special-purpose.ts";
import { confirmation } from "./rules/confirmation.ts";
import { besidesAddress, ehloEvidence, ehloResolvesTo } from "./rules/ehlo.ts";
import { genericNames } from "./rules/generic.ts";
import { listHits, RBL_SCORES } from "./rules/listed.ts";
import { isPostfixName } from "./rules/postfix-name.ts";
import { ehloRemark, silent, withoutEhlo } from "./rules/rule-words.ts";
import { between, type Hit, hit, perhaps, perhapsWords, scoreOf, symbolWords, tally } from "./rules/score.ts";
import { spfHits } from "./rules/spf.ts";

/** How editions of Rspamd differ in what they make of an identity. */
interface Edition {
  readonly version: string;
  readonly read: string;
  readonly rdnsNone: number;
  /** Whether a name that its MTA (Postfix) could not confirm is lost; newer editions read the PTR record anew. */
  readonly trustsMta: boolean;
  /** Whether an EHLO name that leads elsewhere counts, and not only one without an address. */
  readonly heloElsewhere: boolean;
}

const GREYLIST = 4;
const ADD_HEADER = 6;
const REJECT = 15;

const NEEDS = [
  "address",
  "forwardConfirmation",
  "ehloName",
  "ehloElsewhere",
  "sender",
  "spf",
  "addressListings",
] as const;
type Needs = Pick<Known, (typeof NEEDS)[number]>;

function edition(of: Edition) {
  return defineReceiver({
    id: "rspamd",
    name: "Rspamd",
    kind: "software",
    setting: of.trustsMta ? "default scores, behind Postfix" : "default scores",
    source: {
      label: "Rspamd, rules/misc.lua and hfilter",
      url: "https://github.com/rspamd/rspamd/tree/eaac8e914",
      version: of.version,
      read: of.read,
    },
    thresholds: [
      { points: GREYLIST, does: "greylists" },
      { points: ADD_HEADER, does: "marks as spam" },
      { points: REJECT, does: "rejects" },
    ],
    needs: NEEDS,
    rules: {
      nothing: {
        action: "accept",
        says: (e) => text`It adds no points for this identity.${withoutEhlo(e)}`,
        score: scoreOf,
        confidence: "code",
      },
      "may-score": {
        action: "penalise",
        says: (e) => text`It may add ${perhapsWords(e)}.${strict(e)}${about(e)}`,
        score: scoreOf,
        confidence: "code",
      },
      scores: { action: "penalise", says: (e) => adds(e), score: scoreOf, confidence: "code" },
      greylists: {
        action: "defer",
        says: (e) =>
          text`${adds(e)} That alone reaches its greylisting threshold of ${GREYLIST} points: it defers the first attempt and accepts a later one.`,
        score: scoreOf,
        confidence: "code",
      },
      marks: {
        action: "penalise",
        says: (e) =>
          text`${adds(e)} That alone reaches its threshold of ${ADD_HEADER} points for marking mail as spam.`,
        score: scoreOf,
        confidence: "code",
      },
      rejects: {
        action: "reject",
        says: (e) => text`${adds(e)} That alone reaches its threshold of ${REJECT} points for refusing mail.`,
        score: scoreOf,
        confidence: "code",
      },
      silent: {
        action: "unknown",
        says: (e) =>
          silent(
            e.ptr?.length
              ? "If the receiver's Postfix gets no answer either, it adds 2.5 points, as for a name that is not forward-confirmed."
              : `If the receiver gets no answer either, it adds ${of.rdnsNone + 2.5} points, as for an address without a PTR record.`,
          )(e),
        confidence: "code",
      },
    },
    judge(facts) {
      const back = confirmation(facts, of.trustsMta ? isPostfixName : undefined);
      const unseen = of.trustsMta ? ["silent", "open", "half-open"] : ["silent"];
      if (unseen.includes(back.state)) return { rule: "silent", evidence: back.evidence };
      const ehlo = facts.ehloName;
      const sum = tally([
        ...reverseHits(facts, of),
        ...(ehlo ? ehloHits(ehlo, facts, of) : []),
        ...listHits(facts, RBL_SCORES),
        ...spfHits(facts, SPF),
      ]);
      // Questions of the EHLO name that got no answer leave its part open, not the whole.
      const evidence = { ...back.evidence, ...ehloEvidence(ehlo), ...sum };
      const [least, most] = [Number(sum.least?.[0]), Number(sum.most?.[0])];
      if (least >= REJECT) return { rule: "rejects", evidence };
      if (least >= ADD_HEADER) return { rule: "marks", evidence };
      if (least >= GREYLIST) return { rule: "greylists", evidence };
      if (least > 0) return { rule: "scores", evidence };
      return { rule: most > 0 ? "may-score" : "nothing", evidence };
    },
  });
}

function reverseHits(facts: Needs, of: Edition): Hit[] {
  const { state, names } = confirmation(facts);
  const ehlo = facts.ehloName;
  const all = [...names, ...(ehlo?.name ? [ehlo.name] : [])];
  const hits: Hit[] = [];
  if (state === "nameless") hits.push(hit("RDNS_NONE", of.rdnsNone), hit("HFILTER_HOSTNAME_UNKNOWN", 2.5));
  else if (of.trustsMta) {
    const seen = confirmation(facts, isPostfixName).state;
    if (seen === "unconfirmed" || seen === "nameless") hits.push(hit("HFILTER_HOSTNAME_UNKNOWN", 2.5));
    if (seen === "mixed") hits.push(perhaps("HFILTER_HOSTNAME_UNKNOWN", 2.5));
  }
  // Its 104 patterns are its own; of the EHLO name and the host name only the one that weighs more counts.
  if (genericNames(all, facts.address).length > 0) hits.push(perhaps("HFILTER_HOSTNAME_1 to 5", 3));
  if (names.some((name) => /static|dynamic/.test(name) && !name.includes("mail"))) hits.push(perhaps(ONCE_RECEIVED, 4));
  return hits;
}

const SPF = { fail: ["R_SPF_FAIL", 1] } as const;

const NOT_PUBLIC: ReadonlySet<string | undefined> = new Set([
  "private",
  "loopback",
  "link-local",
  "reserved",
  "documentation",
]);
const ONCE_RECEIVED = "ONCE_RECEIVED_STRICT";

function ehloHits(ehlo: EhloName, { address, ehloElsewhere }: Needs, of: Edition): Hit[] {
  // Brackets are thrown away first, also one that stands alone. With the tag of an IPv6 literal what is left is no
  // address any more, but a word.
  const bare = parseAddress(ehlo.text.replace(/^\[|\]$/g, ""));
  if (bare) {
    const isPublic = !NOT_PUBLIC.has(classify(bare)?.kind);
    if (isPublic) return [hit("HFILTER_HELO_BAREIP", 3)];
    if (family(bare) === 6) return [between("HFILTER_HELO_BAREIP or HFILTER_HELO_BADIP", 3, 4.5)];
    return [hit("HFILTER_HELO_BADIP", 4.5)];
  }
  // Numbers that are no address look like one all the same.
  if (ehlo.kind === "literal" && /^\[\d+\.\d+\.\d+\.\d+\]$/.test(ehlo.text))
    return [between("HFILTER_HELO_BAREIP or HFILTER_HELO_BADIP", 3, 4.5)];
  if (ehlo.kind !== "name" && ehlo.kind !== "local-name") {
    return [between("HFILTER_HELO_5 or HFILTER_HELO_NOT_FQDN", 2, 3)];
  }
  if (ehloResolvesTo(ehlo, address)) return [];
  const { addresses } = ehlo;
  // Where one of its patterns hits the EHLO name, its addresses are not looked at.
  const generic = ehlo.name ? genericNames([ehlo.name], address).length > 0 : false;
  const points = generic ? perhaps : hit;
  if (addresses?.kind === "nxdomain")
    return [points("HFILTER_HELO_IP_A", 1), points("HFILTER_HELO_NORES_A_OR_MX", 0.3)];
  if (addresses?.kind === "nodata") {
    // An address of the other family or an MX record may exist.
    const elsewhere = of.heloElsewhere ? points : perhaps;
    const resolvesElsewhere = elsewhere("HFILTER_HELO_IP_A", 1);
    const there = besidesAddress(ehloElsewhere);
    if (there === "mx") return [resolvesElsewhere];
    return [resolvesElsewhere, (there === "none" ? points : perhaps)("HFILTER_HELO_NORES_A_OR_MX", 0.3)];
  }
  if (addresses?.kind === "answer") return of.heloElsewhere ? [points("HFILTER_HELO_IP_A", 1)] : [];
  return [perhaps("HFILTER_HELO_IP_A", 1), perhaps("HFILTER_HELO_NORES_A_OR_MX", 0.3)];
}

const adds = (e: Evidence): Text =>
  text`It adds ${symbolWords(e)}${e.perhaps?.length ? text`, and perhaps ${perhapsWords(e)}` : []}.${strict(e)}${about(e)}`;

const strict = (e: Evidence): Text =>
  e.perhaps?.includes(ONCE_RECEIVED)
    ? prose(" The 4 points for the word static or dynamic are for mail with a single Received line.")
    : [];

const about = (e: Evidence): Text => (e.ehlo?.length ? [...prose(" "), ...ehloRemark(e)] : withoutEhlo(e));

/** Debian 12's package, behind Postfix. */
const packaged: Receiver = edition({
  version: "3.4",
  read: "2026-11-22",
  rdnsNone: 1,
  trustsMta: true,
  heloElsewhere: false,
});

/** Rspamd with the scores it comes with. */
export const rspamd: Receiver = {
  ...edition({ version: "4.1.5", read: "2026-11-22", rdnsNone: 2, trustsMta: false, heloElsewhere: true }),
  variants: { "3.4 behind Postfix": packaged },
};
