import {
  chooseForSmtp,
  createPoolLooker,
  expandPool,
  inTurns,
  oddFirst,
  type Pool,
  type PoolOptions,
  type PoolRow,
  type PoolSource,
  type PresentedPool,
  type PresentedPoolRow,
  parseClaims,
  plain,
  poolCsv,
  poolJson,
  poolRowJson,
  presentPool,
  readPoolInput,
  type Vantage,
  visible,
  wrapped,
} from "../checks/index.ts";
import type { Arguments } from "./arguments.ts";
import { vantageFor, writeLine } from "./check-command.ts";
import { EXIT } from "./exit.ts";
import { inputText, isFile } from "./input-text.ts";
import { painted, wantsColours } from "./paint.ts";
import { createProgressLine } from "./progress.ts";
import { Refusal, type Surroundings } from "./surroundings.ts";

/** The largest text: 4,096 lines of a table, in UTF-16 code units. */
const MAX_TEXT = 1024 * 1024;
/** Addresses looked at at once; the vantage's own paces hold beside. */
const AT_ONCE = 16;

/** `nameplate pool`: several addresses side by side, and which of them does not match the others. */
export async function poolCommand(args: Arguments, around: Surroundings): Promise<number> {
  const source = await sourceOf(args.operand, around);
  const vantage = await vantageFor(args, around);
  const options = optionsOf(args, vantage);
  const input = readPoolInput(source, vantage);
  const expanded = await expandPool(input, vantage, around.stop);
  for (const { line, text, why } of expanded.rejected)
    if (!args.quiet || expanded.entries.length === 0)
      around.err.write(`nameplate: line ${line}, ${visible(text)}: ${visible(why, 1000)}\n`);
  if (expanded.entries.length === 0)
    throw new Refusal(
      around.stop.aborted ? "Stopped before anything was looked at." : "There is no address to look at in it.",
      around.stop.aborted ? EXIT.stopped : EXIT.usage,
    );
  const pool = await lookedAt({ source, input, expanded, options }, vantage, args, around);
  const shown = presentPool(pool, { ...NOWHERE, now: Date.now() });
  write(args, around, shown);
  return shown.state === "cancelled" ? EXIT.stopped : EXIT[shown.verdict.status];
}

/** A pool that is kept nowhere. */
const NOWHERE = { id: "", url: "" };

/** A file, standard input, or what stands in the command line itself. */
async function sourceOf(operand: string, around: Surroundings): Promise<PoolSource> {
  if (operand && operand !== "-" && !isFile(operand)) {
    const targets = operand.split(/\s+/);
    // A misspelt file is more likely than a host name without a dot.
    if (readPoolInput({ targets }).items.length > 0 && !/[/\\].*[/\\]|\.(?:txt|csv|tsv)$/i.test(operand))
      return { targets };
  }
  const text = await inputText(operand, "addresses, ranges or names, one on each line", around);
  if (!text.trim()) throw new Refusal("There is no address to look at: nameplate pool file.", EXIT.usage);
  if (text.length > MAX_TEXT) throw new Refusal("That is more text than can be read: 1 MiB at most.", EXIT.usage);
  return { text };
}

function optionsOf({ from, helo, selectors }: Arguments, { zones = [], isOptedOut }: Vantage): PoolOptions {
  const { claims, problems } = parseClaims({ from, helo, selector: selectors }, { zones });
  const [wrong] = Object.entries(problems);
  if (wrong)
    throw new Refusal(`--${wrong[0] === "selector" ? "selectors" : wrong[0]}: ${plain(wrong[1].says)}`, EXIT.usage);
  if (claims.from && isOptedOut?.(claims.from))
    throw new Refusal("--from: the holder of this domain asked not to be looked at.", EXIT.usage);
  return claims;
}

interface Asked {
  readonly source: PoolSource;
  readonly input: ReturnType<typeof readPoolInput>;
  readonly expanded: Awaited<ReturnType<typeof expandPool>>;
  readonly options: PoolOptions;
}

