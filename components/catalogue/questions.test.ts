import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { providers, signals } from "../../lib/checks/index.ts";
import { methodsOf } from "../../lib/server/routes.ts";
import { QuestionList } from "./question-list.tsx";
import { QUESTIONS, SYMPTOMS } from "./questions.ts";

const all = [...QUESTIONS, ...SYMPTOMS];

test("ids are unique, and ten questions and eight symptoms have an answer", () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect([QUESTIONS.length, SYMPTOMS.length]).toEqual([10, 8]);
});

describe.each(all.map((each) => [each.id, each] as const))("%s", (_, { answer, leads }) => {
  test("is answered in at most four sentences of at most 26 words", () => {
    const sentences = answer.match(/[^.!?]+[.!?]+(?=\s|$)/g) ?? [];
    expect(sentences.length).toBeLessThanOrEqual(4);
    for (const sentence of sentences) expect(sentence.trim().split(/\s+/).length).toBeLessThanOrEqual(26);
  });
  test("leads to what there is", () => {
    if (leads.kind === "check") expect(signals.map(({ id }) => id)).toContain(leads.signal);
    if (leads.kind === "page") expect(methodsOf(leads.href)).toContain("GET");
    expect(providers.length).toBeGreaterThan(0);
  });
});

test("each has a form or a link of its own, and each field its own label", () => {
  const page = renderToStaticMarkup(
    createElement(QuestionList, { title: "Questions", questions: all, titleOf: (signal) => signal }),
  );
  const labels = [...page.matchAll(/aria-label="([^"]+)"/g)].map(([, label]) => label);
  expect(new Set(labels).size).toBe(labels.length);
  for (const part of page.split("<li ").slice(1)) expect(part).toMatch(/<form |<a /);
});
