import { afterAll, beforeAll, expect, test } from "vitest";
import { receivers } from "../lib/checks/receivers/index.ts";
import { type Service, startService } from "./service.ts";

let service: Service;
beforeAll(async () => {
  service = await startService({ SECURITY_CONTACT: "holes@example.com" });
});
afterAll(() => service?.end());

const get = (path: string) => fetch(service.url + path, { redirect: "manual" });

/** Width and height of a PNG stand in its first chunk (PNG 11.2.2). */
async function sizeOf(path: string): Promise<string> {
  const bytes = Buffer.from(await (await get(path)).arrayBuffer());
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

test.each([
  ["/favicon.ico", "image/x-icon"],
  ["/icon.svg", "image/svg+xml"],
  ["/apple-touch-icon.png", "image/png"],
  ["/icon-maskable-192.png", "image/png"],
  ["/icon-maskable-512.png", "image/png"],
  ["/manifest.webmanifest", "application/manifest+json"],
  ["/opensearch.xml", "application/opensearchdescription+xml"],
  ["/.well-known/security.txt", "text/plain; charset=utf-8"],
])("%s is %s, kept for a day and taken for nothing else", async (path, type) => {
  const { status, headers } = await get(path);
  expect([status, headers.get("content-type")]).toEqual([200, type]);
  expect(headers.get("cache-control")).toBe("public, max-age=86400");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

test("a page names its icons, manifest and search, and each of them is there", async () => {
  const html = await (await get("/")).text();
  const links = [...html.matchAll(/<link\b[^>]*>/g)].map(([tag]) => ({
    rel: /\brel="([^"]*)"/.exec(tag)?.[1],
    href: /\bhref="([^"]*)"/.exec(tag)?.[1] ?? "",
  }));
  for (const rel of ["icon", "apple-touch-icon", "manifest", "search"]) {
    const named = links.filter((link) => link.rel === rel);
    expect([rel, named.length]).not.toEqual([rel, 0]);
    for (const { href } of named) expect([href, (await get(href)).status]).toEqual([href, 200]);
  }
});

test("icons have the sizes that are said of them", async () => {
  expect(await sizeOf("/apple-touch-icon.png")).toBe("180x180");
  const manifest = (await (await get("/manifest.webmanifest")).json()) as {
    start_url: string;
    icons: { src: string; sizes: string; type: string; purpose: string }[];
  };
  expect((await get(manifest.start_url)).status).toBe(200);
  for (const { src, sizes, type } of manifest.icons) {
    expect((await get(src)).headers.get("content-type")).toBe(type);
    if (type === "image/png") expect(await sizeOf(src)).toBe(sizes);
  }
  const maskable = manifest.icons.filter(({ purpose }) => purpose.split(" ").includes("maskable"));
  expect(maskable.map(({ sizes }) => sizes)).toEqual(["192x192", "512x512"]);
});

test("what is searched for from the address bar stands in the field", async () => {
  const description = await (await get("/opensearch.xml")).text();
  const [, template = ""] = /<Url type="text\/html" template="([^"]*)"/.exec(description) ?? [];
  expect(template.startsWith(service.url)).toBe(true);
  const answer = await fetch(template.replace("{searchTerms}", encodeURIComponent("203.0.113.20 & mail")));
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('value="203.0.113.20 &amp; mail"');
});

test("a hole can be told to whom the operator names", async () => {
  const text = await (await get("/.well-known/security.txt")).text();
  expect(text).toContain("Contact: mailto:holes@example.com\n");
  const [, expires = ""] = /^Expires: (.*)$/m.exec(text) ?? [];
  expect(Date.parse(expires)).toBeGreaterThan(Date.now());
});

test.each(receivers.map((receiver) => [receiver.id, receiver] as const))(
  "the page of %s names where its rules were read, and when",
  async (id, { source, variants = {} }) => {
    const html = await (await get(`/receivers/${id}`)).text();
    for (const { url, read } of [source, ...Object.values(variants).map((variant) => variant.source)]) {
      expect(html).toContain(`href="${url.replaceAll("&", "&amp;")}"`);
      expect(html).toContain(`dateTime="${read}"`);
    }
  },
);
