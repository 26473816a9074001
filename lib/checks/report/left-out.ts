import { count, enumerated, prose, type Text, text } from "../net/safe-text.ts";
import type { Report } from "./report.ts";

/** What our own limits left undone, in one sentence; nothing where all was done, or an old report does not tell. */
export function leftOutSentence({ leftOut }: { readonly leftOut?: Report["leftOut"] | null }): Text | undefined {
  if (!leftOut) return undefined;
  const { addresses, sessions, connections, questions, octets } = leftOut;
  const kinds = [
    addresses > 0 && count(addresses, "address", "addresses"),
    sessions > 0 && count(sessions, "SMTP session"),
    connections > 0 && count(connections, "HTTPS connection"),
    questions > 0 && count(questions, "DNS question"),
    octets > 0 && prose(`${Math.max(1, Math.round(octets / 1000))} kB of evidence`),
  ].filter((each) => each !== false);
  if (kinds.length === 0) return undefined;
  return text`Our limits for one check left out ${enumerated(kinds)}.`;
}
