/**
 * Quotes a foreign value for a POSIX shell, so that a copied command does only what it shows. Quotes do not keep a
 * program from taking `-f` or `@host` for an option: put foreign values where it cannot (`dig -q NAME -t TYPE`).
 */
export function shell(value: string | undefined): string {
  if (value === undefined) return "''";
  return /^[A-Za-z0-9_./:][A-Za-z0-9@%+=:,./_-]*$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}

/** An address as the host of `host:port`: IPv6 in brackets, which a shell wants quoted. */
export const shellHost = (address: string | undefined): string =>
  shell(address?.includes(":") ? `[${address}]` : address);
