import { setTimeout as sleep } from "node:timers/promises";
import { type Json, parseAddress, unmapped, visible } from "../checks/index.ts";
import { addressesOf, hasListener, listens, listenUrl, stateOf } from "../service/listens/current.ts";
import type { Expected, HeldMessage, HeldSession, Listen, ListenRead } from "../service/listens/listens.ts";
import { isToken } from "../service/listens/token.ts";
import type { listen, madeListen, seenSession } from "./api/schemas.ts";
import { clientOf, originOf } from "./headers.ts";
import { toJson } from "./json.ts";
import { ndjsonResponse } from "./ndjson.ts";
import { type FieldProblem, takeAllowance } from "./start.ts";

/** What the maker of an address expects, as a form or a program has it. */
export interface ExpectFields {
  readonly address?: string | undefined;
  readonly helo?: string | undefined;
}

export type Making =
  | { readonly ok: true; readonly listen: Listen; readonly headers: Headers }
  | {
      readonly ok: false;
      readonly code: "no-listener" | "invalid-expectation" | "too-fast";
      readonly problems: readonly FieldProblem[];
      readonly headers: Headers;
    };

/** An EHLO argument, in characters. */
const MAX_HELO = 510;

/** Makes an address for whoever asks: the one way in for form and API. It counts as a check of the asker's network. */
export async function makeListen(request: Request, fields: ExpectFields): Promise<Making> {
  if (!hasListener()) return { ok: false, code: "no-listener", problems: [], headers: new Headers() };
  const read = readExpected(fields);
  if ("problems" in read)
    return { ok: false, code: "invalid-expectation", problems: read.problems, headers: new Headers() };
  const { allowed, headers } = await takeAllowance(clientOf(request.headers));
  if (!allowed) return { ok: false, code: "too-fast", problems: [], headers };
  const made = await (await listens()).make(originOf(request.headers), read.expected);
  return { ok: true, listen: made, headers };
}

/** Reads what is expected: nothing of it has to be there. */
export function readExpected({
  address = "",
  helo = "",
}: ExpectFields): { readonly expected: Expected } | { readonly problems: readonly FieldProblem[] } {
  const [from, said] = [address.trim(), helo.trim()];
  const parsed = parseAddress(from);
  const problems: FieldProblem[] = [];
  if (from && !parsed) {
    const says = `${visible(from)} is no IP address. Put in the address you think your server sends from, or nothing.`;
    problems.push({ field: "address", code: "no-address", says });
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (said.length > MAX_HELO || /[\u0000-\u001f\u007f-\u009f]/.test(said)) {
    const says = `An EHLO argument is one line of at most ${MAX_HELO} printable characters.`;
    problems.push({ field: "helo", code: "characters", says });
  }
  if (problems.length > 0) return { problems };
  return { expected: { ...(parsed ? { address: unmapped(parsed) } : {}), ...(said ? { helo: said } : {}) } };
}

/** What an address is, as programs get it. */
export function madeJson(made: Listen): Json<typeof madeListen> {
  const { refuse, read } = addressesOf(made);
  return {
    id: made.id,
    url: listenUrl(made),
    address: refuse,
    readAddress: read,
    expiresAt: new Date(made.expiresAt).toISOString(),
  };
}

/** The same with who has sent. */
export function listenJson(held: ListenRead): Json<typeof listen> {
  const { expect } = held;
  return {
    ...madeJson(held),
    state: stateOf(held),
    ...(expect.address || expect.helo ? { expect: { ...expect } } : {}),
    sessions: held.sessions.map(sessionJson),
  };
}

function sessionJson({ seen, reply, report, message }: HeldSession): Json<typeof seenSession> {
  const { at, address, helo, tls, tlsFailure, mailFrom, earlyTalker, pipelined } = seen;
  return {
    at: new Date(at).toISOString(),
    address,
    helo,
    tls: tls && { ...tls },
    ...(tlsFailure ? { tlsFailure } : {}),
    mailFrom,
    earlyTalker,
    pipelined,
    reply,
    ...(report ? { report } : {}),
    ...(message ? { message: messageJson(message) } : {}),
  };
}

function messageJson({ found: { from, dkim, spf, dmarc, arc, hops } }: HeldMessage) {
  return {
    ...(from ? { from } : {}),
    dkim: dkim.map(({ domain, selector, result, why, aligned }) => ({
      ...{ domain, selector, result, aligned },
      ...(why ? { why } : {}),
    })),
    spf: { ...spf },
    dmarc: { ...dmarc },
    arc: { ...arc },
    hops: hops.map((hop) => ({ ...hop })),
  };
}

/** Who has sent to an address; undefined where there is none, or it is forgotten. */
export async function readListen(id: string): Promise<ListenRead | undefined> {
  return isToken(id) ? (await listens()).read(id) : undefined;
}

/** How often we look whether something has come: it may come to another instance. In milliseconds. */
const LOOK_MS = 500;
/** A stream is taken up again by whoever still reads it. In milliseconds. */
const STREAM_MS = 10 * 60_000;

/** How things stand, a line each time that they have changed, until the address has ended. */
export const listenStream = (id: string, first: ListenRead, signal: AbortSignal): Response =>
  ndjsonResponse(changes(id, first, signal));

async function* changes(id: string, first: ListenRead, signal: AbortSignal): AsyncGenerator<Json<typeof listen>> {
  const until = Date.now() + STREAM_MS;
  let now: ListenRead | undefined = first;
  let last = "";
  while (now && !signal.aborted) {
    const shown = listenJson(now);
    const line = toJson(shown);
    if (line !== last) yield shown;
    last = line;
    if (stateOf(now) === "expired" || Date.now() >= until) return;
    await sleep(LOOK_MS);
    now = await readListen(id);
  }
}
