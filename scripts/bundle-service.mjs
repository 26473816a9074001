import { statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { rolldown } from "rolldown";

const ROOT = join(import.meta.dirname, "..");
/** What processes and threads of the service begin with, and the command line. */
const BEGINNINGS = [
  ...["server.ts", "demo.ts", "cli.ts"],
  ...["lib/server/front/serve.ts", "lib/service/listens/thread/serve.ts"],
];
/** Packages that are loaded only where they are needed, or look for files of their own. */
const APART = ["next", "pg", "pg-boss", "mailauth", "pino"];

/**
 * Makes a few files of the service's sources and packages, for `lib/service/built.ts`: loading many takes a second.
 * Nothing is left out of them (no tree shaking, and no dead code, which "minify" would take away by itself): what looks like
 * an expression for nothing is there to be tried, such as decodeURIComponent() of an address that may be none.
 */
export async function bundleService(folder) {
  const began = new Date();
  const build = await rolldown({
    input: Object.fromEntries(
      BEGINNINGS.map((file) => [file.replace(/\.ts$/, "").replaceAll("/", "-"), join(ROOT, file)]),
    ),
    platform: "node",
    treeshake: false,
    external: (id) => APART.some((name) => id === name || id.startsWith(`${name}/`)),
    plugins: [whereItWas(folder), plainHttp],
  });
  const { output } = await build.write({
    dir: folder,
    format: "esm",
    minify: false,
    comments: false,
    entryFileNames: "[name].mjs",
    chunkFileNames: "[name]-[hash].mjs",
  });
  await build.close();
  const files = new Set(output.flatMap((each) => each.moduleIds ?? []));
  const sources = [...files]
    .filter((id) => id.startsWith(ROOT) && !id.includes("node_modules"))
    .map((id) => relative(ROOT, id));
  const more = ["package-lock.json", relative(ROOT, import.meta.filename)];
  const sizes = Object.fromEntries([...sources, ...more].sort().map((file) => [file, statSync(join(ROOT, file)).size]));
  const list = join(folder, "sources.json");
  writeFileSync(list, JSON.stringify(sizes));
  // A source that was written while we read is newer.
  utimesSync(list, began, began);
}

/** A file that asks where it is, is told where its source is. */
const whereItWas = (folder) => ({
  name: "where-it-was",
  transform: {
    filter: { code: "import.meta.dirname" },
    handler(code, id) {
      const there = relative(folder, dirname(id));
      return code.replaceAll("import.meta.dirname", `(import.meta.dirname + ${JSON.stringify(`/${there}`)})`);
    },
  },
});

/**
 * To import `node:http` by its names has Node evaluate all it exports, a client for WebSockets included: every thread would
 * load that for nothing, 50 ms long.
 */
const HTTP = Object.keys(process.getBuiltinModule("node:http")).filter((name) => !/^(WebSocket|\w+Event)$/.test(name));
const plainHttp = {
  name: "plain-http",
  resolveId: { filter: { id: /^node:http$/ }, handler: (_, from) => (from ? "\0plain-http" : undefined) },
  load: {
    filter: { id: /^\0plain-http$/ },
    handler: () => `export const { ${HTTP.join(", ")} } = process.getBuiltinModule("node:http");`,
  },
};
