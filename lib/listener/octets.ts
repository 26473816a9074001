/** Foreign octets as text: what is UTF-8 is read as that, each other octet is spelled `\xNN`. */
export function textOf(octets: Uint8Array): string {
  const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  try {
    return strict.decode(octets);
  } catch {
    return pieces(octets, strict);
  }
}

function pieces(octets: Uint8Array, strict: TextDecoder): string {
  let said = "";
  for (let at = 0; at < octets.length; ) {
    const length = sequenceAt(octets, at, strict);
    said += length ? strict.decode(octets.subarray(at, at + length)) : escaped(octets[at] ?? 0);
    at += length || 1;
  }
  return said;
}

/** How many octets the character that begins there has; 0 where none does. */
function sequenceAt(octets: Uint8Array, at: number, strict: TextDecoder): number {
  const first = octets[at] ?? 0;
  const length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (length === 0 || at + length > octets.length) return 0;
  try {
    strict.decode(octets.subarray(at, at + length));
    return length;
  } catch {
    return 0;
  }
}

/** Text for a line of an SMTP reply: printable ASCII (RFC 5321 section 4.2), every other octet as `\xNN`. */
export const asciiOf = (text: string): string =>
  [...Buffer.from(text, "utf8")]
    .map((octet) => (octet >= 0x20 && octet <= 0x7e ? String.fromCharCode(octet) : escaped(octet)))
    .join("");

const escaped = (octet: number): string => `\\x${octet.toString(16).padStart(2, "0").toUpperCase()}`;
