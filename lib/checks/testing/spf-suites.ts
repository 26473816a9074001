import { readFileSync } from "node:fs";
import { parseAllDocuments } from "yaml";
import { evaluateSpf } from "../gather/spf/evaluate.ts";
import { type IpAddress, parseAddress } from "../net/address.ts";
import { corpus } from "./corpora.ts";
import { type ZoneData, zoneClient } from "./zone-data.ts";

/** The openspf test suites: zone data, and what check_host() may answer on it. */
export interface Suite {
  readonly description?: string;
  readonly tests?: Readonly<Record<string, SuiteTest>>;
  readonly zonedata: ZoneData;
}
export interface SuiteTest {
  readonly host: string;
  readonly helo: string;
  readonly mailfrom: string;
  readonly result: string | readonly string[];
  readonly strict?: number;
}

/** The suites of one file; none where the corpora are not here. */
export function suites(file: string): Suite[] {
  const path = corpus(file);
  if (!path) return [];
  return parseAllDocuments(readFileSync(path, "utf8"), { uniqueKeys: false }).map((doc) => doc.toJS() as Suite);
}

/** Our own evaluation of one test, with its zone data as the DNS. */
export async function ours({ zonedata }: Suite, { host, helo, mailfrom }: SuiteTest) {
  const domain = mailfrom ? mailfrom.slice(mailfrom.lastIndexOf("@") + 1) : helo;
  return evaluateSpf({
    ip: parseAddress(host.toLowerCase()) as IpAddress,
    domain,
    helo,
    ...(mailfrom ? { sender: mailfrom } : {}),
    dns: zoneClient(zonedata),
  });
}
