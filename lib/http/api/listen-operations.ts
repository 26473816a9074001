import { NDJSON } from "../ndjson.ts";
import { BODY_PROBLEMS } from "./body-problems.ts";
import type { Operation } from "./operations.ts";
import { listen, listenRequest, madeListen } from "./schemas.ts";

/** What programs can ask of addresses that are made to be sent to. */
export const LISTEN_OPERATIONS: readonly Operation[] = [
  {
    id: "makeListen",
    method: "post",
    path: "/api/v1/listens",
    title: "See what a server says when it sends",
    says: [
      "Makes a mail address that lives for an hour. Send to it from the server in question: the message is refused, and the refusal names the connecting address, the EHLO argument and the link to the page. A check of that address starts, with the EHLO argument it really used.",
      "With read- before the address the message is read (DKIM, SPF, DMARC) and dropped.",
    ],
    body: listenRequest,
    answers: [
      {
        status: 201,
        says: "The address.",
        content: { "application/json": madeListen },
        headers: { Location: "Where it is read who has sent." },
      },
    ],
    problems: [
      ...BODY_PROBLEMS,
      ...(["invalid-expectation", "too-fast", "internal", "no-listener", "unavailable"] as const),
    ],
    examples: [
      {
        title: "Make an address to send to",
        body: { expect: { address: "203.0.113.10", helo: "mail.example.com" } },
        status: 201,
      },
    ],
  },
  {
    id: "readListen",
    method: "get",
    path: "/api/v1/listens/{id}",
    title: "Read who has sent",
    says: [
      "The sessions with an address, the first one first. After its hour the state is expired; what was seen stays for a day.",
      "With Accept: application/x-ndjson it streams: a line as things stand, and another each time that something has come.",
    ],
    parameters: [
      { name: "id", in: "path", says: "The id of the address.", example: "<listen>" },
      { name: "Accept", in: "header", says: "Stream it as lines of JSON.", example: NDJSON },
    ],
    answers: [
      { status: 200, says: "As it stands, or its stream.", content: { "application/json": listen, [NDJSON]: listen } },
    ],
    problems: ["not-found", "internal"],
    examples: [{ title: "Read who has sent to an address", status: 200 }],
  },
];
