import { asName, type DomainName, hasPublicSuffix, isHostname, isWithin } from "../../net/domain-name.ts";
import { specialName } from "../../net/special-names.ts";

/** Why a PTR name is no name that receivers could look up and trust, or at most in part. */
export type HostnameFault =
  | "localhost"
  /** An address, or something else that ends in a number. */
  | "numeric"
  /** Octets that no host name may have: spaces, controls, escaped dots, anything but letters, digits, hyphens. */
  | "characters"
  /** Looked up by some, thrown away by others. */
  | "underscore"
  | "single-label"
  /** Hyphens at an edge, labels or names too long. */
  | "malformed"
  /** A name inside the reverse tree itself, mostly a missing final dot in a zone file. */
  | "reverse-tree"
  /** `.local`, `.lan`, `.internal` and other names of one network, or reserved ones. */
  | "internal"
  | "unknown-tld";

const ARPA = asName("arpa");

/** What is wrong with a name as a public host name; undefined where nothing is. */
export function hostnameFault(name: DomainName): HostnameFault | undefined {
  if (/(?:^|\.)localhost$|(?:^|\.)localdomain$/.test(name)) return "localhost";
  if (/(?:^|\.)\d+$/.test(name)) return "numeric";
  if (!/^[a-z0-9._-]*$/.test(name) || name === ".") return "characters";
  if (!name.includes(".")) return "single-label";
  if (name.includes("_") && isHostname(name.replaceAll("_", "x"))) return "underscore";
  if (!isHostname(name)) return "malformed";
  if (isWithin(name, ARPA) && !isWithin(name, asName("home.arpa"))) return "reverse-tree";
  if (specialName(name)) return "internal";
  return hasPublicSuffix(name) ? undefined : "unknown-tld";
}

/** Whether the name cannot be looked up anywhere but at home: then no forward record could ever confirm it. */
export function isUnusable(name: DomainName): boolean {
  const fault = hostnameFault(name);
  return fault !== undefined && fault !== "underscore";
}
