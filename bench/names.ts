import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { classifyPtrName } from "../lib/checks/derive/classify-ptr-name.ts";
import { customNames, genericNames } from "../lib/checks/formats/ptr-name/known-names.ts";
import { parseAddress } from "../lib/checks/net/address.ts";
import { parseName } from "../lib/checks/net/domain-name.ts";
import { type Measure, round } from "./measure.ts";

/** Names with their addresses and what they are, as somebody else collected them: address, name, label. */
const COLLECTED = resolve(import.meta.dirname, "../../shared/facts/reverse-names.tsv");

type Named = readonly [name: string, address?: string];

/** How well generic PTR names are told from chosen ones. */
export async function bench(): Promise<Measure[]> {
  const measures = shares("names from general knowledge", genericNames, customNames);
  if (!existsSync(COLLECTED)) return measures;
  const rows = readFileSync(COLLECTED, "utf8").trim().split("\n").slice(1);
  const named = rows.map((row) => {
    const [address = "", name = "", label = ""] = row.split("\t");
    return { custom: label.startsWith("custom"), named: [name, address] as const };
  });
  const those = (custom: boolean) => named.filter((each) => each.custom === custom).map((each) => each.named);
  return [...measures, ...shares("collected names", those(false), those(true))];
}

function shares(what: string, generic: readonly Named[], custom: readonly Named[]): Measure[] {
  const share = (names: readonly Named[], wrong: (kind: string) => boolean) =>
    round((100 * names.filter(([name, address]) => wrong(kindOf(name, address))).length) / names.length, 2);
  const missed = share(generic, (kind) => kind === "custom");
  const flagged = share(custom, (kind) => kind !== "custom");
  return [
    { name: `${what}: generic ones missed (of ${generic.length})`, value: missed, bar: 5, unit: "%" },
    { name: `${what}: custom ones flagged (of ${custom.length})`, value: flagged, bar: 1, unit: "%" },
  ];
}

function kindOf(text: string, address: string | undefined): string {
  const name = parseName(text);
  if (!name) throw new Error(`${text} is no name`);
  return classifyPtrName(name, address ? parseAddress(address) : undefined).kind;
}
