import { expect, test } from "vitest";
import type { Status } from "../define/signal.ts";
import { prose } from "../net/safe-text.ts";
import type { Chain } from "../report/report.ts";
import { presentChain } from "./chain.ts";
import type { PresentedVerdict, Row } from "./presented.ts";

const subject = "203.0.113.10";
const row = (signal: string, status: Status, outcome: string): PresentedVerdict => ({
  subject,
  signal,
  group: "reverse",
  title: signal,
  status,
  outcome,
  says: prose("So it is."),
  why: "",
  evidence: {},
  reproduce: [],
  references: [],
  lookups: [],
});

/** As reports were stored before points named their signals. */
const old: Chain = {
  subject,
  address: subject,
  names: [{ label: "mail.example.com", relation: "same" }],
  addresses: [{ label: subject, relation: "same" }],
  back: "same",
  hangers: [{ label: "certificate", relation: "unrelated", detail: "other.example.com" }],
};
const chain: Chain = {
  subject,
  address: subject,
  names: [
    { label: "mail.example.com", signal: "fcrdns", state: "confirmed" },
    { label: "old.example.com", signal: "single-ptr", state: "nxdomain" },
  ],
  addresses: [
    { label: subject, signal: "fcrdns" },
    { label: "203.0.113.99", signal: "fcrdns" },
  ],
  edges: { ptr: "reverse-dns", forward: "fcrdns", back: "fcrdns" },
  hangers: [{ label: "certificate", signal: "certificate-name", detail: "mail.example.com" }],
};
const rows: Row[] = [
  row("reverse-dns", "pass", "named"),
  row("single-ptr", "warn", "several"),
  row("fcrdns", "pass", "pass"),
  row("certificate-name", "pass", "exact"),
];

test("every box and edge has the status of the verdict it names, and what it says is that verdict's", () => {
  const { names, addresses, hangers, edges, back } = presentChain(chain, rows);
  expect([...names, ...addresses, ...hangers].map(({ signal, status }) => [signal, status])).toEqual([
    ["fcrdns", "pass"],
    ["single-ptr", "warn"],
    ["fcrdns", "pass"],
    ["fcrdns", "pass"],
    ["certificate-name", "pass"],
  ]);
  expect([edges.ptr, edges.forward, edges.back].map(({ status }) => status)).toEqual(["pass", "pass", "pass"]);
  expect([names.map(({ relation }) => relation), back]).toEqual([["same", "unrelated"], "same"]);
});

test("without a PTR record the forward lookup is skipped as its verdict is, not at fault", () => {
  const nameless = [row("reverse-dns", "fail", "none"), row("fcrdns", "skipped", "none")];
  const drawn = presentChain(
    { ...chain, names: [{ label: "", signal: "reverse-dns" }], addresses: [], hangers: [] },
    nameless,
  );
  expect([drawn.names[0]?.status, drawn.edges.back.status, drawn.back]).toEqual(["fail", "skipped", "missing"]);
});

test("an older report shows the verdicts it has, not what its chain thought of them", () => {
  const drawn = presentChain(old, rows);
  expect(drawn.hangers[0]).toMatchObject({ signal: "certificate-name", status: "pass", relation: "same" });
});

test("and where it has no such verdict, what it drew", () => {
  const drawn = presentChain(old, []);
  expect(drawn.hangers[0]).toMatchObject({ status: "info", relation: "unrelated" });
  expect([drawn.back, drawn.edges.back.status]).toEqual(["same", "pass"]);
});

test("what is still to be judged is pending", () => {
  const waiting: Row = { subject, signal: "fcrdns", group: "reverse", title: "x", status: "pending" };
  expect(presentChain(chain, [waiting]).edges.back).toMatchObject({ status: "pending", signal: "fcrdns" });
});

test.each([chain, old])("a certificate that has expired matches nothing, whatever names it has", (stored) => {
  const expired = [...rows, row("certificate-trust", "warn", "expired")];
  expect(presentChain(stored, expired).hangers).toMatchObject([
    { label: "certificate", signal: "certificate-trust", status: "warn", says: "expired" },
  ]);
  const trusted = [...rows, row("certificate-trust", "pass", "trusted")];
  expect(presentChain(stored, trusted).hangers[0]).toMatchObject({ signal: "certificate-name", status: "pass" });
});
