type Type = "null" | "string" | "number" | "boolean" | "object" | "array";

/** What JSON looks like, whatever it says: the types of a value, the fields of its objects, the items of its arrays. */
export interface Shape {
  readonly types: Set<Type>;
  /** How many objects were seen, and in how many of them each field is. */
  objects: number;
  readonly fields: Map<string, { count: number; readonly shape: Shape }>;
  items: Shape | undefined;
}

const empty = (): Shape => ({ types: new Set(), objects: 0, fields: new Map(), items: undefined });

/** Objects whose keys are labels and not fields: what is promised is what stands behind a key. */
const LABELLED = new Set(["evidence", "saw"]);

/** The shape that all these values have together. */
export function shapeOf(...values: readonly unknown[]): Shape {
  const shape = empty();
  for (const value of values) add(shape, value);
  return shape;
}

function add(shape: Shape, value: unknown, name?: string): void {
  const type = typeOf(value);
  shape.types.add(type);
  if (Array.isArray(value)) {
    shape.items ??= empty();
    for (const item of value) add(shape.items, item);
  } else if (type === "object") {
    shape.objects++;
    for (const [key, inner] of Object.entries(value as object)) {
      const label = name !== undefined && LABELLED.has(name) ? "*" : key;
      const field = shape.fields.get(label) ?? { count: 0, shape: empty() };
      shape.fields.set(label, field);
      field.count++;
      add(field.shape, inner, key);
    }
  }
}

function typeOf(value: unknown): Type {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  const type = typeof value;
  if (type === "string" || type === "number" || type === "boolean" || type === "object") return type;
  throw new Error(`${type} is not JSON`);
}

/** The paths of fields that are in some objects only. */
export function fieldsAtTimes({ objects, fields, items }: Shape, path = "$"): string[] {
  const below = [...fields].flatMap(([name, { count, shape }]) => {
    const at = `${path}.${name}`;
    return [...(name !== "*" && count < objects ? [at] : []), ...fieldsAtTimes(shape, at)];
  });
  return [...below, ...(items ? fieldsAtTimes(items, `${path}[]`) : [])];
}

/** `copy` was null wherever there was nothing to copy, in the first version already; not every answer kept shows it. */
const NULL_FROM_THE_START = /\.(?:fix|fixes\[\]|plan\[\])\.copy$/;

/**
 * What somebody who relied on `promised` misses in `given`: fields that are gone, or no longer in every object, and
 * values of another type. More fields are no breach, nor is a value where there was always null, nor an empty list.
 */
export function breaches(promised: Shape, given: Shape, path = "$"): string[] {
  const found: string[] = [];
  if ([...promised.types].some((type) => type !== "null"))
    for (const type of given.types)
      if (!promised.types.has(type) && !(type === "null" && NULL_FROM_THE_START.test(path)))
        found.push(`${path} can be ${type} now`);
  if (promised.objects > 0 && given.objects > 0) {
    for (const [name, { count, shape }] of promised.fields) {
      const field = given.fields.get(name);
      const at = `${path}.${name}`;
      if (!field) found.push(`${at} is gone`);
      else {
        if (name !== "*" && count === promised.objects && field.count < given.objects)
          found.push(`${at} is not in every object any more`);
        found.push(...breaches(shape, field.shape, at));
      }
    }
  }
  if (promised.items && given.items) found.push(...breaches(promised.items, given.items, `${path}[]`));
  return found;
}
