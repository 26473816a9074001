import { timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { NDJSON } from "../http/ndjson.ts";
import { INTERNAL, PING_MS } from "../service/instances/wire.ts";
import { cancelLive, followLive, snapshot } from "../service/live/checks.ts";
import { instances } from "../service/store/current.ts";

/**
 * Answers other instances about the checks that run in this process, and in no other: a question goes one hop. Whoever
 * does not know the secret is answered like anybody at an address where nothing is.
 */
export async function answerInternal(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const { url = "", method } = request;
  if (!url.startsWith(INTERNAL) || !(await knowsSecret(request))) return false;
  const [id = "", action = "", whose] = url.slice(INTERNAL.length).split("/");
  response.setHeader("cache-control", "no-store");
  if (method === "POST" && action === "cancel") say(response, 200, await cancelLive(id, whose === "maker"));
  else if (method === "GET" && action === "events") await stream(id, response);
  else if (method === "GET" && action === "") {
    const report = await snapshot(id);
    say(response, report ? 200 : 404, report ?? null);
  } else say(response, 404, null);
  return true;
}

async function knowsSecret({ headers }: IncomingMessage): Promise<boolean> {
  const said = Buffer.from(headers.authorization ?? "");
  const wanted = Buffer.from(`Bearer ${await (await instances()).secret()}`);
  return said.length === wanted.length && timingSafeEqual(said, wanted);
}

function say(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(value));
}

async function stream(id: string, response: ServerResponse): Promise<void> {
  const events = followLive(id);
  if (!events) return say(response, 404, null);
  response.writeHead(200, { "content-type": NDJSON });
  response.flushHeaders();
  const ping = setInterval(() => response.write("\n"), PING_MS);
  try {
    for await (const event of events) {
      const line =
        event.kind === "verdict"
          ? { ...event, lookups: event.lookups.map(({ subjects, facts }) => ({ subjects, facts })) }
          : event;
      if (response.destroyed) return;
      if (!response.write(`${JSON.stringify(line)}\n`))
        await Promise.race([once(response, "drain"), once(response, "close")]);
    }
    response.write('{"kind":"end"}\n');
  } finally {
    clearInterval(ping);
    response.end();
  }
}
