/** A pasted mail, log or notice, in the pieces that mean different things. Plain text: transfer encodings are off. */
export interface Pieces {
  /** What was written to people, or all of it where there are no parts. */
  readonly notice: string;
  /** The fields of a `message/delivery-status` part (RFC 3464), unfolded. */
  readonly status: string;
  /** The message that came back, or its header fields: ours, not the receiver's words. */
  readonly returned: string;
}

/** As much of one part as is read. */
const MAX_PART = 200_000;

/**
 * Takes a delivery status notification apart (RFC 6522 multipart/report, also where only pieces of it were pasted), or
 * finds in flat text where the returned message begins.
 */
export function piecesOf(text: string): Pieces {
  const unix = text.replace(/\r\n?/g, "\n");
  const parts = /^content-type:/im.test(unix) ? partsOf(unix) : [];
  const status = parts.filter(({ type }) => /^message\/(?:global-)?delivery-status/.test(type));
  const returned = parts.filter(({ type }) => /^(?:message\/(?:rfc822|global)|text\/rfc822)/.test(type));
  const words = parts.filter(({ type }) => /^text\/(?!rfc822)/.test(type));
  if (status.length > 0 || returned.length > 0) {
    const before = words.filter(({ at }) => returned.every((part) => at < part.at));
    const plain = before.filter(({ type }) => !type.startsWith("text/html"));
    return {
      notice: (plain.length > 0 ? plain : before).map(wordsOf).join("\n"),
      status: unfold(status.map(({ body }) => body).join("\n")),
      returned: returned.map(({ body }) => body).join("\n"),
    };
  }
  const [notice, back] = splitAtReturned(words.length > 0 ? words.map(wordsOf).join("\n") : unix);
  return { notice, status: STATUS_FIELDS.test(notice) ? unfold(notice) : "", returned: back };
}

/** Joins folded header fields (RFC 5322 section 2.2.3). */
export const unfold = (text: string): string => text.replace(/\r?\n[ \t]+(?=\S)/g, " ");

const STATUS_FIELDS = /^(?:final-recipient|reporting-mta|remote-mta|diagnostic-code|action)[ \t]*:/im;

/** The lines by which flat bounces introduce what they send back. */
const RETURNED =
  /^[ \t>]*(?:-{2,}[^\n]{0,40}(?:copy of (?:the|your) message|original message|returned message|message header|unsent message|nachricht|message d'origine)[^\n]{0,80}|original message headers:?|the original message headers|--- below this line is a copy[^\n]{0,60}|ursprüngliche nachrichtenkopfzeilen:?|en-têtes du message d'origine[^\n]{0,20}|元のメッセージ[^\n]{0,20})[ \t]*$/im;

function splitAtReturned(text: string): [string, string] {
  const mark = RETURNED.exec(text);
  return mark ? [text.slice(0, mark.index), text.slice(mark.index + mark[0].length)] : [text, ""];
}

interface MessagePart {
  readonly type: string;
  readonly at: number;
  readonly body: string;
}

/** The words of a part: of HTML without its tags, which are not addresses in angle brackets. */
const wordsOf = ({ type, body }: MessagePart): string =>
  type.startsWith("text/html")
    ? body
        .replace(/<\/?[a-z][a-z0-9]{0,10}(?:\s[^<>]*)?\/?>/gi, " ")
        .replace(/&(lt|gt|amp|quot|nbsp|#39);/g, (_, entity: string) => ENTITIES[entity] ?? " ")
    : body;
const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', nbsp: " ", "#39": "'" };

/** Every part at every depth, in order: a part begins with header fields behind a boundary line. */
function partsOf(text: string): MessagePart[] {
  // A line of two hyphens and something before a Content- field; or the message's own header at the top.
  const starts = [...text.matchAll(/(?:^|\n)--[^\n]{0,200}\n(?=content-[a-z-]{1,40}:)/gi)].map(
    ({ index, 0: line }) => index + line.length,
  );
  const all = /^content-type:\s*multipart/im.test(text.slice(0, starts[0] ?? text.length)) ? starts : [0, ...starts];
  return all.map((start, i) => {
    const end = all[i + 1] ?? text.length;
    const whole = text.slice(start, Math.min(end, start + MAX_PART));
    const gap = /\n[ \t]*\n/.exec(whole);
    const head = unfold(gap ? whole.slice(0, gap.index) : "");
    const body = (gap ? whole.slice(gap.index + gap[0].length) : whole).replace(/\n--[^\n]{0,200}\n*$/, "");
    const field = (name: string) => new RegExp(`^${name}:[ \\t]*([^\\n]*)`, "im").exec(head)?.[1]?.trim() ?? "";
    const type = field("content-type").toLowerCase() || "text/plain";
    const charset = /charset="?([\w-]+)/.exec(type)?.[1];
    return { type, at: start, body: decoded(body, field("content-transfer-encoding").toLowerCase(), charset) };
  });
}

function decoded(body: string, encoding: string, charset = "utf-8"): string {
  if (encoding.startsWith("base64")) {
    const bytes = Buffer.from(body.replace(/[^A-Za-z0-9+/=]/g, ""), "base64");
    return words(bytes, charset);
  }
  if (!encoding.startsWith("quoted-printable")) return body;
  return body.replace(/=[ \t]*\n/g, "").replace(/(?:=[0-9a-f]{2})+/gi, (run) =>
    words(
      Uint8Array.from(run.match(/[0-9a-f]{2}/gi) ?? [], (hex) => Number.parseInt(hex, 16)),
      charset,
    ),
  );
}

function words(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
