import { fixtureReport } from "./fixture.ts";
import { newId } from "./ids.ts";
import { createKyselyStore } from "./kysely-store.ts";
import { openSqlite } from "./sqlite.ts";
import { isUnavailable } from "./unavailable.ts";

// Opens a file that it may read and not write; says what it finds there, and what comes of writing.
const [file = "", id = ""] = process.argv.slice(2);
const database = await openSqlite(file);
const store = createKyselyStore(database);
const state = await store.stateOf(id);
const written = await store
  .create({ id: newId(), report: fixtureReport(), plain: true, deadline: 0, deleteToken: newId() })
  .then(
    () => "written",
    (error: unknown) => (isUnavailable(error) ? "unavailable" : String(error)),
  );
await store.close();
process.stdout.write(JSON.stringify({ readOnly: database.readOnly === true, state, written }));
