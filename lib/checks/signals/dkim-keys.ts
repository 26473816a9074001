import {
  defineSignal,
  type Evidence,
  type Exhibit,
  type Fix,
  type Outcome,
  rfc,
  temperror,
  unanswered,
} from "../define/signal.ts";
import type { DkimKeys } from "../facts/dkim.ts";
import { recordsOf } from "../facts/lookup.ts";
import { repairKey } from "../formats/dkim/dkim-repair.ts";
import { keyWords, problemWords, stateWords } from "../formats/dkim/dkim-words.ts";
import { looksLikeKey, parseKeyRecord } from "../formats/dkim/key-record.ts";
import { type FoundSelector, readSelectors, type SelectorState } from "../formats/dkim/selector-state.ts";
import { sendsNothing } from "../formats/spf/sends-nothing.ts";
import { senderEvidence } from "../formats/spf/spf-evidence.ts";
import { readable } from "../net/octets.ts";
import { count, prose, type Text, text } from "../net/safe-text.ts";
import { digFor } from "../words/commands.ts";
import { aliasBeside, aliasEvidence, besideAlias, putAt, shown as shownRecords } from "../words/published.ts";
import { domainWords, noDomain, withoutDomain } from "../words/sending-domain-words.ts";

const UNSIGNED = prose(
  "Signatures under this selector do not verify, so mail depends on SPF alone. Gmail (550 5.7.26) and Yahoo (550 5.7.9) refuse mail that passes neither. From bulk senders Gmail requires both, and answers 5.7.30 where DKIM is missing.",
);

const owner = (e: Evidence, selector = e.selector?.[0]) => `${selector}._domainkey.${e.domain?.[0]}`;
const replaceKey = (e: Evidence): Fix =>
  e.alias?.[0]
    ? putAt(e, owner(e), [])
    : {
        who: "sender-dns",
        does: text`Create a 2048-bit RSA key, publish it under a new selector, sign with it, and remove the old record a week later.`,
      };

const missing: Omit<Outcome, "status"> = {
  says: (e) =>
    text`No DKIM key is published under ${e.selector}, the selector you entered, for ${domainWords(e)}.${e.doubled?.[0] ? text` The record stands at ${`${owner(e)}.${e.domain?.[0]}`}, where no receiver looks: the domain is appended twice.` : []}`,
  fix: (e) => {
    const at = owner(e);
    const value = e.moved?.[0];
    if (e.doubled?.[0])
      return putAt(
        e,
        at,
        text`Move the record to ${at}. In panels that append the domain, enter only ${`${e.selector?.[0]}._domainkey`} as the name.`,
        value,
      );
    return putAt(
      e,
      at,
      e.origin?.[0] === "ptr"
        ? text`If the server signs for another domain (${"d="} in its signatures), give that domain in the options. Otherwise publish the public key at ${at}.`
        : text`Publish the public key at ${at}: the mail software that created the key shows it.`,
      undefined,
    );
  },
  whoCares: UNSIGNED,
};

const dangling: Omit<Outcome, "status"> = {
  says: (e) =>
    text`${owner(e)} is an alias (CNAME) to ${e.alias}, which ${prose(e.aliasEnds?.[0] === "nxdomain" ? "does not exist" : "holds no key")}. So no key is published under ${e.selector}.`,
  fix: (e) => putAt(e, owner(e), text`Publish the public key at ${owner(e)}.`),
  whoCares: UNSIGNED,
};

const weak = (e: Evidence): Text =>
  text`The DKIM key under ${e.selector} has only ${count(Number(e.bits?.[0]), "bit")}. Verifiers must not accept keys of less than 1024 bits (RFC 8301).`;

const found = (e: Evidence): Text => text`DKIM keys of ${domainWords(e)} are published under ${e.selector}`;

