import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { inject } from "vitest";
import type { TestProject } from "vitest/node";
import { endStarted } from "../lib/testing/started.ts";
import { eventually, type Service, startService } from "./service.ts";

/*
 * Services with the demo's own settings, lent to one file of tests after the other: each start costs seconds, and so does
 * the first look at each page. Nobody else asks a service while it is lent, but it knows what was checked before, so a test
 * that looks at what was never checked starts its own.
 */

declare module "vitest" {
  interface ProvidedContext {
    /** Where services are lent. */
    readonly lender: string;
  }
}

/** A service that is somebody else's, too, later. */
export interface Lent {
  readonly url: string;
  readonly giveBack: () => Promise<unknown>;
}

/** A service for this file. One that is not given back is nobody's any more. */
export async function borrowService(): Promise<Lent> {
  const lender = inject("lender");
  const answer = await fetch(lender, { method: "POST" });
  if (!answer.ok) throw new Error(await answer.text());
  const url = await answer.text();
  return { url, giveBack: () => fetch(`${lender}?${new URLSearchParams({ url })}`, { method: "DELETE" }) };
}

/** A Vitest global set-up: the lender. What it has started ends with the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const all = new Map<string, Service>();
  const free: string[] = [];

  async function lend(): Promise<string> {
    const known = free.pop();
    if (known) {
      await isDone(known);
      return known;
    }
    const service = await startService();
    all.set(service.url, service);
    return service.url;
  }

  const answer: RequestListener = async ({ method, url = "" }, response) => {
    if (method === "POST")
      await lend().then(
        (lent) => response.end(lent),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
    else {
      const back = new URL(url, "http://localhost").searchParams.get("url") ?? "";
      if (all.get(back)?.child.exitCode === null) free.push(back);
      response.end();
    }
  };
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  project.provide("lender", `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return async () => {
    server.close();
    server.closeAllConnections();
    await Promise.all([...all.values()].map((service) => service.end("SIGKILL")));
    await endStarted();
  };
}

/** Waits until a service does nothing: its last borrower may have left before its checks had ended. */
const isDone = (url: string): Promise<boolean> =>
  eventually(async () => {
    const metrics = await (await fetch(`${url}/metrics`)).text();
    return ["running", "waiting"].every((what) => metrics.includes(`\nnameplate_checks_${what} 0\n`));
  });
