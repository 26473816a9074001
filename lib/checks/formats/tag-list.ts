/**
 * Tag lists (RFC 6376 section 3.2), the form in which DKIM keys, DMARC policies, MTA-STS and TLS-RPT records are
 * published: `v=DMARC1; p=reject`. Pure, and linear in the length of the text.
 */

export interface Tag {
  /** As published; what case means is for the reader of the list to say. */
  readonly name: string;
  /** Without the white space around it. */
  readonly value: string;
}

export type TagErrorCode =
  /** No equals sign between the semicolons. */
  | "no-equals"
  /** Not letters, digits and underscores, with a letter first. */
  | "bad-name"
  /** Nothing between two semicolons, or before the first. */
  | "empty"
  /** The name came before: that makes the whole list invalid (RFC 6376 section 3.2). The first one is kept here. */
  | "repeated";

export interface TagError {
  readonly code: TagErrorCode;
  /** What stands there, as published. */
  readonly text: string;
}

export interface TagList {
  readonly tags: readonly Tag[];
  readonly errors: readonly TagError[];
}

/** As many errors of one kind as are kept: a record of 65,000 semicolons is as wrong as one of a hundred. */
const MAX_ERRORS = 100;

export interface TagListOptions {
  /** Whether `P` is another name than `p`: so in DKIM (RFC 6376 section 3.2), not in the records whose ABNF quotes names. */
  readonly caseSensitive?: boolean;
}

/** Reads a tag list. Never throws; names are compared without regard to case, unless told otherwise. */
export function parseTagList(text: string, { caseSensitive = false }: TagListOptions = {}): TagList {
  const key = (name: string) => (caseSensitive ? name : name.toLowerCase());
  const tags: Tag[] = [];
  const errors: TagError[] = [];
  const seen = new Set<string>();
  const counts = new Map<TagErrorCode, number>();
  const note = (code: TagErrorCode, written: string) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (count <= MAX_ERRORS) errors.push({ code, text: written });
  };
  const pieces = text.split(";");
  for (const [i, piece] of pieces.entries()) {
    const written = trim(piece);
    const equals = written.indexOf("=");
    const name = trim(written.slice(0, Math.max(equals, 0)));
    // A semicolon may stand after the last tag.
    if (written === "" && i > 0 && i === pieces.length - 1) continue;
    if (written === "") note("empty", piece);
    else if (equals < 0) note("no-equals", written);
    else if (!/^[a-z][a-z0-9_]*$/i.test(name)) note("bad-name", written);
    else if (seen.has(key(name))) note("repeated", written);
    else {
      seen.add(key(name));
      tags.push({ name, value: trim(written.slice(equals + 1)) });
    }
  }
  return { tags, errors };
}

/** The value of a tag, whatever the case of its name. */
export function tagValue(list: TagList, name: string): string | undefined {
  return list.tags.find((tag) => tag.name.toLowerCase() === name)?.value;
}

/** The value of the tag that is written exactly so. */
export function exactTagValue(list: TagList, name: string): string | undefined {
  return list.tags.find((tag) => tag.name === name)?.value;
}

/**
 * Without white space (RFC 6376 section 2.8: spaces, tabs, line breaks) at both ends. Not `String.trim`, which takes
 * octet 160 for a space, and not a regular expression, which would go over long runs of spaces again and again.
 */
export function trim(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isWhite(text, start)) start++;
  while (end > start && isWhite(text, end - 1)) end--;
  return text.slice(start, end);
}

const isWhite = (text: string, at: number): boolean => " \t\r\n".includes(text.charAt(at));
