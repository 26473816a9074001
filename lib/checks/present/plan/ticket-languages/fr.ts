import type { TicketMessages } from "./messages.ts";

export const fr: TicketMessages = {
  language: "Français",
  subject: "Demande de reverse DNS (PTR) : {address} vers {name}",
  greeting: "Bonjour,",
  request: "merci de définir le reverse DNS (enregistrement PTR) de cette adresse :",
  address: "Adresse",
  record: "Sous forme de ligne du fichier de zone :",
  forwardSeen: "L'enregistrement direct est en place (vérifié le {time} UTC) :",
  forwardMissing: "L'enregistrement direct : [à publier d'abord, avant l'envoi]",
  withoutPtr: "Actuellement, l'adresse n'a pas d'enregistrement PTR.",
  onePtr: "Actuellement, l'enregistrement PTR pointe vers {names}. Merci de le modifier.",
  severalPtr: "Actuellement, il y a {count} enregistrements PTR : {names}. Merci de n'en garder qu'un, {name}.",
  more: "et {count} autres",
  report: "Ce qui est visible de l'extérieur :",
  customer: "Numéro de client : [votre numéro]",
  server: "Serveur : [son nom ou identifiant dans l'espace client]",
  thanks: "Merci d'avance",
  signature: "[votre nom]",
  unnamed: "[nom d'hôte de votre serveur]",
};
