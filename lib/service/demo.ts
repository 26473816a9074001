import { shared } from "./shared.ts";

/** Something to look at in the demo: a target, and what is the matter with it. */
export interface DemoSample {
  readonly id: string;
  readonly target: string;
  /** The pool that it is about, as it would be pasted; `target` is one of its addresses. */
  readonly pool?: string;
  readonly options?: { readonly from?: string; readonly helo?: string; readonly selector?: string };
  readonly title: string;
  readonly note: string;
}
export interface DemoSection {
  readonly title: string;
  readonly samples: readonly DemoSample[];
}

interface Mark {
  on: boolean;
  sections: readonly DemoSection[];
}
const mark = (): Mark => shared("demo", () => ({ on: false, sections: [] }));

/** Whether this process looks at the made-up internet. Every page then says so. */
export const isDemo = (): boolean => mark().on;

/** What there is to look at in it. */
export const demoSections = (): readonly DemoSection[] => mark().sections;

/** Said once, by `demo.ts`, before anything else starts. */
export function markDemo(sections: readonly DemoSection[] = []): void {
  Object.assign(mark(), { on: true, sections });
}
