import { shared } from "./shared.ts";

const mark = () => shared("demo", () => ({ on: false }));

/** Whether this process looks at the made-up internet. Every page then says so. */
export const isDemo = (): boolean => mark().on;

/** Said once, by `demo.ts`, before anything else starts. */
export function markDemo(): void {
  mark().on = true;
}
