const SIGNALS: readonly string[] = [
  "reverse-dns",
  "single-ptr",
  "ptr-hostname",
  "generic-ptr",
  "fcrdns",
  "ehlo-name",
  "greeting-name",
];
/** Whether a verdict is about the three things that have to agree: forward record, PTR record and greeting. */
export const isIdentity = ({ signal }: { readonly signal: string }): boolean => SIGNALS.includes(signal);

/** Whether a verdict says that the address is a shared sender's, whose name and greeting are not the reader's to set. */
export const isShared = ({ signal, outcome }: { readonly signal: string; readonly outcome: string }): boolean =>
  signal === "shared-sender" && outcome === "shared";

interface Judged {
  readonly subject: string;
  readonly signal: string;
  readonly outcome: string;
}

/** Whether a verdict is about the name and the greeting of a shared sender: those are its provider's to set. */
export function ofProvider(verdicts: readonly Judged[]): (verdict: Omit<Judged, "outcome">) => boolean {
  const hosted = new Set(verdicts.filter(isShared).map(({ subject }) => subject));
  return (verdict) => isIdentity(verdict) && hosted.has(verdict.subject);
}
