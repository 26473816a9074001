import { defineSignal, type Evidence, type Exhibit, rfc, shell, temperror, unanswered } from "../define/signal.ts";
import type { ForwardLookup, Lookup } from "../facts/lookup.ts";
import { family } from "../net/address.ts";
import { prose, text } from "../net/safe-text.ts";

const WHO_CARES = prose(
  "Receivers behind a validating resolver, as many are, cannot confirm the name: for them the lookup fails. Google's, Cloudflare's and Quad9's public resolvers validate, too. Postfix (reject_unknown_client_hostname) defers with 450, others that require a confirmed name defer or refuse.",
);

/**
 * What DNSSEC makes of the way from the address to its name and back, by the word of our own resolver: AD is its voucher
 * (RFC 4035 section 3.2.3), SERVFAIL that turns into an answer with checking disabled its veto. The root, which is
 * signed, tells first whether it validates at all.
 */
export const reverseDnssec = defineSignal({
  id: "reverse-dnssec",
  group: "reverse",
  scopes: ["server"],
  title: "DNSSEC of PTR and address record",
  why: "Validating resolvers recognise forged answers for a signed zone. Where its signatures are broken they answer SERVFAIL, which is worse than no signatures.",
  references: [rfc(4035, "3.2.3"), rfc(4033, "5"), rfc(6840, "5.7")],
  needs: ["address", "reverse", "forward", "validation"],
  outcomes: {
    secure: {
      status: "pass",
      says: (e) => text`The PTR record and the address record of ${e.name} are signed, and the signatures are valid.`,
    },
    "secure-in-part": {
      status: "info",
      says: (e) =>
        text`Signed, with valid signatures: ${e.secure}. Not signed: ${e.insecure}. No receiver requires DNSSEC.`,
    },
    insecure: {
      status: "info",
      says: (e) =>
        text`Neither the PTR record nor the address record of ${e.name} is signed. No receiver requires DNSSEC.`,
    },
    "bogus-reverse": {
      status: "fail",
      says: (e) =>
        text`The PTR record of ${e.address} exists, but fails DNSSEC validation: validating resolvers answer SERVFAIL.`,
      fix: (e) => ({
        who: "address-owner",
        does: text`Ask the operator of the reverse zone of ${e.address} to re-sign it, or to have the DS record in the parent zone corrected or removed.`,
      }),
      whoCares: WHO_CARES,
    },
    "bogus-forward": {
      status: "fail",
      says: (e) =>
        text`The address record of ${e.bogus} exists, but fails DNSSEC validation: validating resolvers answer SERVFAIL, so the name is not forward-confirmed.`,
      fix: (e) => ({
        who: "forward-dns",
        does: text`Re-sign the zone of ${e.bogus}, or have the DS record corrected or removed at the domain's registrar.`,
      }),
      whoCares: WHO_CARES,
    },
    "bogus-in-part": {
      status: "warn",
      says: (e) => text`Of several PTR names, ${e.bogus} cannot be looked up: its zone fails DNSSEC validation.`,
      fix: (e) => ({
        who: "forward-dns",
        does: text`Re-sign the zone of ${e.bogus}, or have its DS record corrected or removed, or remove the PTR record that names it.`,
      }),
      whoCares: prose(
        "Receivers behind a validating resolver cannot confirm the name, if this is the one they check first.",
      ),
    },
    none: { status: "skipped", says: text`There is no PTR record to be signed.` },
    "not-validating": {
      status: "unknown",
      says: text`Our resolver does not validate DNSSEC, or its AD flag does not reach us. So we cannot say whether the records are signed.`,
    },
    temperror,
  },
  reproduce: (e) => {
    const ask = (flag: string, name: string) => `dig ${flag} -q ${shell(name)} -t ${typeOf(e)}`;
    const askBack = (flag: string) => (e.address ?? []).map((address) => `dig ${flag} -x ${shell(address)}`);
    return [
      ...askBack("+adflag"),
      ...(e.name ?? []).map((name) => ask("+adflag", name)),
      // With checking disabled, what failed validation shows: the difference is the proof.
      ...(e.reverse?.includes("bogus") ? askBack("+cdflag") : []),
      ...(e.bogus ?? []).map((name) => ask("+cdflag", name)),
    ];
  },
  judge({ address, reverse, forward, validation }) {
    const type = family(address) === 4 ? "A" : "AAAA";
    const common = { address: [address], type: [type] };
    if (isBogus(reverse)) {
      return {
        outcome: "bogus-reverse",
        evidence: { ...common, reverse: ["bogus"] },
        exhibit: table(reverse, forward),
      };
    }
    const open = (...lookups: Lookup<unknown>[]) => {
      const { outcome, evidence } = unanswered(...lookups);
      return { outcome, evidence: { ...evidence, ...common } };
    };
    if (reverse.kind === "failed") return open(reverse);
    if (reverse.kind !== "answer") return { outcome: "none", evidence: common };

    const inState = (state: State) =>
      forward.filter(({ addresses }) => stateOf(addresses) === state).map(({ name }) => name);
    const bogus = inState("bogus");
    const found = {
      evidence: {
        ...common,
        name: forward.map(({ name }) => name),
        ...(bogus.length > 0 ? { bogus } : {}),
      },
      exhibit: table(reverse, forward),
    };
    if (bogus.length > 0)
      return { outcome: bogus.length === forward.length ? "bogus-forward" : "bogus-in-part", ...found };
    const lookups = forward.map(({ addresses }) => addresses);
    if ([validation, ...lookups].some(({ kind }) => kind === "failed")) return open(validation, ...lookups);
    if (stateOf(validation) !== "secure") return { outcome: "not-validating", ...found };

    const questions = (state: State) =>
      [reverse, ...lookups].filter((each) => stateOf(each) === state).map((each) => `${each.name} ${each.type}`);
    const [secure, insecure] = [questions("secure"), questions("insecure")];
    if (insecure.length === 0) return { outcome: "secure", ...found };
    if (secure.length === 0) return { outcome: "insecure", ...found };
    return { outcome: "secure-in-part", ...found, evidence: { ...found.evidence, secure, insecure } };
  },
});

type State = "secure" | "insecure" | "bogus" | "unknown";

function stateOf(lookup: Lookup<unknown>): State {
  if (lookup.kind === "failed") return lookup.reason === "bogus" ? "bogus" : "unknown";
  return lookup.authenticated ? "secure" : "insecure";
}

const isBogus = (lookup: Lookup<unknown>): boolean => stateOf(lookup) === "bogus";

const typeOf = (e: Evidence): "A" | "AAAA" => (e.type?.[0] === "AAAA" ? "AAAA" : "A");

function table(reverse: Lookup<unknown>, forward: readonly ForwardLookup[]): Exhibit {
  const row = (lookup: Lookup<unknown>) => [`${lookup.name} ${lookup.type}`, stateOf(lookup)];
  return {
    kind: "table",
    columns: ["question", "DNSSEC"],
    rows: [row(reverse), ...forward.map(({ addresses }) => row(addresses))],
  };
}
