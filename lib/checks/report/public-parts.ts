import { z } from "zod";

/*
 * What programs read is declared here and in `public-report.ts`, field by field: one that is not here is given to nobody.
 * Objects are loose: later versions add fields, and take none away. No transforms: what is declared is what is sent.
 */

/** The schemas named in the API's description. */
export const PUBLIC = z.registry<{ id: string }>();

/** What a declared schema gives, as something that nobody changes. */
export type Json<Schema extends z.ZodType> = Frozen<z.infer<Schema>>;
type Frozen<T> = T extends (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

export const strings = z.array(z.string());
export const evidence = z
  .record(z.string(), strings)
  .describe("What was seen: values by label. Values are as others sent them; control characters are not taken out.");
export const instant = z.iso.datetime().describe("ISO 8601, UTC.");

export const statusField = z
  .enum(["pass", "warn", "fail", "info", "skipped", "unknown"])
  .describe(
    "pass: nothing to do. warn: some receivers trust this less. fail: some receivers refuse mail because of this. info: worth knowing. skipped: another signal has the cause. unknown: could not be found out.",
  );

export const who = z
  .enum(["address-owner", "reverse-dns", "forward-dns", "server", "sender-dns", "web-server", "list", "us"])
  .describe("Who has to act.");

export const counts = z
  .looseObject({
    fail: z.int(),
    warn: z.int(),
    pass: z.int(),
    info: z.int(),
    skipped: z.int(),
    unknown: z.int(),
  })
  .describe("How many signals have each status.")
  .register(PUBLIC, { id: "Counts" });

export const headlineField = z
  .looseObject({
    status: statusField,
    says: z.string().describe("The sentence on top."),
    because: z.string().describe("The sentence under it; may be empty."),
  })
  .describe("The report in two sentences.")
  .register(PUBLIC, { id: "Headline" });

const claims = z
  .looseObject({
    from: z.string().optional().describe("The domain mail is sent as."),
    helo: z.string().optional().describe("The name the server says in EHLO."),
    selectors: strings.describe("DKIM selectors."),
  })
  .describe("What was said beside the target.")
  .register(PUBLIC, { id: "Claims" });
const focus = z.string().optional().describe("The signal that the way it was asked for is about.");

export const targetField = z
  .discriminatedUnion("kind", [
    z.looseObject({ kind: z.literal("address"), address: z.string(), claims, focus }),
    z.looseObject({ kind: z.literal("host"), host: z.string(), claims, focus }),
    z.looseObject({ kind: z.literal("domain"), domain: z.string(), claims, focus }),
  ])
  .describe("What was looked at: an address, a host name or a domain, with the claims made beside it.")
  .register(PUBLIC, { id: "Target" });

export const contextField = z
  .looseObject({
    kind: z.enum(["bounce", "headers"]),
    cause: z.string().optional().describe("The class of the refusal: a permanent code."),
    permanence: z.string().optional().describe("permanent, temporary or unknown."),
    receiver: z.string().optional().describe("Who said it: the id of a known receiver, or a host name."),
    codes: strings.describe("Reply code, enhanced status code, the receiver’s own codes."),
    list: z.string().optional().describe("The blocklist that was named."),
    saw: z
      .record(z.string(), z.string())
      .describe("What the receiver recorded, by name: address, name, helo, spf, dkim, dmarc, iprev."),
    outcome: z
      .looseObject({ at: z.int(), of: z.int() })
      .optional()
      .describe("Where the text had several outcomes: which of them this is, counted from 1, and of how many."),
    below: z.int().optional().describe("How many Received fields stood below the one that was read."),
  })
  .describe("What the bounce or the headers said that the report was made from; absent otherwise.")
  .register(PUBLIC, { id: "Context" });

export const subjectField = z
  .looseObject({
    id: z.string().describe("Unique in the report; verdicts name it."),
    scope: z.enum(["server", "receiver", "sender", "host", "domain"]),
    address: z.string().optional(),
    name: z.string().optional().describe("The host name this address was found under, or the domain."),
    signals: strings.describe("The signals judged for it, in order."),
  })
  .describe("One thing that was judged: an address that sends, one that receives, a host name, a domain.")
  .register(PUBLIC, { id: "Subject" });

export const lookupField = z
  .looseObject({
    name: z.string(),
    type: z.string(),
    rcode: z
      .string()
      .describe("NOERROR, NXDOMAIN, SERVFAIL …, or where no reply came TIMEOUT, NETWORK, MALFORMED and the like."),
    records: strings.describe("The answer section in presentation format, CNAMEs included."),
    ttl: z.number().optional().describe("Seconds; absent where nothing came."),
    server: z.string().describe("Who answered, or was silent last: address, or address#port."),
    flags: strings.describe("Header flags of the reply; tcp and cached where they apply."),
    ms: z.number().describe("Milliseconds from the first question to the last reply."),
    facts: strings.describe("What it was asked for."),
    subjects: strings.describe("The subjects it was asked for."),
  })
  .describe("A DNS question and what came back.")
  .register(PUBLIC, { id: "Lookup" });

const reply = z
  .looseObject({ code: z.int(), lines: strings })
  .describe("An SMTP reply.")
  .register(PUBLIC, { id: "Reply" });

const certificate = z
  .looseObject({
    subject: z.string(),
    issuer: z.string(),
    dnsNames: strings,
    ipAddresses: strings,
    commonName: z.string().optional(),
    notBefore: z.number().describe("Epoch milliseconds."),
    notAfter: z.number().describe("Epoch milliseconds."),
    keyType: z.string(),
    keyBits: z.number().optional(),
    signatureAlgorithm: z.string().optional(),
    selfSigned: z.boolean(),
    chain: z.string().describe("trusted, or why it is not."),
    fingerprint: z.string().describe("SHA-256."),
    spkiFingerprint: z.string().describe("SHA-256 of the public key, as in TLSA records 3 1 1."),
    chainSubjects: strings,
    presented: z
      .array(
        z.looseObject({
          sha256: z.string().describe("Of the certificate, as in TLSA records with selector 0."),
          sha512: z.string(),
          spkiSha256: z.string().describe("Of the public key, as in TLSA records with selector 1."),
          spkiSha512: z.string(),
          notBefore: z.number().describe("Epoch milliseconds."),
          notAfter: z.number().describe("Epoch milliseconds."),
          signs: z.boolean().describe("Whether signatures lead from the server's own certificate to this one."),
        }),
      )
      .optional()
      .describe("The chain as sent, the server's own certificate first."),
  })
  .describe("The certificate a server showed.")
  .register(PUBLIC, { id: "Certificate" });

const tls = z
  .discriminatedUnion("kind", [
    z.looseObject({
      kind: z.literal("established"),
      protocol: z.string(),
      cipher: z.string(),
      certificate: certificate.optional(),
    }),
    z.looseObject({ kind: z.literal("not-offered") }),
    z.looseObject({ kind: z.literal("declined"), reply }),
    z.looseObject({ kind: z.literal("handshake-failed"), detail: z.string() }),
    z.looseObject({ kind: z.literal("not-reached"), why: z.string() }),
  ])
  .describe("How STARTTLS went.")
  .register(PUBLIC, { id: "Tls" });

export const sessionField = z
  .looseObject({
    address: z.string().describe("The address that was dialled."),
    serverName: z.string().optional().describe("The host name sent as server name (SNI); absent where none was."),
    connection: z.enum([
      "open",
      "closed",
      "filtered",
      "blocked-here",
      "no-route",
      "refused",
      "tarpit",
      "dropped",
      "not-smtp",
      "forbidden",
      "cancelled",
      "limit",
    ]),
    detail: z.string().optional(),
    port25: z.enum(["works", "blocked", "unknown"]).optional().describe("Whether we reach port 25 anywhere."),
    greeting: reply.optional(),
    greetingName: z.string().optional().describe("The host name in the greeting."),
    greetingWord: z.string().optional().describe("The word there, where it is not a host name."),
    masked: z.boolean().describe("Whether a firewall has overwritten the greeting."),
    ehlo: reply.optional(),
    helo: reply.optional(),
    ehloName: z.string().optional(),
    ehloWord: z.string().optional(),
    ehloAfterTls: reply.optional(),
    tls,
    oddities: strings.optional(),
    transcript: strings,
    ms: z.number(),
    greetingMs: z.number().optional(),
  })
  .describe("A conversation with a mail server: EHLO, STARTTLS, QUIT, and never a message.")
  .register(PUBLIC, { id: "Session" });

export const leftOutField = z
  .looseObject({
    addresses: z.int(),
    sessions: z.int().describe("SMTP sessions."),
    connections: z.int().describe("HTTPS connections."),
    questions: z.int().describe("DNS questions."),
    octets: z.int().describe("Octets of evidence."),
  })
  .describe("How much our own limits for one check left out.")
  .register(PUBLIC, { id: "LeftOut" });

const relation = z
  .enum(["same", "same-organisation", "unrelated", "missing", "unknown"])
  .describe("The verdict in one word, as reports have always had it.");
const shown = {
  signal: z.string().describe("The signal whose verdict it shows."),
  status: z.enum([...statusField.options, "pending"]).describe("The status of that verdict."),
  says: z.string().describe("That verdict in a few words."),
};
const chainPoint = z
  .looseObject({ label: z.string(), ...shown, relation, detail: z.string().optional() })
  .describe("A box of the identity chain: a name, an address, or what is said under that name.")
  .register(PUBLIC, { id: "ChainPoint" });
const chainEdge = z
  .looseObject(shown)
  .describe("An arrow of the identity chain.")
  .register(PUBLIC, { id: "ChainEdge" });
export const chainField = z
  .looseObject({
    subject: z.string(),
    address: z.string(),
    names: z.array(chainPoint).describe("PTR names, at most three, the confirmed one first."),
    addresses: z.array(chainPoint).describe("Where the first name resolves to, at most three addresses."),
    back: relation,
    hangers: z.array(chainPoint).describe("Greeting, EHLO, certificate, SPF and so on; label is the kind."),
    edges: z.looseObject({ ptr: chainEdge, forward: chainEdge, back: chainEdge }),
  })
  .describe("The identity chain of one address. Its statuses are those of the verdicts it names.")
  .register(PUBLIC, { id: "Chain" });
