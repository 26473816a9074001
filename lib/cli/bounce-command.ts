import { plain, visible, wrapped } from "../checks/index.ts";
import { readingJson } from "../http/api/reading-json.ts";
import type { BounceReading } from "../inbound/bounce/read-bounce.ts";
import { causeWords, meaningsOf } from "../inbound/explain.ts";
import type { HeaderReading } from "../inbound/headers/read-headers.ts";
import { type Pasted, readPasted, tooMuch } from "../inbound/read-pasted.ts";
import { withoutWrongOptions } from "../service/request.ts";
import type { Arguments } from "./arguments.ts";
import { checked, ownJson, targetOf, vantageFor, write, writeLine } from "./check-command.ts";
import { EXIT, exitOf } from "./exit.ts";
import { inputText } from "./input-text.ts";
import { Refusal, type Surroundings } from "./surroundings.ts";

/** `nameplate bounce`: what a refusal or headers say, and with `--check` how what they name looks now. */
export async function bounceCommand(args: Arguments, around: Surroundings): Promise<number> {
  const text = await inputText(args.operand, "the bounce or the headers", around);
  if (!text.trim()) throw new Refusal("There is no text to read: nameplate bounce < file.", EXIT.usage);
  const more = tooMuch(text);
  if (more) throw new Refusal(more, EXIT.usage);
  const pasted = readPasted(text);
  if (!args.check) {
    if (args.format === "text") around.out.write(readingText(pasted));
    else writeLine(around.out, readingJson(pasted));
    return pasted.certain ? EXIT.pass : EXIT.unknown;
  }
  if (!pasted.ask) throw new Refusal("The text names nothing that can be checked.", EXIT.usage);
  const vantage = await vantageFor(args, around);
  const target = targetOf(withoutWrongOptions(pasted.ask, vantage), vantage);
  if (args.format === "ndjson") writeLine(around.out, readingJson(pasted));
  const report = await checked(target, vantage, args, around, pasted.context);
  if (args.format === "json") writeLine(around.out, { ...readingJson(pasted), report: ownJson(report) });
  else write(args, around, report);
  return exitOf(report);
}

/** The reading in words, a fact a line; what the text says itself stands behind a label of ours. */
function readingText({ kind, reading, context, outcomes, ask }: Pasted): string {
  const lines = kind === "headers" ? headersText(reading as HeaderReading) : bounceText(reading as BounceReading);
  const more = (outcomes?.length ?? 0) > 1 ? [`The text has ${outcomes?.length} outcomes; this is about one.`] : [];
  const next = ask ? ["", "With --check, nameplate bounce also checks what it names."] : [];
  return `${[...(kind === "headers" ? [] : explained(context)), ...more, ...lines, ...next].map((line) => wrapped(line, "  ")).join("\n")}\n`;
}

function explained(context: Pasted["context"]): string[] {
  const { said, means, who, next, link } = causeWords(context);
  return [
    plain(said),
    plain(means),
    ...(who ? [`Who has to act: ${who}.`] : []),
    ...(next ? [`Next: ${plain(next)}`] : []),
    ...(link ? [`${link.title}: ${link.url}`] : []),
    ...meaningsOf(context).map((one) => `${one.code}: ${one.means}`),
    "",
  ];
}

const bounceText = ({ address, helo, saidInstead, from, receiver, list }: BounceReading): string[] =>
  facts({
    Address: address,
    "EHLO name": helo ?? saidInstead,
    "Sending domain": from,
    Receiver: receiver,
    Blocklist: list,
  });

const headersText = ({ address, helo, saidInstead, name, from, receiver, saw }: HeaderReading): string[] =>
  facts({
    "Handed over by": address,
    "EHLO name": helo ?? saidInstead,
    "PTR name the receiver found": name === null ? "none" : name,
    "Sending domain": from,
    Receiver: receiver,
    ...saw,
  });

const facts = (all: Readonly<Record<string, string | undefined>>): string[] =>
  Object.entries(all).flatMap(([label, value]) => (value ? [`${label}: ${visible(value)}`] : []));
