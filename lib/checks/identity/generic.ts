import type { IpAddress } from "../address.ts";
import type { DomainName } from "../name.ts";
import { findAddress } from "../ptr-name/address-in-name.ts";
import { classifyPtrName } from "../ptr-name/classify.ts";
import { takeApart } from "../ptr-name/parts.ts";

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
