/**
 * What we read out of an RDAP answer about an IP network (RFC 9083 section 5.4). Registries differ in what they put
 * where; whatever is missing or not as it should be is left out.
 */
export interface RdapNetwork {
  readonly holder?: string;
  readonly abuse?: string;
  readonly range?: string;
  readonly country?: string;
}

/** The longest value we keep. */
const MAX_VALUE = 200;
/** Entities hold entities (ARIN keeps the abuse contact inside the registrant), but not for ever. */
const MAX_DEPTH = 3;

/** Reads an answer's body; undefined where it is no answer about a network. */
export function readRdapNetwork(body: string): RdapNetwork | undefined {
  const network = parse(body);
  if (network?.objectClassName !== "ip network") return undefined;
  const entities = entitiesOf(network, MAX_DEPTH);
  const [first, last] = [text(network.startAddress), text(network.endAddress)];
  return clean({
    holder: holderOf(entities) ?? text(network.name),
    abuse: entities.filter(hasRole("abuse")).flatMap((entity) => card(entity, "email") ?? [])[0],
    range: first && last && `${first} – ${last}`,
    country: text(network.country),
  });
}

/** The registrant: an organisation rather than a person, the outermost first. */
function holderOf(entities: readonly Json[]): string | undefined {
  const registrants = entities.filter(hasRole("registrant")).filter((entity) => card(entity, "fn") !== undefined);
  const organisation = registrants.find((entity) => card(entity, "kind") === "org");
  const holder = organisation ?? registrants[0];
  return holder && card(holder, "fn");
}

type Json = { readonly [key: string]: unknown };

function parse(body: string): Json | undefined {
  try {
    return object(JSON.parse(body));
  } catch {
    return undefined;
  }
}

const object = (value: unknown): Json | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function text(value: unknown): string | undefined {
  const trimmed = typeof value === "string" ? value.trim() : "";
  return trimmed ? trimmed.slice(0, MAX_VALUE) : undefined;
}

/** All entities of an object, breadth first. */
function entitiesOf(parent: Json, depth: number): Json[] {
  if (depth === 0) return [];
  const own = list(parent.entities)
    .map(object)
    .filter((entity) => entity !== undefined);
  return [...own, ...own.flatMap((entity) => entitiesOf(entity, depth - 1))];
}

const hasRole = (role: string) => (entity: Json) => list(entity.roles).includes(role);

/** One property of an entity's jCard (RFC 7095): `["vcard", [[name, parameters, type, value], …]]`. */
function card(entity: Json, property: string): string | undefined {
  for (const entry of list(list(entity.vcardArray)[1])) {
    const [name, , , value] = list(entry);
    const found = name === property ? text(value) : undefined;
    if (found) return found;
  }
  return undefined;
}

const clean = (network: { readonly [K in keyof RdapNetwork]: RdapNetwork[K] | undefined }): RdapNetwork =>
  Object.fromEntries(Object.entries(network).filter(([, value]) => value !== undefined));
