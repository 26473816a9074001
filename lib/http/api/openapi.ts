import { z } from "zod";
import { PUBLIC } from "../../checks/index.ts";
import { type ProblemCode, problemStatus, problemTitle } from "../problem.ts";
import { curlOf } from "./curl.ts";
import { type Content, OPERATIONS, type Operation, PROBLEM } from "./operations.ts";

export type Schema = Readonly<Record<string, unknown>>;

/** The API at this origin in OpenAPI 3.1, made of the declared operations and schemas. */
export function openApiDocument(origin: string) {
  return {
    openapi: "3.1.1",
    info: {
      title: "Nameplate",
      version: "1",
      summary: "Can receivers tell who this mail server is, and if not, who must change what?",
      description:
        "No key, no account; the limits are those of the page. Answers are loose: fields may be added to them, and none goes away. Codes and ids are permanent, sentences may improve.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: origin }],
    paths: paths(origin),
    components: {
      schemas: schemas(),
      securitySchemes: {
        deleteToken: {
          type: "http",
          scheme: "bearer",
          description: "The token of whoever made it: a report, a pool, a plan, a move, a watch or a kept table.",
        },
      },
    },
  };
}

type OperationObject = ReturnType<typeof operationObject>;

function paths(origin: string): Record<string, Record<string, OperationObject>> {
  const all: Record<string, Record<string, OperationObject>> = {};
  for (const operation of OPERATIONS)
    all[operation.path] = { ...all[operation.path], [operation.method]: operationObject(origin, operation) };
  return all;
}

function operationObject(origin: string, operation: Operation) {
  const { id, title, says, parameters = [], body, examples, token } = operation;
  const bodies = examples.flatMap(({ title: name, body: value }) => (value ? [[name, { value }] as const] : []));
  return {
    operationId: id,
    summary: title,
    description: says.join("\n\n"),
    // Accept is no parameter of OpenAPI: the media types of the answers say the same.
    parameters: parameters
      .filter(({ name }) => name !== "Accept")
      .map(({ name, in: place, says: description, example }) => ({
        name,
        in: place,
        required: place === "path",
        description,
        schema: { type: "string" },
        example,
      })),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { "application/json": { schema: reference(body), examples: Object.fromEntries(bodies) } },
          },
        }
      : {}),
    responses: responses(operation),
    ...(token ? { security: [{ deleteToken: [] }] } : {}),
    "x-codeSamples": examples.map((example) => ({
      lang: "Shell",
      label: example.title,
      source: curlOf(origin, operation, example),
    })),
  };
}

interface ResponseObject {
  readonly description: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, unknown>>;
}

function responses({ answers, problems }: Operation): Record<string, ResponseObject> {
  const all: Record<string, ResponseObject> = {};
  for (const { status, says, content, headers } of answers)
    all[status] = {
      description: says,
      ...(headers ? { headers: headerObjects(headers) } : {}),
      ...(content ? { content: contentObject(content) } : {}),
    };
  for (const [status, codes] of byStatus(problems))
    all[status] = {
      description: codes.map((code) => `${code}: ${problemTitle(code)}`).join("\n\n"),
      ...(status === 429 || status === 503
        ? { headers: headerObjects({ "Retry-After": "When to come back, in seconds." }) }
        : {}),
      content: contentObject(PROBLEM),
    };
  return all;
}

const byStatus = (codes: readonly ProblemCode[]): ReadonlyMap<number, ProblemCode[]> =>
  Map.groupBy(codes, problemStatus);

const headerObjects = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: "string" } }]),
  );

const contentObject = (content: Content) =>
  Object.fromEntries(
    Object.entries(content).map(([type, schema]) => [
      type,
      typeof schema === "string" ? { schema: { type: "string" } } : { schema: reference(schema) },
    ]),
  );

const PLACE = "#/components/schemas/";

/** How the document names a schema. */
function reference(schema: z.ZodType): { $ref: string } {
  const named = PUBLIC.get(schema);
  if (!named) throw new Error("a schema of the API has no name");
  return { $ref: PLACE + named.id };
}

/** Made once: they are the same whoever asks. */
let made: Readonly<Record<string, Schema>> | undefined;
const schemas = () => {
  made ??= makeSchemas();
  return made;
};

function makeSchemas(): Record<string, Schema> {
  const { schemas: all } = z.toJSONSchema(PUBLIC, {
    uri: (id) => PLACE + id,
    override: ({ jsonSchema }) => simplify(jsonSchema),
  });
  return Object.fromEntries(
    Object.entries(all).map(([id, { $schema: _schema, $id: _id, ...schema }]) => [id, schema as Schema]),
  );
}

/** Without what says nothing: the bounds of every safe integer, the pattern behind a format. */
function simplify(schema: { minimum?: number; maximum?: number; format?: string; pattern?: string }): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.format) delete schema.pattern;
}
