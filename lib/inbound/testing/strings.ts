import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { corpus } from "../../checks/testing/corpora.ts";

/** The naughty strings and the injection lists, one by one; none where the corpora are not on this machine. */
export function corpusStrings(): string[] {
  const blns = corpus("blns/blns.json");
  const injection = corpus("injection");
  return [
    ...(blns ? (JSON.parse(readFileSync(blns, "utf8")) as string[]) : []),
    ...(injection ? readdirSync(injection, { recursive: true, encoding: "utf8" }) : [])
      .map((path) => join(injection ?? "", path))
      .filter((path) => statSync(path).isFile())
      .flatMap((path) => readFileSync(path, "utf8").split("\n")),
  ];
}
