import type { Report, Status } from "../checks/view.ts";
import type { Seen } from "./seen.ts";

/** One thing that a server shows when it sends, beside what was expected and what it shows when it receives. */
export interface Side {
  readonly subject: string;
  readonly thought?: string | undefined;
  readonly receives?: string | undefined;
  readonly sends: string;
  /** How they compare, and the words for it; absent where there is nothing to compare with. */
  readonly same?: { readonly status: Status; readonly says: string };
}

interface Expected {
  readonly address?: string;
  readonly helo?: string;
}

/**
 * Puts what was expected, what the check found at that address, and what the server did beside each other. It compares
 * values only: what they are worth is in the report, whose target is the address that connected.
 */
export function sidesOf({ address, helo, tls, tlsFailure }: Seen, expect: Expected, report?: Report): Side[] {
  const receiving = report?.sessions.find((one) => one.address === report.path);
  const names = report?.remedies.find((one) => one.address === report.path)?.ptr;
  // No name is the answer that there is none, or no answer: the verdict tells which.
  const ptr = report?.verdicts.find((one) => one.subject === report.path && one.signal === "reverse-dns");
  const noName = ptr && ptr.status !== "unknown" ? "none" : "not known";
  const said = helo ?? "";
  const own = receiving?.tls.kind === "established" ? receiving.tls.protocol : undefined;
  return [
    {
      subject: "Address",
      thought: expect.address,
      sends: address,
      ...compared(expect.address, address, "another address"),
    },
    {
      subject: "EHLO name",
      thought: expect.helo,
      receives: receiving?.ehloWord,
      sends: said || "none",
      ...compared(expect.helo ?? receiving?.ehloWord, helo ?? undefined, "another name"),
    },
    {
      subject: "TLS",
      receives: own,
      sends: tls ? `${tls.version}, ${tls.cipher}` : tlsFailure ? `failed (${tlsFailure})` : "none",
      ...(tlsFailure && !tls
        ? { same: { status: "warn" as const, says: "failed" } }
        : compared(own, tls?.version, "another")),
    },
    ...(names
      ? [
          {
            subject: "PTR record",
            sends: names.length > 0 ? names.join(", ") : noName,
            ...(said && names.length > 0
              ? { same: like(names, said) ? SAME : { status: "info" as const, says: "not its EHLO name" } }
              : {}),
          },
        ]
      : []),
  ];
}

const SAME = { status: "pass", says: "the same" } as const;

function compared(one: string | undefined, other: string | undefined, differs: string): Pick<Side, "same"> {
  if (!one || other === undefined) return {};
  return { same: like([one], other) ? SAME : { status: "warn", says: differs } };
}

/** Names are the same in either case, and with the dot of the root. */
const like = (all: readonly string[], one: string): boolean => all.some((each) => canonical(each) === canonical(one));
const canonical = (name: string): string => name.trim().toLowerCase().replace(/\.$/, "");
