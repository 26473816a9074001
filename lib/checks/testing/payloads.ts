import { readFileSync } from "node:fs";
import { corpus } from "./corpora.ts";

/** What strangers' servers might say to break out of the text they are shown in. */
const handmade: readonly string[] = [
  '"><script>alert(1)</script>',
  "</title></svg><svg onload=alert(1)>",
  "' onmouseover='alert(1)",
  "a | b | c",
  "x` [click](https://evil.example) `",
  "``` \n# heading\n```",
  "`",
  "``",
  "` `",
  " ",
  "",
  "![pixel](https://evil.example/p.png)",
  "<https://evil.example>",
  "@maintainer #1 GH-1",
  "\u001b[2J\u001b[31mred\u001b]0;title\u0007",
  "\u009b31m",
  "line\r\nline\nline",
  "\u202egnp.exe",
  "😀 中文 مرحبا",
  "a".repeat(5000),
];

const read = (path: string): readonly string[] => {
  const file = corpus(path);
  return file ? JSON.parse(readFileSync(file, "utf8")) : [];
};

/** The same and the corpora's, where they are on this machine. */
export const payloads: readonly string[] = [
  ...handmade,
  ...read("own/output-payloads.json"),
  ...read("blns/blns.json"),
];
