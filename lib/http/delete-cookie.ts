/**
 * The maker's token for stopping and deleting a report, for those who came by the form: a cookie that is sent to the
 * addresses below the report's own, so that its page is the same for everybody.
 */
const NAME = "delete-token";
const DAY_SECONDS = 86_400;

export const deleteCookie = (id: string, token: string, secure: boolean): string =>
  makerCookie(`/r/${id}/`, token, secure);

/** The same for a watch. */
export const watchCookie = (id: string, token: string, secure: boolean): string =>
  makerCookie(`/watch/${id}/`, token, secure);

function makerCookie(path: string, token: string, secure: boolean): string {
  const age = 30 * DAY_SECONDS;
  return `${NAME}=${token}; Path=${path}; Max-Age=${age}; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`;
}

export const deleteTokenIn = (headers: Headers): string | undefined =>
  new RegExp(`(?:^|;\\s*)${NAME}=([\\w-]+)`).exec(headers.get("cookie") ?? "")?.[1];
