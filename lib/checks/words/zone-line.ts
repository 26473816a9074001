import { LINE, wrapped } from "./wrap.ts";

const RECORD = /^(\S+)\s+(\d+\s+IN\s+[A-Z]+)\s+(.+)$/;
const TOKENS = /"(?:[^"\\]|\\.)*"|\S+/g;

/**
 * A record of a zone file in lines of at most `width`, which mean the same: parentheses hold a record together (RFC 1035,
 * section 5.1), and a long string becomes several, which readers of SPF, DKIM and DMARC join again. What is no record is
 * wrapped.
 */
export function zoneLine(line: string, width = LINE): string {
  if (line.length <= width) return line;
  const [, owner = "", middle = "", data = ""] = RECORD.exec(line) ?? [];
  if (!owner) return wrapped(line, "    ", width);
  const room = width - INDENT.length - 2;
  const pieces = (data.match(TOKENS) ?? []).flatMap((token) =>
    token.startsWith('"') ? strings(token, room) : [token],
  );
  const lines = [
    `${owner} (`,
    `${INDENT}${middle.replace(/\s+/g, " ")}`,
    ...filled(pieces, room).map((one) => INDENT + one),
  ];
  return [...lines.slice(0, -1), `${lines.at(-1)} )`].map((one) => wrapped(one, INDENT, width)).join("\n");
}

const INDENT = "    ";

/** A quoted string as several that fit; an escape stays whole. */
function strings(quoted: string, room: number): string[] {
  const units = quoted.slice(1, -1).match(/\\\d{3}|\\.|[^\\]/g) ?? [];
  const parts: string[] = [""];
  for (const unit of units) {
    const last = parts.at(-1) ?? "";
    if (last.length + unit.length > room - 2) parts.push(unit);
    else parts[parts.length - 1] = last + unit;
  }
  return parts.map((part) => `"${part}"`);
}

/** Pieces side by side where they fit. */
function filled(pieces: readonly string[], room: number): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + piece.length <= room) lines[lines.length - 1] = `${last} ${piece}`;
    else lines.push(piece);
  }
  return lines;
}
