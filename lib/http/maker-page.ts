import { originOf } from "./headers.ts";
import { makerCookieIn, makerTokenOf } from "./maker-token.ts";
import { type Link, plainForm } from "./plain-page.ts";
import { isFromHere } from "./same-site.ts";

/**
 * Asks whoever made something before it is deleted or stopped. The browser that made it also gets the link by which any
 * other one can, for as long as it keeps its cookie: nobody else is ever told.
 */
export function askMaker(
  request: Request,
  one: {
    /** What it is about, and the page to go back to. */
    readonly page: Link;
    /** The last part of the path that does it. */
    readonly act: "delete" | "stop";
    readonly button: string;
    /** What is asked of whoever has the link. */
    readonly question: string;
    /** What the browser that made it is told; the link follows. */
    readonly ours: string;
    readonly forbidden: Response;
  },
): Response {
  const { page, act, button, question, ours, forbidden } = one;
  const linked = makerTokenOf(new URL(request.url).searchParams);
  const token = linked ?? makerCookieIn(request.headers);
  if (!token) return forbidden;
  const action = `${page.href}/${act}`;
  const form = { action, button, fields: { token } };
  if (linked) return plainForm(question, form, page, { status: 200 });
  const keep = `${originOf(request.headers)}${action}?token=${token}`;
  const says = `${ours} So can anyone with this link: keep it to yourself.`;
  return plainForm(says, form, page, { status: 200, keep });
}

/** The maker's token of a form or of the browser that sent it; undefined where it was not sent from our own pages. */
export const makerOf = ({ headers }: Request, form: URLSearchParams): string | undefined =>
  isFromHere(headers, originOf(headers)) ? (makerTokenOf(form) ?? makerCookieIn(headers)) : undefined;
