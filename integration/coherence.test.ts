import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ReportView } from "../components/report/report-view.tsx";
import { check } from "../lib/checks/index.ts";
import type { PresentedReport } from "../lib/checks/present/presented.ts";
import type { Report } from "../lib/checks/report/report.ts";
import { parseClaims } from "../lib/checks/target/claims.ts";
import { parseTarget } from "../lib/checks/target/target.ts";
import { contradictions, viewsOf } from "../lib/checks/testing/coherence.ts";
import type { Sample } from "../lib/checks/testing/internet/sample.ts";
import { samples } from "../lib/checks/testing/internet.ts";
import { checkOnPaper, world as paperWorld } from "../lib/checks/testing/paper-worlds.ts";
import { startWorld, type World } from "../lib/checks/testing/world.ts";

/*
 * A report never contradicts itself: whatever shows the answer to a question (row, chain, plan, ticket, receivers,
 * headline, badge, text, Markdown, JSON, page) shows the same one.
 */

const draw = (report: PresentedReport): string => renderToStaticMarkup(createElement(ReportView, { report }));
const contradictionsOf = (report: Report): string[] => contradictions(viewsOf(report, draw));

describe("every sample of the demo", () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({
      delayMs: 0,
      limits: { dnsTryMs: 300, smtpConnectMs: 500, smtpGreetingMs: 500, smtpReplyMs: 500, smtpSessionMs: 3000 },
    });
  });
  afterAll(() => world.close());

  async function look({ target, options = {} }: Sample): Promise<Report> {
    const read = parseTarget(target);
    if (!read.ok) throw new Error(`the sample ${target} cannot be read`);
    const { claims } = parseClaims(options);
    return check({ ...read.target, claims: { ...read.target.claims, ...claims } }, world.vantage);
  }

  test.each(samples.map((sample) => [sample.id, sample] as const))("%s", async (_, sample) => {
    expect(contradictionsOf(await look(sample))).toEqual([]);
  });
});

/** As many worlds as are made up; the same ones every time, so that what fails can be looked at again. */
const WORLDS = 1000;

test(`${WORLDS} worlds made up by chance`, { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(paperWorld, async (made) => {
      expect(contradictionsOf(await checkOnPaper(made))).toEqual([]);
    }),
    { numRuns: WORLDS, seed: 20261125 },
  );
});
