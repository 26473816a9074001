import { AUTHENTICATION_CAUSES } from "./causes/authentication.ts";
import { IDENTITY_CAUSES } from "./causes/identity.ts";
import { LIST_CAUSES } from "./causes/lists.ts";
import { OTHER_CAUSES } from "./causes/other.ts";

/** Every class of cause. Codes are permanent: reports keep them. */
export const CAUSES = { ...IDENTITY_CAUSES, ...LIST_CAUSES, ...AUTHENTICATION_CAUSES, ...OTHER_CAUSES } as const;

export type CauseClass = keyof typeof CAUSES;
export const isCause = (code: string | undefined): code is CauseClass =>
  code !== undefined && Object.hasOwn(CAUSES, code);

/** Causes that are about a domain, so that checking it says something although no address is known. */
export const ABOUT_THE_DOMAIN: ReadonlySet<CauseClass> = new Set<CauseClass>([
  ...(Object.keys(AUTHENTICATION_CAUSES) as (keyof typeof AUTHENTICATION_CAUSES)[]),
  "domain_listed",
]);
