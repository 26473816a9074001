/**
 * The maker's token for stopping and deleting a report, for those who came by the form: a cookie that is sent to the
 * addresses below the report's own, so that its page is the same for everybody.
 */
const NAME = "delete-token";
const DAY_SECONDS = 86_400;

/** `under` is where what the id names is found: `/r` for reports. */
export function deleteCookie(id: string, token: string, secure: boolean, under = "/r"): string {
  const age = 30 * DAY_SECONDS;
  return `${NAME}=${token}; Path=${under}/${id}/; Max-Age=${age}; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`;
}

export const deleteTokenIn = (headers: Headers): string | undefined =>
  new RegExp(`(?:^|;\\s*)${NAME}=([\\w-]+)`).exec(headers.get("cookie") ?? "")?.[1];
