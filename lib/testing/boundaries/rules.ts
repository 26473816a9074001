/**
 * Who may import whom: the one place that says so, and the one to change when folders move. The house that these rules
 * keep is described in docs/architecture.md. Patterns are globs on paths from the root; "!" takes out again, the last one
 * that fits decides. Packages are `npm:name`, Node's own `node:name`.
 */
export interface Rule {
  readonly id: string;
  /** Why: it is shown to whoever breaks the rule. */
  readonly reason: string;
  readonly from: readonly string[];
  /** What those files must not import, be it for a type. */
  readonly to: readonly string[];
  /** Whether they must not load it by way of others either; what is imported for its type alone is not loaded. */
  readonly transitive?: true;
  /** Imports there are today that break it, and what will end that. One that is gone has to go from here, too. */
  readonly yet?: readonly { readonly from: string; readonly to: string; readonly until: string }[];
  /** What the test plants to see it refused: a file and what it names. */
  readonly planted: readonly { readonly file: string; readonly imports: string }[];
}

const CORE = "lib/checks";
const TESTS = ["**/*.test.{ts,tsx}", "**/testing/**"];
const not = (patterns: readonly string[]) => patterns.map((pattern) => `!${pattern}`);

/** What only tests, measurements and the demo are made of. */
const WORKSHOP = ["bench/**", "lab/**", "integration/**", "e2e/**", "scripts/**"];
const FRAMEWORK = ["npm:next", "npm:next/**", "npm:react", "npm:react/**", "npm:react-dom", "npm:react-dom/**"];
const GATHER = `${CORE}/gather/**`;
const JUDGES = [`${CORE}/signals/**`, `${CORE}/receivers/**`, `${CORE}/providers/**`];
/** What is made of facts: verdicts, reports, words. */
const MEANING = [...JUDGES, ...["define/**", "derive/**", "words/**"].map((path) => `${CORE}/${path}`)];
const REPORT = ["report/**", "present/**", "run/**"].map((path) => `${CORE}/${path}`);
const STORE = ["lib/service/store/**", "lib/service/limits.ts"];
const LIVE = ["lib/service/live/**"];
const WIRE = ["lib/http/**", "lib/server/**"];
/** What belongs to this process: its settings, its vantage, its log. What the demo shows is data. */
const PROCESS = ["lib/service/**", "!lib/service/demo.ts"];
const PAGES = ["app/**", "components/**"];
const INBOUND = ["lib/inbound/**"];

/** The core's entry points: nothing else of it is imported from outside. */
export const ENTRIES = [`${CORE}/index.ts`, `${CORE}/view.ts`];

