import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isSameForAll, namesIn, ROUTER_HEADERS } from "../lib/server/router-headers.ts";
import { borrowService, type Lent } from "./lending.ts";
import { rawRequest } from "./raw.ts";
import { postCheck } from "./service.ts";
import { COHERENT } from "./targets.ts";

let service: Lent;
let page: string;
beforeAll(async () => {
  service = await borrowService();
  const { id } = (await (await postCheck(service.url, { target: COHERENT })).json()) as { id: string };
  page = `${service.url}/r/${id}`;
}, 120_000);
afterAll(() => service?.giveBack());

const get = (headers: Readonly<Record<string, string>> = {}, url = page) => fetch(url, { headers });
const how = (response: Response) => response.headers.get("x-nameplate-cache");
/** The page as it is kept. */
async function kept(): Promise<string> {
  await (await get()).text();
  const response = await get();
  expect(how(response)).toBe("hit");
  return response.text();
}

describe("the page of a finished report", () => {
  test("is the same from memory, whatever a reader's request carries", async () => {
    const before = await kept();
    const carried: Record<string, string>[] = [
      { cookie: "a=b; __prerender_bypass=x; next-instant-navigation-testing=1" },
      { "user-agent": "Twitterbot/1.0" },
      { "user-agent": "Mozilla/5.0 Chrome/140" },
      { accept: "application/json" },
      { "accept-language": "de" },
      { range: "bytes=0-9" },
      { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https", "x-forwarded-for": "198.51.100.1" },
      { "x-nameplate-origin": "http://evil.example" },
      { "x-middleware-subrequest": "proxy", "x-nextjs-data": "1", "x-matched-path": "/signals" },
      ...ROUTER_HEADERS.filter((name) => name !== "rsc").map((name) => ({ [name]: `/${Math.random()}` })),
    ];
    for (const headers of carried) {
      const response = await get(headers);
      expect([headers, response.status, how(response)]).toEqual([headers, 200, "hit"]);
      expect(await response.text()).toBe(before);
    }
  });

  test("is the same with anything in its query but ?since=", async () => {
    const before = await kept();
    for (const query of ["?x=1", `?x=${Math.random()}`, "?utm_source=mail", "?_rsc=abc", "?", "?a=b&c=d"]) {
      const response = await get({}, page + query);
      expect([query, how(response)]).toEqual([query, "hit"]);
      expect(await response.text()).toBe(before);
    }
    expect(how(await get({}, `${page}?since=AAAAAAAAAAAAAAAAAAAAAA`))).toBeNull();
  });

  test("has the same headers, whether or not the HTTP server saw the request", async () => {
    const before = await kept();
    const long = await rawRequest(page, `GET ${new URL(page).pathname}`);
    const short = await get({ "accept-encoding": "identity" });
    expect([how(short), long.headers["x-nameplate-cache"], long.body]).toEqual(["hit", "hit", before]);
    const { date: _d, connection: _c, ...shared } = long.headers;
    expect(Object.fromEntries(short.headers)).toMatchObject(shared);
    expect(new Set(short.headers.keys())).toEqual(new Set([...Object.keys(long.headers), "keep-alive"]));
  });

  test("is not what the framework's client gets, and what that gets nobody else does", async () => {
    const before = await kept();
    for (const headers of [{ rsc: "1" }, { rsc: "1", "next-url": "/" }, { rsc: "1", "next-router-prefetch": "1" }]) {
      const part = await get(headers);
      expect(how(part)).toBeNull();
      expect(await part.text()).not.toBe(before);
      expect(await kept()).toBe(before);
    }
  });

  test("is not made to be kept by requests of the framework's client", async () => {
    const { id } = (await (await postCheck(service.url, { target: "203.0.113.11" })).json()) as { id: string };
    const url = `${service.url}/r/${id}`;
    for (const name of ROUTER_HEADERS) expect([name, how(await get({ [name]: "1" }, url))]).toEqual([name, null]);
    expect(how(await get({}, url))).toBe("miss");
    expect(how(await get({ "next-url": "/x" }, url))).toBe("hit");
  });

  test("is rendered once for many who ask at the same moment", async () => {
    const { id } = (await (await postCheck(service.url, { target: "203.0.113.12" })).json()) as { id: string };
    const all = await Promise.all(Array.from({ length: 10 }, () => get({}, `${service.url}/r/${id}`)));
    expect(all.map(how).filter((mark) => mark === "miss")).toHaveLength(1);
    expect(new Set(await Promise.all(all.map((response) => response.text()))).size).toBe(1);
  });

  test("stays for those who use the service's name, whatever names others make up", async () => {
    const before = await kept();
    const { pathname } = new URL(page);
    for (let i = 0; i < 30; i++) {
      const answer = await rawRequest(service.url, `GET ${pathname}`, [], `made-up-${i}.example`);
      expect(answer.status).toBe(200);
      expect(answer.body).toContain(`http://made-up-${i}.example/r/`);
    }
    const after = await get();
    expect(how(after)).toBe("hit");
    expect(await after.text()).toBe(before);
  });
});

test("the framework varies its pages by nothing that we do not know", async () => {
  for (const path of ["/", "/signals", "/signals/fcrdns", "/bounce", "/nowhere", new URL(page).pathname]) {
    const response = await get({}, `${service.url}${path}?since=none`);
    const names = namesIn(response.headers.get("vary"));
    expect([path, names.filter((name) => !isSameForAll(name))]).toEqual([path, []]);
  }
});
