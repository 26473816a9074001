import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { startService } from "../integration/service.ts";
import { corpus } from "../lib/checks/testing/corpora.ts";
import { AT_PROVIDER, bounceOf, NO_PTR } from "./kinds.ts";
import { COHERENT } from "./targets.ts";
import { expect, field, finished, makeReport, row, test } from "./test.ts";

/** Counts what a reader presses on the way. */
function clicking() {
  let clicks = 0;
  return {
    press: async (what: Locator) => {
      await what.click();
      clicks++;
    },
    count: () => clicks,
  };
}

/** The ticket text is in front of the reader, complete, and can be copied. */
async function readsTicket(page: Page): Promise<void> {
  const ticket = page.locator(".ticket").first();
  await expect(ticket).toBeInViewport();
  await expect(ticket).toContainText("ready to send");
  const text = ticket.locator("pre").last();
  await expect(text).toBeVisible();
  await expect(text).toContainText(NO_PTR);
  await expect(text).toContainText("no-ptr.example.com");
}

for (const [where, device] of [
  ["at a desk", { viewport: { width: 1240, height: 900 } }],
  ["on a phone", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
] as const)
  test.describe(`three clicks from a bounce to a ticket text, ${where}`, () => {
    test.use(device);

    test("by the main field", async ({ page }) => {
      const { press, count } = clicking();
      await page.goto("/");
      await press(field(page));
      await page.keyboard.insertText(bounceOf(NO_PTR));
      await press(page.getByRole("button", { name: "Check", exact: true }));
      await finished(page);
      await press(page.locator("summary", { hasText: "Ticket text" }).first());
      await readsTicket(page);
      expect(count()).toBe(3);
    });

    test("by the door for bounces", async ({ page }) => {
      const { press, count } = clicking();
      await page.goto("/");
      await press(page.getByRole("link", { name: /Mail came back/ }));
      await page.getByLabel("The bounce, log line or headers").fill(bounceOf(NO_PTR));
      await press(page.getByRole("button", { name: "Read it and check" }));
      await finished(page);
      await press(page.locator("summary", { hasText: "Ticket text" }).first());
      await readsTicket(page);
      expect(count()).toBe(3);
    });
  });

test("headers: whom the receiver saw, by which name, becomes the check", async ({ page }) => {
  await page.goto("/bounce");
  await page
    .getByRole("textbox")
    .fill(
      [
        `Received: from mail.example.com (unknown [${COHERENT}])`,
        "\tby mx.example.org (Postfix) with ESMTPS id 4A for <zaphod@example.org>; Mon, 2 Nov 2026 10:00:00 +0000",
        "Authentication-Results: mx.example.org; spf=softfail smtp.mailfrom=zaphod@example.com",
        "From: zaphod@example.com",
      ].join("\n"),
    );
  await page.getByRole("button", { name: "Read it and check" }).click();
  await finished(page);
  await expect(page.locator(".report-head")).toContainText("saying EHLO mail.example.com");
  await expect(page.locator(".report-head")).toContainText("Checked as sender of example.com");
  await expect(page.locator("main")).not.toContainText("zaphod");
});

test.describe("the reader's own address", () => {
  test("is plain text for programs", async ({ playwright, baseURL }) => {
    const curl = await playwright.request.newContext({
      extraHTTPHeaders: { accept: "*/*" },
      ...(baseURL && { baseURL }),
    });
    const answer = await curl.get("/ip");
    expect(answer.headers()["content-type"]).toBe("text/plain; charset=utf-8");
    expect(await answer.text()).toMatch(/^[0-9a-f.:]+\n$/);
    await curl.dispose();
  });

  test("is offered on the home page, and one press checks it", async ({ browser }) => {
    // Only a proxy can make somebody come from an address of the small internet.
    const service = await startService({ TRUSTED_PROXIES: "1" });
    const context = await browser.newContext({
      baseURL: service.url,
      extraHTTPHeaders: { "x-forwarded-for": COHERENT },
    });
    try {
      const page = await context.newPage();
      await page.goto("/");
      await expect(page.getByText(`You come from ${COHERENT}`)).toBeVisible();
      await expect(page.getByRole("link", { name: /the one your mail leaves from/ })).toBeVisible();
      await page.getByRole("button", { name: "check it" }).click();
      await finished(page);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(COHERENT);
    } finally {
      await context.close();
      await service.end();
    }
  });

  for (const [where, width] of [
    ["at a desk", 1240],
    ["on a phone", 390],
  ] as const)
    for (const address of [COHERENT, "2001:db8:1234:5678:9abc:def0:1234:5678"])
      test(`${address} appears without moving what stands below, ${where}`, async ({ page }) => {
        await page.setViewportSize({ width, height: 900 });
        const { promise: asked, resolve: answer } = Promise.withResolvers<void>();
        await page.route("/ip", async (route) => {
          await asked;
          await route.fulfill({ json: { address, public: true } });
        });
        await page.goto("/");
        const below = page.getByRole("navigation", { name: "Other ways to start" });
        const before = await below.boundingBox();
        answer();
        await expect(page.getByText(`You come from ${address}`)).toBeVisible();
        expect((await below.boundingBox())?.y).toBe(before?.y);
      });

  test("is asked for once the page is there to be seen", async ({ page }) => {
    const painted = () => performance.getEntriesByName("first-contentful-paint").length;
    const { promise, resolve } = Promise.withResolvers<number>();
    await page.route("/ip", async (route) => {
      resolve(await page.evaluate(painted));
      await route.continue();
    });
    await page.goto("/");
    expect(await promise).toBe(1);
  });

  test("that nobody outside sees comes with the way to find the right one", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("link", { name: "Which address does your mail leave from?", exact: true }).click();
    await expect(page.getByText("It is not a public address")).toBeVisible();
    await expect(page.locator("main pre")).toHaveCount(3);
  });
});

