import type { Facts } from "../facts/facts.ts";
import type { SmtpReply, SmtpSession } from "../facts/smtp.ts";
import type { EhloName, SaidName, SentName, ServerName } from "../findings/server-name.ts";
import { isNaming, type NameKind, nameInArgument, nameKind, replyKind } from "../net/name-kind.ts";
import { defineFinding } from "./define.ts";

export const serverName = defineFinding<"serverName">()({
  needs: ["claims", "smtp"],
  untilEhlo: true,
  derive: nameServer,
});

/** What the server calls itself. Nothing after its answer to EHLO changes it. */
function nameServer({ claims, smtp }: Pick<Facts, "claims" | "smtp">): ServerName {
  const greeting = smtp.masked ? undefined : replied(smtp.greetingWord, smtp.greeting);
  const answered = replied(smtp.ehloWord, smtp.helo ?? smtp.ehlo, ours(smtp));
  const claimed = claims.helo && said(claims.helo, nameKind(claims.helo));
  const ehlo: SentName | undefined = claimed
    ? { ...claimed, origin: "claimed" }
    : answered && isNaming(answered)
      ? { ...answered, origin: "answered" }
      : undefined;
  return {
    ...(greeting ? { greeting } : {}),
    ...(answered ? { answered } : {}),
    ...(claimed ? { claimed } : {}),
    ...(ehlo ? { ehlo } : {}),
  };
}

/** The name we said in EHLO ourselves. */
function ours({ transcript }: SmtpSession): string | undefined {
  return transcript.map((line) => /^C: (?:EHLO|HELO) (\S+)/i.exec(line)?.[1]).find((word) => word !== undefined);
}

const replied = (word: string | undefined, reply: SmtpReply | undefined, echoed?: string): SaidName | undefined =>
  word ? said(word, replyKind(word, reply?.lines[0] ?? word, echoed)) : undefined;

function said<K extends NameKind>(text: string, kind: K): SaidName & { readonly kind: K } {
  const name = kind === "text" ? undefined : nameInArgument(text);
  return { text, kind, ...(name ? { name } : {}) };
}

export const ehloName = defineFinding<"ehloName">()({
  needs: ["serverName", "mailNames"],
  derive({ serverName: { ehlo }, mailNames }): EhloName | undefined {
    if (!ehlo) return undefined;
    const lookup = ehlo.origin === "claimed" ? mailNames.claimed : mailNames.ehlo;
    return { ...ehlo, ...(lookup ? { addresses: lookup.addresses } : {}) };
  },
});

/** The address that a literal or a bare address names, as text: `[192.0.2.1]`, `[IPv6:2001:db8::1]`, `192.0.2.1`. */
export const literalText = ({ text }: Pick<SaidName, "text">): string =>
  text.replace(/^\[|\]$/g, "").replace(/^ipv6:/i, "");
