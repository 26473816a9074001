import { defineSignal, type Evidence, type Fix, rfc, temperror, unanswered } from "../define/signal.ts";
import { domainBehind } from "../derive/sending-domain.ts";
import { evaluationTree } from "../formats/spf/exhibit.ts";
import { firstRecord, letIn, txtLine } from "../formats/spf/publish.ts";
import { evaluationEvidence, openQuestions } from "../formats/spf/spf-evidence.ts";
import { problemWords } from "../formats/spf/spf-words.ts";
import { nameKind } from "../net/name-kind.ts";
import { prose, type Text, text } from "../net/safe-text.ts";
import { digFor } from "../words/commands.ts";

/** The EHLO identity, and where we have it from. */
const identity = (e: Evidence): Text => {
  if (e.origin?.[0] === "given") return text`${e.domain}, your server's EHLO name by your entry`;
  if (e.origin?.[0] === "ehlo") return text`${e.domain}, the name in the server's answer to EHLO`;
  if (e.origin?.[0] === "ptr") return text`${e.domain}, the PTR name (the EHLO name is not known)`;
  return text`${e.domain}`;
};

const publish = (e: Evidence): Fix =>
  e.madeBy?.length
    ? {
        who: "server",
        does: text`Set the EHLO name to a name in your own domain: ${e.domain} is in your provider's zone, where you cannot publish an SPF record.`,
      }
    : {
        who: "forward-dns",
        does: e.record?.length
          ? text`Replace the SPF record at ${e.domain} with this one, which authorizes ${e.address}.`
          : text`Publish an SPF record at ${e.domain} itself that authorizes ${e.address}.`,
        ...(e.domain?.[0] && e.proposed?.[0] ? { copy: txtLine(e.domain[0], e.proposed[0]) } : {}),
      };

/** check_host() for the EHLO identity: all that is left to check when the sender is empty, as in a bounce. */
export const heloSpf = defineSignal({
  id: "helo-spf",
  group: "authentication",
  scopes: ["server"],
  title: "SPF for the EHLO name",
  why: "Bounces and read receipts have an empty sender. Receivers then check SPF for the EHLO name.",
  references: [rfc(7208, "2.3"), rfc(7208, "2.4")],
  needs: ["address", "sender", "heloIdentity", "heloSpf"],
  outcomes: {
    pass: { status: "pass", says: (e) => text`SPF passes for ${identity(e)}.` },
    none: {
      status: "info",
      says: (e) =>
        text`There is no SPF record at ${identity(e)}. Its bounces then have no SPF result; few receivers care about that.`,
      fix: publish,
    },
    neutral: { status: "info", says: (e) => text`SPF returns neutral for ${identity(e)}.`, fix: publish },
    softfail: {
      status: "warn",
      says: (e) => text`SPF returns softfail for ${identity(e)}, so bounces from this server look suspicious.`,
      fix: publish,
      whoCares: prose("SpamAssassin adds 0.7 to 0.9 points for a softfail of the EHLO name."),
    },
    fail: {
      status: "warn",
      says: (e) => text`SPF fails for ${identity(e)}: its record does not authorize this address.`,
      fix: publish,
      whoCares: prose(
        "Receivers that check SPF of the EHLO name may act on it. RFC 7208 recommends the check to all, and allows them to refuse mail that fails.",
      ),
    },
    permerror: {
      status: "warn",
      says: (e) => text`SPF cannot be evaluated for ${identity(e)}: ${problemWords(e.problem?.[0])}.`,
      fix: (e) => ({
        who: "forward-dns",
        does: text`Correct the SPF record of ${e.editable ?? e.problemDomain ?? e.domain}.`,
      }),
      whoCares: prose(
        "Receivers that check the EHLO name, as RFC 7208 recommends, treat it as a name without SPF, or refuse the mail.",
      ),
    },
    "same-domain": {
      status: "skipped",
      says: (e) => text`The EHLO name is the sending domain ${e.domain}; its SPF is checked above.`,
    },
    "no-domain-name": {
      status: "skipped",
      says: (e) => text`The EHLO name ${e.domain} is not a full domain name, so it can have no SPF record.`,
    },
    "no-name": {
      status: "skipped",
      says: text`No EHLO name is known: none was entered or received, and there is no PTR name.`,
    },
    temperror,
  },
  reproduce: (e) => [...(e.domain ?? []), ...(e.included ?? [])].flatMap((name) => digFor("TXT", name)),
  judge({ address, sender, heloIdentity, heloSpf: evaluation }) {
    if (heloIdentity.domain === undefined && heloIdentity.why === "not-a-name")
      return { outcome: "no-domain-name", evidence: { domain: [heloIdentity.word], origin: ["given"] } };
    if (heloIdentity.domain === undefined)
      return heloIdentity.why === "failed" ? unanswered(heloIdentity.lookup) : { outcome: "no-name" };
    // No SPF record can stand at a name that nobody else can look up.
    if (nameKind(heloIdentity.domain) !== "name")
      return { outcome: "no-domain-name", evidence: { domain: [heloIdentity.domain] } };
    if (!evaluation) return unanswered();
    const open = openQuestions(evaluation);
    const exhibit = evaluationTree(evaluation);
    if (open) return { ...unanswered(...open), exhibit };
    const { result, problem, root, path } = evaluation;
    const evidence: Evidence = {
      ...evaluationEvidence(evaluation),
      domain: [heloIdentity.domain],
      origin: [heloIdentity.origin],
      ...(domainBehind(heloIdentity.domain, address) ? {} : { madeBy: ["provider"] }),
    };
    if (result === "pass") return { outcome: "pass", evidence, exhibit };
    if (problem?.code === "not-a-domain") return { outcome: "no-domain-name", evidence };
    if (sender.domain === heloIdentity.domain) return { outcome: "same-domain", evidence };
    if (result === "permerror") return { outcome: "permerror", evidence, exhibit };
    if (result === "none") return { outcome: "none", evidence: { ...evidence, proposed: [firstRecord(address, "-")] } };
    const proposed = root.text === undefined ? [] : [letIn(root.text, address, path[0])];
    const outcome = result === "fail" || result === "softfail" ? result : "neutral";
    return { outcome, evidence: { ...evidence, proposed }, exhibit };
  },
});