test("a provider's guide is filled in with the report's own values", async ({ page, request }) => {
  await page.goto(await makeReport(request, { target: AT_PROVIDER }));
  await page.locator("summary", { hasText: "How to set it at Hetzner" }).click();
  await page.getByRole("link", { name: "This guide on a page of its own" }).click();
  await expect(page).toHaveURL(/\/providers\/hetzner\?/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Hetzner");
  await expect(page.locator(".guide, main").first()).toContainText(AT_PROVIDER);
  await expect(page.locator(".guide, main").first()).toContainText("post.example.com");
  // Somebody else's values are as good.
  await page.getByLabel("Your server’s address").fill(COHERENT);
  await page.getByLabel("Host name", { exact: true }).fill("relay.example.net");
  await page.getByRole("button", { name: "Fill in" }).click();
  await expect(page.locator("main")).toContainText("relay.example.net");
  await expect(page.locator("main")).not.toContainText("post.example.com");
});

for (const [list, name, title] of [
  ["/receivers", "Gmail", "Gmail"],
  ["/signals", "Forward-confirmed reverse DNS", "Forward-confirmed reverse DNS"],
  ["/providers", "Hetzner", "Hetzner"],
] as const)
  test(`${list} leads to a page for each, with its sources`, async ({ page }) => {
    await page.goto(list);
    await page.getByRole("link", { name, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`${list}/[\\w-]+$`));
    await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
    await expect(page.locator("main a[rel~=external]").first()).toHaveAttribute("href", /^https:/);
  });

test("every row of a report leads to the page about its signal", async ({ page, request }) => {
  await page.goto(await makeReport(request, { target: NO_PTR }));
  const about = row(page, "reverse-dns")
    .getByRole("link", { name: /About this signal/ })
    .first();
  expect((await request.get((await about.getAttribute("href")) ?? "")).status()).toBe(200);
});

test.describe("what strangers wrote into a bounce stays inert", () => {
  const file = corpus("own/output-payloads.json");
  const payloads = file ? (JSON.parse(readFileSync(file, "utf8")) as string[]) : [];
  test.skip(!file, "the corpora are not on this machine");

  const texts: readonly (readonly [string, (payload: string) => string])[] = [
    ["in a refusal", (payload) => `550 5.7.25 [${NO_PTR}] ${payload} does not have a PTR record ${payload}`],
    [
      "as names",
      (payload) =>
        `reject: RCPT from ${payload}[${NO_PTR}]: 450 4.7.1 <${payload}>; from=<a@${payload}> helo=<${payload}>`,
    ],
    ["all by itself", (payload) => payload],
  ];
  for (const [where, text] of texts)
    test(where, async ({ page, request }) => {
      test.slow();
      page.on("dialog", () => expect("a dialog").toBe("none"));
      // Alone each must be tried for itself; in a text that names an address, by tens.
      const pasted = where === "all by itself" ? payloads.map(text) : tens(payloads.map(text));
      const led = new Set<string>();
      for (const each of pasted) {
        const answer = await request.post("/bounce/read", { form: { text: each }, maxRedirects: 0 });
        expect([each, answer.status()]).toEqual([each, 303]);
        led.add(answer.headers().location ?? "");
      }
      for (const path of led) {
        expect(path).toMatch(/^\/(r\/[\w-]{22}|bounce\?why=.*)$/);
        await page.goto(path);
        await inert(page);
      }
    });
});

const tens = (all: readonly string[]): string[] =>
  Array.from({ length: Math.ceil(all.length / 10) }, (_, i) => all.slice(i * 10, i * 10 + 10).join("\n"));

async function inert(page: Page): Promise<void> {
  await expect(page.locator("main :is(script, iframe, object, embed, [onerror], [onload], img)")).toHaveCount(
    await page.locator("main .badge-links img").count(),
  );
  const links = await page.locator("main a").evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
  // A ticket is handed to the reader's mail program, for nobody yet.
  expect(links.filter((href) => !/^(https?:|mailto:\?subject=[^:]*$)/.test(href))).toEqual([]);
  for (const text of [await page.title(), (await page.locator("main").textContent()) ?? ""]) {
    expect(text).not.toMatch(/\p{Bidi_Control}/u);
    expect(text).not.toContain("\u001b");
  }
}
