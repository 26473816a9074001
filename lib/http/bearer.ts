/** The maker's token of a program, as `Authorization: Bearer <token>` (RFC 6750). Undefined where there is none. */
export const bearerIn = (headers: Headers): string | undefined =>
  /^Bearer\s+([\w-]+)$/i.exec(headers.get("authorization") ?? "")?.[1];
