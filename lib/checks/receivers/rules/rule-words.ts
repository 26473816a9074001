import { type Evidence, reasonsWords } from "../../define/signal.ts";
import { prose, type Text, text } from "../../net/safe-text.ts";

/** Why we cannot tell, where a question of ours got no answer. Ends a sentence. */
export const noAnswer = (e: Evidence): Text =>
  e.question?.length
    ? text`${e.question} got no answer here, because ${reasonsWords(e.reason)}.`
    : prose("Not all of its names could be followed.");

/** The words of a rule that cannot fire for want of an answer; `then` says what the receiver does without one. */
export const silent =
  (then: string = "") =>
  (e: Evidence): Text =>
    text`Cannot be told: ${noAnswer(e)}${then ? prose(` ${then}`) : []}`;

/** The EHLO name as a sentence, with where we have it from: a server may say another one when it sends. */
export const ehloRemark = (e: Evidence): Text =>
  e.origin?.[0] === "told"
    ? text`You say the server sends as ${e.ehlo}.`
    : text`The server answers as ${e.ehlo} when it receives; the name it sends with may be another.`;

/** Ends what is said of an identity whose EHLO name nobody knows. */
export const withoutEhlo = (e: Evidence): Text =>
  e.ehlo?.length ? [] : prose(" Its EHLO name is not known here, so what that adds is left out.");

export const NO_EHLO: Text = prose(
  "Cannot be told without the EHLO name. If you know the name the server says when it sends, give it in the options.",
);

/** "1 of 2 names leads back". */
export const shareConfirmed = (e: Evidence): Text =>
  prose(
    `${e.confirming?.[0] ?? "Some"} of ${e.names?.[0] ?? "several"} names ${e.confirming?.[0] === "1" ? "leads" : "lead"} back`,
  );

/** "mail.example.com leads back": the names that do. */
export const confirms = (e: Evidence): Text =>
  text`${e.confirmed} ${prose((e.confirmed?.length ?? 1) > 1 ? "lead" : "leads")} back`;

/** Where a name leads that does not lead back. */
export const resolvesElsewhere = (e: Evidence): Text => {
  const name = (e.astray ?? e.ptr)?.slice(0, 1);
  return e.leads?.length ? text`${name} leads to ${e.leads}` : text`${name} has no such address`;
};
