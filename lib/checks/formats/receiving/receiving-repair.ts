import { asTyped } from "../../net/octets.ts";
import { isStsRecord, stsId } from "./mta-sts.ts";
import { isTlsReporting, reportTargets } from "./tls-reporting.ts";

/** What misspelt MTA-STS and TLS-RPT records were meant to be. Pure, and linear in the length of the text. */

/** Longer texts were never meant as one. */
const MAX = 4000;

/** Whether a TXT record that is none was meant as an MTA-STS record. */
export const isNearlySts = (text: string): boolean =>
  !isStsRecord(text) && /^(?:v ?[=:]? ?)?(?:mta-?)?sts ?v?1?\b|^id ?[=:]/i.test(asTyped(text.slice(0, 100)));

/** The record with its id kept, without what an id may not have; undefined where there is no id. */
export function repairSts(text: string): string | undefined {
  if (text.length > MAX) return undefined;
  const id = /(?:^|[\s;,])id ?[=:] ?([^\s;,]+)/i
    .exec(asTyped(text))?.[1]
    ?.replace(/[^a-z0-9]/gi, "")
    .slice(0, 32);
  const record = `v=STSv1; id=${id}`;
  return id && stsId(record) ? record : undefined;
}

/** Whether a TXT record that is none was meant as a TLS-RPT record. */
export const isNearlyTlsReporting = (text: string): boolean =>
  !isTlsReporting(text) && /^(?:v ?[=:]? ?)?tls-?rpt|^rua ?[=:]/i.test(asTyped(text.slice(0, 100)));

/** One record with every report address that one of these names; undefined where there is none. */
export function repairTlsReporting(texts: readonly string[]): string | undefined {
  const targets = texts.filter(({ length }) => length <= MAX).flatMap(targetsOf);
  const record = `v=TLSRPTv1; rua=${[...new Set(targets)].join(",")}`;
  return targets.length > 0 && reportTargets(record).unusable.length === 0 ? record : undefined;
}

function targetsOf(text: string): string[] {
  const written = /(?:^|[\s;,]|1)rua ?[=:] ?(.*)$/i.exec(asTyped(text))?.[1] ?? "";
  return written.split(/[\s,;]+/).flatMap((each) => {
    if (/^https:\/\//i.test(each)) return [each];
    const address = each.replace(/^(?:rua ?[=:])?(?:mail-?to)?[:=]?(?:\/\/)?/i, "");
    return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address) ? [`mailto:${address}`] : [];
  });
}