/** The DKIM keys under the selectors given, or else under those that platforms use. */
export const dkimKeys = defineSignal({
  id: "dkim-keys",
  group: "authentication",
  scopes: ["domain"],
  title: "DKIM keys",
  why: "A DKIM signature proves that a domain takes responsibility for a message, and that what it covers was not changed. Receivers find the key for it in the domain's DNS.",
  references: [rfc(6376, "3.6.1"), rfc(8301, "3"), rfc(8463, "4")],
  needs: ["sender", "dkim", "spfRecord"],
  outcomes: {
    found: { status: "pass", says: (e) => text`${found(e)}, of 2048 bits or more.` },
    "ed25519-only": {
      status: "info",
      says: (e) =>
        text`${found(e)}, all of them Ed25519. Verifiers without RFC 8463 ignore such signatures, so sign with an RSA key as well.`,
    },
    testing: {
      status: "info",
      says: (e) =>
        text`The DKIM key under ${e.selector} says ${"t=y"}: the domain is testing. By RFC 6376 receivers then treat signed mail like unsigned mail. Remove the flag when the test is over.`,
    },
    short: {
      status: "warn",
      says: (e) =>
        text`The DKIM key under ${e.selector} has ${count(Number(e.bits?.[0]), "bit")}. It is still accepted; RFC 8301 recommends 2048.`,
      fix: replaceKey,
      whoCares: prose(
        "No receiver we know of rejects such a signature: RFC 8301 requires verifiers to support it. The risk is that a well-equipped attacker computes the private key and signs as you.",
      ),
    },
    "bare-key": {
      status: "warn",
      says: (e) =>
        text`The key under ${e.selector} is a bare RSAPublicKey (PKCS #1), not the usual SubjectPublicKeyInfo. Some verifiers cannot read it.`,
      fix: (e) =>
        putAt(
          e,
          owner(e),
          text`Publish the key as SubjectPublicKeyInfo, as ${"openssl rsa -in private.pem -pubout"} prints it between the BEGIN and END lines.`,
        ),
      whoCares: prose(
        "Signatures fail at verifiers that pass the key to OpenSSL unchanged, such as Mail::DKIM and OpenDKIM. dkimpy reads it.",
      ),
    },
    "version-late": {
      status: "info",
      says: (e) =>
        text`The DKIM record under ${e.selector} has ${"v=DKIM1"} after another tag. RFC 6376 requires it first; the verifiers we tested read the record anyway.`,
    },
    "alias-beside": besideAlias,
    "alias-dangling": { status: "fail", ...dangling },
    "inferred-alias-dangling": { status: "warn", ...dangling },
    "all-revoked": {
      status: "pass",
      says: (e) =>
        text`Every selector of ${domainWords(e)} holds a revoked key, so no signature for it can pass. A domain that signs no mail publishes that.`,
    },
    "not-needed": {
      status: "info",
      says: (e) =>
        text`${domainWords(e)} publishes in SPF that it sends no mail, and no DKIM key was found. It needs none.`,
    },
    weak: { status: "fail", says: weak, fix: replaceKey, whoCares: UNSIGNED },
    "found-weak": {
      status: "warn",
      says: (e) => text`${weak(e)} If nothing signs with it any more, remove it: others could forge signatures.`,
      fix: replaceKey,
      whoCares: prose("Verifiers that follow RFC 8301 fail signatures made with such a key."),
    },
    missing: { status: "fail", ...missing },
    "inferred-missing": { status: "warn", ...missing },
    revoked: {
      status: "fail",
      says: (e) => text`The DKIM key under ${e.selector} is revoked: ${"p="} in its record is empty.`,
      fix: (e) =>
        putAt(
          e,
          owner(e),
          text`Sign with a selector that is in use, or replace the record at ${owner(e)} with the public key.`,
        ),
      whoCares: UNSIGNED,
    },
    unusable: {
      status: "fail",
      says: (e) =>
        text`The DKIM record under ${e.selector} cannot be used: ${problemWords(e.problem?.[0])}.${e.backslash?.length ? " The backslashes ended up in the record: they belong only in zone files." : ""}`,
      fix: (e) =>
        putAt(
          e,
          owner(e),
          e.proposed?.[0]
            ? text`Replace the record at ${owner(e)} with this one: the same key in valid syntax.`
            : text`Replace the record at ${owner(e)} with the one the mail software shows, exactly.`,
          e.proposed?.[0],
        ),
      whoCares: UNSIGNED,
    },
    several: {
      status: "fail",
      says: (e) =>
        text`There is more than one TXT record under ${e.selector}. The result is undefined (RFC 6376, section 3.6.2.2).`,
      fix: (e) =>
        putAt(
          e,
          owner(e),
          text`Keep one record at ${owner(e)}: that of the key in use. A long key is one record of several strings.`,
        ),
      whoCares: UNSIGNED,
    },
    "found-several": {
      status: "warn",
      says: (e) =>
        text`There is more than one TXT record under ${e.selector}. The result is undefined (RFC 6376, section 3.6.2.2).`,
      fix: (e) =>
        putAt(
          e,
          owner(e),
          text`Keep one record at ${owner(e)}: that of the key in use. A long key is one record of several strings.`,
        ),
      whoCares: prose("Signatures with this selector fail at verifiers that get the wrong key first."),
    },
    "none-usable": {
      status: "info",
      says: (e) =>
        text`What is published for ${domainWords(e)} under ${e.selector} cannot be used: it is revoked or not valid. There may be a key under a selector we did not try. Enter the one you use in the options (${"s="} in a DKIM-Signature header).`,
    },
    "none-found": {
      status: "info",
      says: (e) =>
        text`None of the ${count(Number(e.tried?.[0] ?? 0), "selector")} we tried has a DKIM key of ${domainWords(e)}. That does not mean there is none: selectors cannot be listed. Enter the one you use in the options (${"s="} in a DKIM-Signature header).`,
    },
    wildcard: {
      status: "info",
      says: (e) =>
        text`Every selector of ${domainWords(e)} gets the same answer (a wildcard record), so a key cannot be found by trying. Enter the selector you use in the options (${"s="} in a DKIM-Signature header).`,
    },
    "no-domain": noDomain,
    temperror,
  },
  reproduce: (e) =>
    e.domain?.[0] ? (e.selector ?? []).slice(0, 3).flatMap((selector) => digFor("TXT", owner(e, selector))) : [],
  judge({ sender, dkim, spfRecord }) {
    if (sender.domain === undefined) return withoutDomain(sender);
    if (!dkim) return unanswered();
    const named = dkim.selectors.filter(({ given }) => given);
    const asked =
      named.length > 0
        ? named.map(({ lookup }) => lookup)
        : [dkim.control, ...dkim.selectors.map(({ lookup }) => lookup)];
    // A question without an answer may hide a key that weighs more than those seen.
    const open = asked.filter(({ kind }) => kind === "failed");
    const selectors = readSelectors(dkim);
    const shown = selectors.filter(({ given, state }) => given || (state !== "missing" && state !== "failed"));
    const exhibit = table(shown);
    if (open.length > 0) return { ...unanswered(...open.slice(0, 3)), ...(shown.length > 0 ? { exhibit } : {}) };

    const evidence: Evidence = { ...senderEvidence(sender), tried: [String(selectors.length)] };
    const about = (these: readonly FoundSelector[]) => ({
      evidence: {
        ...evidence,
        selector: these.map(({ selector }) => selector),
        bits: these.flatMap(({ record }) => (record?.key?.type === "rsa" ? [String(record.key.bits)] : [])),
        problem: these.flatMap(({ record }) => record?.problems ?? []),
        note: these.flatMap(({ record }) => record?.note ?? []).map(readable),
        ...detailsOf(dkim, these[0]),
      },
      exhibit,
    });
    const judged = shown.filter(({ given }) => given || named.length === 0);
    const those = (...states: SelectorState[]) => judged.filter(({ state }) => states.includes(state));

    if (named.length > 0) {
      const inferred = sender.origin === "ptr";
      // The one that can be explained first: it also is the one that the evidence is about.
      const absent = those("missing").toSorted((a, b) => Number(isAliased(dkim, b)) - Number(isAliased(dkim, a)));
      if (absent[0] && isAliased(dkim, absent[0]))
        return { outcome: inferred ? "inferred-alias-dangling" : "alias-dangling", ...about(absent.slice(0, 1)) };
      if (absent.length > 0) return { outcome: inferred ? "inferred-missing" : "missing", ...about(absent) };
      const beside = dkim.selectors.find(({ lookup, alias }) => aliasBeside(lookup, alias));
      if (beside) {
        const found = { at: [beside.lookup.name], alias: [aliasBeside(beside.lookup, beside.alias) ?? ""] };
        return { outcome: "alias-beside", evidence: { ...evidence, selector: [beside.selector], ...found }, exhibit };
      }
      for (const state of ["unusable", "several", "revoked", "weak"] as const) {
        if (those(state).length > 0) return { outcome: state, ...about(those(state)) };
      }
    }
    if (judged.length === 0) {
      if (isRevoked(dkim)) return { outcome: "all-revoked", evidence };
      const silent = sendsNothing(spfRecord);
      if (typeof silent === "object") return unanswered(silent);
      if (silent) return { outcome: "not-needed", evidence };
      return { outcome: dkim.control.kind === "answer" ? "wildcard" : "none-found", evidence };
    }
    if (named.length === 0 && those("several").length > 0)
      return { outcome: "found-several", ...about(those("several")) };
    const usable = those("strong", "ed25519", "short", "bare", "weak");
    if (usable.length === 0) return { outcome: "none-usable", ...about(judged) };
    if (those("weak").length > 0) return { outcome: "found-weak", ...about(those("weak")) };
    const testing = usable.filter(({ record }) => record?.testing);
    if (those("bare").length > 0) return { outcome: "bare-key", ...about(those("bare")) };
    if (those("short").length > 0) return { outcome: "short", ...about(those("short")) };
    if (testing.length > 0) return { outcome: "testing", ...about(testing) };
    const late = usable.filter(({ record }) => record?.versionLate);
    if (late.length > 0) return { outcome: "version-late", ...about(late) };
    return { outcome: those("strong").length > 0 ? "found" : "ed25519-only", ...about(usable) };
  },
});

