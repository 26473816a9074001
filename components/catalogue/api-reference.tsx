import { Copyable } from "../ui/copyable.tsx";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { ApiSchemas } from "./api-schemas.tsx";

/** As much of an OpenAPI document as the page shows. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
}
interface ApiOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly description: string;
    readonly example: string;
  }[];
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
  readonly "x-codeSamples": readonly { readonly label: string; readonly source: string }[];
}
interface ApiProblem {
  readonly code: string;
  readonly status: number;
  readonly title: string;
}

/** How programs use the service: the API's own description, to be read. */
export function ApiReference(props: { readonly api: ApiDocument; readonly problems: readonly ApiProblem[] }) {
  const { api, problems } = props;
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return (
    <>
      <h1>API</h1>
      <p className="text-lg text-ink-2">
        The same checks for programs. No key, no account; the limits are those of the page, and an answer of 429 says in{" "}
        <code>Retry-After</code> when to come back.
      </p>
      <p>
        This page is made from the <a href="/api/v1/openapi.json">OpenAPI document</a>, which clients can be made from,
        too. Fields may be added to answers, and none goes away. Codes and ids are permanent; sentences may improve.
      </p>
      <p>
        There is a command line as well, an MCP endpoint for language models, and a form for support pages:{" "}
        <a href="/tools">tools</a>.
      </p>
      {operations.map(({ path, method, operation }) => (
        <Operation key={operation.operationId} path={path} method={method} operation={operation} />
      ))}
      <h2 id="problems">Problems</h2>
      <p>
        What cannot be read or is refused is answered with <code>application/problem+json</code> (RFC 9457).{" "}
        <code>code</code> is one of these; <code>detail</code> says what would work.
      </p>
      <ScrollBox label="Problems">
        <table>
          <thead>
            <tr>
              <th scope="col">Code</th>
              <th scope="col">Status</th>
              <th scope="col">What it means</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ code, status, title }) => (
              <tr key={code} id={code}>
                <th scope="row">{code}</th>
                <td>{status}</td>
                <td className="words">{title}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <h2 id="fields">What is in them</h2>
      <p>
        What we could not find out is <code>unknown</code>, never missing:{" "}
        <a href="/signals">how each signal is judged</a>.
      </p>
      <ApiSchemas schemas={api.components.schemas} />
    </>
  );
}

function Operation(props: { readonly path: string; readonly method: string; readonly operation: ApiOperation }) {
  const { path, method, operation } = props;
  const { operationId, summary, description, parameters, responses } = operation;
  return (
    <>
      <h2 id={operationId}>{summary}</h2>
      <p>
        <code>
          {method.toUpperCase()} {path}
        </code>
      </p>
      {description.split("\n\n").map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {operation["x-codeSamples"].map(({ label, source }) => (
        <Copyable key={label} label={label}>
          {source}
        </Copyable>
      ))}
      {parameters.length > 0 && (
        <ul>
          {parameters.map(({ name, in: place, description: says, example }) => (
            <li key={name}>
              <code>{name}</code>
              {place === "header" ? " (header field)" : place === "query" ? " (in the query)" : ""}: {says} For example{" "}
              <code>{example}</code>.
            </li>
          ))}
        </ul>
      )}
      <ScrollBox label={`Answers: ${summary}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">Status</th>
              <th scope="col">Answer</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(responses).map(([status, { description: says }]) => (
              <tr key={status}>
                <th scope="row">{status}</th>
                <td className="words">{says.replaceAll("\n\n", " ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}
