import type { IncomingMessage, OutgoingHttpHeaders } from "node:http";
import { LRUCache } from "lru-cache";
import type { Wire } from "./wire.ts";

type Encoding = "br" | "gzip" | "identity";

/** A rendered page as it goes over the wire. */
export interface Kept {
  readonly headers: OutgoingHttpHeaders;
  readonly tag: string;
  readonly bodies: Readonly<Record<Encoding, Buffer>>;
  /** The report that it is the page of: it is answered only while that is there. */
  readonly report?: string;
}

/** What a page counts for. */
export const sizeOf = ({ bodies }: Kept): number =>
  1024 + bodies.identity.length + bodies.br.length + bodies.gzip.length;

/** Says how the bytes were had, for those who measure. */
export const MARK = "x-nameplate-cache";

/** A page in an encoding, or that it is the one that its reader has. */
export type Form = Encoding | "unchanged";

/** In which form this reader gets a page. */
export const formOf = (
  { tag }: Kept,
  headers: Pick<IncomingMessage["headers"], "if-none-match" | "accept-encoding">,
): Form =>
  headers["if-none-match"]?.split(/\s*,\s*/).includes(tag) ? "unchanged" : chooseEncoding(headers["accept-encoding"]);

/** A page in a form: what its answer carries beside the headers of every answer. */
export function answerIn({ headers, tag, bodies }: Kept, form: Form): Wire {
  const own = { ...headers, etag: tag };
  if (form === "unchanged") return { status: 304, headers: own, body: Buffer.alloc(0) };
  const body = bodies[form];
  const encoding = form === "identity" ? {} : { "content-encoding": form };
  return { status: 200, headers: { ...own, ...encoding, "content-length": body.length }, body };
}

/** What was said before need not be read again: there are few browsers. */
const choices = new LRUCache<string, Encoding>({ max: 200 });

function chooseEncoding(accepted: string | string[] | undefined): Encoding {
  const said = String(accepted ?? "");
  const known = choices.get(said);
  if (known) return known;
  const choice = readAccepted(said);
  if (said.length < 200) choices.set(said, choice);
  return choice;
}

function readAccepted(accepted: string): Encoding {
  const said = accepted
    .split(",")
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(";")[0]);
  return said.includes("br") ? "br" : said.includes("gzip") ? "gzip" : "identity";
}
