import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fillCommand, fillRequest } from "../define/provider.ts";
import { name } from "../testing/facts.ts";
import { generalGuides } from "./general.ts";
import { providers, recogniseProvider } from "./index.ts";

test("every file is listed, under its own name", () => {
  const apart = ["index.ts", "general.ts", "shared-senders.ts"];
  const files = readdirSync(import.meta.dirname).filter((f) => !apart.includes(f) && !f.endsWith(".test.ts"));
  expect(providers.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
});

describe.each(providers.map((provider) => [provider.id, provider] as const))("%s", (_, { recognise, guides }) => {
  test("its patterns match whole names", () => {
    for (const { source } of recognise.ptr ?? []) expect(source).toMatch(/^\^.*\$$/);
  });
  test("each guide says a way, where it was read and when", () => {
    for (const { panel, cli, api, ticket, source } of guides) {
      expect([panel, cli, api, ticket].some((way) => way !== undefined)).toBe(true);
      expect(source.url).toMatch(/^https:\/\//);
      expect(source.read).toMatch(/^\d{4}-\d{2}$/);
    }
  });
  test("its templates know no other placeholders", () => {
    for (const { cli = [] } of guides) {
      for (const command of cli) expect(command.replace(/\{(address|name)\}/g, "")).not.toMatch(/[{}]/);
    }
  });
});

test("the general guide covers a data centre and an access provider", () => {
  expect(generalGuides.length).toBe(2);
});

test.each([
  ["ec2-3-8-185-222.eu-west-2.compute.amazonaws.com", "aws"],
  ["ec2-34-224-166-120.compute-1.amazonaws.com", "aws"],
  ["179.153.70.34.bc.googleusercontent.com", "google-cloud"],
  ["smtptest.eastus2.cloudapp.azure.com", "azure"],
  ["static.110.41.9.176.clients.your-server.de", "hetzner"],
  ["vps-4a071faa.vps.ovh.net", "ovhcloud"],
  ["ip149.ip-51-161-52.net", "ovhcloud"],
  ["172-105-33-240.ip.linodeusercontent.com", "linode"],
  ["203.0.113.5.vultrusercontent.com", "vultr"],
  ["11111111-2222-3333-4444-555555555555.pub.instances.scw.cloud", "scaleway"],
  ["195-154-104-74.rev.poneytelecom.eu", "scaleway"],
  ["94-237-117-150.fi-hel1.upcloud.host", "upcloud"],
  ["vmi1674562.contaboserver.net", "contabo"],
  ["v133-18-212-99.vir.kagoya.net", "kagoya"],
  ["ecs-203-0-113-5.compute.hwclouds-dns.com", "huawei-cloud"],
  ["200-98-169-26.clouduol.com.br", "uol-diveo"],
  ["vps-185-126-114-226.server.ua", "server-ua"],
  ["66.154.113.137.static.quadranet.com", "quadranet"],
  ["mail.example.com", undefined],
  ["www.amazonaws.com", undefined],
  ["static.110.41.9.176.clients.your-server.de.example.com", undefined],
])("the name %s is known to be of %s", (text, id) => {
  const found = recogniseProvider({ ptrNames: [name(text)] });
  expect(found?.provider.id).toBe(id);
  expect(found?.evidence.by).toBe(id && "default-name");
});

const zone = (soa: { mname?: string; rname?: string }, ns: string[] = []) => ({
  name: name("113.0.203.in-addr.arpa"),
  ...(soa.mname ? { mname: name(soa.mname) } : {}),
  ...(soa.rname ? { rname: name(soa.rname) } : {}),
  ns: ns.map(name),
});

test.each([
  [
    "a custom name in Azure's reverse zone",
    zone({ mname: "prd1.azuredns-cloud.net", rname: "msnhst.microsoft.com" }),
    "azure",
  ],
  ["the contact alone", zone({ rname: "msnhst.microsoft.com" }), "azure"],
  ["the name servers alone", zone({}, ["ns1.your-server.de"]), "hetzner"],
  ["a customer's own zone", zone({ mname: "ns1.example.com" }, ["ns1.example.com"]), undefined],
  ["a name that only ends like it", zone({ mname: "ns1.not-your-server.de" }), undefined],
])("the reverse zone tells: %s", (_, clue, id) => {
  const found = recogniseProvider({ ptrNames: [name("mail.example.com")], zone: clue });
  expect(found?.provider.id).toBe(id);
  expect(found?.confidence).toBe(id && "strong");
});

test("the network number is a hint only, and the last one", () => {
  expect(recogniseProvider({ ptrNames: [], asn: 14061 })).toMatchObject({
    provider: { id: "digitalocean" },
    confidence: "weak",
  });
  expect(recogniseProvider({ ptrNames: [name("vmi123.contaboserver.net")], asn: 14061 })?.provider.id).toBe("contabo");
  expect(recogniseProvider({ ptrNames: [], asn: 64496 })).toBeUndefined();
});

test("a copied command does only what it shows", () => {
  const values = { address: "203.0.113.5", name: "a';reboot;'" };
  expect(fillCommand("set --ip {address} --name {name}", values)).toBe(
    "set --ip 203.0.113.5 --name 'a'\\'';reboot;'\\'''",
  );
  expect(fillRequest('{"ptr": "{name}"}', { address: "203.0.113.5", name: 'a"b\\032' })).toBe(
    '{"ptr": "a\\"b\\\\032"}',
  );
});
