import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type APIRequestContext, test as base, expect, type Locator, type Page } from "@playwright/test";
import { eventually } from "../integration/service.ts";
import { temporaryFolder } from "../lib/testing/started.ts";

/**
 * Playwright's test, with a browser for Lighthouse, which talks to one of its own by its debugging port: the one that the
 * browser takes for itself and writes down. It is here because files whose workers have the same fixtures share them.
 */
export const bareTest = base.extend<object, { debuggingPort: number }>({
  debuggingPort: [
    async ({ playwright, launchOptions }, use) => {
      const profile = temporaryFolder("lighthouse");
      const args = [...(launchOptions.args ?? []), "--remote-debugging-port=0"];
      const context = await playwright.chromium.launchPersistentContext(profile, { ...launchOptions, args });
      const written = join(profile, "DevToolsActivePort");
      await use(
        await eventually(async () => existsSync(written) && Number.parseInt(readFileSync(written, "utf8"), 10)),
      );
      await context.close();
    },
    { scope: "worker" },
  ],
});

/** What every page of every test is held to; a test may forgive what it provokes itself. */
interface Manners {
  readonly forgive: (complaint: RegExp) => void;
}

/**
 * The test of all other files, watching each page: nothing may be asked of another origin, and nothing may be complained about in
 * the console (a violated content security policy, an error, a warning of the framework).
 */
export const test = bareTest.extend<{ manners: Manners }>({
  manners: [
    async ({ context, baseURL }, use) => {
      const complaints: string[] = [];
      const forgiven: RegExp[] = [];
      context.on("request", (request) => {
        const url = new URL(request.url());
        if (/^https?:$/.test(url.protocol) && url.origin !== baseURL) complaints.push(`asked ${request.url()}`);
      });
      context.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
      });
      context.on("weberror", (error) => complaints.push(String(error.error())));
      // The only thing that a test here does to its window which is not undone when the next one gets it.
      await context.clearPermissions();
      await use({ forgive: (complaint) => forgiven.push(complaint) });
      expect(complaints.filter((each) => !forgiven.some((pattern) => pattern.test(each)))).toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

/** Each call another one: checks with different options never join each other. */
export const freshSelector = (): string => `s${Math.random().toString(36).slice(2, 10)}`;

/** Types a target into the form and presses the button; the page is then the report's. */
export async function check(page: Page, target: string): Promise<void> {
  await page.goto("/");
  await field(page).fill(target);
  await page.getByRole("button", { name: "Check", exact: true }).click();
}

export const field = (page: Page): Locator => page.locator("#target");

/** Waits until the report on this page is finished. */
export async function finished(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "Check again" })).toBeVisible();
}

interface Asked {
  readonly target: string;
  readonly from?: string;
  readonly helo?: string;
  readonly selectors?: readonly string[];
}

/** The path of a report whose check has just been started. */
export async function startReport(request: APIRequestContext, asked: Asked): Promise<string> {
  const answer = await request.post("/api/v1/checks", { data: asked, headers: { prefer: "respond-async" } });
  expect(answer.status()).toBe(202);
  return `/r/${(await answer.json()).id}`;
}

/** The path of a finished report. */
export async function makeReport(request: APIRequestContext, asked: Asked): Promise<string> {
  const answer = await request.post("/api/v1/checks", { data: asked });
  expect(answer.status()).toBe(201);
  return `/r/${(await answer.json()).id}`;
}

/** A signal's row, by whatever stands for it: a line while the check runs, a problem, a folded line. */
export const row = (page: Page, signal: string): Locator => page.locator(`[data-signal="${signal}"]:not(.chain *)`);
/** All of them. */
export const rows = (page: Page): Locator => page.locator("[data-signal]:not(.chain *)");

export const isOpen = (details: Locator): Promise<boolean> =>
  details.evaluate((element) => (element as HTMLDetailsElement).open);
