import type { Vantage } from "../lib/checks/facts/vantage.ts";
import { createVantage } from "../lib/checks/gather/create-vantage.ts";
import { parseCidr } from "../lib/checks/net/address.ts";
import { ip } from "../lib/checks/testing/facts.ts";
import { PUBLIC_RESOLVER, RESOLVER } from "./internet/places.ts";

/** Nobody here is silent whom a test needs to speak: on a busy machine they may only be slow. Milliseconds. */
const PATIENT = {
  dnsTryMs: 10_000,
  smtpConnectMs: 60_000,
  smtpGreetingMs: 60_000,
  smtpReplyMs: 60_000,
  smtpSessionMs: 200_000,
  checkMs: 240_000,
};

/** The production vantage inside the lab: the guard is on, and an operator has let the documentation ranges through. */
export const labVantage = (): Vantage =>
  createVantage({
    label: "the lab",
    resolvers: [{ address: ip(RESOLVER), port: 53 }],
    publicResolvers: [{ name: "Another", address: ip(PUBLIC_RESOLVER), port: 53 }],
    allowed: ["203.0.113.0/24", "198.51.100.0/24", "2001:db8::/32"].flatMap((text) => parseCidr(text) ?? []),
    ehloName: "nameplate.example.com",
    limits: PATIENT,
  });
