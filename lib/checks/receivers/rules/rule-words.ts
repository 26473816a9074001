import { type Evidence, reasonsWords } from "../../define/signal.ts";
import { prose, type Text, text } from "../../net/safe-text.ts";

/** Why we cannot tell, where a question of ours got no answer. Ends a sentence. */
export const noAnswer = (e: Evidence): Text =>
  e.question?.length
    ? text`${e.question} got no answer here, because ${reasonsWords(e.reason)}.`
    : prose("Not all of its PTR names could be looked up.");

/** The words of a rule that could not be evaluated without an answer; `then` says what the receiver does without one. */
export const silent =
  (then: string = "") =>
  (e: Evidence): Text =>
    text`Not known: ${noAnswer(e)}${then ? prose(` ${then}`) : []}`;

/** The EHLO name as a sentence, with where we have it from: a server may say another one when it sends. */
export const ehloRemark = (e: Evidence): Text =>
  e.origin?.[0] === "told"
    ? text`By your entry, the EHLO name is ${e.ehlo}.`
    : text`The server answers EHLO as ${e.ehlo}; when it sends, it may say another name.`;

/** Ends what is said of an identity whose EHLO name nobody knows. */
export const withoutEhlo = (e: Evidence): Text =>
  e.ehlo?.length ? [] : prose(" Its EHLO name is not known, so rules about it are left out.");

export const NO_EHLO: Text = prose(
  "Not known without the EHLO name. If you know the server's EHLO name when it sends, enter it in the options.",
);

/** "1 of 2 PTR names resolves to the address". */
export const shareConfirmed = (e: Evidence): Text =>
  prose(
    `${e.confirming?.[0] ?? "Some"} of ${e.names?.[0] ?? "several"} PTR names ${e.confirming?.[0] === "1" ? "resolves" : "resolve"} to the address`,
  );

/** "mail.example.com resolves to the address": the names that do. */
export const confirms = (e: Evidence): Text =>
  text`${e.confirmed} ${prose((e.confirmed?.length ?? 1) > 1 ? "resolve" : "resolves")} to the address`;

/** Where a PTR name resolves to that does not resolve to the address. */
export const resolvesElsewhere = (e: Evidence): Text => {
  const name = (e.astray ?? e.resolvesElsewhere ?? e.ptr)?.slice(0, 1);
  return e.leads?.length ? text`${name} resolves to ${e.leads}` : text`${name} does not resolve to the address`;
};
