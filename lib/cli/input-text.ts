import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { visible } from "../checks/index.ts";
import { EXIT } from "./exit.ts";
import { Refusal, type Surroundings } from "./surroundings.ts";

/** Whether that is a file's name, and not something to be looked at itself. */
export const isFile = (operand: string): boolean => existsSync(operand);

/** What is in a file, or on standard input where none is named; `wanted` is what somebody at a terminal may paste. */
export async function inputText(
  file: string,
  wanted: string,
  { input, inputIsTerminal, err }: Surroundings,
): Promise<string> {
  if (file === "" || file === "-") {
    if (inputIsTerminal) err.write(`Paste ${wanted}, then press Ctrl+D on a line of its own.\n`);
    return input();
  }
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    const why = error.code === "ENOENT" ? "there is no such file" : (error.code ?? "it cannot be read");
    throw new Refusal(`${visible(file)}: ${why}.`, EXIT.usage);
  });
}
