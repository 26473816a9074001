import { connect, type Socket } from "node:net";
import { createInterface } from "node:readline";

export interface Message {
  /** The address it is sent from. */
  readonly from: string;
  readonly to: string;
  readonly ehlo: string;
  readonly sender?: string;
  readonly recipient?: string;
  /** Without it we stop after RCPT, with QUIT. */
  readonly data?: string;
}

/** What the server said last: the first refusal, or its word on the last step. */
export interface Reply {
  readonly code: number;
  readonly text: string;
}

/** Hands one message, or everything before it, to a mail server of the lab. */
export async function send(message: Message): Promise<Reply> {
  const { from, to, ehlo, sender = "sender@example.com", recipient = "postmaster@example.net", data } = message;
  const socket = connect({ host: to, port: 25, localAddress: from });
  socket.setTimeout(240_000, () => socket.destroy(new Error(`${to} keeps silent`)));
  const replies = repliesOn(socket);
  const next = async (): Promise<Reply> => {
    const { value, done } = await replies.next();
    if (done) throw new Error(`${to} hung up`);
    return value;
  };
  const say = (line: string) => {
    socket.write(`${line}\r\n`);
    return next();
  };
  try {
    let reply = await next();
    const lines = [
      `EHLO ${ehlo}`,
      `MAIL FROM:<${sender}>`,
      `RCPT TO:<${recipient}>`,
      ...(data ? ["DATA", `${data}\r\n.`] : []),
    ];
    for (const line of lines) {
      if (reply.code >= 400) return reply;
      reply = await say(line);
    }
    if (reply.code < 400) await say("QUIT");
    return reply;
  } finally {
    socket.destroy();
  }
}

async function* repliesOn(socket: Socket): AsyncGenerator<Reply, undefined> {
  let text = "";
  for await (const line of createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY })) {
    text += `${text ? " " : ""}${line.slice(4)}`;
    if (line[3] === "-") continue;
    yield { code: Number(line.slice(0, 3)), text: `${line.slice(0, 3)} ${text}` };
    text = "";
  }
  return undefined;
}
