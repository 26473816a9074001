import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { List } from "../../lib/checks/formats/dnsbl/list.ts";
import { type Daemon, start } from "../programs.ts";
import { answersDns } from "./asking.ts";

/** What a list has beside its test entries: an address or name, the code it answers, and why. */
export interface Entry {
  readonly list: string;
  readonly about: string;
  readonly code: string;
  readonly reason: string;
}

/** Starts rbldnsd with these lists, each with the test entries of RFC 5782 section 5. */
export async function startRbldnsd(
  folder: string,
  address: string,
  lists: readonly List[],
  entries: readonly Entry[],
): Promise<Daemon> {
  mkdirSync(folder, { recursive: true });
  const zones = lists.flatMap((list) =>
    dataSets(
      list,
      entries.filter(({ list: id }) => id === list.id),
    ).map(({ type, lines }) => {
      writeFileSync(join(folder, `${list.id}.${type}`), `${lines.join("\n")}\n`);
      return `${list.zone}:${type}:${list.id}.${type}`;
    }),
  );
  const args = ["-n", "-q", "-u", "rbldns", "-w", folder, "-b", `${address}/53`, "-t", "60", ...zones];
  return start("rbldnsd", args, { cwd: folder, ready: () => answersDns(address, lists[0]?.zone ?? ".") });
}

function dataSets(list: List, entries: readonly Entry[]): { type: string; lines: string[] }[] {
  const head = ["$SOA 60 lists. hostmaster.example.net. 1 600 300 86400 60", "$NS 60 lists."];
  const line = ({ about, code, reason }: Omit<Entry, "list">) => `${about} :${code}:${reason}`;
  const of = (type: string, test: string[], mine: readonly Entry[]) => ({
    type,
    lines: [
      ...head,
      ...test.map((about) => line({ about, code: "127.0.0.2", reason: "test entry" })),
      ...mine.map(line),
    ],
  });
  if (list.about !== "address") return [of("dnset", ["TEST", list.testName ?? []].flat(), entries)];
  const [six, four] = [
    entries.filter(({ about }) => about.includes(":")),
    entries.filter(({ about }) => !about.includes(":")),
  ];
  return list.families.map((family) =>
    family === 4 ? of("ip4set", ["127.0.0.2"], four) : of("ip6trie", ["::FFFF:7F00:2"], six),
  );
}
