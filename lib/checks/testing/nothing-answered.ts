import type { Facts } from "../facts.ts";
import { failed, ip, name } from "./facts.ts";
import { unheard } from "./sessions.ts";

/** Every fact as it is when nobody answers anything: the state in which no signal may know a thing. */
export const nothingAnswered: Facts = {
  address: ip("203.0.113.10"),
  host: name("mail.example.com"),
  claims: { selectors: [] },
  asked: undefined,
  now: Date.UTC(2026, 10, 22, 14, 0),
  reverse: failed(),
  forward: [],
  smtp: unheard("filtered"),
  mailNames: {},
  hostAddresses: { a: failed(), aaaa: failed(), reachable: [], refused: [] },
  siblings: { lookups: [], addresses: [], namesUnknown: true },
  reverseZone: { kind: "failed", reason: "timeout", name: name("10.113.0.203.in-addr.arpa") },
  wantedName: undefined,
  forwardZone: undefined,
  ptrNameZone: undefined,
  reverseAuthority: { kind: "failed", lookup: failed() },
  resolverViews: [{ name: "Resolver", address: ip("9.9.9.9"), lookup: failed(), at: 0 }],
  validation: failed(),
  network: {
    origin: { kind: "failed", lookup: failed() },
    registration: { kind: "failed", why: "timeout", source: "rdap.example" },
  },
  spf: undefined,
  heloSpf: undefined,
  spfRecord: undefined,
  spfSenders: undefined,
  dkim: undefined,
  dmarc: undefined,
  mx: undefined,
  mtaSts: undefined,
  tlsReporting: undefined,
  dane: undefined,
  mxSessions: undefined,
  bimi: undefined,
  dnsbl: [{ list: "spamcop", about: ip("203.0.113.10"), said: { kind: "failed", reason: "timeout", lasting: false } }],
  dnswl: [{ list: "dnswl", about: ip("203.0.113.10"), said: { kind: "failed", reason: "timeout", lasting: false } }],
  nameLists: { results: [], names: { names: [], open: [failed()] } },
};
