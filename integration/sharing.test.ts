import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AS_LINES } from "../lib/testing/ndjson.ts";
import { databaseBeside } from "../lib/testing/service-database.ts";
import { eventually, postCheck, type Service, startService, submitForm } from "./service.ts";
import { COHERENT, SILENT } from "./targets.ts";

const NAMELESS = "203.0.113.20";
const DAY_MS = 86_400_000;
const NOBODY = "AAAAAAAAAAAAAAAAAAAAAA";

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service?.end());

interface Made {
  readonly seenAt: string;
  readonly id: string;
  readonly token: string;
}
async function made(target: string, more: object = {}): Promise<Made> {
  const response = await postCheck(service.url, { target, ...more });
  const { id, seenAt } = (await response.json()) as { id: string; seenAt: string };
  return { id, seenAt, token: response.headers.get("nameplate-delete-token") ?? "" };
}
const get = (path: string, init: RequestInit = {}) => fetch(service.url + path, { redirect: "manual", ...init });
const remove = ({ id, token }: Pick<Made, "id" | "token">) =>
  get(`/api/v1/reports/${id}`, { method: "DELETE", headers: { authorization: `Bearer ${token}` } });

/** Makes a report as old as if it had been made so many days ago. */
function age({ dataDir }: Service, id: string, days: number): void {
  const database = databaseBeside(dataDir);
  const row = database.prepare("update reports set seen_at = seen_at - ? where id = ?").run(days * DAY_MS, id);
  expect(row.changes).toBe(1);
  database.close();
}

/** Every address a report has, and those of comparisons with it. */
const addresses = (id: string, other: string): readonly string[] => [
  `/r/${id}`,
  `/r/${id}?since=${other}`,
  `/r/${id}.json`,
  `/r/${id}.md`,
  `/r/${id}.txt`,
  `/r/${id}.png`,
  `/api/v1/reports/${id}`,
  `/compare/${id}/${other}`,
  `/compare/${other}/${id}`,
];

describe("a report's other forms", () => {
  test.each([
    [".json", "application/json"],
    [".md", "text/markdown; charset=utf-8"],
    [".txt", "text/plain; charset=utf-8"],
    [".png", "image/png"],
  ])("are at its address with %s", async (ending, type) => {
    const { id } = await made(COHERENT);
    const { status, headers } = await get(`/r/${id}${ending}`);
    expect([status, headers.get("content-type")]).toEqual([200, type]);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-robots-tag")).toMatch(/noindex/);
    expect(headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
    expect((await get(`/r/${NOBODY}${ending}`)).status).toBe(404);
  });

  test("say the same as the API", async () => {
    const { id } = await made(COHERENT);
    const [dotted, api] = await Promise.all([get(`/r/${id}.json`), get(`/api/v1/reports/${id}`)]);
    expect(await dotted.json()).toEqual(await api.json());
    expect(dotted.headers.get("access-control-allow-origin")).toBe("*");
  });

  test("are named on its page, with a title, a description and a picture for previews", async () => {
    const { id } = await made(NAMELESS);
    const html = await (await get(`/r/${id}`)).text();
    const meta = (name: string) =>
      new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1] ?? "";
    expect(meta("og:title")).toBe(NAMELESS);
    expect(meta("og:description")).toContain("has no PTR record");
    expect(meta("description")).toBe(meta("og:description"));
    expect(meta("og:image")).toBe(`${service.url}/r/${id}.png`);
    expect(meta("twitter:card")).toBe("summary_large_image");
    expect(meta("robots")).toMatch(/noindex/);
    for (const ending of [".json", ".md", ".txt"])
      expect(html).toMatch(new RegExp(`<link rel="alternate" type="[^"]+" href="[^"]+/r/${id}${ending}"`));
  });

  test("while the check runs, the card is neutral and not kept", async () => {
    const response = await postCheck(service.url, { target: SILENT }, { prefer: "respond-async" });
    const { id } = (await response.json()) as { id: string };
    const card = await get(`/r/${id}.png`);
    expect([card.status, card.headers.get("cache-control")]).toEqual([200, "no-store"]);
    await get(`/api/v1/reports/${id}/cancel`, { method: "POST" });
  });
});

