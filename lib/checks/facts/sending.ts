/** What a server showed when it sent to this service's own listener: no claim, and no guess from how it receives. */
export interface Sending {
  /** When it connected, epoch milliseconds. */
  readonly at: number;
  readonly verb: "EHLO" | "HELO";
  /** The argument as it was said. */
  readonly helo: string;
  /** What it agreed to after STARTTLS; undefined where it did not ask for it. */
  readonly tls?: { readonly version: string; readonly cipher: string };
  /** Why STARTTLS failed before it came without. */
  readonly tlsFailure?: string;
  /** It sent before it was greeted (RFC 5321 section 4.3.1). */
  readonly earlyTalker: boolean;
  /** It sent commands before the last one was answered, where PIPELINING (RFC 2920) was not offered. */
  readonly pipelined: boolean;
  /** Present where its message was read. */
  readonly message?: SentMessage;
}

/** What was found in a message, whose body is gone by then. */
export interface SentMessage {
  /** The domain in From; undefined where there is none, or more than one. */
  readonly from?: string;
  readonly dkim: readonly DkimSignature[];
  readonly spf: { readonly result: string; readonly domain?: string };
  readonly dmarc: DmarcResult;
  readonly arc: { readonly result: string; readonly sets: number };
  /** The values of its Message-ID fields. */
  readonly messageIds: readonly string[];
  /** The values of its Date fields. */
  readonly dates: readonly string[];
  readonly listUnsubscribe?: {
    /** The schemes of its URIs. */
    readonly schemes: readonly string[];
    /** `List-Unsubscribe=One-Click` (RFC 8058). */
    readonly oneClick: boolean;
  };
  /** The servers in its Received fields, the last hop first. */
  readonly hops: readonly Hop[];
}

/** One verified signature; `result` is of RFC 8601 section 2.7.1. */
export interface DkimSignature {
  readonly domain: string;
  readonly selector: string;
  readonly algorithm?: string;
  readonly keyBits?: number;
  readonly result: string;
  readonly why?: string;
  /** Whether its domain is aligned with From (RFC 9989 section 4.4). */
  readonly aligned: boolean;
}

/** What DMARC came to; `result` is of RFC 8601, "none" where there is no record. */
export interface DmarcResult {
  readonly result: string;
  /** `none`, `quarantine` or `reject`. */
  readonly policy?: string;
  readonly spfAligned: boolean;
  readonly dkimAligned: boolean;
}

export interface Hop {
  readonly from?: string;
  readonly address?: string;
  readonly by?: string;
}
