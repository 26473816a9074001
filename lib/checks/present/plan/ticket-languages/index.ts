import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import type { TicketMessages } from "./messages.ts";

/** Every language of tickets by its tag (RFC 5646), English first. A new one is one file and one line here. */
export const TICKET_LANGUAGES: Readonly<Record<string, TicketMessages>> = { en, de, fr, es };

/** A language that somebody asks for: its tag here, English for one that there is not. `de-AT` is `de`. */
export function ticketLanguage(asked: string | null | undefined): string {
  const tag = (asked ?? "").toLowerCase().split(/[-_]/)[0] ?? "";
  return Object.hasOwn(TICKET_LANGUAGES, tag) ? tag : "en";
}
