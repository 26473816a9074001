import {
  defineSignal,
  type Evidence,
  type Exhibit,
  type Fix,
  failureWords,
  ourLimit,
  rfc,
  shell,
  temperror,
} from "../define/signal.ts";
import type { AuthorityServer } from "../facts/authority.ts";
import {
  authoritativeAnswers,
  flaps,
  isAddressAsName,
  isUnasked,
  NO_PTR,
  ptrAnswer,
  repliesOf,
  type Said,
  type ServerState,
  saidIn,
  stateOf,
} from "../formats/ptr-answer.ts";
import { prose, type Text, text } from "../net/safe-text.ts";

const LOST_SERVER = prose(
  "Receivers whose resolver asks such a server first wait until it has tried another. Those that time out treat it as a temporary error: Postfix (reject_unknown_client_hostname) defers with 450, and mail is delayed.",
);

/** What else is wrong with other name servers of the zone. */
function others(e: Evidence, but: "byAddress" | "nowhere" | "lame"): Text {
  const said = [
    but !== "byAddress" && e.byAddress?.length ? text` ${e.byAddress} is an address, not a host name.` : [],
    but !== "nowhere" && e.nowhere?.length ? text` ${e.nowhere} has no address.` : [],
    but !== "lame" && e.lame?.length ? text` ${e.lame} does not answer for the zone.` : [],
  ].flat();
  return [...said, ...text` The others answer ${or(e.answer)}.`];
}

const or = (answers: readonly string[] | undefined): Text =>
  (answers ?? []).flatMap((answer, i) => [...prose(i === 0 ? "" : " or "), ...text`${answer}`]);

function reasons(e: Evidence): Text {
  const said = [
    e.lame?.length ? text`${e.lame} refused or does not serve the zone` : [],
    e.byAddress?.length ? text`${e.byAddress} is an address, not a host name` : [],
    e.nowhere?.length ? text`${e.nowhere} has no address` : [],
    e.silent?.length ? text`${e.silent} did not answer` : [],
  ].filter(({ length }) => length > 0);
  return said.flatMap((one) => [...prose(" "), ...one, ...prose(".")]);
}

/** A fix for each of the three ways in which a name server can be of no use; all that apply, one after the other. */
const mend = (e: Evidence): Fix => ({
  who: "address-owner",
  does: [
    text`Ask the operator of ${e.zone} to correct its NS records, and the delegation in the parent zone likewise.`,
    e.byAddress?.length
      ? text` Replace ${e.byAddress} with the name of a server that has that address in an A or AAAA record. An NS record cannot name an address (RFC 1035, section 3.3.11).`
      : [],
    e.nowhere?.length ? text` Publish a public address for ${e.nowhere}, or remove it.` : [],
    e.lame?.length ? text` Load the zone on ${e.lame}, or remove it.` : [],
  ].flat(),
});

/**
 * Whether the reverse zone's servers tell one story. A disagreement is known from those that answered; agreement only
 * when each of them did, because a silent one might say something else.
 */
