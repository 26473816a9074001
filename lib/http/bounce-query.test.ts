import { expect, test } from "vitest";
import type { ReportContext } from "../checks/report/context.ts";
import { bounceQuery, contextFrom } from "./bounce-query.ts";

const back = (query: string) => {
  const read = new URLSearchParams(query);
  return contextFrom((name) => read.getAll(name));
};

test("codes go into the query and come back", () => {
  const context: ReportContext = {
    kind: "bounce",
    cause: "ptr_missing",
    receiver: "gmail",
    codes: ["550", "5.7.25", "AUP#I-1100", "c=rdns"],
    saw: {},
  };
  expect(back(bounceQuery("no-address", context))).toEqual(context);
});

test("nothing else of the text does", () => {
  const context: ReportContext = {
    kind: "bounce",
    cause: "ptr_missing",
    receiver: "mx.b.example",
    codes: ["550", "jane"],
    list: "zen.spamhaus.org",
    saw: { address: "203.0.113.7" },
  };
  expect(bounceQuery("no-address", context)).toBe("?why=no-address&cause=ptr_missing&code=550");
});

test.each(["", "?cause=constructor", "?cause=<b>", "?cause=nonsense&code=550"])("%j is no context", (query) => {
  expect(back(query)).toBeUndefined();
});

test("a query that somebody wrote gets only known codes in", () => {
  expect(back("?cause=ptr_missing&receiver=Evil&code=<script>&code=550&code=visit+evil.example")).toEqual({
    kind: "bounce",
    cause: "ptr_missing",
    codes: ["550"],
    saw: {},
  });
});
