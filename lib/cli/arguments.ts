import { parseArgs } from "node:util";
import { EXIT } from "./exit.ts";
import { Refusal } from "./surroundings.ts";

export type Format = "text" | "json" | "ndjson" | "csv";
const FORMATS = ["json", "ndjson", "csv"] as const;

/** What was asked for. */
export interface Arguments {
  readonly command: "check" | "bounce" | "pool" | "help" | "version";
  /** What stands behind the command, as one text: a target may be pasted with its surroundings. */
  readonly operand: string;
  readonly format: Format;
  readonly from: string | undefined;
  readonly helo: string | undefined;
  readonly selectors: readonly string[];
  /** The language of tickets. */
  readonly lang: string | undefined;
  /** `bounce`: checks what the text names, too. */
  readonly check: boolean;
  readonly quiet: boolean;
  readonly demo: boolean;
}

const OPTIONS = {
  json: { type: "boolean" },
  ndjson: { type: "boolean" },
  /** `pool`: a table for spreadsheets. */
  csv: { type: "boolean" },
  from: { type: "string" },
  helo: { type: "string" },
  selectors: { type: "string", multiple: true },
  lang: { type: "string" },
  check: { type: "boolean" },
  quiet: { type: "boolean", short: "q" },
  demo: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

/** Reads the command line. Throws a `Refusal` that says what is wrong with it. */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parse(argv);
  const [first, ...rest] = positionals;
  const [format = "text", other] = FORMATS.filter((each) => values[each]);
  if (other) throw new Refusal(`Choose one of --${format} and --${other}.`, EXIT.usage);
  const named = first === "check" || first === "bounce" || first === "pool" ? first : undefined;
  const command = named ?? "check";
  const operand = (named ? rest : positionals).join(" ");
  if (values.check && command !== "bounce") throw new Refusal("--check belongs to nameplate bounce.", EXIT.usage);
  if (values.csv && command !== "pool") throw new Refusal("--csv belongs to nameplate pool.", EXIT.usage);
  const wanted = first === undefined && Object.keys(values).length === 0;
  return {
    command: values.version ? "version" : values.help || wanted || first === "help" ? "help" : command,
    operand,
    format,
    from: values.from,
    helo: values.helo,
    selectors: values.selectors ?? [],
    lang: values.lang,
    check: values.check ?? false,
    quiet: values.quiet ?? false,
    demo: values.demo ?? false,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    if (!code?.startsWith("ERR_PARSE_ARGS")) throw error;
    const [, option = ""] = /'-?-?([^' ]+)/.exec(message) ?? [];
    throw new Refusal(
      code === "ERR_PARSE_ARGS_UNKNOWN_OPTION"
        ? `There is no option --${option.slice(0, 40)}: nameplate --help lists them.`
        : `${(message.split(". ")[0] ?? "").replace(/\.$/, "")}.`,
      EXIT.usage,
    );
  }
}
