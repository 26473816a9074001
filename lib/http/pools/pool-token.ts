/**
 * The maker's token of a pool: as a bearer token, or in the field by which it was handed out. What cannot be a token is
 * none.
 */
export function poolTokenIn(headers: Headers): string {
  const [, bearer] = /^Bearer\s+([\w-]+)$/i.exec(headers.get("authorization") ?? "") ?? [];
  return bearer ?? /^[\w-]+$/.exec(headers.get("nameplate-delete-token") ?? "")?.[0] ?? "";
}
