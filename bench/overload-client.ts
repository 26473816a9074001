import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { PLACES, type Said, TARGETS, type Told } from "./overload-told.ts";

/*
 * One client of the overload bench, in a process of its own: a reader who shared one with the crowd would wait for the
 * crowd's own work, and so would the crowd for itself. It is told on standard input what to do, a line each, and says
 * what it has found, a line each.
 */

/** Between two reads, in milliseconds: one page after the other. */
const READ_EVERY_MS = 10;

const agent = new Agent({ keepAlive: true });

/** Asks, and reads all of the answer; its status. */
async function ask(
  url: string,
  method: "GET" | "POST",
  headers: Readonly<Record<string, string>>,
  body?: string,
): Promise<number> {
  const asked = request(url, { agent, method, headers });
  const answered = once(asked, "response");
  asked.end(body);
  const [response] = (await answered) as [IncomingMessage];
  response.resume();
  await once(response, "end");
  return response.statusCode ?? 0;
}

/** One page after the other, for so long; gives how long each took, in milliseconds. */
async function read({ url, pages, ms }: Extract<Told, { kind: "read" }>): Promise<number[]> {
  const times: number[] = [];
  const until = Date.now() + ms;
  for (let i = 0; Date.now() < until; i++) {
    const began = performance.now();
    const status = await ask(url + pages[i % pages.length], "GET", { "accept-encoding": "br" });
    if (status !== 200) throw new Error(`a page answered ${status}`);
    times.push(performance.now() - began);
    await sleep(READ_EVERY_MS);
  }
  return times;
}

let asked = 0;
/** Asks for a check that nobody else asks for, from a network of its own. */
function post(url: string, wait: boolean): Promise<number> {
  asked++;
  const body = JSON.stringify({ target: TARGETS[asked % TARGETS.length], selectors: [`s${asked}`] });
  const headers = {
    "content-type": "application/json",
    "content-length": String(body.length),
    "x-forwarded-for": `198.${18 + ((asked >> 16) & 1)}.${(asked >> 8) & 255}.1`,
    ...(wait ? {} : { prefer: "respond-async" }),
  };
  return ask(`${url}/api/v1/checks`, "POST", headers, body);
}

/** Checks a second where there is always one more that waits for a place. */
async function measureCapacity({ url, ms }: Extract<Told, { kind: "capacity" }>): Promise<number> {
  const until = Date.now() + ms;
  let made = 0;
  await Promise.all(
    Array.from({ length: PLACES + 2 }, async () => {
      while (Date.now() < until) if ((await post(url, true)) === 201) made++;
    }),
  );
  return (1000 * made) / ms;
}

/** Requests that come at this rate, whatever becomes of them, until `over`. */
async function crowd({ url, perSecond }: Extract<Told, { kind: "crowd" }>, over: AbortSignal) {
  const open = new Set<Promise<unknown>>();
  const times: number[] = [];
  const before = asked;
  const began = performance.now();
  for (let sent = 0; !over.aborted; await sleep(5))
    for (; sent < ((performance.now() - began) / 1000) * perSecond; sent++) {
      const at = performance.now();
      const one = post(url, false).then(
        (status) => status === 503 && times.push(performance.now() - at),
        () => undefined,
      );
      open.add(one);
      void one.finally(() => open.delete(one));
    }
  await Promise.all(open);
  return { times, asked: asked - before };
}

const say = (said: Said) => console.log(JSON.stringify(said));
let over = new AbortController();
createInterface({ input: process.stdin }).on("line", (line) => void obey(JSON.parse(line) as Told));
// What ends this process with its bench would let it end before.
process.stdin.ref();
say({ kind: "ready" });

async function obey(told: Told): Promise<void> {
  switch (told.kind) {
    case "read":
      return say({ kind: "read", times: await read(told) });
    case "capacity":
      return say({ kind: "capacity", perSecond: await measureCapacity(told) });
    case "crowd":
      over = new AbortController();
      return say({ kind: "left", ...(await crowd(told, over.signal)) });
    case "leave":
      over.abort();
  }
}
