import type { TicketMessages } from "./messages.ts";

export const en: TicketMessages = {
  language: "English",
  subject: "Please set reverse DNS (PTR): {address} to {name}",
  greeting: "Hello,",
  request: "please set the reverse DNS (PTR record) of this address:",
  address: "Address",
  record: "As a line of the zone file:",
  forwardSeen: "The forward record is in place (seen {time} UTC):",
  forwardMissing: "The forward record: [publish this first, then send]",
  withoutPtr: "Currently the address has no PTR record.",
  onePtr: "Currently the PTR record points to {names}. Please replace it.",
  severalPtr: "Currently there are {count} PTR records: {names}. Please keep only one, {name}.",
  more: "and {count} more",
  report: "What is seen from outside:",
  customer: "Customer number: [your number]",
  server: "Server: [its name or ID in your panel]",
  thanks: "Thank you",
  signature: "[your name]",
  unnamed: "[your server's host name]",
};
