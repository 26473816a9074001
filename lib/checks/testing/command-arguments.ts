import { ADDRESS_LISTS } from "../formats/dnsbl/address-lists.ts";
import { ALLOW_LISTS } from "../formats/dnsbl/allow-lists.ts";
import { NAME_LISTS } from "../formats/dnsbl/name-lists.ts";
import { parseAddress, reverseLabels, reverseName } from "../net/address.ts";
import type { Report } from "../report/report.ts";

/** Hosts and zones that commands may name because everybody knows them. */
const PUBLIC: readonly string[] = [
  ...[...ADDRESS_LISTS, ...ALLOW_LISTS, ...NAME_LISTS].map(({ zone }) => zone),
  "cymru.com",
  "arin.net",
  "ripe.net",
  "apnic.net",
  "lacnic.net",
  "afrinic.net",
];
/** Addresses of providers' interfaces and of lists' own pages. */
const URL_ = /https?:\/\/[^\s'"]+/g;
const NAME = /(?<![\w.-])(?:[a-z0-9_*][a-z0-9_-]*\.)+[a-z][a-z0-9-]+(?![\w-])/gi;
const ADDRESS = /(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){2,7})(?![\w:])/gi;
/** Files and programs that look like names. */
const FILES = /\.(?:cf|txt|conf|com\/|rua|p)$/i;
/** What stands for something nobody has told us. */
const PLACEHOLDERS = /\b(?:undefined|NaN|YOUR[ -][A-Z]|THE-[A-Z]|new-selector)|\[object/;

/** What is wrong with the arguments of a command or record: empty, made up, or a name or address nobody said or saw. */
export function unknownArguments(command: string, report: Report): string[] {
  const known = knownIn(report);
  const bare = command.replaceAll(URL_, "");
  const isKnown = (token: string) => {
    const canonical = token.toLowerCase().replace(/\.$/, "");
    return known.has(canonical) || PUBLIC.some((zone) => canonical === zone || canonical.endsWith(`.${zone}`));
  };
  return [
    ...(/(?:^|\s)''(?:\s|$|:)|""|(?:^|\s)-[qtx] *(?:''|$)|@(?:''|\s|$)/.test(command) ? ["an empty argument"] : []),
    ...(PLACEHOLDERS.exec(command)?.slice(0, 1) ?? []),
    ...[...bare.matchAll(NAME)].map(([name]) => name).filter((name) => !FILES.test(name) && !isKnown(name)),
    ...[...bare.matchAll(ADDRESS)]
      .map(([address]) => address)
      .filter((address) => !known.has(parseAddress(address) ?? address)),
  ];
}

const memory = new WeakMap<Report, ReadonlySet<string>>();

/** Every name and address that a report was told or has seen, with the names above each. */
function knownIn(report: Report): ReadonlySet<string> {
  const remembered = memory.get(report);
  if (remembered) return remembered;
  const { target, subjects, lookups, sessions, verdicts, vantage } = report;
  const seen = JSON.stringify([target, subjects, lookups, sessions, verdicts.map(({ evidence }) => evidence), vantage]);
  const known = new Set<string>();
  const addName = (name: string) => {
    const labels = name.toLowerCase().replace(/\.$/, "").split(".");
    for (let i = 0; i < labels.length - 1; i++) known.add(labels.slice(i).join("."));
  };
  for (const [name] of seen.matchAll(NAME)) addName(name);
  for (const [text] of seen.matchAll(ADDRESS)) {
    const address = parseAddress(text);
    if (!address) continue;
    known.add(address);
    addName(reverseName(address));
    known.add(reverseLabels(address));
  }
  memory.set(report, known);
  return known;
}
