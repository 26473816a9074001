import { defineSignal, type Evidence, type Fix, rfc, temperror } from "../define/signal.ts";
import { parseAddress, reverseLabels } from "../net/address.ts";
import { text } from "../net/safe-text.ts";
import {
  also,
  answeredLists,
  digs,
  findingOf,
  meaning,
  removal,
  silent,
  titles,
  whoCares,
  without,
} from "../words/listing-words.ts";

const stopFirst = (e: Evidence): Fix =>
  removal(
    e,
    text`First find and stop the cause: a compromised account, a web form, or mail nobody asked for. Otherwise the address is listed again.`,
  );

const nameFirst = (e: Evidence): Fix =>
  removal(
    e,
    text`Request removal of ${e.address}. It needs a PTR record with the server's own name that resolves to ${e.address}. Without that, removal may be refused or not last.`,
  );

const labels = (e: Evidence): string | undefined => {
  const address = parseAddress(e.address?.[0] ?? "");
  return address && reverseLabels(address);
};

/** The blocklists of addresses. */
export const dnsbl = defineSignal({
  id: "dnsbl",
  group: "reputation",
  scopes: ["server"],
  title: "Blocklists",
  why: "Receivers look up the connecting address on DNS blocklists. Some list sources of spam, others addresses whose reverse DNS does not look like a mail server's.",
  references: [rfc(5782), rfc(6471)],
  needs: ["address", "addressListings"],
  outcomes: {
    clean: { status: "pass", says: (e) => text`${answeredLists(e)} has ${e.address}.${without(e)}` },
    "listed-high": {
      status: "fail",
      says: (e) => text`${e.address} is on ${titles(e.listed)} (${meaning(e)}).${also(e)}`,
      fix: stopFirst,
      whoCares,
    },
    "listed-identity-high": {
      status: "fail",
      says: (e) =>
        text`${e.address} is on ${titles(e.listed)} for its name or range, not for spam (${meaning(e)}).${also(e)}`,
      fix: nameFirst,
      whoCares,
    },
    "listed-identity": {
      status: "warn",
      says: (e) =>
        text`${e.address} is on ${titles(e.listed)} for its reverse DNS, not for spam: ${meaning(e)}.${also(e)}`,
      fix: nameFirst,
      whoCares,
    },
    listed: {
      status: "warn",
      says: (e) => text`${e.address} is on ${titles(e.listed)} (${meaning(e)}).${also(e)}`,
      fix: stopFirst,
      whoCares,
    },
    "listed-weak": {
      status: "warn",
      says: (e) => text`${e.address} is on ${titles(e.listed)}, which few receivers use: ${meaning(e)}.${also(e)}`,
      fix: stopFirst,
      whoCares,
    },
    "listed-broad": {
      status: "info",
      says: (e) =>
        text`${e.address} is on ${titles(e.listed)}: ${meaning(e)}. That says nothing about this server, and nothing needs doing.${without(e)}`,
    },
    "listed-partly": {
      status: "unknown",
      says: (e) =>
        text`${e.address} is on ${titles(e.listed)}: ${meaning(e)}. There may be more, and worse: ${silent(e)}`,
      fix: stopFirst,
      whoCares,
    },
    "broad-partly": {
      status: "unknown",
      says: (e) =>
        text`${e.address} is on ${titles(e.listed)}: ${meaning(e)}. That says nothing about this server. Whether a major list has it is not known: ${silent(e)}`,
    },
    partly: {
      status: "unknown",
      says: (e) => text`${answeredLists(e)} has ${e.address}, but ${silent(e)}`,
    },
    "too-few": {
      status: "unknown",
      says: (e) => text`Too few of the major lists could be asked for a result about ${e.address}.${without(e)}`,
    },
    temperror,
  },
  reproduce: (e) => digs(labels(e), e, "spamcop"),
  judge: ({ address, addressListings }) => findingOf(addressListings, { address: [address] }),
});
