import type { Party } from "../../../checks/view.ts";

/** What one class of refusal means to whoever got it. */
export interface CauseWords {
  /** What they said, as a clause: "They said that …". */
  readonly said: string;
  /** What that means, in plain words. */
  readonly means: string;
  /** Who has to act. `receiver-form` is the reader, at the receiver's own site; `writer` whoever wrote the message. */
  readonly who: Party | "receiver" | "receiver-form" | "writer";
  /** What to do first. */
  readonly next: string;
  /** Where that is written in full. */
  readonly link?: { readonly title: string; readonly url: string };
  /** The signals of a report that answer it, the most telling first; none where it is not about who the server is. */
  readonly signals: readonly string[];
}
