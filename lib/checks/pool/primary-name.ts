import { family } from "../net/address.ts";
import { asName, type DomainName, organisationalDomain } from "../net/domain-name.ts";
import type { OddCode, PoolLook, PoolRow } from "./pool.ts";

/** An address with the name that stands for it, as far as naming goes. */
export interface NamedRow {
  readonly index: number;
  readonly family: 4 | 6;
  readonly name: DomainName;
  readonly organisation: DomainName | undefined;
  readonly isConfirmed: boolean;
}

/** The PTR name that stands for an address: the first that resolves back, or else the first of all. */
export const primaryName = ({ ptr = [], confirmed }: Pick<PoolLook, "ptr" | "confirmed">): string | undefined =>
  confirmed[0] ?? ptr[0];

/**
 * The same for judging how a pool is named. One cause is one fault: a provider's name, and one that cannot be looked up,
 * say nothing of the design and of the organisation; they are odd for what they are.
 */
export function primaryOf(
  { index, address, look }: PoolRow & { readonly look: PoolLook },
  faults: readonly OddCode[],
): NamedRow | undefined {
  const name = primaryName(look);
  // Of several names another one may be the one that resolves back.
  const isOpen = look.isConfirmed === null && look.ptrCount > 1;
  if (name === undefined || faults.includes("generic") || isUnusable(look)) return undefined;
  return {
    index,
    family: family(address),
    name: asName(name),
    organisation: isOpen ? undefined : organisationalDomain(asName(name)),
    isConfirmed: look.isConfirmed === true,
  };
}

const isUnusable = ({ verdicts }: PoolLook): boolean =>
  verdicts.some(({ signal, status }) => signal === "ptr-hostname" && status === "fail");
