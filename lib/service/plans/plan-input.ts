import { z } from "zod";
import type { MoveInput, PlanInput } from "../../checks/index.ts";

/** As many addresses as a plan, or one side of a move, takes. */
export const MAX_ADDRESSES = 16;

const strings = z.array(z.string()).readonly();
const as = { from: z.string(), name: z.string(), selectors: strings };

/** What is kept of a plan or a move: what was put in, in canonical form. */
export const planInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("plan"), ...as, ipv6Off: z.boolean(), addresses: strings }),
  z.object({
    kind: z.literal("move"),
    ...as,
    from: as.from.optional(),
    name: as.name.optional(),
    purpose: z.enum(["move", "fail-over"]),
    before: strings,
    after: strings,
  }),
]);
export type KeptInput = PlanInput | MoveInput;

export type Side = "before" | "after";

/** The addresses to check, in the order of the page. */
export const addressesOf = (input: KeptInput): readonly { readonly side: Side; readonly address: string }[] =>
  input.kind === "plan"
    ? input.addresses.map((address) => ({ side: "after", address }))
    : [
        ...input.before.map((address) => ({ side: "before" as const, address })),
        ...input.after.map((address) => ({ side: "after" as const, address })),
      ];
