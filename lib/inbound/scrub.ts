/**
 * Takes the local part off every e-mail address: what is left of `jane.doe@example.com` is `@example.com`. First thing
 * done with whatever is pasted, so that nothing read from it can hold one. Linear: from each `@` back to what begins
 * the address, and never over the `@` before it.
 */
export function withoutLocalParts(text: string): string {
  let out = "";
  let kept = 0;
  for (const { index, 0: sign } of text.matchAll(/[@＠﹫]|%40/g)) {
    const start = startOfLocalPart(text, index, kept, sign === "%40" ? BEFORE_IN_URL : BEFORE);
    out += `${text.slice(kept, start)}@`;
    kept = index + sign.length;
  }
  // Local users, as log lines name them.
  return (out + text.slice(kept)).replace(
    /\b((?:orig_)?to|from|user|uid|sasl_username|mailbox)=<?[^@<>\s,;]{1,64}>?/gi,
    unnamed,
  );
}

/** Keeps `from=example.com` and `from=[203.0.113.7]`, which are hosts; drops `to=<jane>`. */
const unnamed = (whole: string, key: string): string => (/=<?[^<>]*[.:]/.test(whole) ? whole : `${key}=<>`);

/** RFC 5321 allows 64 octets; VERP, SRS and BATV make long ones, and some programs longer ones than that. */
const MAX_LOCAL_PART = 320;
const BEFORE = /[\s<>"'()[\],;:|«»“”`]/;

const BEFORE_IN_URL = /[\s<>"'()[\],;:|/?&=]/;
/** An equals sign may be in a local part; behind these it is not. */
const KEY = /^(?:smtp\.\w+|header\.\w+|policy\.\w+|envelope-from|from|to|orig_to|sender|rcpt|user|e?mail|i)=/i;

function startOfLocalPart(text: string, at: number, least: number, before: RegExp): number {
  const floor = Math.max(least, at - MAX_LOCAL_PART);
  let start = at;
  if (text[at - 1] === '"') {
    // A quoted local part, on one line.
    const open = text.lastIndexOf('"', at - 2);
    return open >= floor && !text.slice(open, at).includes("\n") ? open : at;
  }
  while (start > floor && !before.test(text.charAt(start - 1))) start--;
  return start + (KEY.exec(text.slice(start, at))?.[0].length ?? 0);
}
