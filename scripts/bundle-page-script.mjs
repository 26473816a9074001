import { rolldown } from "rolldown";

/** A loader for Turbopack (next.config.mjs): makes one script for browsers of a file and all that it imports. */
export default function bundle() {
  const done = this.async();
  write(this).then((code) => done(null, code), done);
}

async function write({ resourcePath, addDependency }) {
  const build = await rolldown({ input: resourcePath, platform: "browser" });
  const { output } = await build.generate({ format: "iife", minify: true });
  for (const file of await build.watchFiles) addDependency(file);
  await build.close();
  return output[0].code;
}
