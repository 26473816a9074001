import type { ReportContext } from "../checks/view.ts";
import { isCause } from "../inbound/bounce/causes.ts";
import { contextOfCodes, type Pasted } from "../inbound/read-pasted.ts";
import { isReceiverId } from "../inbound/receivers.ts";

/** Why the page at `/bounce` asks for more. */
export const WHYS = ["unread", "no-address", "not-public", "no-hop"] as const;
type Why = (typeof WHYS)[number];

/** Why no check could be started of what was pasted. */
export function whyNot({ kind, ask, certain }: Pasted): Why {
  if (ask) return "not-public";
  if (kind === "headers") return "no-hop";
  return certain ? "no-address" : "unread";
}

/**
 * What `/bounce` is told of a text that names no address: codes of ours and of the receiver's, never a word of the text.
 */
export function bounceQuery(why: Why, { cause, receiver, codes }: ReportContext): string {
  const query = new URLSearchParams({ why });
  if (isCause(cause) && cause !== "unknown") query.set("cause", cause);
  if (isReceiverId(receiver)) query.set("receiver", receiver);
  for (const code of codes.slice(0, 4)) if (isCode(code)) query.append("code", code);
  return `?${query}`;
}

/** The same read back, from a query or from the form's hidden fields: nothing but known codes gets through. */
export function contextFrom(values: (name: string) => readonly string[]): ReportContext | undefined {
  const [cause] = values("cause");
  const [receiver] = values("receiver");
  if (!isCause(cause)) return undefined;
  return contextOfCodes(
    cause,
    isReceiverId(receiver) ? receiver : undefined,
    values("code").filter(isCode).slice(0, 4),
  );
}

/** 550, 5.7.25, S3140, AUP#I-1100, RTR:DU, c=rdns. */
const isCode = (code: string): boolean =>
  /^(?:[245]\d\d|[245]\.\d{1,3}\.\d{1,3}|c=\w{1,6}|[A-Z]{1,6}[#:_-]?[A-Z0-9_()-]{0,14})$/.test(code);
