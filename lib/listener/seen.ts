import type { IpAddress } from "../checks/view.ts";

/** One line of a session as it is shown: nobody's mailbox, no secret, and nothing that is no SMTP. */
export interface Step {
  /** Milliseconds since the connection. */
  readonly ms: number;
  readonly by: "client" | "server";
  readonly says: string;
}

/** What a client showed in one session. */
export interface Seen {
  /** When it connected, epoch milliseconds. */
  readonly at: number;
  readonly address: IpAddress;
  readonly port: number;
  /** The argument of its last EHLO or HELO; null before the first. */
  readonly helo: string | null;
  /** Whether that was EHLO (RFC 5321) or HELO. */
  readonly verb: "EHLO" | "HELO" | null;
  readonly tls: { readonly version: string; readonly cipher: string } | null;
  /** Why STARTTLS did not come to an end, in this session or the one before it of the same address. */
  readonly tlsFailure?: string | undefined;
  /** The domain of the reverse-path; "" where that is empty or has none, null before MAIL. */
  readonly mailFrom: string | null;
  /** It sent before it was greeted (RFC 5321 section 4.3.1). */
  readonly earlyTalker: boolean;
  /** It sent commands before the last one was answered; PIPELINING (RFC 2920) is not offered. */
  readonly pipelined: boolean;
  /** It sent commands in the clear that would have counted after STARTTLS; they were thrown away. */
  readonly injected: boolean;
  /** It ended lines with LF alone. */
  readonly bareLf: boolean;
  readonly steps: readonly Step[];
}
