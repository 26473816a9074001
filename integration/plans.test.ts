import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import type { publicMove, publicPlan } from "../lib/http/api/plan-schemas.ts";
import { AS_LINES, parseLines } from "../lib/testing/ndjson.ts";
import { borrowService, type Lent } from "./lending.ts";
import { eventually } from "./service.ts";
import { COHERENT, SILENT } from "./targets.ts";

type Plan = z.infer<typeof publicPlan>;
type Move = z.infer<typeof publicMove>;

let service: Lent;
beforeAll(async () => {
  service = await borrowService();
});
afterAll(() => service?.giveBack());

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(service.url + path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });
const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(service.url + path, { method: "POST", body: new URLSearchParams(fields), redirect: "manual", headers });
const read = async <T>(path: string): Promise<T> => (await (await fetch(service.url + path)).json()) as T;
const done = <T extends { readonly state: string }>(path: string): Promise<T> =>
  eventually(async () => {
    const found = await read<T>(path);
    return found.state === "done" && found;
  });

const NEW = {
  from: "shop.example.org",
  name: "mail01.shop.example.org",
  addresses: ["203.0.113.240"],
  selectors: ["s1"],
};
const tickOf = ({ lines }: Plan, id: string) => lines.find((line) => line.id === id)?.tick;

describe("a plan", () => {
  test("is begun at once and made from the reports of its addresses", async () => {
    const answer = await post("/api/v1/plans", NEW);
    expect(answer.status).toBe(202);
    const path = answer.headers.get("location") ?? "";
    expect(path).toMatch(/^\/api\/v1\/plans\/[\w-]{22}$/);
    expect(answer.headers.get("nameplate-delete-token")).toMatch(/^[\w-]{22}$/);
    const plan = await done<Plan>(path);
    expect(["forward", "ptr", "confirmed", "spf", "dkim", "dmarc"].map((id) => tickOf(plan, id))).toEqual([
      ...["done", "missing", "waits", "missing", "missing", "waits"],
    ]);
    expect(plan.readiness).toBe("not-ready");
    expect(plan.zone.find(({ id }) => id === "own")?.text).toContain("ip4:203.0.113.240 -all");
    const [check] = plan.checks;
    const report = await read<{ target: { claims: object } }>(`/api/v1/reports/${check?.report}`);
    expect(report.target.claims).toEqual({ from: NEW.from, helo: NEW.name, selectors: NEW.selectors });
  });

  test("is streamed to its end, each address and then the whole", async () => {
    const { url } = (await (await post("/api/v1/plans", { ...NEW, selectors: ["s2"] })).json()) as Plan;
    const response = await fetch(url.replace("/plan/", "/api/v1/plans/"), {
      headers: AS_LINES,
    });
    const lines = parseLines(await response.text());
    expect(lines.at(-1)?.plan).toMatchObject({ state: "done" });
    expect(lines.slice(0, -1).every((line) => line.check.address === "203.0.113.240")).toBe(true);
  });

  test("takes sixteen addresses, and names what it cannot read by its line", async () => {
    const lines = Array.from({ length: 16 }, (_, i) => `203.0.113.${140 + i}`);
    const taken = await post("/api/v1/plans", {
      from: "example.com",
      helo: "mail.example.com",
      text: lines.join("\n"),
    });
    expect(taken.status).toBe(202);
    expect(((await taken.json()) as Plan).checks).toHaveLength(16);
    const refused = await post("/api/v1/plans", { ...NEW, from: "", addresses: [COHERENT, "10.0.0.1", "my server"] });
    expect(refused.status).toBe(422);
    const { problems } = (await refused.json()) as { problems: { field: string; line?: number; says: string }[] };
    expect(problems.map(({ field, line }) => [field, line])).toEqual([
      ["from", undefined],
      ["addresses", 2],
      ["addresses", 3],
      ["addresses", 3],
    ]);
  });

  test("is checked again under the same link, and keeps its earlier rounds", async () => {
    const { id } = (await (await post("/api/v1/plans", { ...NEW, selectors: ["s3"] })).json()) as Plan;
    const path = `/api/v1/plans/${id}`;
    const first = await done<Plan>(path);
    expect((await fetch(`${service.url}${path}/checks`, { method: "POST" })).status).toBe(202);
    const second = await eventually(async () => {
      const found = await read<Plan>(path);
      return found.round === 2 && found.state === "done" && found;
    });
    expect(second.checks[0]?.report).not.toBe(first.checks[0]?.report);
    expect((await read<Plan>(`${path}?round=1`)).checks).toEqual(first.checks);
    expect((await fetch(`${service.url}${path}?round=3`)).status).toBe(404);
  });

  test("is deleted by its maker, with its reports, and answers 410 from then on", async () => {
    const made = await post("/api/v1/plans", { ...NEW, selectors: ["s4"] });
    const { id } = (await made.json()) as Plan;
    const { checks } = await done<Plan>(`/api/v1/plans/${id}`);
    const remove = (token: string) =>
      fetch(`${service.url}/api/v1/plans/${id}`, { method: "DELETE", headers: { authorization: `Bearer ${token}` } });
    expect((await remove("A".repeat(22))).status).toBe(403);
    expect((await remove(made.headers.get("nameplate-delete-token") ?? "")).status).toBe(204);
    for (const path of [`/api/v1/plans/${id}`, `/plan/${id}`, `/r/${checks[0]?.report}`])
      expect([path, (await fetch(service.url + path)).status]).toEqual([path, 410]);
  });

  test.each([
    ["/api/v1/plans/AAAAAAAAAAAAAAAAAAAAAA", 404],
    ["/api/v1/moves/AAAAAAAAAAAAAAAAAAAAAA", 404],
    ["/plan/AAAAAAAAAAAAAAAAAAAAAA", 404],
    ["/move/nothing", 404],
  ])("where there is none, %s answers %i", async (path, status) => {
    expect((await fetch(service.url + path)).status).toBe(status);
  });

  test("is found under its own kind only", async () => {
    const { id } = (await (await post("/api/v1/plans", { ...NEW, selectors: ["s5"] })).json()) as Plan;
    expect((await fetch(`${service.url}/api/v1/moves/${id}`)).status).toBe(404);
    expect((await fetch(`${service.url}/move/${id}`)).status).toBe(404);
  });

  test("a larger body than anybody needs is refused", async () => {
    const text = "203.0.113.10\n".repeat(25_000);
    expect((await post("/api/v1/plans", { ...NEW, text })).status).toBe(413);
    expect((await post("/api/v1/plans", { ...NEW, extra: 1 })).status).toBe(400);
  });
});

