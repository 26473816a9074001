import type { Page } from "@playwright/test";
import { KINDS, pathOf } from "./kinds.ts";
import { expect, test } from "./test.ts";

/** What says nothing of where a link leads, read out of its place. */
const SAYS_NOTHING = /^(|click here|here|this|go|start|more|learn more|read more|see more|link)$/i;

/** What search engines make of a page, from its HTML alone. */
const read = (page: Page, html: string) =>
  page.evaluate(
    ([text, saysNothing]) => {
      const found = new DOMParser().parseFromString(text, "text/html");
      const content = (name: string) => found.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
      const words = (link: Element) => (link.getAttribute("aria-label") ?? link.textContent ?? "").trim();
      return {
        language: found.documentElement.lang,
        titles: found.querySelectorAll("head > title").length,
        title: found.title,
        description: content("description"),
        robots: content("robots"),
        viewport: content("viewport"),
        headings: found.querySelectorAll("h1").length,
        canonical: [...found.querySelectorAll<HTMLLinkElement>('link[rel="canonical"]')].map((link) =>
          link.getAttribute("href"),
        ),
        leadsNowhere: [...found.querySelectorAll("a")].filter((link) => !link.getAttribute("href")).map(words),
        saysNothing: [...found.querySelectorAll("a")]
          .map(words)
          .filter((said) => new RegExp(saysNothing, "i").test(said)),
        withoutAlt: found.querySelectorAll("img:not([alt])").length,
      };
    },
    [html, SAYS_NOTHING.source] as const,
  );

test("what may be listed has what search engines want, and no two pages the same title or description", async ({
  page,
  request,
  baseURL,
}) => {
  const [titles, descriptions] = [new Set<string>(), new Set<string>()];
  for (const kind of KINDS.filter(({ indexable }) => indexable)) {
    const path = await pathOf(kind, request);
    const answer = await request.get(path);
    expect.soft([kind.what, answer.status()]).toEqual([kind.what, 200]);
    expect.soft([kind.what, answer.headers()["x-robots-tag"]]).toEqual([kind.what, undefined]);
    const { title, description = "", canonical, viewport, ...rest } = await read(page, await answer.text());
    expect.soft([kind.what, rest]).toEqual([
      kind.what,
      {
        ...{ language: "en", titles: 1, robots: undefined, headings: 1 },
        ...{ leadsNowhere: [], saysNothing: [], withoutAlt: 0 },
      },
    ]);
    expect.soft(viewport, kind.what).toContain("width=device-width");
    expect.soft(title.length, kind.what).toBeGreaterThan(5);
    expect.soft(description.length, kind.what).toBeGreaterThan(30);
    for (const address of canonical) expect.soft(new URL(address ?? "", baseURL).href, kind.what).toBe(baseURL + path);
    titles.add(title);
    descriptions.add(description);
  }
  const count = KINDS.filter(({ indexable }) => indexable).length;
  expect.soft(titles.size).toBe(count);
  expect.soft(descriptions.size).toBe(count);
});

test("search engines may read what may be listed, and are told where it is", async ({ request }) => {
  const robots = await (await request.get("/robots.txt")).text();
  expect(robots).toMatch(/^Sitemap: /m);
  for (const kind of KINDS.filter(({ indexable }) => indexable))
    for (const [, barred = ""] of robots.matchAll(/^Disallow: (\S+)/gm))
      expect([kind.what, String(kind.path).startsWith(barred)]).toEqual([kind.what, false]);
});