export const reverseAuthority = defineSignal({
  id: "reverse-authority",
  group: "reverse",
  scopes: ["server"],
  title: "Name servers of the reverse zone",
  why: "A resolver may ask any of the zone's name servers. Where they differ, receivers see different names from one message to the next.",
  references: [rfc(1034, "4.1"), rfc(1035, "3.3.11"), rfc(1912, "2.8"), rfc(2182, "5")],
  needs: ["address", "reverseAuthority"],
  outcomes: {
    agree: {
      status: "pass",
      says: (e) =>
        e.leftOut?.length
          ? text`The name servers of ${e.zone} that were asked, ${e.servers}, give the same answer: ${e.answer}.`
          : text`All name servers of ${e.zone} give the same answer: ${e.answer}.`,
    },
    single: {
      status: "info",
      says: (e) =>
        text`${e.zone} has one name server, ${e.servers}, which answers ${e.answer}. While it is down, lookups of the PTR record fail; RFC 1034 requires at least two.`,
    },
    disagree: {
      status: "warn",
      says: (e) => text`The name servers of ${e.zone} have different PTR records for this address: ${differences(e)}.`,
      fix: (e) => bringTogether(e),
      whoCares: prose(
        "Receivers that check the name see the wrong one whenever their resolver asks that server. Where the other name is not forward-confirmed, Gmail refuses or defers (550 5.7.25, 421 4.7.23). Postfix (reject_unknown_client_hostname) and Exim (verify = reverse_host_lookup) do so where the operator has the rule on.",
      ),
    },
    "missing-at-some": {
      status: "fail",
      says: (e) => text`Some name servers of ${e.zone} have no PTR record for this address: ${differences(e)}.`,
      fix: (e) => bringTogether(e),
      whoCares: prose(
        "Receivers see no PTR record whenever their resolver asks a server without it. Gmail (550 5.7.25), GMX, WEB.DE and Comcast require one. Postfix (reject_unknown_client_hostname, reject_unknown_reverse_client_hostname) and Exim (verify = reverse_host_lookup) do so where the operator has the rule on. Refusals then look random.",
      ),
    },
    flapping: {
      status: "warn",
      says: (e) =>
        text`${e.flapping} gives changing answers when asked several times in a row: ${or(e.answer)}. Several machines with different zone data may share one address (anycast).`,
      fix: (e) => bringTogether(e),
      whoCares: prose(
        "Receivers that check the name get another answer whenever the lookup reaches the wrong machine. One delivery passes, the next one fails: at Gmail (550 5.7.25, 421 4.7.23), Postfix (reject_unknown_client_hostname) and Exim (verify = reverse_host_lookup).",
      ),
    },
    "by-address": {
      status: "warn",
      says: (e) =>
        text`An NS record of ${e.zone} contains an address, ${e.byAddress}, where a host name is required.${others(e, "byAddress")}`,
      fix: mend,
      whoCares: LOST_SERVER,
    },
    nowhere: {
      status: "warn",
      says: (e) => text`Name servers of ${e.zone} without a usable address: ${e.nowhere}.${others(e, "nowhere")}`,
      fix: mend,
      whoCares: LOST_SERVER,
    },
    lame: {
      status: "warn",
      says: (e) =>
        text`Name servers of ${e.zone} that do not answer for it (lame delegation): ${e.lame}.${others(e, "lame")}`,
      fix: mend,
      whoCares: LOST_SERVER,
    },
    "agree-none": {
      status: "skipped",
      says: (e) => text`The name servers of ${e.zone} agree that there is no PTR record.`,
    },
    undelegated: {
      status: "skipped",
      says: (e) =>
        text`No reverse zone is delegated for this address (the zone cut is at ${e.zone}), so it has no name servers.`,
    },
    "some-silent": {
      status: "unknown",
      says: (e) =>
        text`${e.silent}, of the name servers of ${e.zone}, did not answer. The others agree on ${e.answer}.`,
    },
    // They answered, though not the question: that is for whoever runs the zone, whatever the record may be.
    "none-serves": {
      status: "unknown",
      says: (e) =>
        text`No name server of ${e.zone} answers for it: ${e.lame} answered REFUSED, SERVFAIL or without authority. Receivers cannot look up the PTR record either.`,
      fix: (e) => ({
        who: "reverse-dns",
        does: text`Ask the operator of ${e.zone} to make its name servers answer for the zone: none of them does.`,
      }),
    },
    "none-spoke": {
      status: "unknown",
      says: (e) =>
        e.zone?.length
          ? text`No name server of ${e.zone} gave an authoritative answer.${reasons(e)}`
          : text`No name server of the zone gave an authoritative answer.`,
    },
    temperror,
    limit: ourLimit,
  },
  reproduce: (e) =>
    (e.owner ?? [])
      .slice(0, 1)
      .flatMap((owner) =>
        (e.asked ?? []).map((server) => `dig +norecurse -q ${shell(owner)} -t PTR @${shell(server)}`),
      ),
  judge({ address, reverseAuthority: authority }) {
    if (authority.kind === "failed") {
      const { name, type, reason } = authority.lookup;
      return { outcome: "temperror", evidence: { question: [`${name} ${type}`], reason: [reason] } };
    }
    if (authority.kind === "undelegated") return { outcome: "undelegated", evidence: { zone: [authority.zone] } };

    const { zone, owner, servers } = authority;
    const states = servers.map((server) => ({ server, state: stateOf(server) }));
    const named = (state: ServerState) => states.flatMap((each) => (each.state === state ? [each.server.name] : []));
    const lame = named("lame");
    const byAddress = named("by-address");
    const nowhere = named("nowhere");
    const flapping = servers.filter(flaps).map(({ name }) => name);
    // Our own limit is not the server's silence.
    const quiet = states.filter(({ state }) => state === "silent").map(({ server }) => server);
    const namesOf = (of: readonly AuthorityServer[]) => of.map(({ name }) => name);
    const unasked = namesOf(quiet.filter(isUnasked));
    const silent = namesOf(quiet.filter((server) => !isUnasked(server)));
    const { answers } = authoritativeAnswers(authority);
    const found = {
      evidence: {
        address: [address],
        zone: [zone],
        owner: [owner],
        servers: servers.map(({ name }) => name),
        asked: servers.flatMap((server) => server.answers.map((each) => each.address)),
        answer: answers,
        from: answers.map((answer) =>
          servers
            .filter((server) => gives(server, answer))
            .map(({ name }) => name)
            .join(" "),
        ),
        ...(lame.length > 0 ? { lame } : {}),
        ...(byAddress.length > 0 ? { byAddress } : {}),
        ...(nowhere.length > 0 ? { nowhere } : {}),
        ...(flapping.length > 0 ? { flapping } : {}),
        ...(silent.length > 0 ? { silent } : {}),
        ...(unasked.length > 0 ? { unasked } : {}),
        ...(authority.leftOut > 0 ? { leftOut: [`${authority.leftOut}`] } : {}),
      },
      exhibit: table(servers),
    };
    if (answers.length === 0 && unasked.length > 0) return { outcome: "limit", ...found };
    if (answers.length === 0) {
      const failing = namesOf(quiet.filter(fails));
      if (lame.length + failing.length === 0 || failing.length < quiet.length)
        return { outcome: "none-spoke", ...found };
      const { silent: _, ...evidence } = found.evidence;
      return { ...found, outcome: "none-serves", evidence: { ...evidence, lame: [...lame, ...failing] } };
    }
    if (flapping.length > 0) return { outcome: "flapping", ...found };
    if (answers.length > 1) return { outcome: answers.includes(NO_PTR) ? "missing-at-some" : "disagree", ...found };
    if (byAddress.length > 0) return { outcome: "by-address", ...found };
    if (nowhere.length > 0) return { outcome: "nowhere", ...found };
    if (lame.length > 0) return { outcome: "lame", ...found };
    if (unasked.length > 0) return { outcome: "limit", ...found };
    if (silent.length > 0) return { outcome: "some-silent", ...found };
    if (answers.includes(NO_PTR)) return { outcome: "agree-none", ...found };
    return { outcome: servers.length === 1 ? "single" : "agree", ...found };
  },
});

