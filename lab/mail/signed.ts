import { createHash, createSign, type KeyObject, sign as signEd25519 } from "node:crypto";

/*
 * Signs messages as DKIM (RFC 6376) and ARC (RFC 8617) say, and, where a test wants that, as they do not: by none of the
 * libraries that verify them.
 */

export type Algorithm = "rsa-sha256" | "rsa-sha1" | "ed25519-sha256";
export interface Signing {
  readonly key: KeyObject;
  readonly algorithm?: Algorithm;
  /** Of the header and of the body: `relaxed/simple`. */
  readonly canonicalization?: string;
  readonly domain?: string;
  readonly selector?: string;
  /** The names in h=. */
  readonly fields?: readonly string[];
  /** Other tags, and others in place of ours; one that is "" is left out. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** A header field with its name, as it stands, without its last CR LF. */
type Field = string;

const nameOf = (field: Field): string => (field.split(":")[0] ?? "").trim().toLowerCase();
/** The fields of a message, and its body. */
export function partsOf(message: string): { readonly fields: readonly Field[]; readonly body: string } {
  const end = message.indexOf("\r\n\r\n");
  const header = end < 0 ? message : message.slice(0, end);
  return { fields: header.split(/\r\n(?![ \t])/), body: end < 0 ? "" : message.slice(end + 4) };
}

function canonicalField(field: Field, how: string): string {
  if (how !== "relaxed") return field;
  const colon = field.indexOf(":");
  const value = field.slice(colon + 1).replace(/\r\n/g, "");
  return `${nameOf(field)}:${value.replace(/[ \t]+/g, " ").trim()}`;
}

function canonicalBody(body: string, how: string): string {
  const lines =
    how === "relaxed"
      ? body
          .split("\r\n")
          .map((line) => line.replace(/[ \t]+/g, " ").replace(/ $/, ""))
          .join("\r\n")
      : body;
  const whole = lines.replace(/(\r\n)*$/, "");
  // An empty body is one line end where it is simple, and nothing where it is relaxed.
  return whole === "" ? (how === "relaxed" ? "" : "\r\n") : `${whole}\r\n`;
}

/** The last instance first, as often as a name is given; a name without another instance stands for nothing. */
function chosen(fields: readonly Field[], names: readonly string[]): Field[] {
  const left = new Map<string, Field[]>();
  for (const field of fields) left.set(nameOf(field), [...(left.get(nameOf(field)) ?? []), field]);
  return names.flatMap((name) => left.get(name.toLowerCase())?.pop() ?? []);
}

function signatureOf(text: string, algorithm: Algorithm, key: KeyObject): string {
  const octets = Buffer.from(text, "latin1");
  if (algorithm === "ed25519-sha256")
    return signEd25519(null, createHash("sha256").update(octets).digest(), key).toString("base64");
  return createSign(algorithm === "rsa-sha1" ? "RSA-SHA1" : "RSA-SHA256")
    .update(octets)
    .sign(key)
    .toString("base64");
}

const tagList = (tags: Readonly<Record<string, string>>): string =>
  Object.entries(tags)
    .filter(([name, value]) => value !== "" || name === "b")
    .map(([name, value]) => `${name}=${value}`)
    .join("; ");

/** One signature field of a message, with CR LF. */
function signatureField(
  name: string,
  first: Readonly<Record<string, string>>,
  message: string,
  signing: Signing,
): string {
  const { key, algorithm = "rsa-sha256", canonicalization = "relaxed/relaxed", tags = {} } = signing;
  const { domain = "example.com", selector = "rsa", fields: names = ["from", "to", "subject"] } = signing;
  const [ofHeader = "simple", ofBody = "simple"] = canonicalization.split("/");
  const { fields, body } = partsOf(message);
  const all = canonicalBody(body, ofBody);
  const covered = tags.l === undefined ? all : all.slice(0, Number(tags.l));
  const bh = createHash(algorithm === "rsa-sha1" ? "sha1" : "sha256")
    .update(Buffer.from(covered, "latin1"))
    .digest("base64");
  const ours = { ...first, a: algorithm, c: canonicalization, d: domain, s: selector, h: names.join(":"), bh };
  const unsigned = `${name}: ${tagList({ ...ours, ...tags, b: "" })}`;
  const text = [...chosen(fields, names), unsigned].map((field) => canonicalField(field, ofHeader)).join("\r\n");
  return `${unsigned}${signatureOf(text, algorithm, key)}\r\n`;
}

/** Puts a DKIM-Signature before a message. */
export const dkimSigned = (message: string, signing: Signing): string =>
  signatureField("DKIM-Signature", { v: "1" }, message, signing) + message;

export interface Sealing extends Signing {
  /** Of the ARC-Seal: `none` for the first, `pass` for those after it. */
  readonly status?: string;
  readonly instance?: number;
}

/** Puts one ARC set before a message that has those before it. */
export function arcSealed(message: string, sealing: Sealing): string {
  const before = partsOf(message).fields;
  const setsBefore = before.filter((field) => nameOf(field) === "arc-seal").length;
  const { key, algorithm = "rsa-sha256", domain = "relay.example", selector = "rsa", ...more } = sealing;
  const { instance = setsBefore + 1, status = setsBefore === 0 ? "none" : "pass" } = sealing;
  const results = `ARC-Authentication-Results: i=${instance}; mx.${domain}; spf=pass smtp.mailfrom=example.com`;
  const signed = signatureField("ARC-Message-Signature", { i: String(instance) }, message, {
    ...{ ...more, key, algorithm, domain, selector },
  });
  const seal = `ARC-Seal: ${tagList({ i: String(instance), a: algorithm, t: "1795000000", cv: status, d: domain, s: selector, b: "" })}`;
  const sets = before.filter((field) => nameOf(field).startsWith("arc-"));
  const ofInstance = (i: number) =>
    ["arc-authentication-results", "arc-message-signature", "arc-seal"].flatMap((name) =>
      sets.filter((field) => nameOf(field) === name && new RegExp(`:\\s*i=${i};`).test(field)),
    );
  const covered = Array.from({ length: instance - 1 }, (_, i) => ofInstance(i + 1)).flat();
  const text = [...covered, results, signed.trimEnd(), seal]
    .map((field) => canonicalField(field, "relaxed"))
    .join("\r\n");
  return `${seal}${signatureOf(text, algorithm, key)}\r\n${signed}${results}\r\n${message}`;
}