describe("a deleted report", () => {
  test("answers 410 at all of its addresses, and offers a fresh check where people read", async () => {
    const [gone, other] = [await made(COHERENT), await made(NAMELESS)];
    for (const path of addresses(gone.id, other.id)) expect([path, (await get(path)).status]).toEqual([path, 200]);
    expect((await remove(gone)).status).toBe(204);
    for (const path of addresses(gone.id, other.id)) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 410]);
      if (/^\/(r\/[^.]+$|compare)/.test(path)) expect(await response.text()).toMatch(/<form[^>]*action="\/check"/);
    }
    // The one it was compared with knows nothing of it any more.
    expect(await (await get(`/r/${other.id}?since=${gone.id}`)).text()).not.toContain("/compare/");
  });

  test("can be taken back for a minute by whoever deleted it, and by nobody else", async () => {
    const started = await submitForm(service.url, { target: COHERENT, helo: "undo.example.com" });
    const [cookie = ""] = (started.headers.get("set-cookie") ?? "").split(";");
    const page = started.headers.get("location") ?? "";
    const api = `/api/v1${page.replace("/r/", "/reports/")}`;
    await eventually(async () => ((await (await get(api)).json()) as { state: string }).state === "done");
    const post = (body: Record<string, string>, headers: Record<string, string> = {}) =>
      get(`${page}/delete`, { method: "POST", body: new URLSearchParams(body), headers });

    const gone = await post({}, { cookie });
    expect([gone.status, gone.headers.get("location")]).toEqual([303, `${page}?deleted`]);
    const told = await get(`${page}?deleted`);
    expect([told.status, told.headers.get("cache-control")]).toEqual([410, "no-store"]);
    expect(await told.text()).toContain(`action="${page}/delete"`);
    // Everybody else reads that it is gone, and nothing of it.
    const others = await get(page);
    expect(others.status).toBe(410);
    expect(await others.text()).not.toContain(`action="${page}/delete"`);
    expect((await get(`${page}.json`)).status).toBe(410);

    expect((await post({ undo: "1" })).status).toBe(403);
    expect((await post({ undo: "1", token: NOBODY })).status).toBe(403);
    expect((await post({ undo: "1" }, { cookie, "sec-fetch-site": "cross-site" })).status).toBe(403);
    const back = await post({ undo: "1" }, { cookie });
    expect([back.status, back.headers.get("location")]).toEqual([303, page]);
    expect((await get(page)).status).toBe(200);
    // It can be deleted again, and a moment later nobody can take it back.
    expect((await post({}, { cookie })).status).toBe(303);
    const database = databaseBeside(service.dataDir);
    database.prepare("update reports set undo_until = 1 where id = ?").run(page.slice(3));
    expect(await (await get(`${page}?deleted`)).text()).not.toContain(`action="${page}/delete"`);
    const late = await post({ undo: "1" }, { cookie });
    expect([late.status, await late.text()]).toEqual([410, expect.stringContaining("nothing is left of it")]);
    database.close();
  });

  test("by programs it is deleted for good at once", async () => {
    const gone = await made(COHERENT, { helo: "at-once.example.com" });
    expect((await remove(gone)).status).toBe(204);
    const database = databaseBeside(service.dataDir);
    const row = database.prepare("select state, body, undo_until from reports where id = ?").get(gone.id);
    database.close();
    expect({ ...row }).toEqual({ state: "deleted", body: null, undo_until: null });
  });

  test("can be deleted by the link that the browser of its maker shows", async () => {
    const made1 = await submitForm(service.url, { target: COHERENT, helo: "delete.example.com" });
    const [cookie = ""] = (made1.headers.get("set-cookie") ?? "").split(";");
    const path = `${made1.headers.get("location")}/delete`;
    expect((await get(path)).status).toBe(403);
    const mine = await (await get(path, { headers: { cookie } })).text();
    const link = /https?:[^<]*\/delete\?token=[\w-]{22}/.exec(mine)?.[0] ?? "";
    const elsewhere = await (await fetch(link)).text();
    const token = /name="token" value="([\w-]{22})"/.exec(elsewhere)?.[1] ?? "";
    const post = (value: string) => get(path, { method: "POST", body: new URLSearchParams({ token: value }) });
    expect((await post(NOBODY)).status).toBe(403);
    expect((await get(path.replace("/delete", ""))).status).toBe(200);
    expect((await post(token)).status).toBe(303);
    expect((await get(path.replace("/delete", ""))).status).toBe(410);
    expect((await get(path)).status).toBe(410);
  });
});

