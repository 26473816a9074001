/** Does one job. It may be called again for the same job, where the process that did it died in between. */
export type Handler = (payload: object) => Promise<void>;

export interface AddOptions {
  /** Of jobs with the same kind and key one waits; adding another changes nothing. */
  readonly key?: string;
  /** How long it waits before it is due, in milliseconds. */
  readonly afterMs?: number;
}

/**
 * Work that is to be done some time, by whoever comes to it: it survives the process that put it in, and the one that
 * was at it. Two implementations promise the same (`contract.ts`): in this process over SQLite, and pg-boss over
 * PostgreSQL.
 */
export interface Jobs {
  /** Puts a job in. What is acknowledged will be done. */
  readonly add: (kind: string, payload: object, options?: AddOptions) => Promise<void>;
  /** Puts one in every hour from now on, however many instances ask for that. */
  readonly hourly: (kind: string) => Promise<void>;
  /** Does jobs of a kind here. A job whose handler rejects is tried again, later and later, a few times. */
  readonly work: (kind: string, handler: Handler) => Promise<void>;
  /** Takes no more jobs and waits for those under way. */
  readonly stop: () => Promise<void>;
}

/** Jobs of a kind that one instance does at once. */
export const BATCH = 50;
/** Tries after the first. */
export const RETRIES = 5;
/** Whoever is at a job and says nothing for so long has died, in seconds. */
export const LEASE_SECONDS = 10;
