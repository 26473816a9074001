import { defineSignal, type Evidence, type Exhibit, ourLimit, rfc, shell } from "../define/signal.ts";
import type { ResolverView } from "../facts/authority.ts";
import { authoritativeAnswers, isCutShort, NO_PTR, ptrAnswer } from "../formats/ptr-answer.ts";
import { prose, type Text, text } from "../net/safe-text.ts";
import { byTheClock } from "../words/clock.ts";

/**
 * Whether resolvers that many people use see what the zone's own servers say, and if not, until when. That one still has
 * an old answer is known from its own reply; that all are up to date is known only when all of them replied and the
 * zone's servers did, because a silent one might be behind.
 */
export const resolverAgreement = defineSignal({
  id: "resolver-agreement",
  group: "reverse",
  scopes: ["server"],
  title: "Public resolvers agree",
  why: "Receivers see a changed PTR record when the old answer in their resolver's cache expires.",
  references: [rfc(1034, "3.6"), rfc(2181, "5.2"), rfc(2308, "5")],
  needs: ["address", "resolverViews", "reverseAuthority"],
  outcomes: {
    agree: {
      status: "pass",
      says: (e) => text`${e.resolvers} give the same answer as the zone's name servers: ${e.seen}.`,
    },
    old: {
      status: "warn",
      says: (e) =>
        text`The zone's name servers answer ${shown(e.answer)}, but not every resolver has that yet: ${behind(e)}.`,
      fix: (e) => ({
        who: "us",
        does: text`Wait: the old answers expire by themselves. The last of these resolvers will have the change by ${latest(e)}; others may take as long.`,
      }),
      whoCares: prose(
        "Receivers that use these resolvers, and those whose own resolver cached the old answer, use it until it expires.",
      ),
    },
    "differ-as-servers": {
      status: "skipped",
      says: text`Resolvers give different answers because the zone's name servers do.`,
    },
    "agree-none": {
      status: "skipped",
      says: text`Resolvers and the zone's name servers agree that there is no PTR record.`,
    },
    "some-silent": {
      status: "unknown",
      says: (e) =>
        text`${e.silent} did not answer; ${e.resolvers} give the same answer as the zone's name servers: ${shown(e.seen)}.`,
    },
    "authority-unknown": {
      status: "unknown",
      says: (e) =>
        text`Not all of the zone's name servers answered, so the current answer is not known. ${e.resolvers} answer ${e.seen}.`,
    },
    bogus: {
      status: "skipped",
      says: text`Public resolvers answer SERVFAIL for the PTR record, because it fails DNSSEC validation.`,
    },
    "none-answered": {
      status: "unknown",
      says: (e) => (e.silent?.length ? text`None of ${e.silent} answered.` : text`No public resolver was asked.`),
    },
    limit: ourLimit,
  },
  reproduce: (e) =>
    (e.address ?? []).flatMap((address) =>
      (e.asked ?? []).map((resolver) => `dig -x ${shell(address)} @${shell(resolver)}`),
    ),
  judge({ address, resolverViews: views, reverseAuthority: authority }) {
    const { answers, complete } = authoritativeAnswers(authority);
    const sees = views.flatMap((view) => {
      const answer = ptrAnswer(view.lookup);
      return answer === undefined ? [] : [{ view, answer }];
    });
    const failed = views.flatMap(({ name, lookup }) => (lookup.kind === "failed" ? [{ name, lookup }] : []));
    const [unasked, silent] = [true, false].map((ours) =>
      failed.filter(({ lookup }) => (lookup.reason === "limit") === ours).map(({ name }) => name),
    ) as [string[], string[]];
    const old = sees.filter(({ answer }) => !answers.includes(answer));
    const current = sees.filter(({ answer }) => answers.includes(answer));
    const seen = [...new Set(sees.map(({ answer }) => answer))].sort();
    const found = {
      evidence: {
        address: [address],
        asked: views.map((view) => view.address),
        answer: answers,
        seen,
        resolvers: (old.length > 0 && complete ? current : sees).map(({ view }) => view.name),
        ...(silent.length > 0 ? { silent } : {}),
        ...(unasked.length > 0 ? { unasked } : {}),
      },
      exhibit: table(views, answers),
    };
    if (sees.length === 0) {
      const bogus = views.some(({ lookup }) => lookup.kind === "failed" && lookup.reason === "bogus");
      if (bogus) return { outcome: "bogus", ...found };
      return { outcome: unasked.length > 0 ? "limit" : "none-answered", ...found };
    }
    if (old.length > 0 && complete) {
      const until = old.map(({ view }) => goneBy(view));
      return {
        outcome: "old",
        ...found,
        evidence: {
          ...found.evidence,
          behind: old.map(({ view }) => view.name),
          still: old.map(({ answer }) => answer),
          until,
          last: [until[latestOf(old.map(({ view }) => view))] ?? ""],
        },
      };
    }
    if (old.length > 0 || (seen.length > 1 && !complete)) {
      if (!isCutShort(authority)) return { outcome: "authority-unknown", ...found };
      const evidence = { ...found.evidence, unasked: [...unasked, "the zone's name servers"] };
      return { outcome: "limit", ...found, evidence };
    }
    if (unasked.length > 0) return { outcome: "limit", ...found };
    if (silent.length > 0) return { outcome: "some-silent", ...found };
    if (seen.length > 1) return { outcome: "differ-as-servers", ...found };
    return { outcome: seen.includes(NO_PTR) ? "agree-none" : "agree", ...found };
  },
});

/**
 * When a resolver will have forgotten what it says now. Of an answer behind an alias (RFC 2317) we know the smallest TTL
 * of the chain only; the rest may take longer.
 */
function goneBy({ lookup, at }: ResolverView): string {
  return lookup.kind === "failed" ? "" : byTheClock(at + 1000 * lookup.ttl, at);
}

const ends = ({ lookup, at }: ResolverView): number => (lookup.kind === "failed" ? 0 : at + 1000 * lookup.ttl);

const latestOf = (views: readonly ResolverView[]): number =>
  views.reduce((last, view, i) => (ends(view) > ends(views[last] ?? view) ? i : last), 0);

/** Who still says what, and until when. */
function behind(e: Evidence): Text {
  return (e.behind ?? []).flatMap((name, i) => {
    const still = e.still?.[i] ?? "";
    const says = still === NO_PTR ? prose("still answers that there is none") : text`still answers ${still}`;
    return text`${prose(i === 0 ? "" : "; ")}${name} ${says} until ${prose(e.until?.[i] ?? "")}`;
  });
}

const latest = (e: Evidence): Text => prose(e.last?.[0] ?? "the time the old answer expires");

const shown = (answers: readonly string[] | undefined): Text =>
  answers?.length === 1 && answers[0] === NO_PTR ? prose("that there is no PTR record") : text`${answers}`;

function table(views: readonly ResolverView[], answers: readonly string[]): Exhibit {
  return {
    kind: "table",
    columns: ["resolver", "answer", "TTL", "note"],
    rows: views.map((view) => {
      const { name, address, lookup } = view;
      const answer = ptrAnswer(lookup);
      if (lookup.kind === "failed" || answer === undefined) {
        const asked = lookup.kind !== "failed" || lookup.reason !== "limit";
        return [`${name} (${address})`, "", "", asked ? "no answer" : "not asked: our limit"];
      }
      const note = answers.length === 0 ? "" : answers.includes(answer) ? "current" : `old, until ${goneBy(view)}`;
      return [`${name} (${address})`, answer, `${lookup.ttl}`, note];
    }),
  };
}
