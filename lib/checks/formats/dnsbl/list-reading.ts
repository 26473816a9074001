import { bytesOf, type IpAddress } from "../../net/address.ts";
import type { Code, List, Weight } from "./list.ts";

/** One answer of a list, in its own terms. */
export interface Reading {
  readonly effect: NonNullable<Code["effect"]>;
  readonly means: string;
  readonly weight: Weight;
  readonly cause?: "identity";
  /** Of allow lists: 0 (none) to 3 (high). */
  readonly trust?: number;
}

/**
 * Whether an address can be an answer at all. Outside 127.0.0.0/8 somebody else answers (a parked domain, a resolver
 * that rewrites NXDOMAIN); 127.255.255.0/24 are errors by the lists' own convention; 127.0.0.1 is never an entry
 * (RFC 5782 section 2.3).
 */
export const isListAnswer = (address: IpAddress): boolean =>
  address.startsWith("127.") && !address.startsWith("127.255.255.") && address !== "127.0.0.1";

/** What a list says with these records, in full. One error among them voids the rest. */
export function readAnswer(list: List, records: readonly IpAddress[]): readonly Reading[] {
  const readings = records.flatMap((address) => readOne(list, address));
  const errors = readings.filter(({ effect }) => effect === "error");
  return errors.length > 0 ? errors : readings;
}

/** Everything a list can say, to know what a missing answer could have been. */
export function possibleReadings(list: List): readonly Reading[] {
  const { codes } = list;
  if (codes.by === "trust") return [asReading(list, { means: "" })];
  return [...Object.values(codes.named), codes.other].map((code) => asReading(list, code));
}

function readOne(list: List, address: IpAddress): readonly Reading[] {
  const { codes } = list;
  const named = codes.by === "address" ? codes.named[address] : undefined;
  if (named) return [asReading(list, named)];
  if (!isListAnswer(address)) return [asReading(list, { means: "an error, not a listing", effect: "error" })];
  if (codes.by === "address") return [asReading(list, codes.other)];
  const [, second = 0, third = 0, last = 0] = bytesOf(address);
  if (codes.by === "trust") return [readTrust(list, third, last, second)];
  const bits = [1, 2, 4, 8, 16, 32, 64, 128].filter((bit) => last & bit);
  const known = bits.flatMap((bit) => codes.named[bit] ?? []);
  return (known.length > 0 ? known : [codes.other]).map((code) => asReading(list, code));
}

/**
 * 127.0.category.trust. Who asks too much is told 127.0.0.255, or 127.0.10.3: the highest trust, for everybody. So
 * category 10 counts as no answer.
 */
function readTrust(list: List, category: number, trust: number, second: number): Reading {
  if (second !== 0 || category === 10 || trust > 3)
    return asReading(list, { means: "an answer given to those who ask too much", effect: "error" });
  const words = ["no", "low", "medium", "high"][trust];
  return { ...asReading(list, { means: `known as a sender, ${words} trust` }), trust };
}

const asReading = (list: List, { means, weight = list.weight, cause, effect = "listed" }: Code): Reading => ({
  effect,
  means,
  weight,
  ...(cause ? { cause } : {}),
});
