import { type APIRequestContext, expect } from "@playwright/test";
import { AS_LINES } from "../lib/testing/ndjson.ts";
import { makePool, POOL } from "./pools.ts";
import { COHERENT, DOMAIN, FAILING, HOST, LISTED, UNKNOWN } from "./targets.ts";
import { makeReport } from "./test.ts";

/** A kind of page, and an address of one. */
export interface PageKind {
  readonly what: string;
  readonly path: string | ((request: APIRequestContext) => Promise<string>);
  /** Search engines may list it. */
  readonly indexable?: boolean;
  /** What is not there answers with an error, and the browser notes it. */
  readonly missing?: boolean;
  /** Written by hand, outside of the layout that says that this is a demo. */
  readonly bare?: boolean;
}

export const NO_PTR = "203.0.113.20";
/** No PTR, at a provider whose guide we have. */
export const AT_PROVIDER = "2001:db8:34::25";

export const bounceOf = (address: string): string =>
  `host gmail-smtp-in.l.google.com[142.250.1.27] said: 550-5.7.25 [${address}] The IP address sending this message does not have a PTR record setup. 550 5.7.25 Please see https://support.google.com/mail/answer/81126 (in reply to end of DATA command)`;

/** The path of a running report that was made from a pasted text. */
export async function paste(request: APIRequestContext, text: string): Promise<string> {
  const answer = await request.post("/api/v1/bounces", { data: { text, check: true } });
  return new URL((await answer.json()).report.url).pathname;
}

interface Made {
  readonly id: string;
  readonly token: string;
}
async function made(request: APIRequestContext): Promise<Made> {
  const answer = await request.post("/api/v1/checks", { data: { target: NO_PTR } });
  return { id: (await answer.json()).id, token: answer.headers()["nameplate-delete-token"] ?? "" };
}

async function deleting(request: APIRequestContext): Promise<string> {
  const { id, token } = await made(request);
  return `/r/${id}/delete?token=${token}`;
}

/** The path of a report that was deleted. */
async function deleted(request: APIRequestContext): Promise<string> {
  const { id, token } = await made(request);
  await request.delete(`/api/v1/reports/${id}`, { headers: { authorization: `Bearer ${token}` } });
  return `/r/${id}`;
}

async function comparison(request: APIRequestContext): Promise<string> {
  const [before, after] = [
    await makeReport(request, { target: NO_PTR }),
    await makeReport(request, { target: FAILING }),
  ];
  return `/compare/${before.slice(3)}/${after.slice(3)}`;
}

async function poolComparison(request: APIRequestContext): Promise<string> {
  const [before, after] = [await makePool(request, POOL), await makePool(request, [COHERENT, FAILING])];
  return `${before}/compare/${after.slice(6)}`;
}
/** The path of a watch that has looked once. */
const watched = (target: string, until: string) => async (request: APIRequestContext) => {
  const made = await (await request.post("/api/v1/watches", { data: { target, until } })).json();
  await expect
    .poll(async () => (await (await request.get(`/api/v1/watches/${made.id}`)).json()).events.length)
    .toBeGreaterThan(0);
  return `/watch/${made.id}`;
};

async function timeline(request: APIRequestContext): Promise<string> {
  await makeReport(request, { target: FAILING });
  await makeReport(request, { target: FAILING });
  return `/check/${FAILING}#history`;
}

/** The page of a mail address that nobody has sent to yet. */
async function listening(request: APIRequestContext): Promise<string> {
  const answer = await request.post("/api/v1/listens", { data: { expect: { address: COHERENT } } });
  return new URL((await answer.json()).url).pathname;
}
const DEFERRED = `Nov 25 18:01:10 mail postfix/smtp[812]: A1B2C3D4E5: to=<a@gmail.com>, relay=gmail-smtp-in.l.google.com[142.250.1.27]:25, delay=1, delays=0/0/1/0, dsn=4.7.25, status=deferred (${bounceOf(NO_PTR).replaceAll("550", "450").replaceAll("5.7.25", "4.7.25")})`;

/** The page of a log's table that was kept. */
async function keptTable(request: APIRequestContext): Promise<string> {
  const answer = await request.post("/api/v1/bounces", {
    data: { text: DEFERRED, mine: [COHERENT], keep: true },
  });
  return new URL((await answer.json()).table.url).pathname;
}
/** The page of a plan or a move whose checks are over. */
const planned =
  (kind: "plan" | "move", data: object): PageKind["path"] =>
  async (request) => {
    const made = await request.post(`/api/v1/${kind}s`, { data });
    const { id } = await made.json();
    // The stream ends with the last check.
    await (await request.get(`/api/v1/${kind}s/${id}`, { headers: AS_LINES })).text();
    return `/${kind}/${id}`;
  };
