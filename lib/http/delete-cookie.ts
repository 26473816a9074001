/**
 * The maker's token for deleting a report, for those who came by the form: a cookie that is sent to the deleting
 * address alone, so that the report's own page is the same for everybody.
 */
const NAME = "delete-token";
const DAY_SECONDS = 86_400;

export const deleteCookie = (id: string, token: string, secure: boolean): string =>
  makerCookie(`/r/${id}/delete`, token, secure);

/** The same for a watch: sent to what stops or renews it, and not to its page. */
export const watchCookie = (id: string, token: string, secure: boolean): string =>
  makerCookie(`/watch/${id}/`, token, secure);

function makerCookie(path: string, token: string, secure: boolean): string {
  const age = 30 * DAY_SECONDS;
  return `${NAME}=${token}; Path=${path}; Max-Age=${age}; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`;
}

export const deleteTokenIn = (headers: Headers): string | undefined =>
  new RegExp(`(?:^|;\\s*)${NAME}=([\\w-]+)`).exec(headers.get("cookie") ?? "")?.[1];
