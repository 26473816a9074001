import type { Socket } from "node:net";
import type { SmtpConnection, SmtpReply, SmtpSession, TlsOutcome } from "../../facts/smtp.ts";
import type { Vantage } from "../../facts/vantage.ts";
import type { IpAddress } from "../../net/address.ts";
import { type DomainName, isHostname } from "../../net/domain-name.ts";
import { type Budget, unlimited } from "../budget.ts";
import { type Conversation, converse, createLog, type Heard, type Log } from "./conversation.ts";
import { dial } from "./dial.ts";
import { isMasked, masksStarttls, nameIn, offersStarttls, wordIn } from "./greeting.ts";
import { handshake, tlsContext } from "./tls.ts";

export interface SessionOptions {
  /** The host name we came here by, for the server name in TLS; an address alone has none. */
  readonly name?: DomainName;
  /** The check that pays for the connection; without it nobody does. */
  readonly budget?: Pick<Budget, "spend">;
  /** Called when the server has answered EHLO or HELO, with the session as far as it has come then. */
  readonly onIntroduced?: (session: SmtpSession) => void;
}

/** How long the answer to QUIT may take: we have what we came for. */
const FAREWELL_MS = 1_000;

/** A session in the making. */
type Draft = { -readonly [K in "connection" | "masked" | "tls"]: SmtpSession[K] } & {
  -readonly [K in keyof SmtpSession]?: SmtpSession[K];
};

interface Setting {
  readonly draft: Draft;
  readonly log: Log;
  readonly vantage: Vantage;
  readonly options: SessionOptions;
}

/**
 * One SMTP session with port 25 of one address: greeting, EHLO, STARTTLS, EHLO, QUIT, and never a word of mail. Always
 * resolves: whatever the server does is a value.
 */
export async function probeSmtp(
  address: IpAddress,
  vantage: Vantage,
  signal: AbortSignal,
  options: SessionOptions = {},
): Promise<SmtpSession> {
  const log = createLog(vantage.limits.smtpSessionMs);
  const draft: Draft = {
    connection: "tarpit",
    ...(options.name && isHostname(options.name) ? { serverName: options.name } : {}),
    masked: false,
    tls: { kind: "not-reached", why: "tarpit" },
  };
  const dialled = await dial(address, vantage, signal, options.budget ?? unlimited);
  if (dialled.kind === "failed") {
    notOpen(draft, dialled.connection, dialled.detail);
  } else {
    const { socket } = dialled;
    // TLS wraps this socket, so an abort ends both.
    const abort = () => socket.destroy();
    signal.addEventListener("abort", abort, { once: true });
    if (signal.aborted) abort();
    try {
      await talk(socket, { draft, log, vantage, options });
    } finally {
      signal.removeEventListener("abort", abort);
      socket.destroy();
    }
    if (signal.aborted) {
      draft.connection = "cancelled";
      draft.detail = "stopped on the way";
      if (draft.tls.kind !== "established") draft.tls = { kind: "not-reached", why: "cancelled" };
    }
  }
  return sessionSoFar(draft, log);
}

const sessionSoFar = (draft: Draft, log: Log): SmtpSession => ({
  ...draft,
  ...(log.oddities.size > 0 ? { oddities: [...log.oddities] } : {}),
  transcript: [...log.transcript],
  ms: Math.round(log.elapsed()),
});

/** From the greeting to QUIT. Returns where there is nothing more to say. */
async function talk(socket: Socket, setting: Setting): Promise<void> {
  const { draft, log, vantage } = setting;
  const plain = converse(socket, log);
  const greeting = await plain.hear(vantage.limits.smtpGreetingMs);
  if (greeting.kind !== "reply") {
    const connection = greeting.kind === "fault" || greeting.garbled ? "not-smtp" : unfinished[greeting.kind];
    notOpen(draft, connection, because(greeting, "greeting"));
    return;
  }
  greeted(setting, greeting.reply);
  if (draft.connection === "refused") return quit(plain, setting);
  if (draft.connection !== "open") return;

  draft.tls = { kind: "not-reached", why: "ehlo" };
  const extensions = await introduce(plain, setting);
  if (extensions === "over") return;
  if (draft.ehloWord) setting.options.onIntroduced?.(sessionSoFar(draft, log));
  if (extensions === "unwelcome") return quit(plain, setting);
  if (masksStarttls(extensions)) log.oddities.add("starttls-masked");
  if (!offersStarttls(extensions)) {
    draft.tls = { kind: "not-offered" };
    return quit(plain, setting);
  }

  draft.tls = { kind: "not-reached", why: "starttls" };
  const go = await ask(plain, "STARTTLS", setting);
  if (!go) return;
  if (go.code !== 220) {
    draft.tls = { kind: "declined", reply: go };
    return quit(plain, setting);
  }
  await talkInside(socket, plain, setting);
}

