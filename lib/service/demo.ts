import { shared } from "./shared.ts";

/** Something to look at in the demo: a target, and what is the matter with it. */
export interface DemoSample {
  readonly id: string;
  readonly target: string;
  readonly options?: { readonly from?: string; readonly helo?: string; readonly selector?: string };
  readonly title: string;
  readonly note: string;
}
export interface DemoSection {
  readonly title: string;
  readonly samples: readonly DemoSample[];
}

/** Which address of the made-up internet stands for one of this machine, where a mail server connects from there. */
export type StandIn = (address: string) => string | undefined;

interface Mark {
  on: boolean;
  sections: readonly DemoSection[];
  standIn: StandIn;
}
const mark = (): Mark => shared("demo", () => ({ on: false, sections: [], standIn: () => undefined }));

/** Whether this process looks at the made-up internet. Every page then says so. */
export const isDemo = (): boolean => mark().on;

/** What there is to look at in it. */
export const demoSections = (): readonly DemoSection[] => mark().sections;

/** The address that is checked instead of one that connects; undefined: that one itself, as everywhere but in a demo. */
export const standInFor: StandIn = (address) => mark().standIn(address);

/** Said once, by `demo.ts`, before anything else starts. */
export function markDemo(sections: readonly DemoSection[] = [], standIn: StandIn = () => undefined): void {
  Object.assign(mark(), { on: true, sections, standIn });
}
