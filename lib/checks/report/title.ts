import { type Target, targetTitle } from "../target/target.ts";
import type { Report } from "./report.ts";

/** A report's target as a heading. What was stored was canonical when it was written. */
export const reportTitle = ({ target }: Pick<Report, "target">): string => targetTitle(target as Target);
