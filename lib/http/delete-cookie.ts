/**
 * The maker's token, for those who came by the form: a cookie that is sent to the addresses alone that need it, so that
 * the page itself is the same for everybody.
 */
const NAME = "delete-token";
const DAY_SECONDS = 86_400;

/** For the address that deletes a report. */
export const deleteCookie = (id: string, token: string, secure: boolean): string =>
  cookieAt(`/r/${id}/delete`, token, secure);

/** For the addresses below a pool's own: those that stop and delete it. */
export const poolCookie = (id: string, token: string, secure: boolean): string =>
  cookieAt(`/pool/${id}/`, token, secure);

function cookieAt(path: string, token: string, secure: boolean): string {
  const age = 30 * DAY_SECONDS;
  return `${NAME}=${token}; Path=${path}; Max-Age=${age}; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`;
}

export const deleteTokenIn = (headers: Headers): string | undefined =>
  new RegExp(`(?:^|;\\s*)${NAME}=([\\w-]+)`).exec(headers.get("cookie") ?? "")?.[1];
