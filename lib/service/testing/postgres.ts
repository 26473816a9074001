import { execFile, execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { connect } from "node:net";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { freePort } from "../../testing/free-port.ts";
import { startProgram, temporaryFolder } from "../../testing/started.ts";

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, "../../..");

/** A PostgreSQL server of the test's own. */
export interface PostgresServer {
  /** A new, empty database in it. */
  readonly newDatabase: () => Promise<string>;
  /** Lets nobody write, or everybody again. */
  readonly setReadOnly: (on: boolean) => Promise<void>;
  /** Ends it, as a crash would with SIGQUIT; the data stay. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
  /** Starts it again on the same data and port. */
  readonly start: () => Promise<void>;
}

const LAB = join(ROOT, "node_modules/.cache/nameplate-lab");

let found: { readonly folder: string | undefined } | undefined;
/** The folder of PostgreSQL's programs: the machine's, Debian's, or the one that `npm test` has unpacked. */
function programs(): string | undefined {
  found ??= { folder: findPrograms() };
  return found.folder;
}

function findPrograms(): string | undefined {
  const versions = ["/usr", join(LAB, "usr")].flatMap((place) => {
    const folder = join(place, "lib/postgresql");
    return existsSync(folder) ? readdirSync(folder).map((version) => join(folder, version, "bin")) : [];
  });
  const all = [...versions.toSorted().reverse(), ...(process.env.PATH ?? "").split(delimiter)];
  return all.find((folder) => ["postgres", "initdb"].every((program) => runs(join(folder, program))));
}

/** Whether a program can be run, by the user that is to run it. */
function runs(program: string): boolean {
  if (!existsSync(program)) return false;
  try {
    execFileSync(program, ["--version"], { cwd: "/", env: environment(), stdio: "ignore", ...asNobody() });
    return true;
  } catch {
    return false;
  }
}

const environment = (): NodeJS.ProcessEnv => ({
  NODE_ENV: "test",
  PATH: process.env.PATH,
  LC_ALL: "C",
  NAMEPLATE_TEST_RUN: process.env.NAMEPLATE_TEST_RUN,
  // The libraries of what was unpacked; where nothing was, this says nothing.
  LD_LIBRARY_PATH: join(LAB, `usr/lib/${process.arch === "arm64" ? "aarch64" : "x86_64"}-linux-gnu`),
});

/** Whether there is a PostgreSQL here; without one its tests are reported skipped. */
export const hasPostgres = (): boolean => programs() !== undefined;

/** The user that nobody is: PostgreSQL refuses to run as root. */
const NOBODY = 65534;
const asNobody = () => (process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {});

/** Starts a server with its own data directory and port; it ends with the tests of this file. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = programs();
  if (!folder) throw new Error("there is no PostgreSQL here");
  const home = temporaryFolder("postgres");
  const data = join(home, "data");
  mkdirSync(data, { mode: 0o700 });
  const user = asNobody();
  if (user.uid !== undefined) for (const path of [home, data]) chownSync(path, user.uid, user.gid);
  const options = { cwd: home, env: environment(), ...user };
  await run(join(folder, "initdb"), ["-D", data, "-U", "nameplate", "-A", "trust", "-E", "UTF8", "--no-sync"], options);
  let port = await freePort();
  // No promise of what survives a power cut is tested here, and syncing is what takes time.
  const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: "", fsync: "off", max_connections: "200" };
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  let ended: Promise<unknown> = Promise.resolve();
  let end: (signal: NodeJS.Signals) => void = () => undefined;

  const start = async () => {
    const child = startProgram(join(folder, "postgres"), ["-D", data, "-p", String(port), ...args], options);
    let said = "";
    child.stderr?.on("data", (chunk) => {
      said += chunk;
    });
    ended = new Promise((resolve) => child.once("exit", resolve));
    end = (signal) => child.kill(signal);
    const gone = ended.then(() => Promise.reject(new Error(`PostgreSQL has ended:\n${said}`)));
    gone.catch(() => undefined);
    while (!(said.includes("ready to accept connections") && (await answers(port))))
      await Promise.race([sleep(50), gone]);
  };
  // A port that was free a moment ago can be somebody else's by now.
  for (let tries = 3; ; tries--)
    try {
      await start();
      break;
    } catch (error) {
      if (tries === 1 || !String(error).includes("already in use")) throw error;
      port = await freePort();
    }

  let databases = 0;
  return {
    async newDatabase() {
      const name = `test_${++databases}`;
      await ask(port, `create database ${name}`);
      return `postgres://nameplate@127.0.0.1:${port}/${name}`;
    },
    async setReadOnly(on) {
      await ask(port, `alter system set default_transaction_read_only = ${on ? "on" : "off"}`);
      await ask(port, "select pg_reload_conf()");
    },
    async stop(signal = "SIGINT") {
      end(signal);
      await ended;
    },
    start,
  };
}

async function ask(port: number, statement: string): Promise<void> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: `postgres://nameplate@127.0.0.1:${port}/postgres` });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** Whether somebody takes connections at this port of this machine. */
export function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const say = (yes: boolean) => {
      socket.destroy();
      resolve(yes);
    };
    socket.once("connect", () => say(true)).once("error", () => say(false));
  });
}
