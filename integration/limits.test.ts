import { afterAll, beforeAll, expect, test } from "vitest";
import { AS_LINES, parseLines } from "../lib/testing/ndjson.ts";
import { postCheck, type Service, startService, submitForm } from "./service.ts";
import { COHERENT, SILENT } from "./targets.ts";

/* What the limits are in production; other tests set their own. */
const PRODUCTION = { CHECKS_PER_MINUTE: "60", CHECKS_AT_ONCE: "4", REPEAT_SECONDS: "60", TRUSTED_PROXIES: "1" };

let service: Service;
beforeAll(async () => {
  service = await startService({ ...PRODUCTION, WAIT_SECONDS: "1" });
});
afterAll(() => service?.end("SIGKILL"));

const from = (address: string) => ({ "x-forwarded-for": address });

test("the same again within a minute is the report that is there, without a delete token", async () => {
  const first = await postCheck(service.url, { target: COHERENT }, from("198.51.100.1"));
  expect(first.status).toBe(201);
  const made = (await first.json()) as { id: string };
  for (const more of [{}, { prefer: "respond-async" }]) {
    const again = await postCheck(service.url, { target: COHERENT }, { ...from("203.0.113.1"), ...more });
    expect(again.status).toBe(200);
    expect(again.headers.get("location")).toBe(`/api/v1/reports/${made.id}`);
    expect(again.headers.has("nameplate-delete-token")).toBe(false);
    const [age, wait] = ["nameplate-report-age", "nameplate-check-again-in"].map((name) => again.headers.get(name));
    expect(age).toMatch(/^\d+$/);
    expect(wait).toMatch(/^[1-9]\d*$/);
    expect(Number(age) + Number(wait)).toBeLessThanOrEqual(61);
    expect(await again.json()).toEqual(made);
  }
  const stream = await postCheck(service.url, { target: COHERENT }, AS_LINES);
  expect(stream.status).toBe(200);
  expect(parseLines(await stream.text()).at(-1)).toMatchObject({
    report: { id: made.id },
  });

  const form = await submitForm(service.url, { target: COHERENT, again: made.id });
  expect([form.status, form.headers.get("location"), form.headers.get("set-cookie")]).toEqual([
    303,
    `/r/${made.id}?repeated=1`,
    null,
  ]);
  const page = await (await fetch(`${service.url}/r/${made.id}?repeated=1`)).text();
  expect(page).toContain("You can check it again in");
  expect(await (await fetch(`${service.url}/r/${made.id}`)).text()).not.toContain("You can check it again in");

  // With another option it is another check.
  const other = await postCheck(service.url, { target: COHERENT, helo: "mail.example.com" });
  expect(other.status).toBe(201);
});

test("a check that was stopped is no report to show instead", async () => {
  const start = () => postCheck(service.url, { target: SILENT, helo: "a.example.com" }, { prefer: "respond-async" });
  const { id } = (await (await start()).json()) as { id: string };
  expect((await fetch(`${service.url}/api/v1/reports/${id}/cancel`, { method: "POST" })).status).toBe(200);
  const again = await start();
  expect(again.status).toBe(202);
  expect(((await again.json()) as { id: string }).id).not.toBe(id);
});

test("one network has four checks at once, the next waits and is told to come back; another network comes in", async () => {
  const start = (address: string, i: number) =>
    postCheck(
      service.url,
      { target: SILENT, helo: `n${i}.example.org` },
      { ...from(address), prefer: "respond-async" },
    );
  const first = await Promise.all([1, 2, 3, 4].map((i) => start(`192.0.2.${i}`, i)));
  expect(first.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
  const [fifth, other] = await Promise.all([start("192.0.2.99", 5), start("2001:db8:1:2::1", 6)]);
  expect(fifth.status).toBe(429);
  expect(Number(fifth.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await fifth.json()).toMatchObject({ code: "too-many" });
  expect(other.status).toBe(202);
  // Whoever joins a check that runs needs no place.
  expect((await start("192.0.2.99", 1)).status).toBe(202);
});
