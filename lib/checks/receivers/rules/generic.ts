import { classifyPtrName } from "../../derive/classify-ptr-name.ts";
import { findAddress } from "../../formats/ptr-name/address-in-name.ts";
import { takeApart } from "../../formats/ptr-name/parts.ts";
import type { IpAddress } from "../../net/address.ts";
import type { DomainName } from "../../net/domain-name.ts";

/** The names nobody seems to have chosen. */
export const genericNames = (names: readonly DomainName[], address: IpAddress): readonly DomainName[] =>
  names.filter((name) => classifyPtrName(name, address).kind !== "custom");

/** How much of the address a receiver that looks for it would find in the name. */
export function addressShown(name: DomainName, address: IpAddress): "whole" | "part" | "none" {
  const extent = findAddress(takeApart(name), address)?.extent;
  // Two digits that happen to be the last octet are in many a chosen name: `mail10`.
  if (extent === undefined || extent === "last") return "none";
  return extent === "whole" || extent === "three" ? "whole" : "part";
}
