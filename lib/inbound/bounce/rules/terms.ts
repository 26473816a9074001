import { SAY } from "../vocabulary/index.ts";

/** Terms of the protocols, which no language translates, and what is put together of several concepts. */
export const HELO = "\\bhelo\\b|\\behlo\\b|\\blhlo\\b";
export const SPF = "\\bspf\\b|\\bopenspf|sender policy framework|spf-";
export const HOST_NAME = SAY.hostName;
/** Who sends, in words or as an IPv4 address. */
export const CLIENT = `${SAY.client}|\\b\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\w.]*\\d)`;
export const DOMAIN = SAY.domain;
/** Lists that anybody can look up. */
export const PUBLIC_LIST =
  "\\bspamhaus|\\bspamcop|\\bbarracuda ?central|\\bbarracuda reputation|\\bsorbs\\b|\\buceprotect|\\bspamrats|\\babusix|\\bpsbl\\b|\\bmailspike|\\bspfbl|\\bdronebl|\\bcbl\\b|\\babuseat|\\binvaluement|\\bhostkarma|\\bnix ?spam|\\bblocklist\\.de|\\btruncate\\.gbudb|\\bsenderscore|\\bvalidity\\b|\\bsurriel|\\bbackscatterer|\\bs5h\\b|\\bzen\\b|\\bsbl\\b|\\bxbl\\b|\\bpbl\\b|\\bcss\\b|\\bivmsip|\\bwpbl|\\bmanitu|\\bnjabl|\\bahbl|\\bsem[- ]?black|\\bspameatingmonkey|\\banonmails|\\bimp\\.ch|\\blashback|\\bnordspam|\\bkisarbl|\\binterserver|\\bfabel|\\ball\\.rbl\\.jp|\\bmcafee|\\bmatrix ?rbl|\\banti-?spam\\.org\\.cn|\\bjustspam|\\bzapbl|\\bcsi\\.cloudmark|\\bcloudmark csi\\b";
/** A zone whose name says that it is a list. */
export const LIST_ZONE =
  "(?:[a-z0-9-]+\\.){0,3}[a-z0-9-]*(?:bl|black|block|spam|zen|list|abuse)[a-z0-9-]*\\.(?:[a-z0-9-]+\\.){0,3}[a-z]{2,}";
/** Lists of domains, and what is looked up in them. */
export const DOMAIN_LIST =
  "\\bdbl\\.[a-z]|\\bdbl\\b|\\bsurbl|\\buribl|\\brhsbl|\\bivmuri|\\bspamhaus dbl|\\bnszones|\\bdomain (?:block|black)-?list";
/** "Reverse" says it by itself, but for the path of a message, a proxy and the like. */
export const RDNS = `${SAY.rdns}|\\breverse\\b(?![- ]?(?:path|proxy|charge|engineer|order|mail))`;
/** That two things do not agree, or are said to be two of a thing that should be one. */
export const MISMATCH = SAY.mismatch;
/** Not to be found, or not written as it should be. */
export const NO_SUCH = `${SAY.nonexistent}|${SAY.malformed}`;
