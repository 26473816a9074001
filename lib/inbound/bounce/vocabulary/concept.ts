/**
 * What refusals speak of. Each language gives its words for a concept, as alternatives of a pattern. Texts are in lower
 * case and without accents when they are looked at (`fold`); so are the words here, whatever they are written with.
 * `\b` knows Latin letters only: stems of other scripts stand without it.
 */
export const CONCEPTS = [
  /** Reverse DNS, the PTR record. */
  "rdns",
  /** That something is not there, or has to be. */
  "missing",
  /** That something is not there, and nothing but that. */
  "absent",
  /** As it should be: what is said not to be there may be there, and wrong. */
  "valid",
  /** That two things do not agree. */
  "mismatch",
  /** "or", between two things that may be wrong. */
  "either",
  /** Names and addresses of dial-up lines and default names. */
  "generic",
  /** That it may be otherwise soon. */
  "notNow",
  /** What cannot be found in the DNS, or anywhere. */
  "nonexistent",
  /** Not allowed, refused, failed. */
  "fail",
  /** Not valid as it is written. */
  "malformed",
  /** A full host name, with a domain. */
  "fullName",
  /** An IP address, a server, a connecting host. */
  "client",
  /** On a blocklist. */
  "listed",
  /** Of the receiver's own. */
  "own",
  /** Whoever sends, the envelope sender. */
  "sender",
  /** Whoever is written to, and where mail is kept for them. */
  "recipient",
  /** That a mailbox has no room. */
  "full",
  /** The message. */
  "message",
  /** Larger than is taken. */
  "tooLarge",
  /** Greylisting. */
  "greylist",
  /** Too many, too fast. */
  "tooMany",
  /** Spam, viruses, what is in a message. */
  "unwanted",
  /** Relaying. */
  "relay",
  /** A policy, a rule. */
  "policy",
  /** Reputation. */
  "reputation",
  /** TLS. */
  "encryption",
  /** That it is asked for. */
  "required",
  /** Nobody answered. */
  "unreachable",
  /** A domain. */
  "domain",
  /** The name of a host. */
  "hostName",
  /** That something is not taken, or not supported. */
  "notAccepted",
  /** Nobody and nothing else. */
  "only",
  /** Those who may write where others may not. */
  "insiders",
  /** Mailing lists and other addresses of many. */
  "group",
  /** Logging in. */
  "login",
  /** What one logs in with. */
  "password",
  /** That an account may not be used for now. */
  "suspended",
  /** Sending, and what an account was used to send. */
  "outgoing",
  /** The receiver's own name, said by somebody else. */
  "ownName",
  /** Mail that goes round and round. */
  "loop",
  /** The header of a message and its fields. */
  "header",
  /** More of something than there may be. */
  "twice",
  /** A link in a message. */
  "link",
  /** That it is not known who runs a server. */
  "stranger",
  /** That something changes time and again. */
  "unstable",
  /** Before the server's greeting. */
  "beforeGreeting",
  /** That delivery was tried for days. */
  "expired",
  /** That a recipient was there once. */
  "gone",
  /** Mail to very many, and those who send it. */
  "bulk",
  /** That something could not be confirmed. */
  "unverified",
  /** "Not because of": what follows is named only to be excluded. */
  "notAbout",
  /** "Is not the problem": what stands before is named only to be excluded. */
  "noMatter",
  /** That an address is on no list. */
  "unlisted",
  /** "But": where something else begins. */
  "but",
] as const;
export type Concept = (typeof CONCEPTS)[number];

/** The words of one language. */
export type Vocabulary = { readonly [concept in Concept]?: string };

/** One line of lower case without accents: `réputation` and `RÉPUTATION` are `reputation`. Other scripts keep their letters. */
export const fold = (text: string): string => foldMarks(text.toLowerCase());

const LETTERS: Readonly<Record<string, string>> = { ı: "i", ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", œ: "oe" };

/** The same for a pattern, whose capitals may mean something. */
export const foldMarks = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/[ıłøđßæœ]/g, (letter) => LETTERS[letter] ?? letter);

/** A pattern that knows "ae" for "ä" and the like, as people write who have no such keys. */
export const withDigraphs = (words: string): string =>
  words.replace(/[äöüøå]/g, (letter) => ({ ä: "ae?", ö: "oe?", ø: "oe?", ü: "ue?" })[letter] ?? "aa?");

/** A pattern as it is looked for: `…` is at most 60 characters of anything. */
export const pattern = (words: string): string => words.split("…").map(foldMarks).join(".{0,60}?");
