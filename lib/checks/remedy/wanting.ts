import type { PresentedVerdict } from "../presented.ts";
import type { Fix } from "../signal.ts";
import type { Weight } from "./step.ts";

/** A verdict that asks for something. */
export type Wanting = PresentedVerdict & { readonly status: Weight; readonly fix: Fix };
