import type { TicketMessages } from "./messages.ts";

export const de: TicketMessages = {
  language: "Deutsch",
  subject: "Bitte Reverse-DNS (PTR) setzen: {address} auf {name}",
  greeting: "Guten Tag,",
  request: "bitte setzen Sie den Reverse-DNS-Eintrag (PTR) für diese Adresse:",
  address: "Adresse",
  record: "Als Zeile der Zonendatei:",
  forwardSeen: "Der Forward-Eintrag ist vorhanden (geprüft: {time} UTC):",
  forwardMissing: "Der Forward-Eintrag: [zuerst veröffentlichen, dann senden]",
  withoutPtr: "Zurzeit hat die Adresse keinen PTR-Eintrag.",
  onePtr: "Zurzeit zeigt der PTR-Eintrag auf {names}. Bitte ändern Sie ihn.",
  severalPtr: "Zurzeit gibt es {count} PTR-Einträge: {names}. Bitte behalten Sie nur einen, {name}.",
  more: "und {count} weitere",
  report: "Was von außen zu sehen ist:",
  customer: "Kundennummer: [Ihre Nummer]",
  server: "Server: [Name oder ID im Kundenbereich]",
  thanks: "Vielen Dank",
  signature: "[Ihr Name]",
  unnamed: "[Hostname Ihres Servers]",
};
