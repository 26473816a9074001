import { randomBytes } from "node:crypto";

const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
const BITS = 5;

/**
 * 128 random bits as 26 letters and digits: the local part of an address and the link to its page. One case only, as mail
 * servers may change that of a local part.
 */
export function newToken(): string {
  let value = BigInt(`0x${randomBytes(16).toString("hex")}`);
  let token = "";
  for (let i = 0; i < 26; i++) {
    token = LETTERS[Number(value & 31n)] + token;
    value >>= BigInt(BITS);
  }
  return token;
}

/** Whether a text can be a token at all: what else arrives is not looked up. The first letter has three bits. */
export const isToken = (text: string): boolean => /^[a-h][a-z2-7]{25}$/.test(text);

/** Before the token where the message is to be read, too. */
export const READ_PREFIX = "read-";

/** The token in a local part, and whether the message is to be read; undefined where none can be in it. */
export function tokenIn(local: string): { readonly token: string; readonly reads: boolean } | undefined {
  const lower = local.toLowerCase();
  const reads = lower.startsWith(READ_PREFIX);
  const token = reads ? lower.slice(READ_PREFIX.length) : lower;
  return isToken(token) ? { token, reads } : undefined;
}
