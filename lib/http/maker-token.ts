import { bearerIn } from "./bearer.ts";

/** The token of whoever made a watch, as programs send it: as a bearer token, or under the name it was given by. */
export const makerToken = (headers: Headers): string | undefined =>
  bearerIn(headers) ?? headers.get("nameplate-delete-token")?.trim();
