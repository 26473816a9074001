import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * No assertions: nets for what would otherwise hang for ever. Tests wait on events, and a busy machine may be many times
 * slower than an idle one.
 */
const MINUTE = 60_000;
const nets = { testTimeout: 5 * MINUTE, hookTimeout: 5 * MINUTE, teardownTimeout: MINUTE };

const globalSetup = ["scripts/leaves-nothing.mjs"];
const setupFiles = ["lib/checks/testing/patient-timers.ts", "lib/testing/end-started.ts"];

/** Files that take a minute or so. The others fill up what is left of the time. */
const LONG = [
  "integration/fault-matrix/",
  "integration/instances",
  "integration/kills",
  "integration/coherence",
  "integration/cli",
  "integration/watches",
  "integration/pools.",
  "integration/operations",
  "lib/checks/signals/sending-domain.faults",
];

/** Begun first, whatever was measured here before: one long file at the end would leave the other core idle. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const { long = [], others = [] } = Object.groupBy(sorted, ({ moduleId }) =>
      LONG.some((path) => moduleId.includes(path)) ? "long" : "others",
    );
    return [...long, ...others];
  }
}

/**
 * Pages are drawn by React as it is in production: in development it makes a stack trace for each element, which took
 * half of the time of a test that draws.
 */
const asInProduction = { oxc: { jsx: { runtime: "automatic" as const, development: false } } };
const env = { NODE_ENV: "production" as const };

/** The parts of a service in the process of their tests: settings, store and vantage are this process's, and for good. */
const IN_PROCESS = "integration/*-in-process.test.ts";

const integration = {
  env,
  ...nets,
  testTimeout: 15 * MINUTE,
  hookTimeout: 15 * MINUTE,
  // A file waits for its service half of the time: twice as many as the small machine has cores keep both busy. Many
  // more would only wait for each other.
  maxWorkers: 4,
  globalSetup: [...globalSetup, "integration/lending.ts"],
  setupFiles,
};

export default defineConfig({
  test: {
    teardownTimeout: MINUTE,
    sequence: { sequencer: LongFirst },
    projects: [
      {
        test: {
          name: "unit",
          include: ["lib/**/*.test.ts", "components/**/*.test.{ts,tsx}"],
          // A file sees what the ones before it loaded: nothing here keeps state in a module, and loading the core anew
          // for each of them took three quarters of the time.
          isolate: false,
          maxWorkers: availableParallelism(),
          ...nets,
          globalSetup,
          setupFiles,
        },
      },
      // In front of the other one, for projects are taken down from the last to the first: what is left behind is looked
      // for when the lender has ended its services.
      {
        ...asInProduction,
        test: { ...integration, name: "integration-in-process", include: [IN_PROCESS], globalSetup },
      },
      {
        ...asInProduction,
        test: {
          ...integration,
          name: "integration",
          include: ["integration/**/*.test.ts"],
          exclude: [IN_PROCESS],
          // As with the unit tests: a worker for each file took more than a second of each.
          isolate: false,
        },
      },
      {
        test: {
          name: "lab",
          include: ["lab/**/*.test.ts"],
          ...nets,
          globalSetup: [...globalSetup, "lab/namespace.ts"],
          fileParallelism: false,
        },
      },
    ],
  },
});