describe("REPORT_DAYS", () => {
  test("is stated on the page, and what is older is gone for good", async () => {
    const [old, young] = [await made(COHERENT), await made(NAMELESS)];
    expect(await (await get(`/r/${old.id}`)).text()).toContain("Kept for as long as this service runs.");
    age(service, old.id, 8);

    const after = await startService({ DATA_DIR: service.dataDir, REPORT_DAYS: "7" });
    try {
      for (const path of addresses(old.id, young.id))
        expect([path, (await fetch(after.url + path)).status]).toEqual([path, 410]);
      expect(await (await fetch(`${after.url}/r/${old.id}.json`)).json()).toMatchObject({ code: "expired" });
      const html = await (await fetch(`${after.url}/r/${young.id}`)).text();
      const until = Date.parse(/Kept until <time dateTime="([^"]+)"/i.exec(html)?.[1] ?? "");
      expect(until).toBe(Date.parse(young.seenAt) + 7 * DAY_MS);
      const { keptUntil } = (await (await fetch(`${after.url}/r/${young.id}.json`)).json()) as { keptUntil: string };
      expect(Date.parse(keptUntil)).toBe(until);
    } finally {
      await after.end();
    }
  });
});

describe("a badge", () => {
  const badge = async (target: string) => {
    const response = await get(`/badge/${target}.svg`);
    return { response, says: /<title>([^<]*)<\/title>/.exec(await response.text())?.[1] };
  };

  test("of what was never checked says so, and starts nothing", async () => {
    const target = "203.0.113.30";
    expect((await badge(target)).says).toBe(`${target}: mail identity not checked`);
    // A check that somebody else asked for meanwhile has been through all of it: one begun before would be there, too.
    await made(COHERENT);
    expect((await badge(target)).says).toMatch(/not checked$/);
    expect(await (await get(`/api/v1/targets/${target}/reports`)).json()).toEqual({ path: target, reports: [] });
  });

  test("says what the latest plain report says, and not what one with options does", async () => {
    const target = "203.0.113.21";
    await made(target, { helo: "x.example.com" });
    expect((await badge(target)).says).toMatch(/not checked$/);
    await made(target);
    const { response, says } = await badge(target);
    expect(says).toMatch(/\d failed|\d warnings?|in order/);
    expect(response.headers.get("content-type")).toBe("image/svg+xml; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("public, max-age=300");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("never shows an old verdict", async () => {
    const target = "2001:db8:1::10";
    const { id } = await made(target);
    expect((await badge(target)).says).toMatch(/in order$/);
    age(service, id, 1);
    expect((await badge(target)).says).toMatch(/checked 1 day ago$/);
    age(service, id, 4);
    const other = await startService({ DATA_DIR: service.dataDir });
    expect(await (await fetch(`${other.url}/badge/${target}.svg`)).text()).toMatch(/checked 5 days ago</);
    await other.end();
  });

  test("of what cannot be a target is not there", async () => {
    for (const path of ["/badge/x.svg", "/badge/10.0.0.1.svg", "/badge/203.0.113.10.png", "/badge/%3Cscript%3E.svg"])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
  });
});

describe("a target's history", () => {
  const target = "203.0.113.22";

  test("lists reports of the plain target alone, latest first, on its page and for programs", async () => {
    const [first, second] = [await made(target), await made(target)];
    const optioned = await made(target, { helo: "hidden.example.com" });
    const { path, reports } = (await (await get(`/api/v1/targets/${target}/reports`)).json()) as {
      path: string;
      reports: { id: string; url: string; headline: { says: string } }[];
    };
    expect(path).toBe(target);
    expect(reports.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(reports[0]?.url).toBe(`${service.url}/r/${second.id}`);
    const html = await (await get(`/check/${target}`)).text();
    // Reports that say the same are one group.
    for (const { id } of [first, second]) expect(html).toContain(`/r/${id}`);
    expect(html).not.toContain("/compare/");
    expect(html).not.toContain(optioned.id);
    await remove(first);
    expect(await (await get(`/check/${target}`)).text()).not.toContain(first.id);
  });

  test("of what cannot be read is answered with 422, and what would work", async () => {
    const response = await get("/api/v1/targets/10.0.0.1/reports");
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: "invalid-target", problems: [{ field: "target" }] });
  });
});

