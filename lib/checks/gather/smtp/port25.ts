import type { SmtpConnection } from "../../facts/smtp.ts";
import type { Vantage } from "../../facts/vantage.ts";
import { type Family, family, type IpAddress } from "../../net/address.ts";
import { type DomainName, isHostname, parseName } from "../../net/domain-name.ts";
import { type Budget, unlimited } from "../budget.ts";
import { dial } from "./dial.ts";

/** Finds one address of a host, of one family. */
export type ResolveHost = (host: DomainName, of: Family, budget: Budget) => Promise<IpAddress | undefined>;

/**
 * Whether our own side lets port 25 out: many networks do not, and then every mail server looks silent. Known for each
 * family on its own.
 */
export interface Port25 {
  /** Takes note of how one connection went. */
  readonly note: (of: Family, connection: SmtpConnection) => void;
  /**
   * True or false as last seen, by asking the reference host if need be; undefined where there is no way to know. The
   * check that makes us ask pays for it; those that wait along do not.
   */
  readonly works: (of: Family, budget?: Budget) => Promise<boolean | undefined>;
}

const ANSWER_KEPT_MS = 60 * 60_000;
const CONTROL_KEPT_MS = 10 * 60_000;

/** Whether the other side was reached: a reset is an answer too. Undefined where nothing left our side. */
const ANSWERED: Readonly<Record<SmtpConnection, boolean | undefined>> = {
  open: true,
  refused: true,
  tarpit: true,
  dropped: true,
  "not-smtp": true,
  closed: true,
  filtered: false,
  "blocked-here": false,
  "no-route": undefined,
  forbidden: undefined,
  limit: undefined,
  cancelled: undefined,
};

export function createPort25(vantage: Vantage, resolve?: ResolveHost): Port25 {
  const answeredAt = new Map<Family, number>();
  const controls = new Map<Family, { readonly at: number; readonly works: Promise<boolean | undefined> }>();

  const note = (of: Family, connection: SmtpConnection) => {
    if (ANSWERED[connection]) answeredAt.set(of, vantage.now());
  };

  /** One connection to the reference, closed at once. All checks learn from it, so none can stop it. */
  async function control(of: Family, budget: Budget): Promise<boolean | undefined> {
    const host = parseName(vantage.smtpReference ?? "");
    if (!host || !isHostname(host) || !resolve) return undefined;
    const address = await resolve(host, of, budget);
    if (!address || family(address) !== of) return undefined;
    const dialled = await dial(address, vantage, new AbortController().signal, budget);
    if (dialled.kind === "failed") {
      note(of, dialled.connection);
      return ANSWERED[dialled.connection];
    }
    dialled.socket.destroy();
    note(of, "open");
    return true;
  }

  async function works(of: Family, budget: Budget = unlimited): Promise<boolean | undefined> {
    const now = vantage.now();
    const answered = answeredAt.get(of);
    if (answered !== undefined && now - answered < ANSWER_KEPT_MS) return true;
    const known = controls.get(of);
    if (known && now - known.at < CONTROL_KEPT_MS) return known.works;
    // Kept while it runs, so that many silent servers at once cost one connection; forgotten where it told nothing.
    const fresh = { at: now, works: control(of, budget) };
    controls.set(of, fresh);
    const result = await fresh.works;
    if (result === undefined) controls.delete(of);
    return result;
  }

  return { note, works };
}
