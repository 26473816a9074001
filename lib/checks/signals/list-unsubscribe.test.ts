import { expect, test } from "vitest";
import { concludes } from "../testing/judging.ts";
import { sending, sentMessage } from "../testing/sendings.ts";
import { listUnsubscribe } from "./list-unsubscribe.ts";

test.each([
  ["https and one click", { schemes: ["https"], oneClick: true }, "one-click"],
  ["mail beside it", { schemes: ["mailto", "https"], oneClick: true }, "one-click"],
  ["https alone", { schemes: ["https"], oneClick: false }, "no-one-click"],
  ["mail alone", { schemes: ["mailto"], oneClick: true }, "no-one-click"],
])("%s", (_, field, outcome) => {
  const message = sentMessage({ listUnsubscribe: field });
  expect(concludes(listUnsubscribe, { sending: sending({ message }) }).outcome).toBe(outcome);
});

test("none is only worth knowing", () => {
  const { listUnsubscribe: _field, ...message } = sentMessage();
  const { outcome } = concludes(listUnsubscribe, { sending: sending({ message }) });
  expect([outcome, listUnsubscribe.outcomes.none.status]).toEqual(["none", "info"]);
});
