import { type DomainName, type IpAddress, parseAddress } from "../../checks/view.ts";
import { addressesIn, fullName, publicName } from "../values.ts";

/** What the receiver recorded of its own checks. */
export interface Saw {
  readonly spf?: string;
  readonly dkim?: string;
  readonly dmarc?: string;
  readonly iprev?: string;
  /** The reverse name it found; `none` where it says there was none. */
  readonly ptr?: string;
  readonly helo?: string;
  readonly address?: IpAddress;
  /** The domains that SPF, DKIM and DMARC were about. */
  readonly mailFrom?: DomainName;
  readonly headerFrom?: DomainName;
  readonly signedBy?: DomainName;
}

/** The results of RFC 8601 and RFC 7208, and what Microsoft has beyond them. */
const RESULT = "(pass|fail|hardfail|softfail|neutral|none|temperror|permerror|policy|bestguesspass)";
const result = (value: string, method: string): string | undefined =>
  new RegExp(`(?:^|[;\\s])${method}(?:/\\d+)?\\s*=\\s*${RESULT}\\b`, "i").exec(value)?.[1]?.toLowerCase();
const property = (value: string, name: string): string | undefined =>
  new RegExp(`\\b${name.replace(".", "\\.")}\\s*=\\s*"?@?([\\w.:-]{1,253})`, "i").exec(value)?.[1];

/** Reads one `Authentication-Results` value (RFC 8601). */
export function readAuthenticationResults(value: string): Saw {
  const helo = property(value, "smtp.helo");
  const remote = property(value, "policy.iprev") ?? property(value, "smtp.remote-ip");
  return defined({
    spf: result(value, "spf"),
    dkim: result(value, "dkim"),
    dmarc: result(value, "dmarc"),
    iprev: result(value, "iprev"),
    helo,
    address: remote ? parseAddress(remote) : addressAfter(value, /\bsender ip is |\bdesignates? /i),
    mailFrom: publicName(property(value, "smtp.mailfrom")),
    headerFrom: publicName(property(value, "header.from")),
    signedBy: publicName(property(value, "header.d") ?? property(value, "header.i")),
  });
}

/** Reads one `Received-SPF` value (RFC 7208 section 9.1). */
export function readReceivedSpf(value: string): Saw {
  const helo = property(value, "helo");
  return defined({
    spf: new RegExp(`^\\s*${RESULT}\\b`, "i").exec(value)?.[1]?.toLowerCase(),
    helo,
    address: addressAfter(value, /\bclient-ip\s*=\s*"?/i),
    mailFrom: publicName(property(value, "envelope-from")),
  });
}

/** Reads `X-Forefront-Antispam-Report`: CIP the address, H what it said in HELO, PTR the name found. */
export function readForefront(value: string): Saw {
  const field = (name: string) => new RegExp(`(?:^|;)\\s*${name}:([^;]{0,255})`, "i").exec(value)?.[1]?.trim();
  const ptr = field("PTR");
  return defined({
    address: parseAddress(field("CIP")?.replace(/^\[|\]$/g, "") ?? ""),
    helo: field("H") || undefined,
    ptr: ptr ? (/^InfoDomainNonexistent$/i.test(ptr) ? "none" : fullName(ptr)) : undefined,
  });
}

function addressAfter(value: string, words: RegExp): IpAddress | undefined {
  const found = words.exec(value);
  if (!found) return undefined;
  const rest = value.slice(found.index + found[0].length, found.index + found[0].length + 60);
  return addressesIn(rest.replace(/^\[/, " "))[0]?.address;
}

/** Without the keys that have no value. */
function defined(values: { readonly [K in keyof Saw]: Saw[K] | undefined }): Saw {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Saw;
}
