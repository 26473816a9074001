import { bearerIn } from "../bearer.ts";

/** The maker's token of a pool: as a bearer token, or in the field by which it was handed out. Empty where there is none. */
export const poolTokenIn = (headers: Headers): string =>
  bearerIn(headers) ?? /^[\w-]+$/.exec(headers.get("nameplate-delete-token") ?? "")?.[0] ?? "";
