import { describe, expect, onTestFinished, test } from "vitest";
import { gatheringFrom } from "../testing/gathering.ts";
import { startWebServer, type WebBehaviour } from "../testing/web-server.ts";
import { postTo, readWebhookUrl, webhookPlace } from "./webhook.ts";

const RECORDS = `
  hooks.example.com.   A     203.0.113.1
  both.example.com.    A     203.0.113.1
  both.example.com.    A     10.1.2.3
  inside.example.com.  A     10.1.2.3
  loop.example.com.    AAAA  ::1
  public.example.com.  A     1.2.3.4
`;

describe("a URL is one that messages can be sent to", () => {
  test.each(["https://hooks.example.com/a?b=c", "http://203.0.113.1:8080/", "https://[2001:db8::1]/"])("%s", (url) => {
    expect(readWebhookUrl(url)?.href).toBe(url);
  });
  test.each([
    ["another scheme", "ftp://hooks.example.com/"],
    ["a log-in in it", "https://user:secret@hooks.example.com/"],
    ["a fragment", "https://hooks.example.com/#a"],
    ["what is no host name", "https://a_b!.example.com/"],
    ["too much of it", `https://hooks.example.com/${"a".repeat(1_000)}`],
    ["no URL", "hooks.example.com"],
  ])("not with %s", (_, url) => {
    expect(readWebhookUrl(url)).toBeUndefined();
  });
});

describe("where it leads is judged by the guard", () => {
  test.each([
    ["a public address by https", "https://public.example.com/", "known", ""],
    ["above the ports of services", "https://public.example.com:8443/", "known", ""],
    ["a range that the operator named, in whatever way", "http://hooks.example.com:81/", "known", ""],
    ["a private address behind a name", "https://inside.example.com/", "refused", "not a public address (Private-Use)"],
    ["one private address beside a public one", "https://both.example.com/", "refused", "not a public address"],
    ["loopback behind a name", "https://loop.example.com/", "refused", "not a public address"],
    ["loopback by its name", "https://localhost/", "refused", "not a public address"],
    ["loopback as a number", "https://0x7f000001/", "refused", "not a public address"],
    ["a mapped address", "https://[::ffff:10.1.2.3]/", "refused", "not a public address"],
    ["a name of local networks", "https://hooks.internal/", "refused", "not a public host name"],
    ["a public address without TLS", "http://public.example.com/", "refused", "by https"],
    ["a port of another service", "https://public.example.com:25/", "refused", "on port 443 or above 1023"],
    ["a name that has no address yet", "https://later.example.com/", "open", "has no address in DNS"],
  ])("%s", async (_, text, kind, why) => {
    const { gathering } = await gatheringFrom(RECORDS);
    const url = readWebhookUrl(text);
    if (!url) throw new Error("no URL");
    const place = await webhookPlace(url, gathering);
    expect(place.kind).toBe(kind);
    if (place.kind !== "known") expect(place.why).toContain(why);
  });
});

/** What becomes of a message to such a server, and what reached it. */
async function deliver(behaviour: Partial<WebBehaviour>, path = "/hook") {
  const server = await startWebServer({ certificate: { names: ["hooks.example.com"] }, pages: {}, ...behaviour });
  onTestFinished(server.close);
  const { gathering } = await gatheringFrom(RECORDS, { web: { "203.0.113.1": server.endpoint } });
  const message = { body: "{}", headers: { "content-type": "application/json" } };
  const delivery = await postTo(new URL(`https://hooks.example.com${path}`), message, gathering);
  return { delivery, asked: server.asked };
}

test("a message is answered with a status, whatever else comes", async () => {
  const { delivery, asked } = await deliver({ pages: { "/hook?a=b": { status: 503, endless: true } } }, "/hook?a=b");
  expect(delivery).toEqual({ kind: "answered", status: 503 });
  expect(asked).toEqual(["hooks.example.com /hook?a=b"]);
});

test("no redirect is followed", async () => {
  const there = "https://hooks.example.com/there";
  const { delivery, asked } = await deliver({ pages: { "/hook": { status: 307, location: there }, "/there": {} } });
  expect(delivery).toEqual({ kind: "answered", status: 307 });
  expect(asked).toHaveLength(1);
});

test("nothing is sent where the certificate does not hold", async () => {
  const { delivery, asked } = await deliver({ certificate: { names: ["other.example.com"] } });
  expect(delivery).toMatchObject({ kind: "failed", why: expect.stringContaining("certificate") });
  expect(asked).toEqual([]);
});

test("a name that leads inside by the time of sending is not dialled", async () => {
  const { gathering } = await gatheringFrom(RECORDS);
  const delivery = await postTo(new URL("https://inside.example.com/"), { body: "{}", headers: {} }, gathering);
  expect(delivery).toMatchObject({ kind: "failed", why: expect.stringContaining("not a public address") });
});