export const RULES: readonly Rule[] = [
  {
    id: "core-alone",
    reason: "The core knows nothing of pages, stores and settings: a Vantage is an argument.",
    from: [`${CORE}/**`],
    to: ["**", `!${CORE}/**`, "!node:**", "!npm:**", ...FRAMEWORK],
    planted: [
      { file: `${CORE}/planted.ts`, imports: "../service/env.ts" },
      { file: `${CORE}/planted.ts`, imports: "react" },
      { file: `${CORE}/signals/planted.ts`, imports: "next/headers" },
      { file: `${CORE}/gather/planted.ts`, imports: "../../service/store/current.ts" },
      { file: `${CORE}/planted.test.ts`, imports: "../../components/headline-card.tsx" },
    ],
  },
  {
    id: "core-packages",
    reason: "The core stands on a few libraries, each for one thing; another one is a decision.",
    from: [`${CORE}/**`, ...not(TESTS)],
    to: ["npm:**", ...not(["npm:zod", "npm:tldts", "npm:dns-packet", "npm:lru-cache"])],
    planted: [{ file: `${CORE}/planted.ts`, imports: "kysely" }],
  },
  {
    id: "core-pure",
    reason: "Gather alone touches the network and the machine; what follows from facts is worked out without either.",
    from: [`${CORE}/**`, ...not(TESTS), `!${GATHER}`, ...not(["index.ts", "run/**"].map((p) => `${CORE}/${p}`))],
    to: ["node:**", GATHER, "npm:dns-packet", "npm:lru-cache"],
    planted: [
      { file: `${CORE}/planted.ts`, imports: "node:fs" },
      { file: `${CORE}/planted.ts`, imports: "fs" },
      { file: `${CORE}/present/planted.ts`, imports: "../gather/index.ts" },
      { file: `${CORE}/view.ts`, imports: "./gather/dns/client.ts" },
      { file: `${CORE}/derive/planted.ts`, imports: "../gather/keys.ts" },
    ],
  },
  {
    id: "judges",
    reason: "A judge is pure: facts in, a code out. It asks nobody, no other judge either, and knows no report.",
    from: [...JUDGES, ...not(TESTS), ...not(["signals", "receivers", "providers"].map((f) => `${CORE}/${f}/index.ts`))],
    // What several receivers ask alike is in receivers/rules. Which provider gives such names is looked up in the providers' list, which is data and no judge.
    to: [
      ...JUDGES,
      ...not([`${CORE}/receivers/rules/**`, `${CORE}/providers/index.ts`]),
      ...REPORT,
      GATHER,
      "node:**",
      "npm:**",
    ],
    planted: [
      { file: `${CORE}/signals/planted.ts`, imports: "./fcrdns.ts" },
      { file: `${CORE}/signals/planted.ts`, imports: "../signals/fcrdns.ts" },
      { file: `${CORE}/receivers/planted.ts`, imports: "./gmail.ts" },
      { file: `${CORE}/receivers/planted.ts`, imports: "../signals/fcrdns.ts" },
      { file: `${CORE}/signals/planted.ts`, imports: "../gather/reverse.ts" },
      { file: `${CORE}/signals/planted.ts`, imports: "node:dns" },
      { file: `${CORE}/providers/planted.ts`, imports: "../report/report.ts" },
      { file: `${CORE}/signals/planted.ts`, imports: "tldts" },
    ],
  },
  {
    id: "gather",
    reason: "A gatherer records what it saw and never what it means.",
    from: [GATHER, ...not(TESTS)],
    to: [...MEANING, ...REPORT],
    planted: [
      { file: `${CORE}/gather/planted.ts`, imports: "../signals/index.ts" },
      { file: `${CORE}/gather/dns/planted.ts`, imports: "../../receivers/index.ts" },
      { file: `${CORE}/gather/planted.ts`, imports: "../report/report.ts" },
      { file: `${CORE}/gather/planted.ts`, imports: "../define/signal.ts" },
      { file: `${CORE}/gather/planted.ts`, imports: "../derive/index.ts" },
    ],
  },
  {
    id: "components",
    reason: "A component renders a report and looks at nothing else.",
    from: ["components/**", ...not(TESTS)],
    to: [GATHER, `${CORE}/index.ts`, ...STORE, ...LIVE, ...WIRE, ...PROCESS, "app/**", "node:**"],
    planted: [
      { file: "components/planted.tsx", imports: "node:fs/promises" },
      { file: "components/planted.tsx", imports: "../lib/checks/gather/index.ts" },
      { file: "components/report/planted.tsx", imports: "../../lib/service/store/current.ts" },
      { file: "components/client/planted.tsx", imports: "../../lib/service/live/read-report.ts" },
      { file: "components/planted.tsx", imports: "../lib/service/env.ts" },
      { file: "components/planted.tsx", imports: "../app/page.tsx" },
    ],
  },
  {
    id: "browser",
    reason:
      "What a component loads, a browser may load: neither directly nor through others does it reach the network, the machine, the store, or the catalogue, which is too heavy.",
    from: ["components/**", `${CORE}/view.ts`, ...not(TESTS)],
    to: [GATHER, ...JUDGES, ...STORE, ...LIVE, ...PROCESS, "node:**", "npm:zod", "npm:dns-packet", "npm:lru-cache"],
    transitive: true,
    planted: [
      { file: "components/planted.tsx", imports: "../lib/checks/index.ts" },
      { file: `${CORE}/view.ts`, imports: "./index.ts" },
      { file: `${CORE}/view.ts`, imports: "./signals/index.ts" },
      { file: `${CORE}/view.ts`, imports: "./present/present.ts" },
      { file: `${CORE}/view.ts`, imports: "./report/report.ts" },
      { file: "components/planted.tsx", imports: "../lib/service/request.ts" },
    ],
  },
  {
    id: "page-script",
    reason: "The page script is all that most readers load: no framework, no library, nothing of the server.",
    from: ["components/page-script/**", "!components/page-script/hydrated.tsx", "!**/*.d.ts", ...not(TESTS)],
    to: ["npm:**", "node:**", "lib/**", "app/**"],
    transitive: true,
    planted: [
      { file: "components/page-script/planted.ts", imports: "react" },
      { file: "components/page-script/planted.ts", imports: "../../lib/checks/view.ts" },
      { file: "components/page-script/folds.ts", imports: "../report/live-report.tsx" },
    ],
  },
  {
    id: "store",
    reason: "The store keeps reports and knows nothing of how they came about or where they are shown.",
    from: [...STORE, ...not(TESTS)],
    to: [GATHER, ...JUDGES, ...PAGES, ...FRAMEWORK, ...LIVE, ...WIRE],
    planted: [
      { file: "lib/service/store/planted.ts", imports: "../../checks/gather/index.ts" },
      { file: "lib/service/store/planted.ts", imports: "../../checks/signals/index.ts" },
      { file: "lib/service/limits.ts", imports: "react" },
      { file: "lib/service/store/planted.ts", imports: "../../http/problem.ts" },
    ],
  },
  {
    id: "running-checks",
    reason: "A check runs whether anybody watches it or not: requests know of checks, checks of no request.",
    from: [...LIVE, ...not(TESTS)],
    to: [...PAGES, ...FRAMEWORK, ...WIRE],
    planted: [
      { file: "lib/service/live/planted.ts", imports: "../../http/headers.ts" },
      { file: "lib/service/live/planted.ts", imports: "next/server" },
    ],
  },
  {
    id: "inbound",
    reason: "Reading what others said is pure: it starts nothing, keeps nothing and asks nobody.",
    from: [...INBOUND, ...not(TESTS)],
    to: [GATHER, ...STORE, ...LIVE, ...WIRE, ...PROCESS, ...PAGES, ...FRAMEWORK, "node:**"],
    transitive: true,
    planted: [
      { file: "lib/inbound/planted.ts", imports: "../checks/index.ts" },
      { file: "lib/inbound/bounce/planted.ts", imports: "../../service/store/current.ts" },
      { file: "lib/inbound/planted.ts", imports: "../checks/gather/index.ts" },
      { file: "lib/inbound/headers/planted.ts", imports: "node:fs" },
    ],
  },
  {
    id: "listener",
    reason:
      "The listener speaks SMTP and knows of no page, store or setting: whom it serves is a Desk, handed to it. Of the core it needs values alone.",
    from: ["lib/listener/**", ...not(TESTS)],
    to: [GATHER, `${CORE}/index.ts`, ...STORE, ...LIVE, ...WIRE, ...PROCESS, ...PAGES, ...INBOUND, ...FRAMEWORK],
    planted: [
      { file: "lib/listener/planted.ts", imports: "../service/env.ts" },
      { file: "lib/listener/planted.ts", imports: "../service/listens/listens.ts" },
      { file: "lib/listener/planted.ts", imports: "../checks/index.ts" },
      { file: "lib/listener/planted.ts", imports: "../http/headers.ts" },
    ],
  },
  {
    id: "one-way",
    reason:
      "Pages call the library; nothing below them knows of them. The card is drawn from a component, on the server.",
    from: ["lib/**", ...not(TESTS), "!lib/http/card-image.ts"],
    to: PAGES,
    planted: [{ file: "lib/http/planted.ts", imports: "../../components/ui/page.tsx" }],
  },
  {
    id: "routes",
    reason: "Next calls the pages and routes; what two of them share is in components or lib.",
    from: ["**", "!app/**"],
    to: ["app/**"],
    planted: [{ file: "components/planted.test.ts", imports: "../app/page.tsx" }],
  },
  {
    id: "workshop",
    reason:
      "What is served is not made of tests and what they stand on. Only the demo and the command line's --demo live in the small internet.",
    from: [
      "**",
      ...not(TESTS),
      ...not(WORKSHOP),
      "!*.config.{ts,mjs}",
      "!{cli,demo}.ts",
      "!lib/service/{store,jobs,plans}/*contract.ts",
    ],
    to: [...TESTS, ...WORKSHOP, "npm:vitest", "npm:fast-check", "npm:oxc-parser"],
    planted: [
      { file: "lib/planted.ts", imports: "./checks/testing/world.ts" },
      { file: "app/planted.tsx", imports: "../bench/measure.ts" },
      { file: `${CORE}/planted.ts`, imports: "vitest" },
    ],
  },
  {
    id: "tests-are-ends",
    reason: "A test that is imported runs twice; what two tests share stands in a file of its own.",
    from: ["**"],
    to: ["**/*.test.{ts,tsx}"],
    planted: [{ file: `${CORE}/planted.test.ts`, imports: "./net/safe-text.test.ts" }],
  },
  {
    id: "entry-points",
    reason: `The core is used through its two entry points: ${CORE}/index.ts, and ${CORE}/view.ts for what must stay pure. Only tests and tools may import internals, where those are what they test or measure.`,
    from: ["**", `!${CORE}/**`, ...not(TESTS), ...not(WORKSHOP), "!{cli,demo}.ts"],
    to: [`${CORE}/**`, ...not(ENTRIES)],
    planted: [
      { file: "lib/http/planted.ts", imports: "../checks/derive/index.ts" },
      { file: "lib/inbound/planted.ts", imports: "../checks/providers/index.ts" },
      { file: "lib/planted.ts", imports: "./checks/gather/index.ts" },
      { file: "app/planted.tsx", imports: "../lib/checks/receivers/index.ts" },
      { file: "components/planted.tsx", imports: "../lib/checks/signals/fcrdns.ts" },
      { file: "server.ts", imports: "./lib/checks/run/check.ts" },
    ],
  },
  {
    id: "entry-points-of-the-demo",
    reason:
      "The demo and the command line's --demo run on the small internet that tests use; beside that, the entry points serve them like everybody.",
    from: ["{cli,demo}.ts"],
    to: [`${CORE}/**`, ...not(ENTRIES), `!${CORE}/testing/**`],
    planted: [
      { file: "demo.ts", imports: "./lib/checks/signals/index.ts" },
      { file: "cli.ts", imports: "./lib/checks/gather/index.ts" },
    ],
  },
  {
    id: "entry-points-are-ends",
    reason: "The entry points are for those outside; inside the core, import the module itself.",
    from: [`${CORE}/**`, ...not(TESTS), `!${CORE}/index.ts`],
    to: ENTRIES,
    planted: [
      { file: `${CORE}/planted.ts`, imports: "./view.ts" },
      { file: `${CORE}/run/planted.ts`, imports: "../index.ts" },
    ],
  },
  {
    id: "before-every-page",
    reason:
      "What runs before every page, or once as the process starts, stays light: of the core it loads view.ts alone.",
    from: ["proxy.ts", "instrumentation.ts"],
    to: [`${CORE}/index.ts`, GATHER, ...JUDGES],
    transitive: true,
    planted: [
      { file: "proxy.ts", imports: "./lib/checks/index.ts" },
      { file: "instrumentation.ts", imports: "./lib/service/request.ts" },
    ],
  },
];

/** Files that load what they work out: the test cannot tell what that is. */
export const COMPUTED = ["bench/run.ts", "bench/own-cpu-of.ts", "demo.ts", "lib/service/built.ts"];

/**
 * The core's folders import each other in one direction. A file that lies in no folder is one by itself. `yet` are
 * imports that go round today.
 */
export const FOLDERS = {
  root: CORE,
  except: TESTS,
  yet: [],
} as const;
