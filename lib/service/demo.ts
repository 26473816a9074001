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
/** Which address of the made-up internet stands for one of this machine, where a mail server connects from there. */
export type StandIn = (address: string) => string | undefined;

interface Mark {
  on: boolean;
  sections: readonly DemoSection[];
  plans: readonly DemoPlan[];
  standIn: StandIn;
}
const mark = (): Mark => shared("demo", () => ({ on: false, sections: [], plans: [], standIn: () => undefined }));

/** Whether this process looks at the made-up internet. Every page then says so. */
export const isDemo = (): boolean => mark().on;

/** What there is to look at in it. */
export const demoSections = (): readonly DemoSection[] => mark().sections;

/** What pages show of it, the same at every start: what else belongs to a sample has keys that are made anew. */
export const shownInDemo = (): unknown =>
  demoSections().map(({ title, samples }) => ({
    title,
    samples: samples.map(({ id, target, pool, options, title, note }) => ({ id, target, pool, options, title, note })),
  }));

/** The plans or the moves to try in it; none outside of a demo. */
export const demoPlans = (kind: DemoPlan["kind"]): readonly DemoPlan[] =>
  mark().plans.filter((one) => one.kind === kind);

/** The address that is checked instead of one that connects; undefined: that one itself, as everywhere but in a demo. */
export const standInFor: StandIn = (address) => mark().standIn(address);

/** Said once, by `demo.ts`, before anything else starts. */
export function markDemo(shown: Partial<Omit<Mark, "on">> = {}): void {
  Object.assign(mark(), { on: true, ...shown });
}
