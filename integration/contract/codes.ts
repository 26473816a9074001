import { z } from "zod";
import type { Party } from "../../lib/checks/define/signal.ts";
import type { ForwardOwner, PtrOwner } from "../../lib/checks/findings/zone-holders.ts";
import { ADDRESS_LISTS } from "../../lib/checks/formats/dnsbl/address-lists.ts";
import { ALLOW_LISTS } from "../../lib/checks/formats/dnsbl/allow-lists.ts";
import { NAME_LISTS } from "../../lib/checks/formats/dnsbl/name-lists.ts";
import type { TicketProblemCode } from "../../lib/checks/present/plan/ticket.ts";
import { providers } from "../../lib/checks/providers/index.ts";
import { receivers } from "../../lib/checks/receivers/index.ts";
import { reportSchema } from "../../lib/checks/report/report.ts";
import { signals } from "../../lib/checks/signals/index.ts";
import { type ProblemCode, problemStatus } from "../../lib/http/problem.ts";
import { CAUSES } from "../../lib/inbound/bounce/causes.ts";
import { isReceiverId } from "../../lib/inbound/receivers.ts";

/** By registry, the ids there are, each with the codes it can give. */
export type Registry = Readonly<Record<string, Readonly<Record<string, readonly (string | number)[]>>>>;

/** Every id and code that a report, an answer or a URL can hold, as the registries of this version have them. */
export function codesOfToday(): Registry {
  return {
    signals: Object.fromEntries(
      signals.map(({ id, group, scopes, outcomes }) => [id, [group, ...scopes, ...Object.keys(outcomes)]]),
    ),
    receivers: Object.fromEntries(receivers.map(({ id, kind, rules }) => [id, [kind, ...Object.keys(rules)]])),
    providers: Object.fromEntries(providers.map(({ id }) => [id, []])),
    causes: Object.fromEntries(Object.keys(CAUSES).map((cause) => [cause, []])),
    lists: Object.fromEntries([...ADDRESS_LISTS, ...ALLOW_LISTS, ...NAME_LISTS].map(({ id }) => [id, []])),
    "receivers of a bounce": Object.fromEntries(REFUSING.filter(isReceiverId).map((id) => [id, []])),
    problems: Object.fromEntries(PROBLEMS.map((code) => [code, [problemStatus(code)]])),
    /** What the stored report's fields can say, by place. */
    reports: enumsOf(z.toJSONSchema(reportSchema, { io: "input" }), {}),
  };
}

/** Who a bounce can be from: no list of them is exported, only whether an id is one. */
const REFUSING =
  "gmail microsoft yahoo gmx apple t-online orange la-poste sfr free comcast cox spectrum godaddy mail-ru yandex qq freenet strato ovhcloud fastmail proton zoho proofpoint barracuda symantec cisco trend-micro hornetsecurity".split(
    " ",
  );

// Codes that only types list: one that is removed does not compile.
const PROBLEMS = [
  "invalid-request",
  "cross-site",
  "delete-forbidden",
  "not-found",
  "method-not-allowed",
  "not-running",
  "others-wait",
  "deleted",
  "expired",
  "too-large",
  "unsupported-type",
  "invalid-target",
  "too-fast",
  "internal",
  "full",
] as const satisfies readonly ProblemCode[];
type Kept<All extends string, Given extends All> = Given;
type _Parties = Kept<Party, "address-owner" | "reverse-dns" | "forward-dns" | "server" | "sender-dns" | "list" | "us">;
type _PtrOwners = Kept<
  PtrOwner,
  "yours" | "provider" | "provider-likely" | "delegated" | "holder" | "undelegated" | "unknown"
>;
type _ForwardOwners = Kept<ForwardOwner, "zone" | "not-registered" | "no-name" | "unknown">;
type _TicketProblems = Kept<
  TicketProblemCode,
  "no-name" | "underscore" | "alias" | "nxdomain" | "no-address" | "elsewhere" | "unknown"
>;

/** Every list of allowed values in a JSON schema, by the path of its field. */
function enumsOf(schema: unknown, found: Record<string, string[]>, path = ""): Record<string, string[]> {
  if (typeof schema !== "object" || schema === null) return found;
  const { enum: values, const: value, properties, items, additionalProperties, anyOf, oneOf } = schema as JsonSchema;
  const said = [...(values ?? []), ...(value === undefined ? [] : [value])];
  if (said.length > 0) found[path] = [...new Set([...(found[path] ?? []), ...said])];
  for (const [name, inner] of Object.entries(properties ?? {})) enumsOf(inner, found, `${path}.${name}`);
  enumsOf(items, found, `${path}[]`);
  enumsOf(additionalProperties, found, `${path}{}`);
  for (const one of [...(anyOf ?? []), ...(oneOf ?? [])]) enumsOf(one, found, path);
  return found;
}

interface JsonSchema {
  readonly enum?: string[];
  readonly const?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly items?: unknown;
  readonly additionalProperties?: unknown;
  readonly anyOf?: readonly unknown[];
  readonly oneOf?: readonly unknown[];
}