describe("the form", () => {
  const fields = { from: NEW.from, name: NEW.name, addresses: "203.0.113.240", selector: "s1", ipv6: "off" };

  test("leads to the permanent page, which nobody lists", async () => {
    const answer = await send("/plan/make", fields);
    expect(answer.status).toBe(303);
    const path = answer.headers.get("location") ?? "";
    expect(path).toMatch(/^\/plan\/[\w-]{22}$/);
    expect(answer.headers.get("set-cookie")).toContain(`Path=${path}/;`);
    const page = await fetch(service.url + path);
    expect([page.status, page.headers.get("x-robots-tag")]).toEqual([200, "noindex, nofollow"]);
  });

  test("loses nothing of what could not be read", async () => {
    const addresses = "203.0.113.10\nmy server\n10.0.0.1";
    const answer = await send("/plan/make", { ...fields, addresses });
    expect(answer.status).toBe(303);
    const back = new URL(answer.headers.get("location") ?? "", service.url);
    expect(Object.fromEntries(back.searchParams)).toEqual({ ...fields, addresses, asked: "1" });
    const page = await (await fetch(back)).text();
    for (const line of [2, 3]) expect(page.replaceAll("<!-- -->", "")).toContain(`Line ${line}: `);
  });

  test("starts nothing for other people's pages, nor for a link", async () => {
    expect((await send("/plan/make", fields, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    const link = await fetch(`${service.url}/plan/make?from=example.com`, { redirect: "manual" });
    expect(link.headers.get("location")).toBe("/plan?from=example.com");
  });

  test("the page asks for itself while its checks run, without scripts", async () => {
    const path = (await send("/plan/make", { ...fields, addresses: SILENT })).headers.get("location") ?? "";
    const html = await (await fetch(service.url + path)).text();
    expect(html).toContain('<noscript><meta http-equiv="refresh" content="2"/></noscript>');
    expect(html).toContain("Checking the addresses");
  });

  test("the browser that made it deletes it", async () => {
    const answer = await send("/move/make", { before: COHERENT, after: "203.0.113.20" });
    const path = answer.headers.get("location") ?? "";
    const cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    expect((await send(`${path}/delete`, {})).status).toBe(403);
    expect((await send(`${path}/delete`, {}, { cookie })).status).toBe(303);
    expect((await fetch(service.url + path)).status).toBe(410);
  });
});

describe("a move", () => {
  test("sets old and new side by side", async () => {
    const answer = await post("/api/v1/moves", {
      ...{ from: "shop.example.org", name: "mail.shop.example.org" },
      ...{ before: ["203.0.113.241"], after: ["203.0.113.242"] },
    });
    expect(answer.status).toBe(202);
    const move = await done<Move>(answer.headers.get("location") ?? "");
    const [pair] = move.pairs;
    const differing = pair?.differences.filter(({ differs }) => differs).map(({ id }) => id);
    expect(differing).toEqual(expect.arrayContaining(["ptr", "ptr-kind", "spf"]));
    expect(differing).not.toContain("lists");
    expect(pair?.receivers.changed.some(({ receiver, after }) => receiver === "t-online" && after === "refuses")).toBe(
      true,
    );
    expect(move.phases.map(({ id }) => id)).toEqual(["before", "during", "after"]);
    const old = await read<{ target: { claims: { helo?: string } } }>(`/api/v1/reports/${pair?.before.report}`);
    expect(old.target.claims.helo).toBeUndefined();
  });

  test("the rehearsal of a fail-over site says what has been forgotten", async () => {
    const answer = await post("/api/v1/moves", {
      ...{ from: "shop.example.org", purpose: "fail-over", name: "out2.shop.example.org" },
      ...{ before: ["203.0.113.243"], after: ["203.0.113.244"] },
    });
    const move = await done<Move>(answer.headers.get("location") ?? "");
    const ticks = Object.fromEntries(move.phases[0]?.tasks.map(({ id, tick }) => [id, tick]) ?? []);
    expect(ticks).toMatchObject({
      "new-ptr": "done",
      "new-forward": "missing",
      "new-spf": "missing",
      rehearse: "confirm",
    });
    expect(move.readiness).toBe("not-ready");
  });

  test("an address on both sides is said to be", async () => {
    const answer = await post("/api/v1/moves", { before: [COHERENT], after: [COHERENT] });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ problems: [{ field: "after", code: "both-sides" }] });
  });
});