/** Whether a server answers that it cannot (SERVFAIL), at each of its addresses. */
const fails = (server: AuthorityServer): boolean =>
  server.open.length === 0 &&
  repliesOf(server).length > 0 &&
  repliesOf(server).every((lookup) => lookup.kind === "failed" && lookup.reason === "servfail");

const gives = (server: AuthorityServer, answer: string): boolean =>
  repliesOf(server).some((lookup) => {
    const said = saidIn(lookup);
    return said.kind === "says" && said.answer === answer;
  });

function table(servers: readonly AuthorityServer[]): Exhibit {
  return {
    kind: "table",
    columns: ["name server", "answer", "TTL", "note"],
    rows: servers.flatMap((server) => [
      ...server.answers.flatMap(({ address, lookup, again = [] }) =>
        // The same answer again is no news.
        [lookup, ...again.filter((one) => ptrAnswer(one) !== ptrAnswer(lookup))].map((one, i) =>
          labelled(`${server.name} (${address})`, cells(saidIn(one)), i > 0 ? "asked again" : ""),
        ),
      ),
      ...server.refused.map((address) => [`${server.name} (${address})`, "", "", "not a public address"]),
      ...server.open.map(({ type }) => [server.name, "", "", `its ${type} record could not be looked up`]),
      ...(isNowhere(server)
        ? [[server.name, "", "", isAddressAsName(server.name) ? "is an address, not a name" : "has no address"]]
        : []),
    ]),
  };
}

const isNowhere = ({ answers, refused, open }: AuthorityServer): boolean =>
  answers.length + refused.length + open.length === 0;

const labelled = (label: string, [answer = "", ttl = "", note = ""]: string[], more: string): string[] => [
  label,
  answer,
  ttl,
  [note, more].filter(Boolean).join(", "),
];

function cells(said: Said): string[] {
  if (said.kind === "says") return [said.answer, `${said.ttl}`, ""];
  return ["", "", said.kind === "lame" ? said.how : reasonWords(said.reason)];
}

const reasonWords = (reason: string): string =>
  failureWords(reason)
    .map((part) => ("prose" in part ? part.prose : part.code))
    .join("");

/** Which server says what, in one sentence. */
function differences(e: Evidence): Text {
  return (e.answer ?? []).flatMap((answer, i) => [
    ...text`${i === 0 ? [] : prose("; ")}${(e.from?.[i] ?? "").split(" ")} ${prose(answer === NO_PTR ? "has none" : "answers")}`,
    ...(answer === NO_PTR ? [] : text` ${answer}`),
  ]);
}

const bringTogether = (e: Evidence): Fix => ({
  who: "address-owner",
  does: text`Ask the operator of ${e.zone} to synchronise its name servers (zone transfer, serial number of the SOA record). Right after a change, wait a few minutes first.`,
});
