import { linesOf } from "../../service/plans/address-lines.ts";
import type { KeptInput } from "../../service/plans/plan-input.ts";
import {
  type MoveFields,
  type PlanFields,
  readMoveFields,
  readPlanFields,
  type WishReading,
} from "../../service/plans/read-wish.ts";
import { vantage } from "../../service/service-vantage.ts";

/** Everything the two forms have, as it was typed. */
export interface PlanFormValues {
  readonly from: string;
  readonly name: string;
  readonly selector: string;
  readonly addresses: string;
  readonly ipv6Off: boolean;
  readonly before: string;
  readonly after: string;
  readonly purpose: "move" | "fail-over";
}

/** The fields of a form or of the address of its page. */
export function formValues(field: (name: string) => string): PlanFormValues {
  return {
    ...{ from: field("from"), name: field("name"), selector: field("selector") },
    ...{ addresses: field("addresses"), before: field("before"), after: field("after") },
    ipv6Off: field("ipv6") === "off",
    purpose: field("purpose") === "fail-over" ? "fail-over" : "move",
  };
}

/** Reads what was put in, as the API does. */
export function readForm(kind: KeptInput["kind"], values: PlanFormValues): WishReading {
  const selectors = values.selector.trim() ? [values.selector] : [];
  const as = { from: values.from, name: values.name, selectors };
  if (kind === "plan") {
    const fields: PlanFields = { ...as, addresses: linesOf(values.addresses), ipv6Off: values.ipv6Off };
    return readPlanFields(fields, vantage());
  }
  const fields: MoveFields = {
    ...{ ...as, purpose: values.purpose },
    ...{ before: linesOf(values.before), after: linesOf(values.after) },
  };
  return readMoveFields(fields, vantage());
}

/** As much of a form as an address can carry back: beyond it, the browser's own copy is the better one. */
const MAX_BACK = 6_000;

/**
 * The query that fills the form in again, with nothing lost; undefined where it is longer than an address may be. `asked`
 * says that a form was sent: only then its problems are shown.
 */
export function formQuery(kind: KeptInput["kind"], values: PlanFormValues): string | undefined {
  const { from, name, selector, addresses, ipv6Off, before, after, purpose } = values;
  const own: readonly (readonly [string, string])[] =
    kind === "plan"
      ? [
          ["addresses", addresses],
          ["ipv6", ipv6Off ? "off" : ""],
        ]
      : [
          ["before", before],
          ["after", after],
          ["purpose", purpose === "move" ? "" : purpose],
        ];
  const query = new URLSearchParams();
  for (const [key, value] of [["from", from], ["name", name], ["selector", selector], ...own] as const)
    if (value) query.set(key, value);
  query.set("asked", "1");
  const text = `?${query}`;
  return text.length > MAX_BACK ? undefined : text;
}

/** What a kept plan was made from, as form values: for "change" on its page. */
export function valuesOf(input: KeptInput): PlanFormValues {
  const lines = (addresses: readonly string[]) => addresses.join("\n");
  return {
    ...{ from: input.from ?? "", name: input.name ?? "", selector: input.selectors.join(" ") },
    ipv6Off: input.kind === "plan" && input.ipv6Off,
    addresses: input.kind === "plan" ? lines(input.addresses) : "",
    before: input.kind === "move" ? lines(input.before) : "",
    after: input.kind === "move" ? lines(input.after) : "",
    purpose: input.kind === "move" ? input.purpose : "move",
  };
}
