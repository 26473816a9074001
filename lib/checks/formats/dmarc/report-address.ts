import { type DomainName, isHostname, parseName } from "../../net/domain-name.ts";
import { trim } from "../tag-list.ts";

/** One place that reports are to be sent to. */
export interface ReportAddress {
  /** As published, without the size limit that RFC 7489 had. */
  readonly uri: string;
  /** The destination host (RFC 9990 section 4). */
  readonly host: DomainName;
}

const MAX_ADDRESSES = 100;

/** Reads the value of `rua` or `ruf`: mailto and https URIs between commas (RFC 9989 section 4.8). */
export function parseReportAddresses(value: string | undefined): { valid: ReportAddress[]; invalid: string[] } {
  const [valid, invalid]: [ReportAddress[], string[]] = [[], []];
  if (value === undefined) return { valid, invalid };
  for (const piece of value.split(",", MAX_ADDRESSES)) {
    const written = trim(piece);
    const host = hostOf(written);
    if (host) valid.push({ uri: written.replace(/![0-9]{1,12}[kmgt]?$/i, ""), host });
    else invalid.push(written);
  }
  return { valid, invalid };
}

/** The host of a `mailto:` or `https:` URI. Reporters ignore every other scheme. */
function hostOf(uri: string): DomainName | undefined {
  const [, scheme, rest] = /^(mailto|https):(.{1,1000})$/i.exec(uri) ?? [];
  if (!scheme || !rest) return undefined;
  const authority =
    scheme.toLowerCase() === "mailto"
      ? /^[^@\s?]{1,256}@([^@?!\s]{1,255})/.exec(rest)?.[1]
      : /^\/\/([^/?#:@\s!]{1,255})/.exec(rest)?.[1];
  const host = authority === undefined ? undefined : parseName(authority);
  return host && isHostname(host) ? host : undefined;
}
