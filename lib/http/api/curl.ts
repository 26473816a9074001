import { shell } from "../../checks/view.ts";
import type { Example, Operation } from "./operations.ts";

/** An example as a command: what somebody tries first. `<id>` and `<token>` stand for those of a report of one's own. */
export function curlOf(origin: string, { method, path, parameters = [] }: Operation, example: Example): string {
  const { headers = {}, body } = example;
  const streams = Object.values(headers).some((value) => value.includes("ndjson"));
  const all = { ...(body ? { "Content-Type": "application/json" } : {}), ...headers };
  const posts = method === "post" && !body ? ["-X POST"] : method === "delete" ? ["-X DELETE"] : [];
  const options = [...posts, ...Object.entries(all).map(([name, value]) => `-H ${shell(`${name}: ${value}`)}`)];
  const url = parameters.reduce((text, { name, in: place, example: value }) => {
    return place === "path" ? text.replace(`{${name}}`, value) : text;
  }, origin + path);
  return [
    [`curl ${streams ? "-sN" : "-s"}`, ...options].join(" "),
    ...(body ? [`-d ${shell(JSON.stringify(body))}`] : []),
    url,
  ].join(" \\\n  ");
}
