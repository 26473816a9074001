import { deadList } from "../../checks/view.ts";
import { DOMAIN_LIST, LIST_ZONE, PUBLIC_LIST } from "./rules/terms.ts";

/** Names of hosts and domains as they are mostly written, with the path of a web address behind. */
const NAME =
  /(?<![\w.-])[a-z0-9_][a-z0-9_-]{0,62}(?:\.[a-z0-9_-]{1,63}){0,8}\.(?:[a-z]{2,24}|xn--[a-z0-9-]{1,50})(?![\w-]|\.\w)(?:\/[^\s<>"']{0,500})?/g;
/** Names that say what they are: lists, and those who explain refusals. */
const TELLING = new RegExp(
  `${PUBLIC_LIST}|${DOMAIN_LIST}|openspf|proofpoint|pphosted|sender(?:base|score)|\\.arpa$|\\blocalhost|\\blocaldomain|\\.(?:local|lan|internal|home|intern|corp)$`,
);
/** Where a list is named, and nobody else. */
const BEFORE_LIST =
  /\b(?:using|via|by|at|in|on|dnsbl|rbl|auf|bei|sur|dans|en|em|su|op|w|na|i|på|в|на|у)[ :=]{1,3}(?:the )?$/i;
/** A list, by its name; a mail server is none, whatever it is called besides. */
const WHOLE_LIST = new RegExp(`^(?!(?:mx|mail|smtp|mta|relay|gw|gateway|in|inbound)[\\d.-])${LIST_ZONE}$`);

/** Names of a spam filter's tests: where several stand, they are a score's, and none is the reason. */
const TESTS = /(?<![\w.-])[A-Z][A-Z0-9]{1,20}(?:_[A-Z0-9]{1,20}){1,6}(?![\w.-])/g;

/**
 * The same text with names that say nothing of what it is about: `mx-blacklist-ptr.example.com` is somebody's name, no
 * word. Each stays another one, and lists keep theirs.
 */
export function withoutNames(text: string): string {
  const numbers = new Map<string, number>();
  const plain = (text.match(TESTS)?.length ?? 0) > 1 ? text.replace(TESTS, "") : text;
  return plain.replace(NAME, (whole: string, at: number) => {
    const [name = "", ...path] = whole.split("/");
    const code = path.join("/").includes("returnc") ? "/returnc" : "";
    if (TELLING.test(name) || deadList(name)) return name + code;
    if (WHOLE_LIST.test(name) && BEFORE_LIST.test(plain.slice(Math.max(0, at - 16), at))) return name + code;
    if (!numbers.has(name)) numbers.set(name, numbers.size + 1);
    return `n${numbers.get(name)}.example${code}`;
  });
}
