import { parseCommand, parsePath } from "./command.ts";
import type { Desk, KnownRecipient, Session } from "./desk.ts";
import type { Line } from "./line-reader.ts";
import { textOf } from "./octets.ts";
import { ehloReply, seenReply } from "./replies.ts";
import type { Room, Share } from "./room.ts";
import type { Seen, Step } from "./seen.ts";
import type { Ending, Wire } from "./wire.ts";

export interface SessionRules {
  /** What we call ourselves. */
  readonly name: string;
  /** Where addresses are made, for those who have a wrong one. */
  readonly makeAt: string;
  /** How long we wait before we greet: who speaks first is noted. Milliseconds. */
  readonly greetingMs: number;
  readonly maxCommands: number;
  /** Octets of a message. */
  readonly maxMessage: number;
  /** Where the messages of all sessions are while they are read. */
  readonly room: Room;
  /** Takes a place among the sessions in TLS until the connection is closed. False where there is none. */
  readonly takeTls: () => boolean;
  readonly newId: () => string;
  readonly now: () => number;
  /** A fault of ours in one session: its client is asked to come again. */
  readonly onFault: (error: unknown) => void;
}

/** As much of an EHLO argument as is kept, in octets. */
const MAX_HELO = 510;
/** As much of one line as is shown. */
const MAX_SHOWN = 600;
/** What browsers are made to send to mail servers. */
const HTTP = new Set(["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "TRACE", "PATCH"]);
/** What we know and do not do. */
const NOT_HERE = new Set([
  "AUTH",
  "BDAT",
  "EXPN",
  "ETRN",
  "TURN",
  "ATRN",
  "BURL",
  "XCLIENT",
  "XFORWARD",
  "SEND",
  "SAML",
]);

/**
 * Speaks SMTP with one client until it leaves or a cap is reached (RFC 5321). It takes no mail: a recipient that is known
 * is refused with what was seen of the client, or, in read mode, its message is read and dropped.
 */
export async function serveSession(wire: Wire, rules: SessionRules, desk: Desk): Promise<void> {
  const one = new Conversation(wire, rules, desk);
  await one.run();
}

class Conversation {
  readonly #wire: Wire;
  readonly #rules: SessionRules;
  readonly #desk: Desk;
  readonly #at: number;
  readonly #steps: Step[] = [];
  #helo: string | null = null;
  #verb: Seen["verb"] = null;
  #tls: Seen["tls"] = null;
  #tlsFailure: string | undefined;
  #mailFrom: string | null = null;
  /** Whether MAIL was taken and not reset. */
  #mail = false;
  #earlyTalker = false;
  #pipelined = false;
  #injected = false;
  #bareLf = false;
  /** By recipient: what has been recorded. */
  readonly #recorded = new Map<string, { readonly recipient: KnownRecipient; readonly session: Session }>();
  /** Whose messages DATA will be read for. */
  readonly #readers = new Map<string, KnownRecipient>();

  constructor(wire: Wire, rules: SessionRules, desk: Desk) {
    this.#wire = wire;
    this.#rules = rules;
    this.#desk = desk;
    this.#at = rules.now();
    this.#tlsFailure = desk.failureOf(wire.address);
  }

  async run(): Promise<void> {
    const { name, greetingMs, maxCommands } = this.#rules;
    await this.#wire.pause(greetingMs);
    this.#earlyTalker = this.#wire.hasMore();
    this.#say(`220 ${name} ESMTP`);
    for (let commands = 0; ; commands++) {
      const line = await this.#wire.line();
      if (typeof line === "string") {
        this.#end(line);
        break;
      }
      if (commands >= maxCommands) {
        this.#say(`421 4.7.0 ${name} That is enough: ${maxCommands} commands are the most in one session.`);
        break;
      }
      if (line.bareLf) this.#bareLf = true;
      if (!(await this.#command(line))) break;
    }
    await this.#recordAgain();
  }

  /** What a cap of ours is answered with, where anybody is left to read it. */
  #end(ending: Ending): void {
    const { name } = this.#rules;
    if (ending === "time") this.#say(`421 4.4.2 ${name} Time is up.`);
    if (ending === "size") this.#say(`421 4.7.0 ${name} That is more than one session may send.`);
  }

  /** Answers one command. False where the session is over. */
  async #command({ octets, cut }: Line): Promise<boolean> {
    const { verb, argument } = parseCommand(octets);
    // More than was asked for is there before we have answered. Before TLS that is thrown away, and noted there.
    if (this.#wire.hasMore() && verb !== "STARTTLS") this.#pipelined = true;
    if (verb === "EHLO" || verb === "HELO") return this.#introduce(verb, argument, cut);
    if (cut) return this.#refuse("500 5.5.6 That line is too long.", `(a line of more than ${octets.length} octets)`);
    switch (verb) {
      case "STARTTLS":
        return this.#startTls(argument);
      case "MAIL":
        return this.#takeMail(argument);
      case "RCPT":
        return this.#takeRecipient(argument);
      case "DATA":
        return this.#takeData();
      case "RSET":
        this.#reset();
        return this.#answer("RSET", "250 2.0.0 Reset.");
      case "NOOP":
        return this.#answer("NOOP", "250 2.0.0 Yes.");
      case "HELP":
        return this.#answer("HELP", `214 2.0.0 Send to an address made at ${this.#rules.makeAt}`);
      case "VRFY":
        return this.#answer("VRFY", "252 2.5.2 Addresses are not verified here.");
      case "QUIT":
        this.#answer("QUIT", `221 2.0.0 ${this.#rules.name} Bye.`);
        return false;
    }
    if (HTTP.has(verb)) {
      this.#refuse(`421 4.7.0 ${this.#rules.name} This is SMTP.`, `(HTTP: ${verb})`);
      return false;
    }
    // What follows BDAT is no command, and what AUTH may be followed by is a secret.
    if (NOT_HERE.has(verb)) return this.#refuse(`502 5.5.1 ${verb} is not offered.`, verb) && verb !== "BDAT";
    return this.#refuse("500 5.5.2 That is no command of SMTP.", `(no command, ${octets.length} octets)`);
  }

  #introduce(verb: "EHLO" | "HELO", argument: Buffer, cut: boolean): boolean {
    const helo = textOf(argument.subarray(0, MAX_HELO));
    const whole = argument.length <= MAX_HELO && !cut;
    this.#helo = helo;
    this.#verb = verb;
    this.#reset();
    this.#clientSaid(`${verb} ${helo}${whole ? "" : "…"}`);
    const { name, maxMessage } = this.#rules;
    if (verb === "HELO") this.#say(`250 ${name}`);
    else {
      const offered = [`SIZE ${maxMessage}`, "8BITMIME", "SMTPUTF8", "ENHANCEDSTATUSCODES"];
      this.#say(ehloReply(name, this.#wire.address, this.#tls ? offered : [...offered, "STARTTLS"]));
    }
    return true;
  }

  async #startTls(argument: Buffer): Promise<boolean> {
    if (this.#tls) return this.#refuse("503 5.5.1 TLS is there already.", "STARTTLS");
    if (argument.length > 0) return this.#refuse("501 5.5.4 STARTTLS takes nothing behind it.", "STARTTLS");
    if (!this.#rules.takeTls()) {
      this.#refuse(`421 4.7.0 ${this.#rules.name} Too many sessions use TLS now; try again later.`, "STARTTLS");
      return false;
    }
    this.#injected = this.#wire.hasMore();
    this.#answer("STARTTLS", "220 2.0.0 Go ahead.");
    const outcome = await this.#wire.startTls();
    if (outcome.kind === "failed") {
      this.#tlsFailure = outcome.why;
      this.#clientSaid(`(TLS failed: ${outcome.why})`);
      this.#desk.failed(this.#seen());
      return false;
    }
    const { version, cipher, serverName } = outcome;
    this.#tls = { version, cipher };
    this.#clientSaid(`(TLS: ${version}, ${cipher}${serverName ? `, server name ${serverName}` : ""})`);
    // RFC 3207 section 4.2: what was said before counts no more.
    this.#verb = null;
    this.#reset();
    return true;
  }

  #takeMail(argument: Buffer): boolean {
    if (this.#verb === null) return this.#refuse("503 5.5.1 EHLO first.", "MAIL");
    if (this.#mail) return this.#refuse("503 5.5.1 There is a sender already.", "MAIL");
    const path = parsePath(argument, "FROM");
    if (!path) return this.#refuse("501 5.5.4 It is MAIL FROM:<address>.", "MAIL");
    this.#mail = true;
    this.#mailFrom = path.domain;
    // The local part of the sender is neither shown nor kept.
    const shown = path.local === "" ? "" : path.domain ? `…@${path.domain}` : "…";
    return this.#answer(`MAIL FROM:<${shown}> ${path.parameters}`.trimEnd(), "250 2.1.0 Go on.");
  }

  async #takeRecipient(argument: Buffer): Promise<boolean> {
    if (!this.#mail) return this.#refuse("503 5.5.1 MAIL first.", "RCPT");
    const path = parsePath(argument, "TO");
    if (!path?.local) return this.#refuse("501 5.5.4 It is RCPT TO:<address>.", "RCPT");
    const { makeAt } = this.#rules;
    const recipient = await this.#desk.recipient(path).catch((error: unknown) => void this.#rules.onFault(error));
    if (!recipient) return this.#refuse(LATER, "RCPT");
    switch (recipient.kind) {
      case "elsewhere":
        return this.#refuse("550 5.7.1 No mail is passed on to others here.", "RCPT TO:<…>");
      case "unknown":
        return this.#refuse(`550 5.1.1 There is no such address. Make one at ${makeAt}`, "RCPT TO:<…>");
      case "expired":
        return this.#refuse(
          `550 5.1.1 This address has ended after its hour. Make a new one at ${makeAt}`,
          "RCPT TO:<…>",
        );
      case "known":
    }
    this.#clientSaid(`RCPT TO:<${path.local}@${path.domain}>`);
    const reply = recipient.reads ? "250 2.1.5 Send it, and it is read." : this.#seenReply("550 5.7.0", recipient);
    return this.#keep(recipient, reply);
  }

  /** Says it only once it is kept: who follows the link finds it there. */
  async #keep(recipient: KnownRecipient, reply: string): Promise<boolean> {
    const step = this.#step("server", reply);
    const session = this.#sessionOf(recipient, reply);
    const kept = await this.#succeeds(this.#desk.record(recipient, session));
    if (!kept) {
      this.#steps.splice(this.#steps.indexOf(step), 1);
      return this.#refuse(LATER);
    }
    this.#recorded.set(recipient.id, { recipient, session });
    if (recipient.reads) this.#readers.set(recipient.id, recipient);
    this.#wire.say(`${reply}\r\n`);
    return true;
  }

  async #takeData(): Promise<boolean> {
    const readers = [...this.#readers.values()];
    const [first] = readers;
    if (!first) return this.#refuse("503 5.5.1 No recipient takes a message.", "DATA");
    this.#answer("DATA", "354 Go ahead; end with a line that is one dot.");
    const share = this.#rules.room.enter();
    try {
      return await this.#readMessage(first, readers, share);
    } finally {
      share.release();
    }
  }

  async #readMessage(first: KnownRecipient, readers: readonly KnownRecipient[], share: Share): Promise<boolean> {
    const reading = await this.#wire.data(this.#rules.maxMessage, share);
    if (reading === "no-room") {
      // What follows are octets of the message, no commands.
      this.#refuse("452 4.3.1 Too many messages are being read now; try again later.", "(no room for the message)");
      return false;
    }
    if (reading === "too-long") {
      this.#refuse(`552 5.3.4 That is more than ${this.#rules.maxMessage} octets.`, "(too long a message)");
      return false;
    }
    if ("ending" in reading) {
      this.#end(reading.ending);
      return false;
    }
    this.#clientSaid(`(a message of ${reading.message.length} octets)`);
    const reply = this.#seenReply("250 2.0.0", first);
    const step = this.#step("server", reply);
    const reads = readers.map((recipient) => {
      const session = this.#sessionOf(recipient, reply);
      this.#recorded.set(recipient.id, { recipient, session });
      return this.#succeeds(this.#desk.read(recipient, session, reading.message));
    });
    const kept = (await Promise.all(reads)).every(Boolean);
    this.#reset();
    if (kept) this.#wire.say(`${reply}\r\n`);
    else {
      this.#steps.splice(this.#steps.indexOf(step), 1);
      this.#say(LATER);
    }
    return true;
  }

  /** Whether it does; where not, that is a fault of ours. */
  #succeeds = (work: Promise<void>): Promise<boolean> =>
    work.then(
      () => true,
      (error: unknown) => {
        this.#rules.onFault(error);
        return false;
      },
    );

  #sessionOf({ id }: KnownRecipient, reply: string): Session {
    return { id: this.#recorded.get(id)?.session.id ?? this.#rules.newId(), seen: this.#seen(), reply };
  }

  #seenReply(code: "550 5.7.0" | "250 2.0.0", { link }: KnownRecipient): string {
    const { address } = this.#wire;
    return seenReply(code, { address, verb: this.#verb ?? "EHLO", helo: this.#helo ?? "", link });
  }

  #reset(): void {
    this.#mail = false;
    this.#readers.clear();
  }

  #answer(heard: string, reply: string): true {
    this.#clientSaid(heard);
    this.#say(reply);
    return true;
  }

  #refuse(reply: string, heard?: string): true {
    if (heard) this.#clientSaid(heard);
    this.#say(reply);
    return true;
  }

  #say(reply: string): void {
    this.#step("server", reply);
    this.#wire.say(`${reply}\r\n`);
  }

  #clientSaid(says: string): void {
    this.#step("client", says);
  }

  #step(by: Step["by"], says: string): Step {
    const shown = says.length > MAX_SHOWN ? `${says.slice(0, MAX_SHOWN)}…` : says;
    const step = { ms: this.#rules.now() - this.#at, by, says: shown };
    this.#steps.push(step);
    return step;
  }

  #seen(): Seen {
    return {
      at: this.#at,
      address: this.#wire.address,
      port: this.#wire.port,
      helo: this.#helo,
      verb: this.#verb,
      tls: this.#tls,
      ...(this.#tlsFailure ? { tlsFailure: this.#tlsFailure } : {}),
      mailFrom: this.#mailFrom,
      earlyTalker: this.#earlyTalker,
      pipelined: this.#pipelined,
      injected: this.#injected,
      bareLf: this.#bareLf,
      steps: [...this.#steps],
    };
  }

  /** What came after the answer belongs to the session as well. */
  async #recordAgain(): Promise<void> {
    for (const { recipient, session } of this.#recorded.values())
      await this.#succeeds(this.#desk.left(recipient, { ...session, seen: this.#seen() }));
  }
}

const LATER = "451 4.3.0 This cannot be looked up now; try again later.";
