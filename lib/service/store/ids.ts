import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** 128 random bits as 22 letters that need no escaping: a link that cannot be guessed. */
export const newId = (): string => randomBytes(16).toString("base64url");

/** Whether a text can be an id at all: what else arrives at `/r/` is not looked up. */
export const isId = (text: string): boolean => /^[A-Za-z0-9_-]{21}[AQgw]$/.test(text);

/** What is kept of a secret that has 128 random bits of its own, so a fast hash without salt is enough. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("base64url");

/** Whether a token is the one of which that is kept, in a time that does not tell where they differ. */
export function isTokenOf(kept: string, token: string): boolean {
  const hash = hashToken(token);
  return kept.length === hash.length && timingSafeEqual(Buffer.from(kept), Buffer.from(hash));
}
