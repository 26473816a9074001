import { log } from "../log.ts";
import { shared } from "../shared.ts";
import { instances } from "../store/current.ts";
import { newId } from "../store/ids.ts";
import { BEAT_MS } from "../store/instances.ts";

interface Self {
  readonly id: string;
  /** Undefined until the others have been told of it. */
  timer: NodeJS.Timeout | undefined;
}
const self = (): Self => shared("instance", () => ({ id: newId(), timer: undefined }));

/** This process among those that share its database. Undefined where it keeps no heartbeat: then none can miss it. */
export const ownId = (): string | undefined => (self().timer ? self().id : undefined);

/**
 * Tells the others that this instance lives and where it is reached, again every second until it leaves. `onBeat` is
 * called each time the database has taken it.
 */
export async function announce(url: string, onBeat: () => Promise<void>): Promise<void> {
  const me = self();
  const known = await instances();
  let failing = false;
  let busy = false;
  let replaced = false;
  const beat = async () => {
    if (busy) return;
    busy = true;
    try {
      await known.beat(me.id, url);
      if (!replaced) await known.replace(me.id, url);
      replaced = true;
      await onBeat();
      failing = false;
    } catch (error) {
      if (!failing) log().error({ err: error }, "the other instances could not be told that this one lives");
      failing = true;
    } finally {
      busy = false;
    }
  };
  await beat();
  me.timer = setInterval(beat, BEAT_MS).unref();
}

/** Tells them that it has ended. */
export async function leave(): Promise<void> {
  const me = self();
  if (!me.timer) return;
  clearInterval(me.timer);
  me.timer = undefined;
  await (await instances()).leave(me.id).catch(() => undefined);
}
