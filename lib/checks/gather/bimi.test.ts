import { expect, onTestFinished, test } from "vitest";
import type { SendingDomain } from "../facts/sender.ts";
import { makeCertificate } from "../testing/certificate.ts";
import { name } from "../testing/facts.ts";
import { gatheringFrom } from "../testing/gathering.ts";
import { startWebServer, type WebBehaviour } from "../testing/web-server.ts";
import { bimi } from "./bimi.ts";

const sender: SendingDomain = { domain: name("example.com"), origin: "target" };

/** What is gathered of a domain with this record, and what its web server was asked. */
async function gathered(record: string, pages: WebBehaviour["pages"], records = "") {
  const server = await startWebServer({ certificate: { names: ["www.example.com"] }, pages });
  onTestFinished(server.close);
  const { gathering } = await gatheringFrom(
    `default._bimi.example.com. TXT "${record}"\nwww.example.com. A 203.0.113.1\n${records}`,
    { web: { "203.0.113.1": server.endpoint } },
  );
  return { fact: await bimi.gather({ sender } as never, gathering), asked: server.asked };
}

const SVG = { type: "image/svg+xml", body: '<svg baseProfile="tiny-ps"></svg>' };
const LOGO = "v=BIMI1; l=https://www.example.com/logo.svg";

test("logo and certificate are fetched from where the record says", async () => {
  const pem = { type: "application/pem-certificate-chain", body: makeCertificate({ names: ["example.com"] }).cert };
  const { fact } = await gathered(`${LOGO}; a=https://www.example.com/vmc.pem`, { "/logo.svg": SVG, "/vmc.pem": pem });
  expect(fact).toMatchObject({
    logo: { kind: "response", status: 200, body: SVG.body },
    certificate: { exchange: { status: 200 } },
  });
  expect(fact?.certificate?.validity?.until).toBeGreaterThan(Date.now());
});

test("a redirect is followed, as long as it stays with HTTPS", async () => {
  const on = (location: string) => ({ status: 302, location });
  const followed = await gathered(LOGO, { "/logo.svg": on("/new.svg"), "/new.svg": SVG });
  expect(followed.fact?.logo).toMatchObject({ status: 200 });
  const away = await gathered(LOGO, { "/logo.svg": on("http://www.example.com/new.svg") });
  expect(away.fact?.logo).toMatchObject({ status: 302 });
  const round = await gathered(LOGO, { "/logo.svg": on("/logo.svg") });
  expect(round.fact?.logo).toMatchObject({ status: 302 });
  expect(round.asked).toHaveLength(4);
});

test.each(["10.1.2.3", "127.0.0.1", "169.254.169.254"])(
  "a logo at %s is not fetched, not even by a redirect",
  async (address) => {
    const { fact, asked } = await gathered(
      LOGO,
      { "/logo.svg": { status: 302, location: "https://inside.example.com/x.svg" } },
      `inside.example.com. A ${address}`,
    );
    expect(fact?.logo).toMatchObject({ kind: "forbidden" });
    expect(asked).toEqual(["www.example.com /logo.svg"]);
    const literal = await gathered(LOGO, { "/logo.svg": { status: 302, location: `https://${address}/x.svg` } });
    expect(literal.fact?.logo).toMatchObject({ status: 302 });
  },
);

test("nothing is fetched for a record that cannot be used", async () => {
  const { fact, asked } = await gathered("v=BIMI1; l=http://www.example.com/logo.svg", {});
  expect([fact?.logo, asked]).toEqual([undefined, []]);
});
