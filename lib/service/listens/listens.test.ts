import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseAddress } from "../../checks/view.ts";
import type { Session } from "../../listener/desk.ts";
import { temporaryFolder } from "../../testing/started.ts";
import { newId } from "../store/ids.ts";
import { openPostgres } from "../store/postgres.ts";
import { openSqlite } from "../store/sqlite.ts";
import type { Database } from "../store/tables.ts";
import { hasPostgres, type PostgresServer, startPostgres } from "../testing/postgres.ts";
import { createListens, type HeldMessage, type Listens } from "./listens.ts";
import { isToken, newToken, tokenIn } from "./token.ts";

const address = parseAddress("203.0.113.14");

function session(more: Partial<Session["seen"]> = {}): Session {
  if (!address) throw new Error("unreachable");
  return {
    id: newId(),
    reply: "550 5.7.0 No mail is taken here.",
    seen: {
      ...{ at: 1_800_000_000_000, address, port: 41_822, helo: "a\0b\u202e\\xFF", verb: "EHLO", mailFrom: "" },
      ...{
        tls: { version: "TLSv1.3", cipher: "x" },
        tlsFailure: "EPROTO",
        steps: [{ ms: 1, by: "client", says: "x" }],
      },
      ...{ earlyTalker: true, pipelined: false, injected: false, bareLf: false },
      ...more,
    },
  };
}

const message: HeldMessage = {
  found: {
    ...{ from: "example.com", dkim: [], spf: { result: "none" }, arc: { result: "none", sets: 0 }, hops: [] },
    ...{ dmarc: { result: "none", spfAligned: false, dkimAligned: false }, messageIds: ["<a@b>"], dates: [] },
  },
  header: "From: …@example.com",
};

function describeListens(name: string, open: () => Promise<Database>): void {
  describe(name, () => {
    let database: Database;
    let listens: Listens;
    beforeAll(async () => {
      database = await open();
      listens = createListens(database);
    });
    afterAll(() => database?.close());

    test("what comes out is what went in, the first session first", async () => {
      const made = await listens.make("https://np.example", { address: "203.0.113.10", helo: "mail.example.com" });
      expect(await listens.find(made.id)).toEqual(made);
      expect(await listens.read(made.id)).toEqual({ ...made, sessions: [] });
      const [second, first] = [session({ at: 2 }), session({ at: 1 })];
      for (const one of [second, first]) await listens.record(made.id, one);
      await listens.setReport(first.id, "a report");
      await listens.setMessage(second.id, message);
      expect(await listens.read(made.id)).toEqual({
        ...made,
        sessions: [
          { ...first, report: "a report" },
          { ...second, message },
        ],
      });
    });

    test("a session that is recorded again keeps its report", async () => {
      const { id } = await listens.make("https://np.example", {});
      const one = session();
      await listens.record(id, one);
      await listens.setReport(one.id, "a report");
      await listens.record(id, { ...one, reply: "250 2.0.0 Read." });
      expect(await listens.read(id)).toMatchObject({ sessions: [{ reply: "250 2.0.0 Read.", report: "a report" }] });
    });

    test("fifty sessions are kept of one address", async () => {
      const { id } = await listens.make("https://np.example", {});
      for (let i = 0; i < 52; i++) await listens.record(id, session({ at: i }));
      expect((await listens.read(id))?.sessions).toHaveLength(50);
    });

    test("what is a day old is forgotten, and nothing else", async () => {
      const made = await listens.make("https://np.example", {});
      await listens.record(made.id, session());
      const dayAfter = made.expiresAt + 23 * 3_600_000;
      await listens.forget(dayAfter - 1);
      expect(await listens.find(made.id)).toEqual(made);
      expect(await listens.forget(dayAfter + 1)).toBeGreaterThan(0);
      expect(await listens.find(made.id)).toBeUndefined();
      expect(
        await database.db.selectFrom("listen_sessions").select("id").where("listen", "=", made.id).execute(),
      ).toEqual([]);
    });

    test("what nobody made is not there", async () => {
      expect([await listens.find(newToken()), await listens.read(newToken())]).toEqual([undefined, undefined]);
    });
  });
}

const folder = temporaryFolder("listens");
describeListens("over SQLite", () => openSqlite(join(folder, "listens.sqlite")));

describe.skipIf(!hasPostgres())("on a real server", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  describeListens("over PostgreSQL", async () => openPostgres(await server.newDatabase()));
});

describe("a token", () => {
  test("has 128 bits in 26 letters and digits of one case", () => {
    const all = new Set(Array.from({ length: 1_000 }, newToken));
    expect(all.size).toBe(1_000);
    expect([...all].every(isToken)).toBe(true);
    // The first letter has the three bits that are left over.
    expect([...new Set([...all].map((token) => token[0]))].toSorted().join("")).toBe("abcdefgh");
  });

  const token = newToken();
  test.each([
    [token, { token, reads: false }],
    [token.toUpperCase(), { token, reads: false }],
    [`read-${token}`, { token, reads: true }],
    [`READ-${token.toUpperCase()}`, { token, reads: true }],
    [`${token}x`, undefined],
    [`read${token}`, undefined],
    ["postmaster", undefined],
    ["", undefined],
    [`i${token.slice(1)}`, undefined],
  ])("in the local part %s", (local, expected) => {
    expect(tokenIn(local)).toEqual(expected);
  });
});
