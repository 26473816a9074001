import type { Desk, Session } from "../desk.ts";

/** A desk that knows `token@probe.example` and `read-token@probe.example`, and remembers what it is told. */
export function createTestDesk() {
  const recorded: Session[] = [];
  const messages: Buffer[] = [];
  const failures = new Map<string, string>();
  const desk: Desk = {
    async recipient({ local, domain }) {
      if (domain !== "probe.example") return { kind: "elsewhere" };
      if (local === "old") return { kind: "expired" };
      if (local === "broken") throw new Error("the database does not answer");
      if (local !== "token" && local !== "read-token") return { kind: "unknown" };
      return { kind: "known", id: "token", link: "https://np.example/listen/token", reads: local !== "token" };
    },
    async record(_, session) {
      const known = recorded.findIndex(({ id }) => id === session.id);
      if (known < 0) recorded.push(session);
      else recorded[known] = session;
    },
    left: (recipient, session) => desk.record(recipient, session),
    async read(recipient, session, message) {
      await desk.record(recipient, session);
      messages.push(message);
    },
    failed: ({ address, tlsFailure = "" }) => void failures.set(address, tlsFailure),
    failureOf: (address) => failures.get(address),
  };
  return { desk, recorded, messages };
}
