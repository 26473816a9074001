import { makeOwnCertificate } from "../../listener/certificate.ts";
import { env } from "../env.ts";
import { jobs } from "../jobs/current.ts";
import { log } from "../log.ts";
import { listens, ownListener } from "./current.ts";
import { createDesk } from "./desk.ts";
import { type ListenerThread, startListenerThread } from "./thread/thread.ts";

/** The caps of one session. */
const SESSION_MS = 30_000;
const MAX_COMMANDS = 20;
const MAX_OCTETS = 64 * 1024;
const MAX_MESSAGE = 1024 * 1024;
/** Octets of all messages that are being read. */
const MAX_MESSAGES = 4 * MAX_MESSAGE;
/** Long enough to tell who speaks first, short enough for nobody to mind. Milliseconds. */
const GREETING_MS = 500;

/** Listens for mail servers that send, where the operator has said where. Rejects where that cannot be done. */
export async function startListening(): Promise<ListenerThread | undefined> {
  const { smtpListen, probeDomain, publicUrl, listenConnections, listenPerNetwork, listenInTls } = env();
  if (!smtpListen || !probeDomain) return undefined;
  const listener = await startListenerThread(
    {
      host: smtpListen.address,
      port: smtpListen.port,
      name: probeDomain,
      makeAt: publicUrl ? `${publicUrl}/listen` : "the page /listen of this service",
      certificate: await makeOwnCertificate(probeDomain),
      connections: listenConnections,
      perNetwork: listenPerNetwork,
      inTls: listenInTls,
      greetingMs: GREETING_MS,
      sessionMs: SESSION_MS,
      maxCommands: MAX_COMMANDS,
      maxOctets: MAX_OCTETS,
      maxMessage: MAX_MESSAGE,
      maxMessages: MAX_MESSAGES,
    },
    createDesk(await listens(), probeDomain),
  );
  ownListener().at = listener;
  return listener;
}

/** The job that forgets what was seen a day ago, every hour. */
const FORGET = "forget-listens";

/** Sees to it that what was seen is forgotten. */
export async function forgetListens(): Promise<void> {
  const known = await jobs();
  await known.hourly(FORGET);
  await known.work(FORGET, async () => {
    const count = await (await listens()).forget(Date.now());
    if (count > 0) log().info({ count }, "listens forgotten");
  });
}
