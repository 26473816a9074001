import type { IncomingMessage } from "node:http";
import { ORIGIN, REQUEST_ID } from "../http/headers.ts";
import { healthz, readyz } from "../http/probes.ts";

/**
 * Answers whoever asks how this process is, as the routes do, which would have to be loaded for it first. It is ready when what
 * renders the pages is loaded, too, which `loaded` waits for. Undefined for any other request.
 */
export async function answerProbe(
  { method, url = "", headers }: IncomingMessage,
  loaded: () => Promise<unknown>,
): Promise<Response | undefined> {
  const [path] = url.split("?");
  if ((method !== "GET" && method !== "HEAD") || (path !== "/healthz" && path !== "/readyz")) return undefined;
  const seen = [REQUEST_ID, "accept"].flatMap((name) => (headers[name] ? [[name, String(headers[name])]] : []));
  const request = () => new Request(`${String(headers[ORIGIN])}${path}`, { headers: Object.fromEntries(seen) });
  if (path === "/healthz") return healthz(request(), undefined);
  await loaded();
  return readyz(request(), undefined);
}
