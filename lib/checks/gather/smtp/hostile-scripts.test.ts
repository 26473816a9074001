import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { SmtpSession } from "../../facts/smtp.ts";
import { corpus } from "../../testing/corpora.ts";
import { inSimulatedTime } from "../../testing/simulated-time.ts";
import { impatient, probeOne } from "../../testing/smtp-probing.ts";
import { prepare, type SmtpScript } from "../../testing/smtp-script.ts";

const file = corpus("own/smtp-hostile-scripts.json");
const scripts: readonly { id: string; steps: SmtpScript }[] = file ? JSON.parse(readFileSync(file, "utf8")) : [];

type Expected = { readonly [K in keyof SmtpSession]?: unknown };

const established = (certificate: object = {}): Expected => ({
  connection: "open",
  tls: { kind: "established", certificate },
});
const notReached = (why: string) => ({ kind: "not-reached", why });
const refused = { connection: "refused", tls: notReached("refused") };
const notSmtp = { connection: "not-smtp", tls: notReached("not-smtp") };
const greetedOnly = { connection: "open", tls: notReached("ehlo") };

/** What the session says of each script; a script that is not here is held to the general promises alone. */
const expected: Readonly<Record<string, Expected>> = {
  "bare-lf": { connection: "open", oddities: ["bare-lf"], ehloName: "mx.test" },
  "banner-name-private": { ...greetedOnly, greetingName: "localhost" },
  "banner-split": { ...greetedOnly, greetingName: "mx.test" },
  "bidi-banner": { ...greetedOnly, greetingWord: "\u202emoc.knab\u202c" },
  "cert-chain-20": established({ chain: "trusted" }),
  "cert-not-yet-valid": established({ chain: "CERT_NOT_YET_VALID" }),
  "cert-nul-in-cn": established({ commonName: "mx.test\0.evil.test", dnsNames: ["mx.test\0.evil.test"] }),
  "cert-rsa-1024": established({ keyBits: 1024 }),
  "cert-rsa-16384": established({ keyType: "rsa" }),
  "code-change-in-multiline": notSmtp,
  "code-not-number": notSmtp,
  "drip-forever-no-lf": notSmtp,
  "ehlo-40k-lines": greetedOnly,
  "ehlo-500-helo-ok": {
    connection: "open",
    ehlo: { code: 500, lines: ["what"] },
    helo: { code: 250, lines: ["mx.test"] },
  },
  "ehlo-auth-1000-spaces": { connection: "open", ehloName: "mx", tls: { kind: "not-offered" } },
  "esc-banner": { ...greetedOnly, greetingName: "mx.test" },
  "greet-421": { ...refused, greeting: { code: 421, lines: ["no service"] } },
  "greet-501": refused,
  "greet-535": refused,
  "greet-553": refused,
  "greet-554": { ...refused, greeting: { code: 554, lines: ["no service"] } },
  "greet-571": refused,
  "greylist-450-on-ehlo": greetedOnly,
  "http-server": notSmtp,
  "line-1m-no-lf": notSmtp,
  "nul-banner": { ...greetedOnly, greetingWord: "mx\0.test" },
  refuse: { connection: "dropped" },
  "slow-accept": { connection: "tarpit" },
  "ssh-server": notSmtp,
  "starttls-454": { connection: "open", tls: { kind: "declined", reply: { code: 454, lines: ["later"] } } },
  "starttls-close": { connection: "open", tls: { kind: "handshake-failed", detail: "ECONNRESET" } },
  "starttls-injected-reply": { ...established(), oddities: ["plaintext-before-tls"] },
  "starttls-not-offered-accepted": { connection: "open", tls: { kind: "not-offered" } },
  "tls-renegotiate-other-cert": established({ dnsNames: ["mx.test"] }),
  "two-replies-at-once": { ...greetedOnly, oddities: ["unsolicited-reply"] },
  "utf8-bad": { ...greetedOnly, greetingWord: "mx\xff\xfe" },
};

// The drip has to reach the longest line within the wait, which a timer of one millisecond each would not.
const scales: Readonly<Record<string, number>> = { "drip-forever-no-lf": 0 };

describe.skipIf(!file)("hostile scripts", () => {
  beforeAll(() => {
    for (const { steps } of scripts) prepare(steps);
  });

  test.each(scripts.map(({ id, steps }) => [id, steps] as const))("%s", hold);
});

/** Plays one script, and holds the session to what is promised. */
async function hold(id: string, steps: SmtpScript): Promise<void> {
  const limits = { ...impatient, smtpGreetingMs: 600, smtpReplyMs: 600 };
  const options = { scale: scales[id] ?? 1, vantage: { limits } };
  const { session, server } = await inSimulatedTime(() => probeOne(steps, options));
  expect(session).toMatchObject(expected[id] ?? {});
  // In time, within the caps, once, and never a word of mail.
  expect(session.ms).toBeLessThanOrEqual(limits.smtpSessionMs);
  expect(session.transcript.length).toBeLessThanOrEqual(61);
  expect(JSON.stringify(session).length).toBeLessThan(128 * 1024);
  expect(server.connections()).toBe(1);
  for (const command of server.commands) expect(command).toMatch(/^(?:(?:EHLO|HELO) probe\.example|STARTTLS|QUIT)$/);
  if (session.connection === "refused") expect(server.commands).toEqual(["QUIT"]);
}
