import type { Code, List } from "./list.ts";

const name = { kind: "block", families: [] } as const;
const ABUSED: Code = { means: "a legitimate domain that somebody abuses", weight: "medium" };
/** The last bit alone, 127.0.0.1, is how SURBL and URIBL refuse to serve a resolver; `read.ts` knows it as an error. */
const UNKNOWN_BIT: Code = { means: "a code that the list does not document" };

/** Blocklists of names, heaviest first. */
export const NAME_LISTS: readonly List[] = [
  {
    ...name,
    id: "spamhaus-dbl",
    title: "Spamhaus DBL",
    zone: "dbl.spamhaus.org",
    about: "host",
    weight: "high",
    key: { name: "spamhaus", zone: "dbl.dq.spamhaus.net" },
    testName: "dbltest.com",
    codes: {
      by: "address",
      named: {
        "127.0.1.2": { means: "domain seen in spam" },
        "127.0.1.4": { means: "phishing" },
        "127.0.1.5": { means: "malware" },
        "127.0.1.6": { means: "botnet control" },
        "127.0.1.102": ABUSED,
        "127.0.1.103": ABUSED,
        "127.0.1.104": ABUSED,
        "127.0.1.105": ABUSED,
        "127.0.1.106": ABUSED,
        "127.0.1.255": { means: "the list was asked about an address", effect: "error" },
      },
      other: UNKNOWN_BIT,
    },
    removal: { how: "Look the domain up there and request removal.", url: "https://check.spamhaus.org/" },
    whoCares: "Many receivers use the DBL, for names in EHLO, in the sender and in links.",
  },
  {
    ...name,
    id: "surbl",
    title: "SURBL",
    zone: "multi.surbl.org",
    about: "organisation",
    weight: "medium",
    testName: "surbl-org-permanent-test-point.com",
    codes: {
      by: "bits",
      named: {
        8: { means: "phishing" },
        16: { means: "malware" },
        64: { means: "seen in spam" },
        128: { means: "a cracked site" },
      },
      other: UNKNOWN_BIT,
    },
    removal: { how: "Look the domain up there and request removal.", url: "https://surbl.org/surbl-analysis" },
    whoCares: "SpamAssassin and Rspamd add points, mostly where the domain is linked in a message.",
  },
  {
    ...name,
    id: "uribl",
    title: "URIBL",
    zone: "multi.uribl.com",
    about: "organisation",
    weight: "medium",
    testName: "test.uribl.com",
    codes: {
      by: "bits",
      named: {
        2: { means: "black: seen in spam" },
        4: { means: "grey: seen in bulk mail", weight: "low" },
        8: { means: "red: watched automatically", weight: "low" },
      },
      other: UNKNOWN_BIT,
    },
    removal: { how: "Look the domain up there and request removal.", url: "https://admin.uribl.com/" },
    whoCares: "SpamAssassin and Rspamd add points, mostly where the domain is linked in a message.",
  },
  {
    ...name,
    id: "sem-fresh15",
    title: "Spam Eating Monkey FRESH15",
    zone: "fresh15.spameatingmonkey.net",
    about: "organisation",
    weight: "low",
    codes: { by: "address", named: {}, other: { means: "registered in the last fifteen days" } },
    removal: { how: "The listing expires as the domain gets older.", url: "https://spameatingmonkey.com/" },
    whoCares: "Receivers that distrust new domains treat its mail as suspicious.",
  },
];
