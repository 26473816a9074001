/** As wide as a line of a mail or a ticket is: with a quotation mark in front it still fits 78 (RFC 5322, 2.1.1). */
export const LINE = 76;

/**
 * Words in lines of at most `width` characters; all lines but the first begin with `indent`. A word that is too long for
 * a line (a long host name) is broken: it is longer than anything that could be copied in one piece.
 */
export function wrapped(words: string, indent = "", width = LINE): string {
  const lines: string[] = [];
  let line = "";
  // Each word with the spaces in front of it, which are kept within a line.
  for (const word of words.match(/ *[^ ]+/g) ?? []) {
    if (line.length + word.length <= width) {
      line += word;
      continue;
    }
    if (line.trim() !== "") lines.push(line);
    line = lines.length === 0 ? word : indent + word.trimStart();
    for (; line.length > width; line = indent + line.slice(width)) lines.push(line.slice(0, width));
  }
  return [...lines, line].join("\n");
}
