/** A JSON schema, as far as it says which fields there are. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly propertyNames?: unknown;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly const?: unknown;
}

/** The fields of a value that its schema does not declare: loose objects take them, and nobody can rely on them. */
export function undeclared(
  value: unknown,
  schema: Schema,
  schemas: Readonly<Record<string, Schema>>,
  path = "$",
): string[] {
  const { $ref, anyOf, oneOf, items, properties, propertyNames, additionalProperties } = schema;
  const within = (inner: unknown, its: Schema, at: string) => undeclared(inner, its, schemas, at);
  // An empty schema declares whatever there is.
  if (Object.keys(schema).length === 0) return [];
  if ($ref) {
    const named = schemas[$ref.replace("#/components/schemas/", "")];
    return named ? within(value, named, path) : [`${path}: ${$ref} leads nowhere`];
  }
  const choice = anyOf ?? oneOf;
  if (choice) {
    // The one that fits best: a field of another kind is not declared for this one.
    const all = choice.filter((one) => fits(value, one, schemas)).map((one) => within(value, one, path));
    return all.toSorted((a, b) => a.length - b.length)[0] ?? [`${path} fits none`];
  }
  if (Array.isArray(value)) return value.flatMap((item, i) => (items ? within(item, items, `${path}[${i}]`) : []));
  if (typeof value !== "object" || value === null) return [];
  if (propertyNames && typeof additionalProperties === "object")
    return Object.entries(value).flatMap(([key, inner]) => within(inner, additionalProperties, `${path}.${key}`));
  return Object.entries(value).flatMap(([key, inner]) => {
    const its = properties?.[key];
    return its ? within(inner, its, `${path}.${key}`) : [`${path}.${key}`];
  });
}

/** Whether a value can be of this branch at all: by its type, and by the fields that tell branches apart. */
function fits(value: unknown, schema: Schema, schemas: Readonly<Record<string, Schema>>): boolean {
  const named = schema.$ref ? schemas[schema.$ref.replace("#/components/schemas/", "")] : schema;
  if (!named) return false;
  const types = [named.type ?? []].flat();
  const type = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  if (types.length > 0 && !types.includes(type) && !(type === "number" && types.includes("integer"))) return false;
  return Object.entries(named.properties ?? {}).every(
    ([key, { const: constant }]) => constant === undefined || (value as Record<string, unknown>)[key] === constant,
  );
}
