import type { DomainName } from "../net/domain-name.ts";

/**
 * The mail address that an SOA record's RNAME stands for (RFC 1035 section 8): the first label is the local part, in
 * which dots are escaped. Undefined where it is none.
 */
export function mailboxOf(rname: DomainName): string | undefined {
  const [, local = "", domain = ""] = /^([^.]+)\.(.+)$/.exec(rname) ?? [];
  const readable = local.replace(/\\(\d{3})/g, (_, code: string) => String.fromCharCode(Number(code)));
  const address = `${readable}@${domain}`;
  return /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(address)
    ? address
    : undefined;
}
