import { Fragment, type ReactNode } from "react";
import { each } from "../ui/in-place.tsx";
import { ScrollBox } from "../ui/scroll-box.tsx";

/** A JSON schema, as far as it is shown. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly format?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

const PLACE = "#/components/schemas/";
const anchorOf = (name: string): string => `schema-${name}`;

/** Every schema of the API with its fields. */
export function ApiSchemas({ schemas }: { readonly schemas: Readonly<Record<string, Schema>> }) {
  return Object.entries(schemas).map(([name, schema]) => (
    <Fragment key={name}>
      <h3 id={anchorOf(name)}>{name}</h3>
      {schema.description ? <p>{schema.description}</p> : null}
      {each(shapesOf(schema), (shape) => (
        <Fields label={[`Fields of ${name}`, ...distinction(shape)].join(", ")} schema={shape} />
      ))}
    </Fragment>
  ));
}

/** The objects a schema stands for: itself, or each of those it may be. */
function shapesOf(schema: Schema): readonly Schema[] {
  return schema.properties ? [schema] : (schema.oneOf ?? schema.anyOf ?? []);
}

/** What tells this shape from the others of its schema: the value of a field, or a field it has. */
function distinction({ properties = {} }: Schema): readonly string[] {
  const constant = Object.values(properties).find((one) => one.const !== undefined)?.const;
  if (constant !== undefined) return [constant];
  return Object.keys(properties).length === 1 ? Object.keys(properties) : [];
}

function Fields({ label, schema }: { readonly label: string; readonly schema: Schema }) {
  const { properties = {}, required = [] } = schema;
  return (
    <ScrollBox label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Type</th>
            <th scope="col">What it holds</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(properties).map(([field, inner]) => (
            <tr key={field}>
              <th scope="row">{field}</th>
              <td className="words">
                {typeOf(inner)}
                {required.includes(field) ? "" : ", may be absent"}
              </td>
              <td className="words">{inner.description ?? ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** The type of a field in words, with links to schemas that have a name. */
function typeOf(schema: Schema): ReactNode {
  const { $ref, const: value, items, properties, additionalProperties, format } = schema;
  const named = $ref?.replace(PLACE, "");
  if (named) return <a href={`#${anchorOf(named)}`}>{named}</a>;
  if (value !== undefined) return <code>{value}</code>;
  if (schema.enum) return among(schema.enum.map((one) => <code key={one}>{one}</code>));
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice) return among(choice.map(typeOf));
  if (items) return <>list of {typeOf(items)}</>;
  if (properties)
    return (
      <>
        object of{" "}
        {each(Object.entries(properties), ([name, inner]) => (
          <>
            <br />
            <code>{name}</code> {typeOf(inner)}
          </>
        ))}
      </>
    );
  if (typeof additionalProperties === "object" && Object.keys(additionalProperties).length > 0)
    return <>object by label, each {typeOf(additionalProperties)}</>;
  if (format === "date-time") return "time";
  return among([schema.type].flat());
}

const among = (parts: readonly ReactNode[]): ReactNode =>
  each(
    parts.map((part, place) => ({ part, place })),
    ({ part, place }) => (
      <>
        {place > 0 ? " or " : ""}
        {part}
      </>
    ),
  );
