import type { IpAddress } from "../../checks/view.ts";
import { addressesIn } from "../values.ts";

/**
 * The pieces of what stands between "from" and "by" in a `Received` field (RFC 5321 section 4.4). Programs differ in
 * which piece is the sender's own words, so those are taken out first: nothing of them is read for an address.
 */
export interface FromPart {
  /** The word behind "from": what was said in HELO, or what was found, by program. */
  readonly first: string;
  /** What is marked as said: `helo=x`, `(HELO x)`, `(EHLO x)`. */
  readonly said?: string;
  /** The comment that has the peer’s address, without what was said. */
  readonly comment: string;
  /** The address that the receiving server saw. */
  readonly address?: IpAddress;
}

/** Comments about TLS and logins: some quote the client’s certificate or name, which are the sender’s words, too. */
const ASIDE =
  /^(?:using|client|no client|not verified|verified|authenticated|cipher|version|tls|envelope|return|user|may be)\b/i;
/** `helo=x`, also within `([203.0.113.7] helo=x ident=y)`; `HELO x` alone in a comment or behind an account. */
const SAID = /(?:^|[\s;,(])(?:helo|ehlo|lhlo)(?:=| +)<?([^\s<>;,]{1,255})/i;

/** Splits a `Received` value behind "from" where its comments allow it: at the first "by" that stands in none. */
export function splitAtBy(value: string): readonly [from: string, by: string] {
  for (const { index } of value.matchAll(/ by (?=[\w[(])/gi)) {
    const before = value.slice(0, index);
    const open = (before.match(/\(/g) ?? []).length - (before.match(/\)/g) ?? []).length;
    if (open <= 0) return [before, value.slice(index + 4)];
  }
  const rough = value.search(/ by (?=[\w[(])/i);
  return rough < 0 ? [value, ""] : [value.slice(0, rough), value.slice(rough + 4)];
}

/** Reads the part between "from" and "by". Total. */
export function readFromPart(from: string): FromPart {
  const first = /^(\[[^\]]{1,64}\]?|[^\s(]{1,255})/.exec(from)?.[1] ?? "";
  const comments = commentsIn(from).filter((comment) => !ASIDE.test(comment));
  const outside = from.slice(first.length).replace(/\(.*\)/g, " ");
  const said = [...comments, outside].map((text) => SAID.exec(text)?.[1]?.replace(/\)+$/, "")).find(Boolean);
  const left = comments.map((comment) => withoutSaid(comment));
  const comment = left.find((one) => addressesIn(one).length > 0);
  // Where no comment has it, the first word is the peer’s address only if what was said stands elsewhere.
  const address = comment ? addressesIn(comment).at(-1)?.address : said ? addressOf(first) : undefined;
  return {
    first,
    comment: comment ?? left.find(Boolean) ?? "",
    ...(said ? { said } : {}),
    ...(address ? { address } : {}),
  };
}

const withoutSaid = (comment: string): string => {
  const found = SAID.exec(comment);
  return found ? `${comment.slice(0, found.index)} ${comment.slice(found.index + found[0].length)}`.trim() : comment;
};

const addressOf = (word: string): IpAddress | undefined => addressesIn(word.replace(/^\[|\]$/g, ""))[0]?.address;

/** The comments of the outermost depth, without their parentheses. */
function commentsIn(text: string): string[] {
  const comments: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "(" && depth++ === 0) start = i + 1;
    else if (text[i] === ")" && depth > 0 && --depth === 0) comments.push(text.slice(start, i).trim());
  }
  return comments;
}
