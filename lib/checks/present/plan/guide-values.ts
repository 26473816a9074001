import { isUnusable } from "../../formats/ptr-name/hostname-fault.ts";
import { family, type IpAddress, parseAddress } from "../../net/address.ts";
import { type DomainName, parseName } from "../../net/domain-name.ts";
import type { GuideValues } from "./guide.ts";
import { PLACEHOLDER } from "./records.ts";

/** What stands in a guide for the reader's own address. */
export const ADDRESS_PLACEHOLDER = "ADDRESS";

export interface GuideReading {
  /** What the guide is filled in with: the reader's own, or what stands for it. */
  readonly values: GuideValues;
  readonly given: { readonly address?: IpAddress; readonly name?: DomainName };
  /** Fields that were filled in with something else. */
  readonly wrong: readonly ("address" | "name")[];
}

/** Reads `?address=…&name=…`. What cannot be an address or a host name is left out, and said to be. */
export function readGuideValues(query: Readonly<Record<string, string | string[] | undefined>>): GuideReading {
  const text = (field: "address" | "name") => [query[field] ?? []].flat().at(-1)?.slice(0, 300).trim() ?? "";
  const address = parseAddress(text("address").replace(/^\[|\]$/g, ""));
  const parsed = parseName(text("name"));
  const name = parsed && !isUnusable(parsed) ? parsed : undefined;
  return {
    values: { address: address ?? ADDRESS_PLACEHOLDER, name: name ?? PLACEHOLDER },
    given: { ...(address ? { address } : {}), ...(name ? { name } : {}) },
    wrong: [
      ...(text("address") && !address ? (["address"] as const) : []),
      ...(text("name") && !name ? (["name"] as const) : []),
    ],
  };
}

/** The type of the forward record that has to be there first; both where no address says which. */
export const forwardType = (address: IpAddress | undefined): string =>
  address === undefined ? "A or AAAA" : family(address) === 4 ? "A" : "AAAA";
