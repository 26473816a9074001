import type { Scope, Status } from "../define/signal.ts";
import type { PresentedReport, PresentedVerdict } from "./presented.ts";
import { refusedBy } from "./who-refuses.ts";

/** What one question about one address came to. */
export interface ServerCell {
  /** `not-asked`: this address was not asked that; nothing is said of it. */
  readonly status: Status | "not-asked";
  /** What was seen, in the world's own words. */
  readonly values: readonly string[];
  /** The same in ours, where there is no value or it needs a word. */
  readonly says?: string;
}

/** One address of a host or domain: who it says it is, question by question. */
export interface ServerLine {
  readonly subject: string;
  readonly address: string;
  /** The host name it was found under. */
  readonly name?: string;
  readonly scope: Scope;
  readonly ptr: ServerCell;
  readonly forward: ServerCell;
  readonly ehlo: ServerCell;
  readonly certificate: ServerCell;
  /** The worst verdict about it, and its title where it is none to be content with. */
  readonly status: Status;
  readonly worst?: string;
  /** The mailbox providers that refuse mail from it, as a sentence names them. */
  readonly refusedBy?: string;
}

const SEVERITY: readonly Status[] = ["fail", "warn", "unknown", "pass", "info", "skipped"];

/** The addresses of a host or domain, one line each, the worst first. */
export function serverLines({
  subjects,
  verdicts,
  receivers,
}: Pick<PresentedReport, "subjects" | "verdicts" | "receivers">): ServerLine[] {
  const lines = subjects.flatMap(({ id, address, name, scope }): ServerLine[] => {
    if (!address) return [];
    const own = verdicts.filter((verdict) => verdict.subject === id && !saysOfAnother(verdict, subjects));
    const [worst] = own.toSorted(bySeverity);
    const about = (signal: string) => own.find((verdict) => verdict.signal === signal);
    const refusers = refusedBy(receivers, id);
    return [
      {
        subject: id,
        address,
        ...(name ? { name } : {}),
        scope,
        ptr: ptrCell(about("reverse-dns"), own),
        forward: cell(about("fcrdns"), "confirmed", FORWARD),
        ehlo: cell(about("ehlo-name") ?? about("greeting-name"), about("ehlo-name") ? "ehlo" : "greeting", HEARD),
        certificate: certificateCell(about("certificate-name"), about("certificate-trust")),
        status: worst?.status ?? "unknown",
        ...(worst && BAD.includes(worst.status) ? { worst: worst.title } : {}),
        ...(refusers ? { refusedBy: refusers } : {}),
      },
    ];
  });
  return [...Map.groupBy(lines, ({ address, scope }) => `${address} ${ONE_ROW.includes(scope) ? "mail" : scope}`)]
    .flatMap(([, [first, ...others]]) => (first ? [others.reduce(together, first)] : []))
    .toSorted(bySeverity);
}

/** An MX host is looked at as what receives, and judged as a sender: that is one server. */
const ONE_ROW: readonly Scope[] = ["receiver", "sender"];

function together(one: ServerLine, other: ServerLine): ServerLine {
  const worse = bySeverity(other, one) < 0 ? other : one;
  const refusers = one.refusedBy ?? other.refusedBy;
  return {
    ...one,
    ptr: worseOf(one.ptr, other.ptr),
    forward: worseOf(one.forward, other.forward),
    ehlo: worseOf(one.ehlo, other.ehlo),
    certificate: worseOf(one.certificate, other.certificate),
    status: worse.status,
    ...(worse.worst ? { worst: worse.worst } : {}),
    ...(refusers ? { refusedBy: refusers } : {}),
  };
}

function worseOf(one: ServerCell, other: ServerCell): ServerCell {
  if (one.status === "not-asked" || other.status === "not-asked") return one.status === "not-asked" ? other : one;
  return SEVERITY.indexOf(other.status) < SEVERITY.indexOf(one.status) ? other : one;
}

/** What an IPv6 sibling lacks is said in that one's own line. */
const saysOfAnother = ({ signal, evidence }: PresentedVerdict, subjects: PresentedReport["subjects"]): boolean =>
  signal === "ipv6-parity" && subjects.some(({ address }) => address && evidence.sibling?.includes(address));

const BAD: readonly Status[] = ["fail", "warn", "unknown"];
const bySeverity = (one: { status: Status }, other: { status: Status }): number =>
  SEVERITY.indexOf(one.status) - SEVERITY.indexOf(other.status);

const NOT_ASKED: ServerCell = { status: "not-asked", values: [] };
const FORWARD: Readonly<Record<Status, string>> = {
  pass: "resolves back",
  fail: "not confirmed",
  warn: "not confirmed",
  info: "confirmed",
  skipped: "no name to resolve",
  unknown: "not known",
};
const HEARD: Readonly<Record<Status, string>> = {
  pass: "in order",
  fail: "at fault",
  warn: "at fault",
  info: "another name",
  skipped: "nothing to compare",
  unknown: "not known",
};

/** The PTR names; of an address that was not asked for them, those that another verdict speaks of. */
function ptrCell(verdict: PresentedVerdict | undefined, own: readonly PresentedVerdict[]): ServerCell {
  if (!verdict) {
    const seen = own.find(({ evidence }) => evidence.ptr?.length)?.evidence.ptr;
    return seen ? { status: "pass", values: seen } : NOT_ASKED;
  }
  const values = verdict.evidence.ptr ?? [];
  const none = verdict.status === "unknown" ? "not known" : "none";
  return { status: verdict.status, values, ...(values.length === 0 ? { says: none } : {}) };
}

function cell(verdict: PresentedVerdict | undefined, key: string, words: Readonly<Record<Status, string>>): ServerCell {
  if (!verdict) return NOT_ASKED;
  const values =
    key === "confirmed"
      ? verdict.status === "fail"
        ? (verdict.evidence.addresses ?? [])
        : []
      : (verdict.evidence[key] ?? []);
  return { status: verdict.status, values, ...(values.length === 0 ? { says: words[verdict.status] } : {}) };
}

/** The worse of what its names and its chain came to. */
function certificateCell(names: PresentedVerdict | undefined, trust: PresentedVerdict | undefined): ServerCell {
  const [worst] = [names, trust].filter((verdict) => verdict !== undefined).toSorted(bySeverity);
  return worst ? { status: worst.status, values: [], says: CERTIFICATE[worst.status] } : NOT_ASKED;
}
const CERTIFICATE: Readonly<Record<Status, string>> = {
  pass: "valid",
  fail: "at fault",
  warn: "at fault",
  info: "see below",
  skipped: "none shown",
  unknown: "not known",
};
