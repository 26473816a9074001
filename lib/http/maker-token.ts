/** The maker's token, as programs send it: a bearer token, or under the name it was given by. */
export function makerToken(headers: Headers): string | undefined {
  const [, bearer] = /^Bearer\s+([\w-]+)$/i.exec(headers.get("authorization") ?? "") ?? [];
  return bearer ?? headers.get("nameplate-delete-token")?.trim();
}
