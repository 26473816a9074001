import { connect, type Socket } from "node:net";
import type { SmtpConnection } from "../../facts/smtp.ts";
import type { Vantage } from "../../facts/vantage.ts";
import { family, type IpAddress } from "../../net/address.ts";
import type { Budget } from "../budget.ts";
import { deadline } from "./deadline.ts";

/** What one attempt to connect to port 25 came to. */
export type Dialled =
  | { readonly kind: "connected"; readonly socket: Socket }
  | {
      readonly kind: "failed";
      readonly connection: Extract<
        SmtpConnection,
        "closed" | "dropped" | "filtered" | "no-route" | "forbidden" | "limit" | "cancelled"
      >;
      readonly detail: string;
    };

// Which errors say something about the other side. Everything else (no route, no permission, no free port, no more
// descriptors) happened at ours. A reset that is not a refusal came after the connection, too soon for us to see it.
const FROM_AFAR: Readonly<Record<string, "closed" | "dropped" | "filtered">> = {
  ECONNREFUSED: "closed",
  ECONNRESET: "dropped",
  EHOSTUNREACH: "filtered",
  EHOSTDOWN: "filtered",
  ETIMEDOUT: "filtered",
};

/**
 * Connects to port 25 of an address that the guard allows: the one place from which SMTP connections leave, and so the
 * one where they are taken from the check's budget. The socket is ours to destroy; an abort does it as well.
 */
export function dial(
  address: IpAddress,
  vantage: Vantage,
  signal: AbortSignal,
  budget: Pick<Budget, "spend">,
): Promise<Dialled> {
  const failed = (connection: Extract<Dialled, { kind: "failed" }>["connection"], detail: string): Dialled => ({
    kind: "failed",
    connection,
    detail,
  });
  if (signal.aborted) return Promise.resolve(failed("cancelled", "stopped before dialling"));
  const permission = vantage.guard(address);
  if (!permission.allowed) return Promise.resolve(failed("forbidden", permission.block.name));
  if (!budget.spend("sessions")) return Promise.resolve(failed("limit", "our limit of SMTP sessions for one check"));

  const ms = Math.min(vantage.limits.smtpConnectMs, vantage.limits.smtpSessionMs);
  const endpoint = vantage.route({ address, port: 25 });
  return new Promise((resolve) => {
    const socket = connect({ host: endpoint.address, port: endpoint.port, family: family(endpoint.address) });
    const abort = () => {
      socket.destroy();
      settle(failed("cancelled", "stopped while dialling"));
    };
    const callOff = deadline(ms, () => {
      socket.destroy();
      settle(failed("filtered", `nothing answered within ${ms} ms`));
    });
    const settle = (dialled: Dialled) => {
      callOff();
      if (dialled.kind === "failed") signal.removeEventListener("abort", abort);
      resolve(dialled);
    };
    signal.addEventListener("abort", abort, { once: true });
    // Stays for ever: an error that nobody waits for must not end the process.
    socket.on("error", (error: NodeJS.ErrnoException) => {
      const code = error.code ?? error.message;
      settle(failed(FROM_AFAR[code] ?? "no-route", code));
    });
    socket.once("close", () => signal.removeEventListener("abort", abort));
    socket.once("connect", () => settle({ kind: "connected", socket }));
  });
}