const selectorOf = (dkim: DkimKeys, found: FoundSelector | undefined) =>
  dkim.selectors.find(({ selector }) => selector === found?.selector);

/** Whether nothing is found at the end of an alias. */
function isAliased(dkim: DkimKeys, found: FoundSelector): boolean {
  const lookup = selectorOf(dkim, found)?.lookup;
  return lookup !== undefined && lookup.kind !== "failed" && lookup.aliases.length > 0;
}

/** What a fix needs to know of the selector it is about: its alias, the record as it should be, the one astray. */
function detailsOf(dkim: DkimKeys, found: FoundSelector | undefined): Evidence {
  const selector = selectorOf(dkim, found);
  if (!selector) return {};
  const { lookup, doubled } = selector;
  const astray = doubled && doubled.kind !== "failed" ? recordsOf(doubled).filter(looksLikeKey) : [];
  const proposed = found?.state === "unusable" ? repairKey(found.record?.text ?? "") : undefined;
  return {
    ...aliasEvidence(lookup),
    ...(lookup.kind === "answer" ? { record: shownRecords(lookup.records) } : {}),
    ...(proposed ? { proposed: [proposed] } : {}),
    ...(found?.state === "unusable" && found.record?.text.includes("\\;") ? { backslash: ["\\"] } : {}),
    ...(astray[0] === undefined ? {} : { doubled: shownRecords(astray), moved: [repairKey(astray[0]) ?? astray[0]] }),
  };
}

/** Whether a selector that nobody has holds a revoked key: a wildcard that takes every signature its force. */
const isRevoked = ({ control }: DkimKeys): boolean => {
  const keys = control.kind === "answer" ? control.records.filter(looksLikeKey) : [];
  return keys.length > 0 && keys.every((key) => parseKeyRecord(key).revoked);
};

const table = (found: readonly FoundSelector[]): Exhibit => ({
  kind: "table",
  columns: ["Selector", "Key", "State", "Alias for"],
  rows: found.map((each) => [each.selector, keyWords(each.record), stateWords(each), each.leadsTo ?? ""]),
});
