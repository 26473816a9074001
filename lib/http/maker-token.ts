import { originOf } from "./headers.ts";

/*
 * The token of whoever made something, for stopping and deleting it. Programs send it in the header. Browsers send it as
 * a cookie to the addresses below the page, and not to the page itself, which is the same for everybody.
 */

const COOKIE = "delete-token";
const DAY_SECONDS = 86_400;

/** A program's token: as `Authorization: Bearer <token>` (RFC 6750), or in the field by which it was handed out. */
export const makerTokenIn = (headers: Headers): string | undefined =>
  /^Bearer\s+([\w-]+)$/i.exec(headers.get("authorization") ?? "")?.[1] ??
  /^[\w-]+$/.exec(headers.get("nameplate-delete-token") ?? "")?.[0];

/** A browser's token. */
export const makerCookieIn = (headers: Headers): string | undefined =>
  new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]+)`).exec(headers.get("cookie") ?? "")?.[1];

/** The token in the fields of a form or a link. */
export const makerTokenOf = (fields: URLSearchParams): string | undefined =>
  /^[\w-]{22}$/.exec(fields.get("token") ?? "")?.[0];

/** The cookie that leaves whoever asks the token; `page` is the page's path, such as `/r/<id>`. */
export function makerCookie({ headers }: Pick<Request, "headers">, page: string, token: string): string {
  const age = 30 * DAY_SECONDS;
  const secure = originOf(headers).startsWith("https:");
  return `${COOKIE}=${token}; Path=${page}/; Max-Age=${age}; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`;
}
