import * as framework from "next/dist/client/components/app-router-headers.js";
import { expect, test } from "vitest";
import { hasRouterHeaders, isSameForAll, namesIn, ROUTER_HEADERS, wantsPart } from "./router-headers.ts";

/** What the framework's client does not send, but the server answers with or the development server asks. */
const NOT_SENT = [
  "NEXT_ACTION_NOT_FOUND_HEADER",
  "NEXT_ACTION_REVALIDATED_HEADER",
  "NEXT_DID_POSTPONE_HEADER",
  "NEXT_HTML_REQUEST_ID_HEADER",
  "NEXT_INSTANT_TEST_COOKIE",
  "NEXT_IS_PRERENDER_HEADER",
  "NEXT_REQUEST_ID_HEADER",
  "NEXT_REWRITTEN_PATH_HEADER",
  "NEXT_REWRITTEN_QUERY_HEADER",
  "NEXT_ROUTER_STALE_TIME_HEADER",
  "NEXT_RSC_UNION_QUERY",
  "RSC_CONTENT_TYPE_HEADER",
];

test("the framework's client sends no header that we do not know", () => {
  const sent = Object.entries(framework).filter(
    ([name, value]) => typeof value === "string" && !NOT_SENT.includes(name),
  );
  expect(sent.map(([, value]) => value).toSorted()).toEqual([...ROUTER_HEADERS].toSorted());
  for (const value of framework.FLIGHT_HEADERS) expect(ROUTER_HEADERS).toContain(value);
});

test("a request for a part is told from one that only carries the framework's headers", () => {
  expect([wantsPart({ rsc: "1" }), wantsPart({ rsc: "" }), wantsPart({ "next-url": "/" })]).toEqual([
    true,
    true,
    false,
  ]);
  expect([hasRouterHeaders({ "next-url": "/" }), hasRouterHeaders({ accept: "*/*" })]).toEqual([true, false]);
});

test.each([
  ["nothing", undefined, true],
  ["what we know", "RSC, Next-Router-State-Tree, Accept-Encoding", true],
  ["cookies", "rsc, Cookie", false],
  ["anything", "*", false],
])("a page that varies by %s", (_, vary, same) => {
  expect(isSameForAll(vary)).toBe(same);
});

test("names of a Vary field", () => {
  expect(namesIn("RSC ,  Accept-Encoding,")).toEqual(["rsc", "accept-encoding"]);
});
