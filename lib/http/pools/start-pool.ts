import type { FieldProblem } from "../start.ts";

/** What somebody asks for: one of `targets` and `text`, and the options beside it. `selector` as in the form. */
export interface PoolFields {
  readonly targets?: readonly string[] | undefined;
  readonly text?: string | undefined;
  readonly from?: string | undefined;
  readonly helo?: string | undefined;
  readonly selector?: readonly string[] | undefined;
}

export type PoolStarting =
  | {
      readonly ok: true;
      readonly id: string;
      /** For the maker alone: cancels and deletes. */
      readonly deleteToken: string;
      readonly headers: Headers;
    }
  | {
      readonly ok: false;
      readonly code: "invalid-target" | "too-fast" | "too-many" | "unavailable" | "full";
      /** `field` is `text`, `targets`, `from`, `helo` or `selector`. */
      readonly problems: readonly FieldProblem[];
      readonly headers: Headers;
    };

/** Reads what is asked for, takes it from the asker's allowance and starts it: the one way in for form and API. */
export async function startPool(_request: Request, _fields: PoolFields): Promise<PoolStarting> {
  throw new Error("being written");
}
