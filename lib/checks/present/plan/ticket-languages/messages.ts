/**
 * The ticket in one language. `{address}`, `{name}` and the like stand for the report's own values; each language uses
 * the same ones in a message. What the reader has to fill in stands in square brackets.
 */
export interface TicketMessages {
  /** The language's own name for itself. */
  readonly language: string;
  readonly subject: string;
  readonly greeting: string;
  readonly request: string;
  readonly address: string;
  /** The record as a line of a zone file follows. */
  readonly record: string;
  /** The forward record is in place; it follows. */
  readonly forwardSeen: string;
  /** The forward record is still to be published; it follows. */
  readonly forwardMissing: string;
  readonly withoutPtr: string;
  readonly onePtr: string;
  readonly severalPtr: string;
  readonly more: string;
  readonly report: string;
  readonly customer: string;
  readonly server: string;
  readonly thanks: string;
  readonly signature: string;
  /** What stands for a name that is not chosen yet. */
  readonly unnamed: string;
}
