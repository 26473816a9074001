import pg from "pg";
import { expect, test } from "vitest";
import { outliveResets } from "./outlive-resets.ts";

test("a connection that breaks while nobody listens ends nothing; whoever listens is told", () => {
  class Client extends pg.Client {}
  outliveResets(Client);
  outliveResets(Client);
  const client = new Client();
  const reset = new Error("read ECONNRESET");
  expect(client.emit("error", reset)).toBe(false);
  const told: Error[] = [];
  client.on("error", (error) => told.push(error));
  expect(client.emit("error", reset)).toBe(true);
  expect(told).toEqual([reset]);
});