/** Looks at every address by DNS, then asks the chosen servers what they say; as far as it comes before it is stopped. */
async function lookedAt(
  { source, input, expanded, options }: Asked,
  vantage: Vantage,
  { quiet }: Arguments,
  { err, stop, env }: Surroundings,
): Promise<Pool> {
  const { entries, rejected, sampled, duplicates } = expanded;
  const [only, ...others] = input.items;
  const count = `${entries.length} ${entries.length === 1 ? "address" : "addresses"}`;
  const createdAt = Date.now();
  const looker = createPoolLooker(vantage, options, stop);
  const rows: PoolRow[] = entries.map((entry, index) => ({ ...entry, index }));
  const progress = createProgressLine(err, `Looking at ${count}`, { quiet, env });
  let done = 0;
  await inTurns([...entries.entries()], AT_ONCE, async ([index, entry]) => {
    if (stop.aborted) return;
    const look = await looker.look(entry);
    // What was broken off says nothing about the address.
    if (stop.aborted) return;
    rows[index] = { ...entry, index, look };
    progress.say(`${++done} done`);
  });
  await inTurns(chooseForSmtp(rows, options.from), AT_ONCE, async ({ index, look, ...entry }) => {
    if (!look || stop.aborted) return;
    const asked = await looker.ask(entry, look);
    if (!stop.aborted) rows[index] = { index, ...entry, look: asked };
  });
  progress.done();
  return {
    title: only && others.length === 0 ? only.text : count,
    ...{ options, input: source, rejected, rejectedCount: rejected.length, sampled, duplicates },
    ...{ state: stop.aborted ? "cancelled" : "done", createdAt, finishedAt: Date.now(), rows },
  };
}

function write({ format }: Arguments, { out, env }: Surroundings, pool: PresentedPool): void {
  switch (format) {
    case "csv":
      out.write(poolCsv(pool));
      break;
    case "json":
      writeLine(out, { ...poolJson(pool, ""), id: null, url: null });
      break;
    case "ndjson":
      for (const row of pool.rows) writeLine(out, { row: poolRowJson(row, "") });
      writeLine(out, { pool: { ...poolJson(pool, ""), id: null, url: null } });
      break;
    case "text": {
      const text = poolText(pool);
      out.write(wantsColours(out, env) ? painted(text) : text);
    }
  }
}

/** A pool in words, those that do not match the others first. No line of a stranger's begins at the margin. */
function poolText({ title, state, verdict, notes, rows }: PresentedPool): string {
  const heading = `Nameplate: ${visible(title)}`;
  const sections = [
    ...(state === "cancelled" ? ["Stopped: what follows is part of a pool."] : []),
    `${heading}\n${"=".repeat(Math.min(heading.length, 76))}`,
    wrapped(`${plain(verdict.says)} ${plain(verdict.because)}`.trim(), "  "),
    ...notes.map(({ says }) => wrapped(plain(says), "  ")),
    oddFirst(rows).map(rowText).join("\n"),
  ];
  return `${sections.join("\n\n")}\n`;
}

const MARKS: Readonly<Record<PresentedPoolRow["status"], string>> = {
  pass: "PASS",
  warn: "WARN",
  fail: "FAIL",
  unknown: "UNKNOWN",
  pending: "PENDING",
};

function rowText({ address, status, ptr, ehlo, odd }: PresentedPoolRow): string {
  const names =
    ptr === null ? "not known" : ptr.length === 0 ? "no PTR record" : ptr.map((name) => visible(name)).join(", ");
  const says = ehlo.kind === "name" ? `, EHLO ${visible(ehlo.name)}` : "";
  const reasons = odd.map((reason) => plain(reason.says)).join(" ");
  const line = `${MARKS[status].padEnd(8)} ${address}: ${names}${says}.${reasons ? ` ${reasons}` : ""}`;
  return wrapped(line, " ".repeat(9));
}
