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
  page(/^\/(api|tools|bounce|pool|questions|your-address|signals|receivers|providers)$/),
  page(/^\/(signals|receivers|providers)\/[^/]+$/),
  page(/^\/check$/, ["GET", "HEAD", "POST"]),
  page(/^\/check\/[^/]+$/),
  page(/^\/ask$/, ["GET", "HEAD", "POST"]),
  page(/^\/bounce\/read$/, ["GET", "HEAD", "POST"]),
  page(/^\/bounce\/table$/),
  page(/^\/(plan|move)$/),
  page(/^\/(plan|move)\/make$/, ["GET", "HEAD", "POST"]),
  page(/^\/(plan|move)\/[^/]+$/),
  page(/^\/(plan|move)\/[^/]+\/again$/, ["POST"]),
  page(/^\/(plan|move)\/[^/]+\/delete$/, ["GET", "HEAD", "POST"]),
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
  program(/^\/pool\/[\w-]+\.(json)$/, ["GET", "HEAD", "DELETE", "OPTIONS"]),
  program(/^\/pool\/[\w-]+\.(csv|md)$/),
  program(/^\/pool\/[^/]+\/(csv|markdown)$/),
  page(/^\/pool\/start$/, ["GET", "HEAD", "POST"]),
  page(/^\/pool\/[\w-]+$/),
  page(/^\/pool\/[^/]+\/compare(\/[^/]+)?$/),
  page(/^\/pool\/[^/]+\/cancel$/, ["POST"]),
  page(/^\/pool\/[^/]+\/delete$/, ["GET", "HEAD", "POST"]),
  page(/^\/log\/keep$/, ["GET", "HEAD", "POST"]),
  program(/^\/log\/[\w-]+\.(json)$/, ["GET", "HEAD", "DELETE", "OPTIONS"]),
  program(/^\/log\/[\w-]+\.(csv|md)$/),
  program(/^\/log\/[^/]+\/(csv|markdown)$/),
  page(/^\/log\/[\w-]+$/),
  page(/^\/log\/[^/]+\/delete$/, ["GET", "HEAD", "POST"]),
  page(/^\/watch$/, ["GET", "HEAD", "POST"]),
  program(/^\/watch\/[\w-]+\.atom$/),
  page(/^\/watch\/[^/]+$/),
  page(/^\/watch\/[^/]+\/stop$/, ["GET", "HEAD", "POST"]),
  page(/^\/watch\/[^/]+\/renew$/, ["POST"]),
  program(/^\/watch\/[^/]+\/atom$/),
  program(/^\/badge\/[^/]+$/),
  program(/^\/api\/v1\/(checks|bounces)$/, ["POST"]),
  program(/^\/mcp$/, ["POST"]),
  program(/^\/api\/v1\/watches$/, ["POST"]),
  program(/^\/api\/v1\/watches\/[^/]+$/, ["GET", "HEAD", "OPTIONS"]),
  program(/^\/api\/v1\/watches\/[^/]+\/(cancel|renew)$/, ["POST"]),
  program(/^\/api\/v1\/openapi\.json$/, ["GET", "HEAD", "OPTIONS"]),
  program(/^\/api\/v1\/reports\/[^/]+$/, ["GET", "HEAD", "DELETE", "OPTIONS"]),
  program(/^\/api\/v1\/reports\/[^/]+\/cancel$/, ["POST"]),
  program(/^\/api\/v1\/logs\/[^/]+$/, ["GET", "HEAD", "DELETE", "OPTIONS"]),
  program(/^\/api\/v1\/pools$/, ["POST"]),
  program(/^\/api\/v1\/pools\/[^/]+$/, ["GET", "HEAD", "DELETE", "OPTIONS"]),
  program(/^\/api\/v1\/pools\/[^/]+\/cancel$/, ["POST"]),
  program(/^\/api\/v1\/pools\/[^/]+\/compare\/[^/]+$/, ["GET", "HEAD", "OPTIONS"]),
  program(/^\/api\/v1\/(plans|moves)$/, ["POST"]),
  program(/^\/api\/v1\/(plans|moves)\/[^/]+$/, ["GET", "HEAD", "DELETE", "OPTIONS"]),
  program(/^\/api\/v1\/(plans|moves)\/[^/]+\/checks$/, ["POST"]),
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
  const other = /^\/r\/[^/]+\.(json|md|txt|png)$|^\/(pool|log)\/[^/]+\.(json|csv|md)$|^\/watch\/[^/]+\.atom$/;
  if (/^\/(api\/v1|badge)(\/|$)/.test(path) || other.test(path)) return "programs";
  return ROUTES.find((route) => route.path.test(path))?.audience ?? "people";
}