describe("check again", () => {
  test("leads from the new report to what has changed since the old one", async () => {
    const old = await made(NAMELESS);
    const html = await (await get(`/r/${old.id}`)).text();
    expect(html).toContain(`name="again" value="${old.id}"`);
    const anew = async (options: Record<string, string>) => {
      const response = await submitForm(service.url, { target: NAMELESS, again: old.id, ...options });
      const location = response.headers.get("location") ?? "";
      const [, id = ""] = /^\/r\/([\w-]{22})\?since=/.exec(location) ?? [];
      expect(location).toBe(`/r/${id}?since=${old.id}`);
      // Waits for the end of the check.
      await (await get(`/api/v1/reports/${id}`, { headers: AS_LINES })).text();
      return { id, page: await (await get(location)).text() };
    };
    const changed = await anew({ helo: "elsewhere.example.net" });
    expect(changed.page).toContain(`href="/compare/${old.id}/${changed.id}"`);
    const { id, page } = await anew({});
    expect(page).not.toContain("/compare/");
    // The report's own page is the same for everybody.
    expect(await (await get(`/r/${id}`)).text()).not.toContain(old.id);
    const comparison = await get(`/compare/${old.id}/${id}`);
    expect(comparison.status).toBe(200);
    expect(comparison.headers.get("x-robots-tag")).toMatch(/noindex/);
    expect(await comparison.text()).toContain("No verdict changed");
  });

  test.each(["", NOBODY, "nonsense", "https://elsewhere.example"])("of %o leads nowhere", async (again) => {
    const location = (await submitForm(service.url, { target: COHERENT, again })).headers.get("location") ?? "";
    expect(location).toMatch(/^\/r\/[\w-]{22}(\?since=A{22})?$/);
    expect(await (await get(location)).text()).not.toContain("/compare/");
  });

  test("comparing what is not there answers 404, and one that runs leads to its page", async () => {
    const { id } = await made(COHERENT);
    expect((await get(`/compare/${id}/${NOBODY}`)).status).toBe(404);
    expect((await get(`/compare/nonsense/${id}`)).status).toBe(404);
    const running = await postCheck(
      service.url,
      { target: SILENT, helo: "a.example.com" },
      { prefer: "respond-async" },
    );
    const { id: later } = (await running.json()) as { id: string };
    expect((await get(`/compare/${id}/${later}`)).headers.get("location")).toBe(`/r/${later}?since=${id}`);
    await get(`/api/v1/reports/${later}/cancel`, { method: "POST" });
  });
});
