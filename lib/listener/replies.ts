import { asciiOf } from "./octets.ts";

/** The longest reply line without its CR LF (RFC 5321 section 4.5.3.1.5). */
const MAX_LINE = 510;
/** As much of a long value as one line takes, under `550-5.7.0 `. */
const PIECE = 480;

/** Puts code and enhanced status (RFC 2034) before every line; the last one has a space behind the code. */
function reply(code: string, lines: readonly string[]): string {
  const [basic = "", status] = code.split(" ");
  const last = lines.length - 1;
  return lines.map((line, i) => `${basic}${i === last ? " " : "-"}${status ? `${status} ` : ""}${line}`).join("\r\n");
}

/**
 * What a client is told of itself: its address, its EHLO argument, and where the report is. On one line where that fits,
 * as many programs show only the last line of a refusal; the link stands last in any case.
 */
export function seenReply(
  code: "550 5.7.0" | "250 2.0.0",
  { address, verb, helo, link }: { address: string; verb: string; helo: string; link: string },
): string {
  const said = asciiOf(helo);
  const what = code.startsWith("550") ? "No mail is taken here." : "Read, not kept.";
  const line = `${what} You sent from ${address} and said ${verb} ${said}. Report: ${link}`;
  if (code.length + 1 + line.length <= MAX_LINE) return reply(code, [line]);
  const pieces = said.match(new RegExp(`.{1,${PIECE}}`, "g")) ?? [];
  return reply(code, [`${what} You sent from ${address} and said ${verb}`, ...pieces, `Report: ${link}`]);
}

export const ehloReply = (name: string, address: string, capabilities: readonly string[]): string =>
  reply("250", [`${name} greets ${address}`, ...capabilities]);
