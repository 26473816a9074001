import type { ReportContext } from "../checks/view.ts";
import { ABOUT_THE_DOMAIN, type CauseClass } from "./bounce/causes.ts";
import { type BounceReading, readBounce, readOutcomes } from "./bounce/read-bounce.ts";
import { type HeaderReading, looksLikeHeaders, readHeaders } from "./headers/read-headers.ts";

/** What was pasted: what it says, and what there is to check. */
export interface Pasted {
  readonly kind: "bounce" | "headers";
  readonly reading: BounceReading | HeaderReading;
  /** Where a text speaks of several outcomes: all of them, in its order, and the index of the one that is read. */
  readonly outcomes?: readonly BounceReading[];
  readonly chosen?: number;
  /** What a report keeps of it. */
  readonly context: ReportContext;
  /** What the form at `/` would send; undefined where the text names nothing that can be checked. */
  readonly ask:
    | { readonly target: string; readonly from?: string; readonly helo?: string; readonly selector: readonly string[] }
    | undefined;
  /** Whether the text is plainly a bounce or headers, and not some line of words. */
  readonly certain: boolean;
}

/** A notification or a log quotes headers, too; these are never in the headers of an ordinary message. */
const BOUNCE =
  /^(?:final-recipient|diagnostic-code|remote-mta|reporting-mta)[ \t]*:|^content-type:[ \t]*multipart\/report/im;

/** Reads a pasted bounce or pasted headers, whichever it is. Total. */
export function readPasted(text: string): Pasted {
  return !BOUNCE.test(text.slice(0, 100_000)) && looksLikeHeaders(text) ? pastedHeaders(text) : pastedBounce(text);
}

function pastedBounce(text: string): Pasted {
  const { outcomes, chosen } = readOutcomes(text);
  const reading = outcomes[chosen] ?? readBounce("");
  const { cause, permanence, address, from, helo, saidInstead, receiver, codes, list, selectors } = reading;
  const target = address ?? (from && ABOUT_THE_DOMAIN.has(cause) ? `domain:${from}` : undefined);
  const said = helo ?? saidInstead;
  return {
    kind: "bounce",
    reading,
    ...(outcomes.length > 1 ? { outcomes, chosen } : {}),
    context: {
      kind: "bounce",
      cause,
      permanence,
      ...(receiver ? { receiver } : {}),
      codes: [codes.reply, codes.status, ...codes.own].filter((code) => code !== undefined),
      ...(list ? { list } : {}),
      saw: { ...(address ? { address } : {}), ...(said ? { helo: said } : {}) },
      ...(outcomes.length > 1 ? { outcome: { at: chosen + 1, of: outcomes.length } } : {}),
    },
    ask: target
      ? { target, ...(from ? { from } : {}), ...(said ? { helo: said } : {}), selector: selectors }
      : undefined,
    certain: isRefusal(reading),
  };
}

const isRefusal = ({ cause, confidence, codes, addressConfidence }: BounceReading): boolean =>
  cause !== "unknown" && (confidence === "high" || codes.reply !== undefined || addressConfidence === "high");

function pastedHeaders(text: string): Pasted {
  const reading = readHeaders(text);
  const { address, helo, saidInstead, name, from, selectors, receiver, saw, below } = reading;
  const said = helo ?? saidInstead;
  const ptr = name === null ? "none" : name;
  return {
    kind: "headers",
    reading,
    context: {
      kind: "headers",
      ...(receiver ? { receiver } : {}),
      codes: [],
      saw: {
        ...(address ? { address } : {}),
        ...(ptr ? { name: ptr } : {}),
        ...(said ? { helo: said } : {}),
        ...picked(saw, ["iprev", "spf", "dkim", "dmarc"]),
      },
      below,
    },
    ask: address
      ? { target: address, ...(from ? { from } : {}), ...(said ? { helo: said } : {}), selector: selectors }
      : undefined,
    certain: address !== undefined,
  };
}

function picked(
  saw: HeaderReading["saw"],
  keys: readonly ("iprev" | "spf" | "dkim" | "dmarc")[],
): Record<string, string> {
  return Object.fromEntries(keys.flatMap((key) => (saw[key] ? [[key, saw[key]]] : [])));
}

/** The context of a refusal that is known by its codes alone: the form that asks for the address behind it sends them. */
export const contextOfCodes = (
  cause: CauseClass,
  receiver: string | undefined,
  codes: readonly string[],
): ReportContext => ({
  kind: "bounce",
  cause,
  ...(receiver ? { receiver } : {}),
  codes: [...codes],
  saw: {},
});
