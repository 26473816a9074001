/**
 * The maker's token for stopping and deleting what was made by a form: a cookie that is sent to the addresses below its
 * page, and not to the page itself, which is the same for everybody.
 */
const NAME = "delete-token";
const DAY_SECONDS = 86_400;

/** `page` is the page's path, such as `/r/<id>`. */
export function makerCookie(page: string, token: string, secure: boolean): string {
  const age = 30 * DAY_SECONDS;
  return `${NAME}=${token}; Path=${page}/; Max-Age=${age}; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`;
}

export const deleteTokenIn = (headers: Headers): string | undefined =>
  new RegExp(`(?:^|;\\s*)${NAME}=([\\w-]+)`).exec(headers.get("cookie") ?? "")?.[1];
