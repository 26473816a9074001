import type { SmtpConnection, SmtpSession } from "../facts/smtp.ts";
import { parseName } from "../net/domain-name.ts";

/** Short spellings of SMTP sessions, for table tests. */
export function session(said: { greeting?: string; ehlo?: string } = {}, more: Partial<SmtpSession> = {}): SmtpSession {
  const { greeting = "mail.example.com", ehlo = greeting } = said;
  const greetingName = parseName(greeting);
  const ehloName = parseName(ehlo);
  return {
    connection: "open",
    greeting: { code: 220, lines: [`${greeting} ESMTP`] },
    greetingWord: greeting,
    ...(greetingName ? { greetingName } : {}),
    masked: false,
    ehlo: { code: 250, lines: [ehlo, "STARTTLS"] },
    ehloWord: ehlo,
    ...(ehloName ? { ehloName } : {}),
    tls: { kind: "established", protocol: "TLSv1.3", cipher: "TLS_AES_256_GCM_SHA384" },
    transcript: [],
    ms: 40,
    ...more,
  };
}

/** A session that did not get to a greeting with 220. */
export const noSession = (connection: SmtpConnection, greeting?: SmtpSession["greeting"]): SmtpSession => ({
  connection,
  ...(greeting ? { greeting } : {}),
  masked: false,
  tls: { kind: "not-reached", why: connection },
  transcript: [],
  ms: 40,
});