/** The handshake, and EHLO again, because what was said before it does not count (RFC 3207 section 4.2). */
async function talkInside(socket: Socket, plain: Conversation, setting: Setting): Promise<void> {
  const { draft, log, vantage } = setting;
  if (!plain.release()) log.oddities.add("plaintext-before-tls");
  const ms = Math.min(vantage.limits.smtpReplyMs, log.left());
  const { serverName: name } = draft;
  log.remark(name ? `TLS handshake, server name (SNI) ${name}` : "TLS handshake, no server name (SNI) sent");
  const shaken = await handshake(socket, tlsContext(vantage.trust), { ms, ...(name ? { name } : {}) });
  if (shaken.kind === "timeout") {
    draft.tls = { kind: "not-reached", why: "handshake" };
    draft.detail = `the TLS handshake was not finished within ${Math.round(ms)} ms`;
  } else if (shaken.kind === "failed") {
    draft.tls = { kind: "handshake-failed", detail: shaken.detail } satisfies TlsOutcome;
  } else {
    draft.tls = shaken.outcome;
    const inside = converse(shaken.socket, log);
    const again = await ask(inside, `EHLO ${vantage.ehloName}`, setting);
    if (again) {
      draft.ehloAfterTls = again;
      await quit(inside, setting);
    }
    shaken.socket.destroy();
  }
}

/** Takes down what the greeting says, and what it means for the rest. */
function greeted({ draft, log }: Setting, greeting: SmtpReply): void {
  draft.greetingMs = Math.round(log.elapsed());
  draft.greeting = greeting;
  if (greeting.code >= 400) notOpen(draft, "refused", `greeted with ${greeting.code}`);
  else if (greeting.code !== 220) notOpen(draft, "not-smtp", `greeted with ${greeting.code} instead of 220`);
  else {
    draft.connection = "open";
    draft.masked = isMasked(greeting);
    const word = wordIn(greeting);
    const name = nameIn(greeting);
    if (word) draft.greetingWord = word;
    if (name) draft.greetingName = name;
  }
}

/** EHLO, or HELO where the server does not know it. Hands back the answer that names extensions, if any does. */
async function introduce(
  plain: Conversation,
  setting: Setting,
): Promise<Pick<SmtpReply, "lines"> | "over" | "unwelcome"> {
  const { draft, vantage } = setting;
  const ehlo = await ask(plain, `EHLO ${vantage.ehloName}`, setting);
  if (!ehlo) return "over";
  draft.ehlo = ehlo;
  if (ehlo.code === 250) {
    named(draft, ehlo);
    return ehlo;
  }
  // RFC 5321 section 3.2. A 4xx is an answer for now, and HELO would get the same.
  if (ehlo.code < 500) {
    draft.detail = `EHLO was answered with ${ehlo.code}`;
    return ehlo.code === 421 ? "over" : "unwelcome";
  }
  const helo = await ask(plain, `HELO ${vantage.ehloName}`, setting);
  if (!helo) return "over";
  draft.helo = helo;
  if (helo.code !== 250) {
    draft.detail = `EHLO was answered with ${ehlo.code}, HELO with ${helo.code}`;
    return helo.code === 421 ? "over" : "unwelcome";
  }
  named(draft, helo);
  return { lines: [] };
}

function named(draft: Draft, reply: SmtpReply): void {
  const word = wordIn(reply);
  const name = nameIn(reply);
  if (word) draft.ehloWord = word;
  if (name) draft.ehloName = name;
}

/** One command and its answer; without one, `detail` says why. */
async function ask(conversation: Conversation, command: string, { draft, vantage }: Setting) {
  conversation.say(command);
  const heard = await conversation.hear(vantage.limits.smtpReplyMs);
  if (heard.kind === "reply") return heard.reply;
  draft.detail = because(heard, `answer to ${command.split(" ")[0]}`);
  return undefined;
}

async function quit(conversation: Conversation, { vantage }: Setting): Promise<void> {
  conversation.say("QUIT");
  await conversation.hear(Math.min(FAREWELL_MS, vantage.limits.smtpReplyMs));
}

function notOpen(draft: Draft, connection: SmtpConnection, detail: string): void {
  draft.connection = connection;
  draft.detail = detail;
  draft.tls = { kind: "not-reached", why: connection };
}

/** Silence and a close say nothing about what the server is. */
const unfinished = { timeout: "tarpit", closed: "dropped" } as const;

const FAULTS = {
  "line-too-long": "a line of it is too long",
  "too-many-lines": "it has too many lines",
  "too-much": "more was sent than a mail server has to say",
  "not-a-reply": "it is no SMTP reply",
  "codes-differ": "its lines carry different reply codes",
} as const;

function because(heard: Exclude<Heard, { kind: "reply" }>, what: string): string {
  if (heard.kind === "fault") return `the ${what} cannot be read: ${FAULTS[heard.fault]}`;
  if (heard.kind === "timeout") return `no complete ${what} in time`;
  return `closed by the server before a complete ${what}${heard.code ? ` (${heard.code})` : ""}`;
}
