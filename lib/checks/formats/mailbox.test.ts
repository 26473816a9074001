import { expect, test } from "vitest";
import { name } from "../testing/facts.ts";
import { mailboxOf } from "./mailbox.ts";

test.each([
  ["the first dot is the at sign", "hostmaster.example.com", "hostmaster@example.com"],
  ["an escaped dot is a dot", "first\\046last.example.com", "first.last@example.com"],
  ["a plus is kept", "dns+admin.example.com", "dns+admin@example.com"],
  ["a host that had an address stays one", "root.ns1.example.com", "root@ns1.example.com"],
  ["the root is none", ".", undefined],
  ["a single label is none", "hostmaster", undefined],
  ["a top-level domain alone is none", "hostmaster.com", undefined],
  ["an escaped at sign is none", "a\\064b.example.com", undefined],
  ["controls are none", "a\\010b.example.com", undefined],
  ["a domain with escapes is none", "a.exa\\032mple.com", undefined],
])("%s", (_, rname, mailbox) => {
  expect(mailboxOf(name(rname))).toBe(mailbox);
});
