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

/** A plan or a move to try in the demo: the fields of its form. */
export interface DemoPlan {
  readonly id: string;
  readonly kind: "plan" | "move";
  readonly title: string;
  readonly note: string;
  readonly fields: Readonly<Record<string, string>>;
}

interface Mark {
  on: boolean;
  sections: readonly DemoSection[];
  plans: readonly DemoPlan[];
}
const mark = (): Mark => shared("demo", () => ({ on: false, sections: [], plans: [] }));

/** Whether this process looks at the made-up internet. Every page then says so. */
export const isDemo = (): boolean => mark().on;

/** What there is to look at in it. */
export const demoSections = (): readonly DemoSection[] => mark().sections;

/** The plans or the moves to try in it; none outside of a demo. */
export const demoPlans = (kind: DemoPlan["kind"]): readonly DemoPlan[] =>
  mark().plans.filter((one) => one.kind === kind);

/** Said once, by `demo.ts`, before anything else starts. */
export function markDemo(sections: readonly DemoSection[] = [], plans: readonly DemoPlan[] = []): void {
  Object.assign(mark(), { on: true, sections, plans });
}
