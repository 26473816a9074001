import { ADDRESS_LISTS } from "./address-lists.ts";
import { ALLOW_LISTS } from "./allow-lists.ts";
import type { List } from "./list.ts";
import { NAME_LISTS } from "./name-lists.ts";

const byId: ReadonlyMap<string, List> = new Map(
  [...ADDRESS_LISTS, ...ALLOW_LISTS, ...NAME_LISTS].map((list) => [list.id, list]),
);

/** A list by the id that reports keep; an old report may name one that is gone. */
export const listById = (id: string): List | undefined => byId.get(id);
