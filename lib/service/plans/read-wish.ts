import { asName, isHostname, optedOutWords, parseClaims, plain, type Vantage } from "../../checks/index.ts";
import { type AddressLines, type LineProblem, readAddressLines } from "./address-lines.ts";
import type { KeptInput } from "./plan-input.ts";

/** What was put in, as it was written. */
export interface WishFields {
  readonly from: string;
  readonly name: string;
  readonly selectors: readonly string[];
}
export interface PlanFields extends WishFields {
  readonly addresses: readonly string[];
  readonly ipv6Off: boolean;
}
export interface MoveFields extends WishFields {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly purpose: "move" | "fail-over";
}

export type WishField = "from" | "name" | "selectors" | "addresses" | "before" | "after" | "ipv6";

/** What is wrong with a field; of a field with lines, with one of them. */
export interface WishProblem extends Partial<Pick<LineProblem, "line" | "text">> {
  readonly field: WishField;
  readonly code: string;
  readonly says: string;
}

export type WishReading =
  | { readonly ok: true; readonly input: KeptInput }
  | { readonly ok: false; readonly problems: readonly WishProblem[] };

type Asked = Pick<Vantage, "guard" | "zones" | "isOptedOut">;

/** "I send as …, from …, through these addresses." */
export function readPlanFields(fields: PlanFields, vantage: Asked): WishReading {
  const { input, problems } = readClaims(fields, vantage);
  const read = readAddressLines(fields.addresses, vantage);
  const all: WishProblem[] = [
    ...(fields.from.trim()
      ? []
      : [{ field: "from" as const, code: "empty", says: "Put in the domain you send as, like example.com." }]),
    ...(fields.name.trim()
      ? []
      : [{ field: "name" as const, code: "empty", says: "Put in the server's host name, like mail01.example.com." }]),
    ...problems,
    ...linesProblems("addresses", read),
    ...contradiction(fields, read),
  ];
  const { from, name, selectors } = input;
  if (all.length > 0 || from === undefined || name === undefined) return { ok: false, problems: all };
  const { addresses } = read;
  return { ok: true, input: { kind: "plan", from, name, selectors, ipv6Off: fields.ipv6Off, addresses } };
}

/** "From these addresses to those." */
export function readMoveFields(fields: MoveFields, vantage: Asked): WishReading {
  const { input, problems } = readClaims(fields, vantage);
  const before = readAddressLines(fields.before, vantage);
  const after = readAddressLines(fields.after, vantage);
  const both = after.addresses.filter((address) => before.addresses.includes(address));
  const all: WishProblem[] = [
    ...problems,
    ...linesProblems("before", before),
    ...linesProblems("after", after),
    ...both.slice(0, 3).map((address) => ({
      field: "after" as const,
      code: "both-sides",
      says: `${address} is among the old addresses as well. Leave it on one side.`,
    })),
  ];
  if (all.length > 0) return { ok: false, problems: all };
  const { purpose } = fields;
  return {
    ok: true,
    input: { kind: "move", ...input, purpose, before: before.addresses, after: after.addresses },
  };
}

function linesProblems(field: "addresses" | "before" | "after", { addresses, problems }: AddressLines): WishProblem[] {
  if (addresses.length === 0 && problems.length === 0)
    return [{ field, code: "empty", says: "Put in at least one address, like 198.51.100.7." }];
  return problems.map((problem) => ({ field, ...problem }));
}

function contradiction({ ipv6Off }: PlanFields, { addresses }: AddressLines): WishProblem[] {
  const [six] = addresses.filter((address) => address.includes(":"));
  return ipv6Off && six
    ? [
        {
          field: "ipv6",
          code: "contradiction",
          says: `IPv6 is to be off, but ${six} is an IPv6 address. Leave one of the two out.`,
        },
      ]
    : [];
}

/** The claims that all checks are made with, in canonical form, read as the check's own options are. */
function readClaims({ from, name, selectors }: WishFields, { zones = [], isOptedOut }: Asked) {
  const fields = { from: from.trim(), helo: name.trim(), selector: [...selectors] };
  const { claims, problems } = parseClaims(fields, { zones });
  const host = claims.helo;
  const found: WishProblem[] = [
    ...(problems.from ? [{ field: "from" as const, code: problems.from.code, says: plain(problems.from.says) }] : []),
    ...(problems.helo ? [{ field: "name" as const, code: problems.helo.code, says: plain(problems.helo.says) }] : []),
    ...(problems.selector
      ? [{ field: "selectors" as const, code: problems.selector.code, says: plain(problems.selector.says) }]
      : []),
  ];
  if (host && !problems.helo && !isHostname(host))
    found.push({
      field: "name",
      code: "no-host-name",
      says: `${host} is no host name. Put in one like mail01.example.com.`,
    });
  if (claims.from && isOptedOut?.(claims.from))
    found.push({ field: "from", code: "opted-out", says: plain(optedOutWords(claims.from)) });
  const input = {
    ...(claims.from ? { from: claims.from as string } : {}),
    ...(host && isHostname(host) ? { name: asName(host.toLowerCase()) as string } : {}),
    selectors: claims.selectors,
  };
  return { input, problems: found };
}
