import { firstSentence, plain, type Vantage, visible } from "../../checks/index.ts";
import { readAsk } from "../request.ts";
import { MAX_ADDRESSES } from "./plan-input.ts";

/** What is wrong with one line, in one sentence. */
export interface LineProblem {
  /** From 1. */
  readonly line: number;
  /** The line as it was written, made safe to show. */
  readonly text: string;
  readonly code: string;
  readonly says: string;
}

export interface AddressLines {
  /** In canonical form, in order, each once. */
  readonly addresses: readonly string[];
  readonly problems: readonly LineProblem[];
}

type Asked = Pick<Vantage, "guard" | "zones" | "isOptedOut">;

/**
 * Reads addresses, one a line or several with commas or spaces between. What is none is named by its line with a sentence
 * that says what would work; the others are read all the same.
 */
export function readAddressLines(lines: readonly string[], vantage: Asked): AddressLines {
  const addresses = new Set<string>();
  const problems: LineProblem[] = [];
  for (const [i, line] of lines.entries())
    for (const piece of piecesOf(line)) {
      const read = readAddress(piece, vantage);
      if ("address" in read) addresses.add(read.address);
      else problems.push({ line: i + 1, text: visible(piece, 80), ...read });
    }
  const extra = [...addresses].slice(MAX_ADDRESSES);
  if (extra.length > 0)
    problems.push({
      line: lines.length,
      text: extra[0] ?? "",
      code: "too-many",
      says: `Put in at most ${MAX_ADDRESSES} addresses; these are ${addresses.size}. The first one too many is ${extra[0]}.`,
    });
  return { addresses: [...addresses], problems };
}

/** The texts of a line: a comment behind "#" is none. */
const piecesOf = (line: string): string[] => {
  const pieces = line.replace(/(^|\s)#.*$/, "").split(/[,;\s]+/);
  return pieces.filter(Boolean);
};

function readAddress(
  target: string,
  vantage: Asked,
): { readonly address: string } | { readonly code: string; readonly says: string } {
  const reading = readAsk({ target }, vantage);
  if (!reading.ok) {
    const [problem] = reading.problems;
    return {
      code: problem?.code ?? "several",
      says: problem ? plain(firstSentence(problem.says).first) : "This is no address.",
    };
  }
  if (reading.target.kind === "address") return { address: reading.target.address };
  return {
    code: "name",
    says: `${visible(target, 80)} is a name. Put in the addresses that mail leaves from, like 198.51.100.7.`,
  };
}

/** A text as its lines. */
export const linesOf = (text: string): readonly string[] => text.split(/\r\n|[\n\r\u2028\u2029]/);
