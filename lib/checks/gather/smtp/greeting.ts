import type { SmtpReply } from "../../facts/smtp.ts";
import { type DomainName, isHostname, parseName } from "../../net/domain-name.ts";

const MAX_WORD = 255;

/**
 * The first word of a reply: where RFC 5321 (sections 4.2 and 4.1.1.1) lets the server say its own name. Without what
 * the sentence puts behind it: `250 mail.example.com, pleased to meet you`.
 */
export function wordIn(reply: SmtpReply): string | undefined {
  const word = /^[ \t]*([^ \t]+)/.exec(reply.lines[0] ?? "")?.[1]?.slice(0, MAX_WORD);
  const name = word?.replace(/[,:;!]{1,3}$/, "");
  return name || word;
}

/** That word as a host name, where it can be one. Octets beyond ASCII are no name here: nobody said which letters. */
export function nameIn(reply: SmtpReply): DomainName | undefined {
  const word = wordIn(reply);
  const name = word && /^[\x21-\x7e]+$/.test(word) ? parseName(word) : undefined;
  return name && isHostname(name) ? name : undefined;
}

/**
 * Whether a middlebox has overwritten the greeting: inspection as in Cisco's PIX and ASA leaves asterisks, spaces and
 * the digits of 220; others write an X for each letter.
 */
export function isMasked(greeting: SmtpReply): boolean {
  const line = greeting.lines[0] ?? "";
  return (/\*{3}/.test(line) && /^[*20 ]+$/.test(line)) || /^X{8}[X20 ]*$/.test(line);
}

const keywords = (ehlo: Pick<SmtpReply, "lines">) =>
  ehlo.lines.slice(1).map((line) => (/^[^ \t]*/.exec(line)?.[0] ?? "").toUpperCase());

/** Whether the answer to EHLO names STARTTLS (RFC 3207 section 2); its first line is the server's name. */
export const offersStarttls = (ehlo: Pick<SmtpReply, "lines">): boolean => keywords(ehlo).includes("STARTTLS");

/**
 * The same middleboxes overwrite the keywords that they do not let through, a letter each: STARTTLS becomes `XXXXXXXA`.
 * Where they do that to any of them, what else the server offers is not known.
 */
export const masksStarttls = (ehlo: Pick<SmtpReply, "lines">): boolean =>
  keywords(ehlo).some((word) => /^X{3,}[A-Z]?$/.test(word));
