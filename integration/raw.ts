import { connect } from "node:net";

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Sends a request line as it stands, which no client library would, and reads until the server closes. `name` is what
 * the service is called in `Host`.
 */
export function rawRequest(
  url: string,
  line: string,
  headers: readonly string[] = [],
  name?: string,
): Promise<RawAnswer> {
  const { hostname, port, host } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    const chunks: Buffer[] = [];
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", reject);
    socket.on("close", () => resolve(parse(Buffer.concat(chunks).toString("utf8"))));
    socket.write(
      Buffer.from([`${line} HTTP/1.1`, `Host: ${name ?? host}`, "Connection: close", ...headers, "", ""].join("\r\n")),
    );
  });
}

function parse(text: string): RawAnswer {
  const [head = "", ...body] = text.split("\r\n\r\n");
  const [first = "", ...lines] = head.split("\r\n");
  const headers = lines.map((line) => line.split(/:\s*/, 1).concat(line.replace(/^[^:]*:\s*/, "")));
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1]),
    headers: Object.fromEntries(headers.map(([name = "", value = ""]) => [name.toLowerCase(), value])),
    body: body.join("\r\n\r\n"),
  };
}
