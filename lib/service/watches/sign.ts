import { createHmac, randomBytes } from "node:crypto";

/*
 * Standard Webhooks 1.0.0 (https://www.standardwebhooks.com): who receives a message can tell that it is ours, and when it
 * was sent.
 */

const PREFIX = "whsec_";
/** The specification asks for 24 to 64 octets. */
const SECRET_OCTETS = 32;

/** A new secret, as it is given to whoever receives the messages. */
export const newSecret = (): string => PREFIX + randomBytes(SECRET_OCTETS).toString("base64");

/** The header fields of a message; `sentAt` in epoch milliseconds. One that is sent again keeps its id. */
export function signedHeaders(id: string, sentAt: number, body: string, secret: string): Record<string, string> {
  const seconds = Math.floor(sentAt / 1000);
  const key = Buffer.from(secret.slice(PREFIX.length), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": String(seconds), "webhook-signature": `v1,${signature}` };
}
