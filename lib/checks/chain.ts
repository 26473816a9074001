import { certificateNames, relateCertificate } from "./certificate-names.ts";
import type { SmtpSession } from "./facts/smtp.ts";
import type { SpfEvaluation } from "./facts/spf.ts";
import { type DomainName, relate } from "./name.ts";
import type { Chain, ChainPoint, Relation } from "./report.ts";
import type { FactSource } from "./subject.ts";

/** As many names and addresses as a drawing can hold. */
const SHOWN = 3;

/**
 * The identity chain as data: address → PTR names → where they lead → the way back, and what hangs on the name. It
 * states relations; whether one matters is for the signals to judge.
 */
export async function chainOf(subject: string, facts: FactSource): Promise<Chain> {
  const [address, reverse, forward, smtp, spf] = await Promise.all([
    facts("address"),
    facts("reverse"),
    facts("forward"),
    facts("smtp"),
    facts("spf"),
  ]);
  const leadsBack = (entry: (typeof forward)[number]) =>
    entry.addresses.kind === "answer" && entry.addresses.records.includes(address);
  const ordered = forward.toSorted((a, b) => Number(leadsBack(b)) - Number(leadsBack(a)));
  const names: ChainPoint[] = ordered.slice(0, SHOWN).map((entry) => ({
    label: entry.name,
    relation: leadsBack(entry) ? "same" : entry.addresses.kind === "failed" ? "unknown" : "unrelated",
  }));
  const [first, ...others] = ordered;
  // A name whose own address could not be looked up might be the one that leads back, and then be the first.
  const maybeFirst = first && !leadsBack(first) ? others.filter(({ addresses: a }) => a.kind === "failed") : [];
  const addresses: ChainPoint[] =
    first?.addresses.kind === "answer"
      ? first.addresses.records
          .toSorted((a, b) => Number(b === address) - Number(a === address))
          .slice(0, SHOWN)
          .map((record) => ({ label: record, relation: record === address ? "same" : "unrelated" }))
      : [];
  return {
    subject,
    address,
    names: names.length > 0 ? names : [{ label: "", relation: reverse.kind === "failed" ? "unknown" : "missing" }],
    addresses,
    back: wayBack(
      reverse.kind,
      ordered.map(leadsBack),
      forward.some(({ addresses: a }) => a.kind === "failed"),
    ),
    hangers: [
      ...agreed([first, ...maybeFirst].map((entry) => hangers(entry?.name, smtp))),
      ...(spf ? [{ label: "spf", relation: spfRelation(spf), detail: spf.result }] : []),
    ],
  };
}

function wayBack(reverse: string, back: readonly boolean[], anyFailed: boolean): Relation {
  if (reverse === "failed") return "unknown";
  if (back.includes(true)) return "same";
  if (back.length === 0) return "missing";
  return anyFailed ? "unknown" : "unrelated";
}

function hangers(name: DomainName | undefined, smtp: SmtpSession): ChainPoint[] {
  const said = (label: string, word: string | undefined, parsed: DomainName | undefined): ChainPoint => ({
    label,
    relation: relation(name, word, parsed),
    ...(word ? { detail: word } : {}),
  });
  return [
    said("greeting", smtp.masked ? undefined : smtp.greetingWord, smtp.greetingName),
    said("ehlo", smtp.ehloWord, smtp.ehloName),
    certificate(name, smtp),
  ];
}

/** What hangs on the name, as far as it is the same whichever name it hangs on. */
function agreed([first = [], ...others]: readonly (readonly ChainPoint[])[]): readonly ChainPoint[] {
  return first.map((point, i) =>
    others.every((points) => points[i]?.relation === point.relation) ? point : { ...point, relation: "unknown" },
  );
}

function relation(name: DomainName | undefined, word: string | undefined, parsed: DomainName | undefined): Relation {
  if (!word || !name) return "unknown";
  return parsed ? relate(name, parsed) : "unrelated";
}

/** What the sending domain says of the address, in the chain's words; the result itself is the detail. */
function spfRelation({ result, unsettled }: SpfEvaluation): Relation {
  if (result === "temperror" || unsettled.length > 0) return "unknown";
  if (result === "pass") return "same";
  return result === "none" ? "missing" : "unrelated";
}

/** How the certificate's names relate to the PTR name. */
function certificate(name: DomainName | undefined, smtp: SmtpSession): ChainPoint {
  const label = "certificate";
  if (smtp.tls.kind === "not-offered") return { label, relation: "missing" };
  const sent = smtp.tls.kind === "established" ? smtp.tls.certificate : undefined;
  if (!sent || !name) return { label, relation: "unknown" };
  const names = certificateNames(sent);
  const relation = relateCertificate(names, name);
  if (relation === "exact" || relation === "wildcard") return { label, relation: "same", detail: name };
  return { label, relation, detail: names[0] ?? sent.subject };
}
