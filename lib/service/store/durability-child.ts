import { fixtureReport } from "./fixture.ts";
import { newId } from "./ids.ts";
import { openSqliteStore } from "./sqlite.ts";

// Writes finished reports until it is killed, and says each id once the store has acknowledged it.
const store = await openSqliteStore(process.argv[2] ?? "");
process.stdout.write("ready\n");
for (;;) {
  const id = newId();
  const report = fixtureReport();
  await store.create({ id, report, plain: true, deadline: 0, deleteToken: newId() });
  await store.finish(id, { ...report, state: "done", ended: "complete" });
  process.stdout.write(`${id}\n`);
}
