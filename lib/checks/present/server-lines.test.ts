import { expect, test } from "vitest";
import type { Scope, Status } from "../define/signal.ts";
import type { Evidence } from "../facts/evidence.ts";
import type { PresentedVerdict } from "./presented.ts";
import { serverLines } from "./server-lines.ts";

const subject = (address: string, scope: Scope = "server") => ({ id: address, address, scope, signals: [] });
const verdict = (of: string, signal: string, status: Status, evidence: Evidence = {}) =>
  ({ subject: of, signal, title: signal, status, evidence }) as unknown as PresentedVerdict;

test("the odd one stands first, and says what is wrong with it", () => {
  const lines = serverLines({
    receivers: [],
    subjects: [subject("192.0.2.1"), subject("192.0.2.2"), { id: "domain example.com", scope: "domain", signals: [] }],
    verdicts: [
      verdict("192.0.2.1", "reverse-dns", "pass", { ptr: ["a.example.com"] }),
      verdict("192.0.2.1", "fcrdns", "pass", { confirmed: ["a.example.com"] }),
      verdict("192.0.2.2", "reverse-dns", "fail"),
      verdict("192.0.2.2", "fcrdns", "skipped"),
    ],
  });
  expect(lines.map(({ address, status, worst }) => [address, status, worst])).toEqual([
    ["192.0.2.2", "fail", "reverse-dns"],
    ["192.0.2.1", "pass", undefined],
  ]);
  expect(lines[0]?.ptr).toEqual({ status: "fail", values: [], says: "none" });
  expect(lines[1]?.ptr).toEqual({ status: "pass", values: ["a.example.com"] });
  expect(lines[1]?.forward).toEqual({ status: "pass", values: [], says: "resolves back" });
});

test("what was not asked is no absence, and neither is what was not answered", () => {
  const [line] = serverLines({
    receivers: [],
    subjects: [subject("192.0.2.1", "receiver")],
    verdicts: [verdict("192.0.2.1", "greeting-name", "pass", { greeting: ["mx.example.com"] })],
  });
  expect([line?.ptr.status, line?.forward.status, line?.certificate.status]).toEqual([
    "not-asked",
    "not-asked",
    "not-asked",
  ]);
  expect(line?.ehlo.values).toEqual(["mx.example.com"]);
  const [silent] = serverLines({
    receivers: [],
    subjects: [subject("192.0.2.1")],
    verdicts: [verdict("192.0.2.1", "reverse-dns", "unknown")],
  });
  expect(silent?.ptr).toEqual({ status: "unknown", values: [], says: "not known" });
});

test("an MX host that is judged as a sender, too, is one line with the worse of both", () => {
  const lines = serverLines({
    receivers: [],
    subjects: [
      { ...subject("192.0.2.1", "receiver"), id: "mx" },
      { ...subject("192.0.2.1", "sender"), id: "sender" },
    ],
    verdicts: [
      verdict("mx", "greeting-name", "pass", { greeting: ["mx.example.com"] }),
      verdict("sender", "reverse-dns", "pass", { ptr: ["mx.example.com"] }),
      verdict("sender", "fcrdns", "fail", { addresses: ["192.0.2.9"] }),
    ],
  });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ scope: "receiver", status: "fail", worst: "fcrdns" });
  expect(lines[0]?.ehlo.values).toEqual(["mx.example.com"]);
  expect(lines[0]?.ptr.values).toEqual(["mx.example.com"]);
  expect(lines[0]?.forward.values).toEqual(["192.0.2.9"]);
});

test("what an IPv6 sibling lacks is the sibling's, where that has a line of its own", () => {
  const parity = verdict("192.0.2.1", "ipv6-parity", "fail", { sibling: ["2001:db8::1"] });
  const verdicts = [verdict("192.0.2.1", "fcrdns", "pass"), parity, verdict("2001:db8::1", "reverse-dns", "fail")];
  const lines = serverLines({ receivers: [], subjects: [subject("192.0.2.1"), subject("2001:db8::1")], verdicts });
  expect(lines.map(({ address, status }) => [address, status])).toEqual([
    ["2001:db8::1", "fail"],
    ["192.0.2.1", "pass"],
  ]);
  const [alone] = serverLines({ receivers: [], subjects: [subject("192.0.2.1")], verdicts });
  expect(alone?.status).toBe("fail");
});

test("a certificate is as good as the worse of its name and its chain", () => {
  const [line] = serverLines({
    receivers: [],
    subjects: [subject("192.0.2.1")],
    verdicts: [verdict("192.0.2.1", "certificate-name", "pass"), verdict("192.0.2.1", "certificate-trust", "warn")],
  });
  expect(line?.certificate.status).toBe("warn");
});
