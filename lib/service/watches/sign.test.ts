import { expect, test } from "vitest";
import { waitBefore } from "./kinds.ts";
import { newSecret, signedHeaders } from "./sign.ts";

test("signatures are those of the Standard Webhooks specification's examples", () => {
  const ping = '{"event_type":"ping","data":{"success":true}}';
  expect(signedHeaders("msg_loFOjxBNrRLzqYUf", 1_731_705_121_999, ping, "whsec_plJ3nmyCDGBKInavdOK15jsl")).toEqual({
    "webhook-id": "msg_loFOjxBNrRLzqYUf",
    "webhook-timestamp": "1731705121",
    "webhook-signature": "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=",
  });
});

test("a secret is 32 octets, and another one each time", () => {
  const [one, other] = [newSecret(), newSecret()];
  expect(one).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(one).not.toBe(other);
});

test("tries come later and later, and end", () => {
  const waits = Array.from({ length: 8 }, (_, tries) => waitBefore(tries));
  expect(waits[0]).toBe(0);
  const growing = waits.filter((wait) => wait !== undefined);
  expect(growing).toEqual(growing.toSorted((a, b) => a - b));
  expect(waits.at(-1)).toBeUndefined();
});
