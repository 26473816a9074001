import { statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { rolldown } from "rolldown";

const ROOT = join(import.meta.dirname, "..");
/** What processes and threads of the service begin with. */
const BEGINNINGS = ["server.ts", "demo.ts", "lib/server/front/serve.ts", "lib/service/listens/thread/serve.ts"];
/** Packages that are loaded only where they are needed, or look for files of their own. */
const APART = ["next", "pg", "pg-boss", "mailauth", "pino"];

/** Makes a few files of the service's sources and packages, for `lib/service/built.ts`: loading many takes a second. */
export async function bundleService(folder) {
  const build = await rolldown({
    input: Object.fromEntries(
      BEGINNINGS.map((file) => [file.replace(/\.ts$/, "").replaceAll("/", "-"), join(ROOT, file)]),
    ),
    platform: "node",
    external: (id) => APART.some((name) => id === name || id.startsWith(`${name}/`)),
    plugins: [whereItWas(folder)],
  });
  const { output } = await build.write({
    dir: folder,
    format: "esm",
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
  writeFileSync(join(folder, "sources.json"), JSON.stringify(sizes));
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
