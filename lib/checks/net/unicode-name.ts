import { type DomainName, labels } from "./domain-name.ts";
import { decodePunycode } from "./punycode.ts";

/**
 * An internationalised name as its owner writes it, to be shown beside the A-label: only where no label can pass for
 * another. Undefined for plain names and for those whose A-label has to speak alone.
 */
export function unicodeName(name: DomainName): string | undefined {
  const parts = labels(name);
  if (!parts.some((label) => label.startsWith("xn--"))) return undefined;
  const shown = parts.map((label, i) => {
    if (!label.startsWith("xn--")) return label;
    const unicode = decodePunycode(label.slice(4));
    // A top-level domain is one of a short list that ICANN vetted against lookalikes (.укр, .рус).
    const vetted = i > 0 && i === parts.length - 1;
    return unicode && isSingleScript(unicode) && (vetted || !looksLatin(unicode)) ? unicode : undefined;
  });
  if (shown.includes(undefined)) return undefined;
  const unicode = shown.join(".");
  // Shown only if it converts back to the same name: this refuses what IDNA maps or forbids.
  return URL.parse(`http://${unicode}/`)?.hostname === name ? unicode : undefined;
}

/** Latin letters of living European languages and Vietnamese, without those that pass for plain ones (ı, ĸ, ſ …). */
const LATIN =
  /^[a-z0-9\u00df-\u00f6\u00f8-\u0130\u0132-\u0137\u0139-\u0148\u014a-\u017e\u01a1\u01b0\u0219\u021b\u1ea1-\u1ef9-]+$/u;

/** Alphabets without combining marks in names: a mark on a letter there is decoration or disguise. */
const ALPHABETS = ["Cyrillic", "Greek", "Armenian", "Georgian"].map((script) => of([script], "\\p{L}"));

/** The other scripts in everyday use (UAX 31, table 5), vowel signs and all. */
const OTHERS = [
  ..."Arabic Bengali Devanagari Ethiopic Gujarati Gurmukhi Hebrew Kannada Khmer Lao Malayalam".split(" "),
  ..."Myanmar Oriya Sinhala Tamil Telugu Thaana Thai Tibetan".split(" "),
].map((script) => of([script]));

/** The mixtures that Japanese, Korean and Chinese are written in (UTS 39 section 5.2). */
const EAST_ASIAN = [of(["Han", "Hiragana", "Katakana"]), of(["Han", "Hangul"]), of(["Han", "Bopomofo"])];

function of(scripts: readonly string[], kind = "[\\p{L}\\p{M}]"): RegExp {
  const written = scripts.map((script) => `\\p{scx=${script}}`).join("");
  return new RegExp(`^(?:(?=${kind})[${written}]|[0-9-])+$`, "u");
}

const isSingleScript = (label: string): boolean =>
  [LATIN, ...ALPHABETS, ...OTHERS, ...EAST_ASIAN].some((script) => script.test(label));

/** Letters drawn like Latin ones; a label of nothing else reads as another name. */
const LOOKALIKES = {
  cyrillic: "агеіјкопрсухьѕһӏԁԛԝүѵѡ",
  greek: "αγηικνορυχωϳ",
  armenian: "զլհոսցքօ",
};
const LOOKS_LATIN = new RegExp(`^[${Object.values(LOOKALIKES).join("")}0-9-]+$`, "u");
const looksLatin = (label: string): boolean => LOOKS_LATIN.test(label);
