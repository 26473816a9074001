import type { Fix } from "../../define/signal.ts";
import type { PresentedVerdict } from "../presented.ts";
import type { Weight } from "./step.ts";

/** A verdict that asks for something. One that is unknown does where what kept us from knowing can be mended. */
export type Fixable = PresentedVerdict & { readonly status: Weight | "unknown"; readonly fix: Fix };
