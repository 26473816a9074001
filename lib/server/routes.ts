/** Who asks at an address: people with a browser, or programs, whose errors are problem+json. */
export type Audience = "people" | "programs";

interface Route {
  readonly path: RegExp;
  readonly methods: readonly string[];
  readonly audience: Audience;
}

const PAGE = ["GET", "HEAD"];
const page = (path: RegExp, methods: readonly string[] = PAGE): Route => ({ path, methods, audience: "people" });
const program = (path: RegExp, methods: readonly string[] = PAGE): Route => ({ path, methods, audience: "programs" });

/** Every address that answers, and how it may be asked; the test beside reads the same from `app`. */
const ROUTES: readonly Route[] = [
  page(/^\/$/),
  page(/^\/(api|bounce|questions|your-address|signals|receivers|providers)$/),
  page(/^\/(signals|receivers|providers)\/[^/]+$/),
  page(/^\/check$/, ["GET", "HEAD", "POST"]),
  page(/^\/check\/[^/]+$/),
  page(/^\/bounce\/read$/, ["GET", "HEAD", "POST"]),
  page(/^\/listen$/),
  page(/^\/listen\/make$/, ["GET", "HEAD", "POST"]),
  page(/^\/listen\/[^/]+$/),
  page(/^\/compare\/[^/]+\/[^/]+$/),
  program(/^\/r\/[\w-]+\.(json)$/, ["GET", "HEAD", "DELETE", "OPTIONS"]),
  program(/^\/r\/[\w-]+\.(md|txt|png)$/),
  page(/^\/r\/[^/]+$/),
  page(/^\/r\/[^/]+\/evidence\/[^/]+$/),
  page(/^\/r\/[^/]+\/cancel$/, ["POST"]),
  page(/^\/r\/[^/]+\/delete$/, ["GET", "HEAD", "POST"]),
  program(/^\/r\/[^/]+\/(card|markdown|text)$/),
  program(/^\/badge\/[^/]+$/),
  program(/^\/api\/v1\/(checks|bounces)$/, ["POST"]),
  program(/^\/api\/v1\/openapi\.json$/, ["GET", "HEAD", "OPTIONS"]),
  program(/^\/api\/v1\/reports\/[^/]+$/, ["GET", "HEAD", "DELETE", "OPTIONS"]),
  program(/^\/api\/v1\/reports\/[^/]+\/cancel$/, ["POST"]),
  program(/^\/api\/v1\/listens$/, ["POST"]),
  program(/^\/api\/v1\/listens\/[^/]+$/, ["GET", "HEAD", "OPTIONS"]),
  program(/^\/api\/v1\/targets\/[^/]+\/reports$/, ["GET", "HEAD", "OPTIONS"]),
  program(
    /^\/(\.well-known\/security\.txt|ip|healthz|readyz|metrics|opensearch\.xml|robots\.txt|sitemap\.xml|icon\.svg|favicon\.ico)$/,
  ),
];

/** How a path may be asked. Undefined where no route of ours is there: a file, or nothing. */
export const methodsOf = (path: string): readonly string[] | undefined =>
  ROUTES.find((route) => route.path.test(path))?.methods;

/** Who is told what is wrong with a request, also where there is no route. */
export function audienceOf(path: string): Audience {
  if (/^\/(api\/v1|badge)(\/|$)|^\/r\/[^/]+\.(json|md|txt|png)$/.test(path)) return "programs";
  return ROUTES.find((route) => route.path.test(path))?.audience ?? "people";
}
