import { parseAddress } from "../../net/address.ts";
import type { Remedy, Report } from "../../report/report.ts";
import type { SeenAddress } from "./sending-input.ts";

/**
 * The remedy of an address with the name that the plan gives it. A check takes a confirmed PTR name over a claimed one
 * that does not resolve to the address; the plan says which one it shall be.
 */
export function plannedRemedy({ raw, address }: SeenAddress, name: string | undefined): Remedy | undefined {
  const remedy = raw.remedies.find((one) => one.address === address);
  if (!remedy || name === undefined || remedy.wanted?.name === name) return remedy;
  return { ...remedy, wanted: { name, origin: "given", ...leadsOf(raw, name, remedy) } };
}

type Wanted = NonNullable<Remedy["wanted"]>;

/** Where the name leads, by what the check was answered. */
function leadsOf(
  { lookups, leftOut }: Report,
  name: string,
  { type, address }: Remedy,
): Pick<Wanted, "leads" | "addresses"> {
  const answers = lookups.filter((one) => one.name === name && one.type === type);
  const addresses = answers.flatMap(({ records }) => records.flatMap((record) => parseAddress(record) ?? []));
  if (addresses.length > 0)
    return {
      leads: addresses.some((one) => one === address) ? "back" : "elsewhere",
      addresses: [...new Set(addresses)],
    };
  if (answers.some(({ rcode }) => rcode === "NXDOMAIN")) return { leads: "nxdomain", addresses: [] };
  // Without records an answer may be one whose records our own limit left out.
  if (!leftOut?.octets && answers.some(({ rcode }) => rcode === "NOERROR"))
    return { leads: "no-address", addresses: [] };
  return { leads: "unknown", addresses: [] };
}
