import type { TicketMessages } from "./messages.ts";

export const es: TicketMessages = {
  language: "Español",
  subject: "Solicitud de DNS inverso (PTR): {address} a {name}",
  greeting: "Hola:",
  request: "Les ruego que configuren el DNS inverso (registro PTR) de esta dirección:",
  address: "Dirección",
  record: "Como línea del archivo de zona:",
  forwardSeen: "El registro directo ya existe (comprobado el {time} UTC):",
  forwardMissing: "El registro directo: [publicarlo antes de enviar]",
  withoutPtr: "Actualmente la dirección no tiene registro PTR.",
  onePtr: "Actualmente el registro PTR apunta a {names}. Por favor, modifíquenlo.",
  severalPtr: "Actualmente hay {count} registros PTR: {names}. Por favor, dejen solo uno, {name}.",
  more: "y {count} más",
  report: "Lo que se ve desde fuera:",
  customer: "Número de cliente: [su número]",
  server: "Servidor: [su nombre o ID en el panel]",
  thanks: "Gracias",
  signature: "[su nombre]",
  unnamed: "[nombre de host de su servidor]",
};
