import { expect, test } from "vitest";
import { ip, name } from "../testing/facts.ts";
import { isAddressIn, isNameIn, type OptOut, parseOptOut } from "./opt-out.ts";

const read = (source: string): OptOut => {
  const list = parseOptOut(source);
  if ("unreadable" in list) throw new Error(list.unreadable);
  return list;
};

test("addresses, ranges and domains are read, remarks and empty lines are not", () => {
  const list = read("# asked by mail\n192.0.2.1\r\n\n198.51.100.0/24\n2001:db8::/32 # all\nExample.ORG\n");
  const inside = ["192.0.2.1", "198.51.100.255", "2001:db8::1"].map((each) => isAddressIn(list, ip(each)));
  expect(inside).toEqual([true, true, true]);
  expect(isAddressIn(list, ip("192.0.2.2"))).toBe(false);
  const names = ["example.org", "mail.example.org", "notexample.org", "org"].map((each) => isNameIn(list, name(each)));
  expect(names).toEqual([true, true, false, false]);
});

test.each(["192.0.2.0/33", "192.0.2.1/24x", "exa mple.org", "."])("%s is no entry, and is named", (line) => {
  expect(parseOptOut(`example.org\n${line}\n`)).toEqual({ unreadable: line });
});
