import { asName, organisationalDomain } from "../../net/domain-name.ts";
import { ADDRESS_LISTS } from "./address-lists.ts";
import { ALLOW_LISTS } from "./allow-lists.ts";
import type { List } from "./list.ts";
import { NAME_LISTS } from "./name-lists.ts";

const byId: ReadonlyMap<string, List> = new Map(
  [...ADDRESS_LISTS, ...ALLOW_LISTS, ...NAME_LISTS].map((list) => [list.id, list]),
);

/** A list by the id that reports keep; an old report may name one that is gone. */
export const listById = (id: string): List | undefined => byId.get(id);

/** The blocklists that a zone means, by their ids: the one in it, or else those of whoever runs it. */
export function blocklistsOf(zone: string): readonly string[] {
  const lists = [...ADDRESS_LISTS, ...NAME_LISTS];
  const own = lists.filter((list) => list.zone === zone.toLowerCase());
  const operator = organisationalDomain(asName(zone.toLowerCase()));
  const meant = own.length > 0 ? own : lists.filter((list) => organisationalDomain(asName(list.zone)) === operator);
  return meant.map(({ id }) => id);
}
