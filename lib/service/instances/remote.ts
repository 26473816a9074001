import { type Report, reportSchema } from "../../checks/index.ts";
import { instances } from "../store/current.ts";
import { DEAD_MS } from "../store/instances.ts";
import { type Cancelled, cancelled, type Followed, followedLine, INTERNAL } from "./wire.ts";

/** How long another instance may take for a short answer, in milliseconds. */
const ANSWER_MS = 3_000;

/** Asks another instance about a check that runs there. Undefined where that does not answer, or knows nothing of it. */
async function ask(url: string, path: string, init: RequestInit): Promise<Response | undefined> {
  const authorization = `Bearer ${await (await instances()).secret()}`;
  const headers = { ...init.headers, authorization };
  const answer = await fetch(`${url}${INTERNAL}${path}`, {
    ...init,
    headers,
    cache: "no-store",
    redirect: "error",
  }).catch(() => undefined);
  if (answer?.ok) return answer;
  await answer?.body?.cancel();
  return undefined;
}

/** The report of a check that runs there, as it stands. */
export async function remoteSnapshot(url: string, id: string): Promise<Report | undefined> {
  const answer = await ask(url, id, { signal: AbortSignal.timeout(ANSWER_MS) });
  const read = reportSchema.safeParse(await answer?.json().catch(() => undefined));
  return read.success ? read.data : undefined;
}

/** Stops a check that runs there; for its maker also where others wait for it. */
export async function remoteCancel(url: string, id: string, forMaker: boolean): Promise<Cancelled> {
  const answer = await ask(url, `${id}/cancel${forMaker ? "/maker" : ""}`, {
    method: "POST",
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  const read = cancelled.safeParse(await answer?.json().catch(() => undefined));
  return read.success ? read.data : "unreachable";
}

/**
 * What the check finds that runs there, from its first event on. Ends with it; ends early where that instance dies or
 * falls silent: whoever reads this looks at the store then.
 */
export async function* remoteEvents(url: string, id: string): AsyncGenerator<Followed, void> {
  const stop = new AbortController();
  let patience = setTimeout(() => stop.abort(), DEAD_MS);
  try {
    const answer = await ask(url, `${id}/events`, { signal: stop.signal });
    if (!answer?.body) return;
    let rest = "";
    for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
      clearTimeout(patience);
      patience = setTimeout(() => stop.abort(), DEAD_MS);
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines.filter(Boolean)) {
        const event = followedLine.parse(JSON.parse(line));
        if (event.kind === "end") return;
        yield event as Followed;
      }
    }
  } catch {
    // The connection broke. What has become of the check the store knows.
  } finally {
    clearTimeout(patience);
    stop.abort();
  }
}
