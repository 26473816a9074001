import { isAnswer, type ReportedLookup, type ReportedSession } from "../../report/report.ts";
import type { PresentedReport } from "../presented.ts";

/** What was observed: the values, or that there was no answer, in words. */
interface Fact {
  readonly values: readonly string[];
  readonly silent: boolean;
}
export type Facts = ReadonlyMap<string, Fact>;

/** What a report observed, as questions and their answers: DNS by name and type, whomever was asked; SMTP by address. */
export function factsOf({ lookups, sessions }: Pick<PresentedReport, "lookups" | "sessions">): Facts {
  return new Map([...dnsFacts(lookups), ...sessions.flatMap(smtpFacts)]);
}

function dnsFacts(lookups: readonly ReportedLookup[]): [string, Fact][] {
  const questions = Map.groupBy(lookups, ({ name, type }) => `${name} ${type}`);
  return [...questions].map(([question, answers]) => [question, answersOf(answers)]);
}

/** What the servers said, each thing once. One that was silent changes nothing where another one answered. */
function answersOf(lookups: readonly ReportedLookup[]): Fact {
  const answered = lookups.filter(isAnswer);
  const silent = answered.length === 0;
  const values = (silent ? lookups : answered).flatMap(({ records, rcode }) =>
    records.length > 0 ? records : [withoutRecords(rcode)],
  );
  return { values: [...new Set(values)], silent };
}

export const NO_RECORD = "no such record";

function withoutRecords(rcode: string): string {
  if (rcode === "NOERROR") return NO_RECORD;
  return rcode === "NXDOMAIN" ? "no such name" : `no answer (${rcode})`;
}

/** Those that say something about the server; the others say that we do not know. */
const TELLING: ReadonlySet<ReportedSession["connection"]> = new Set(["open", "closed", "refused", "not-smtp"]);

/** What does not change by itself: a greeting line has the time of day in it, its name has not. */
function smtpFacts(session: ReportedSession): [string, Fact][] {
  const { address, connection, greetingName, greetingWord, ehloName, ehloWord, tls } = session;
  const at = (what: string, values: readonly (string | undefined)[], silent = false): [string, Fact] => [
    `${address} ${what}`,
    { values: values.filter((value) => value !== undefined), silent },
  ];
  const isOpen = connection === "open";
  const certificate = tls.kind === "established" ? tls.certificate : undefined;
  return [
    at("port 25", [connection.replaceAll("-", " ")], !TELLING.has(connection)),
    ...(isOpen ? [at("greeting name", [greetingName ?? greetingWord]), at("EHLO name", [ehloName ?? ehloWord])] : []),
    ...(isOpen ? [at("encryption", [encryptionOf(tls)], tls.kind === "not-reached")] : []),
    ...(certificate
      ? [
          at("certificate names", [...certificate.dnsNames, ...certificate.ipAddresses]),
          at("certificate issuer", [certificate.issuer]),
          at("certificate valid until", [new Date(certificate.notAfter).toISOString().slice(0, 10)]),
          at("certificate fingerprint", [certificate.fingerprint]),
        ]
      : []),
  ];
}

const encryptionOf = (tls: ReportedSession["tls"]): string =>
  tls.kind === "established" ? tls.protocol : tls.kind.replaceAll("-", " ");