const SHOP = { from: "shop.example.org", name: "mail01.shop.example.org" };

/** Every kind of page there is. */
export const KINDS: readonly PageKind[] = [
  { what: "the form", path: "/", indexable: true },
  { what: "a pasted bounce or headers", path: "/bounce", indexable: true },
  { what: "the question for an address", path: "/bounce?why=no-address&reply=550&status=5.7.25" },
  { what: "where an address to send to is made", path: "/listen", indexable: true },
  { what: "an address to send to", path: listening },
  { what: "the questions", path: "/questions", indexable: true },
  { what: "the reader's own address", path: "/your-address", indexable: true },
  { what: "a report with a fix plan", path: (request) => makeReport(request, { target: AT_PROVIDER }) },
  { what: "a comparison", path: comparison },
  { what: "the form of a pool", path: "/pool", indexable: true },
  { what: "a pool", path: (request) => makePool(request, POOL) },
  { what: "a comparison of pools", path: poolComparison },
  {
    what: "the form of a watch",
    path: async (request) => `/watch/new?report=${(await makeReport(request, { target: NO_PTR })).slice(3)}`,
  },
  { what: "a watch", path: watched(NO_PTR, "ptr") },
  { what: "the list of providers", path: "/providers", indexable: true },
  { what: "a provider's guide", path: "/providers/hetzner", indexable: true },
  { what: "a provider's guide, filled in", path: `/providers/hetzner?address=${NO_PTR}&name=mail.example.com` },
  { what: "the list of receivers", path: "/receivers", indexable: true },
  { what: "a receiver", path: "/receivers/gmail", indexable: true },
  { what: "the list of signals", path: "/signals", indexable: true },
  { what: "a signal", path: "/signals/fcrdns", indexable: true },
  { what: "the form of a plan", path: "/plan", indexable: true },
  {
    what: "a plan",
    path: planned("plan", { ...SHOP, addresses: ["203.0.113.240", "203.0.113.241"], selectors: ["s1"] }),
  },
  { what: "the form of a move", path: "/move", indexable: true },
  { what: "a move", path: planned("move", { ...SHOP, before: ["203.0.113.241"], after: ["203.0.113.242"] }) },
  { what: "the table of a log that was kept", path: keptTable },
  { what: "the API", path: "/api", indexable: true },
  { what: "the tools", path: "/tools", indexable: true },
  { what: "what is not there", path: "/nowhere", missing: true },
  { what: "the question before deleting", path: deleting, bare: true },
  { what: "a deleted report", path: deleted, missing: true },
];

const reported =
  (target: string): PageKind["path"] =>
  (request) =>
    makeReport(request, { target });

/** Further looks of the form and of reports. */
export const STATES: readonly PageKind[] = [
  { what: "the form with a problem", path: "/?q=10.1.2.3&from=not+a+domain" },
  { what: "the form of a pool with problems", path: "/pool?text=10.1.2.3%0Anot+an+address&from=not+a+domain" },
  { what: "a pool of many", path: (request) => makePool(request, ["203.0.113.0/24", "198.51.100.0/26"]) },
  { what: "the form for an address to send to, with a problem", path: "/listen?address=my+server" },
  { what: "the form with a choice", path: `/?q=${COHERENT}+${NO_PTR}` },
  { what: "a watch whose wait is over", path: watched(COHERENT, "confirmed") },
  { what: "the form of a plan with problems", path: "/plan?from=x+y&addresses=10.1.2.3%0Amail&asked=1" },
  { what: "a report made from a bounce", path: (request) => paste(request, bounceOf(NO_PTR)) },
  { what: "a target's reports", path: timeline },
  { what: "a report in order", path: reported(COHERENT) },
  { what: "a report with unknowns", path: reported(UNKNOWN) },
  { what: "a report of a listed server", path: reported(LISTED) },
  { what: "a report of a host", path: reported(HOST) },
  { what: "a report of a domain", path: reported(DOMAIN) },
];

/** Where a page of this kind is. */
export const pathOf = async ({ path }: PageKind, request: APIRequestContext): Promise<string> =>
  typeof path === "string" ? path : path(request);
