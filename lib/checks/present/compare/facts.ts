import type { ReportedLookup, ReportedSession } from "../../report/report.ts";
import type { PresentedReport } from "../presented.ts";

type Facts = ReadonlyMap<string, readonly string[]>;

/** What a report observed, as questions and their answers: DNS by name and type, whomever was asked; SMTP by address. */
export function factsOf({ lookups, sessions }: Pick<PresentedReport, "lookups" | "sessions">): Facts {
  return new Map([...dnsFacts(lookups), ...sessions.flatMap(smtpFacts)]);
}

function dnsFacts(lookups: readonly ReportedLookup[]): [string, readonly string[]][] {
  const questions = Map.groupBy(lookups, ({ name, type }) => `${name} ${type}`);
  return [...questions].map(([question, answers]) => [question, answersOf(answers)]);
}

/** What the servers said, each thing once. One that was silent changes nothing where another one answered. */
function answersOf(lookups: readonly ReportedLookup[]): readonly string[] {
  const answered = lookups.filter(({ rcode }) => ANSWERS.has(rcode));
  const heard = answered.length > 0 ? answered : lookups;
  return [...new Set(heard.flatMap(({ records, rcode }) => (records.length > 0 ? records : [withoutRecords(rcode)])))];
}

const ANSWERS = new Set(["NOERROR", "NXDOMAIN"]);
function withoutRecords(rcode: string): string {
  if (rcode === "NOERROR") return "no such record";
  return rcode === "NXDOMAIN" ? "no such name" : `no answer (${rcode})`;
}

/** What does not change by itself: a greeting line has the time of day in it, its name has not. */
function smtpFacts(session: ReportedSession): [string, readonly string[]][] {
  const { address, connection, greetingName, greetingWord, ehloName, ehloWord, tls } = session;
  const at = (what: string, values: readonly (string | undefined)[]): [string, readonly string[]] => [
    `${address} ${what}`,
    values.filter((value) => value !== undefined),
  ];
  const heard = connection === "open";
  const certificate = tls.kind === "established" ? tls.certificate : undefined;
  return [
    at("port 25", [connection.replaceAll("-", " ")]),
    ...(heard ? [at("greeting name", [greetingName ?? greetingWord]), at("EHLO name", [ehloName ?? ehloWord])] : []),
    ...(heard ? [at("encryption", [tls.kind === "established" ? tls.protocol : tls.kind.replaceAll("-", " ")])] : []),
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
