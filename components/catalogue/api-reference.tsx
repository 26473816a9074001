import { Copyable } from "../ui/copyable.tsx";
import { ScrollBox } from "../ui/scroll-box.tsx";

const FIELDS: readonly (readonly [string, string])[] = [
  ["id, url", "the report’s permanent id and address"],
  ["keptUntil", "when it will be gone (ISO 8601, UTC); null where reports stay"],
  ["target", "what was looked at: its kind, address or name, and the options (claims)"],
  ["context", "what the bounce or the headers said that it was made from; absent otherwise"],
  ["state", "running or done"],
  ["ended", "how it ended: complete, cancelled, out-of-time or interrupted"],
  ["seenAt, durationMs", "when (ISO 8601, UTC) and how long"],
  ["schemaVersion, rulesVersion", "the shape of this JSON, and the rules verdicts were made by"],
  ["vantage", "where we looked from: label, resolvers, the name we say in EHLO"],
  ["headline", "status and says: the sentence on top; because: the one under it"],
  ["counts", "how many signals have each status"],
  ["fixes", "what to do, in order: who, does, copy"],
  [
    "plan",
    "the same in full: kind (forward, ptr, greeting, other), owner, mends (the verdicts it is for), configs, prove (commands), proof, guide, ticket; example is true where the name in it is a placeholder",
  ],
  [
    "ticket",
    "the request for a PTR record, if one is needed: subject, body, ready; problems (code, does, copy) are to be mended before it is sent",
  ],
  [
    "ownership",
    "for each server, the name it should have, and who can change ptr, forward record and greeting: outcome, says, evidence",
  ],
  [
    "verdicts",
    "each signal, group, status, outcome, says, why, fix, whoCares, evidence. Outcome codes are permanent; sentences may improve",
  ],
  ["lookups", "each DNS question: name, type, rcode, records, ttl, server, flags, ms"],
  ["sessions", "each SMTP session: greeting, ehlo, tls, certificate, transcript, ms"],
  [
    "leftOut",
    "how much our limits for one check left out: addresses, sessions, connections (HTTPS), questions (DNS), octets of evidence; null in old reports",
  ],
  ["chains", "the identity chain of each address"],
  [
    "receivers",
    "what each receiver would do with its mail, by its published rule: action, says, reply, score, source, confidence",
  ],
];

/** How programs use the service. */
export function ApiReference({ origin }: { readonly origin: string }) {
  return (
    <>
      <h1>API</h1>
      <p className="text-lg text-ink-2">
        The same checks for programs. No key, no account; the limits are those of the page, and an answer of 429 says in{" "}
        <code>Retry-After</code> when to come back.
      </p>
      <h2>Start a check and wait for its report</h2>
      <Copyable label="start a check">
        {`curl -s -H 'Content-Type: application/json' \\\n  -d '{"target": "203.0.113.10"}' \\\n  ${origin}/api/v1/checks`}
      </Copyable>
      <p>
        Answers 201 with the report and its address in <code>Location</code>. Options: <code>from</code> (the domain you
        send as), <code>helo</code> (what your server says in EHLO, name or not), <code>selectors</code> (a list of DKIM
        selectors). With <code>Prefer: respond-async</code> it answers at once, while the check runs.
      </p>
      <h2>Watch verdicts as they are judged</h2>
      <Copyable label="watch a check">
        {`curl -sN -H 'Content-Type: application/json' -H 'Accept: application/x-ndjson' \\\n  -d '{"target": "mail.example.com"}' \\\n  ${origin}/api/v1/checks`}
      </Copyable>
      <p>
        One <code>{'{"verdict": …}'}</code> a line, at the end one <code>{'{"report": …}'}</code>. A running report can
        be joined the same way at its own address.
      </p>
      <h2>Read a report</h2>
      <Copyable label="read a report">{`curl -s ${origin}/api/v1/reports/<id>`}</Copyable>
      <p>
        What cannot be read or is refused is answered with 422 and problem+json (RFC 9457); an unknown report with 404.
        A mail server in a terrible state is a successful request.
      </p>
      <h2>Read a bounce or headers</h2>
      <Copyable label="read a bounce">
        {`jq -Rs '{text: ., check: true}' bounce.txt |\n  curl -s -H 'Content-Type: application/json' -d @- ${origin}/api/v1/bounces`}
      </Copyable>
      <p>
        Answers with what it says: <code>kind</code> (bounce or headers), <code>reading</code> (address, helo, from,
        receiver, cause, codes) and for a bounce an <code>explanation</code>, with what to do <code>next</code>. Where
        the text has several outcomes, <code>outcomes</code> has a reading of each and <code>chosen</code> counts from 0
        which one it is about. With <code>check</code> it starts the check of the address as well and answers 201 with
        its <code>Location</code>; the report then has a <code>context</code>. The text is not kept, and local parts of
        addresses are in no answer.
      </p>
      <h2>Your own address</h2>
      <Copyable label="ask for your address">{`curl -s ${origin}/ip`}</Copyable>
      <p>
        The same report is at its page’s address with <code>.json</code>, <code>.md</code>, <code>.txt</code> and, as a
        picture, <code>.png</code> behind it. One that was deleted or has expired answers 410, at each of them.
      </p>
      <h2>Delete a report</h2>
      <Copyable label="delete a report">
        {`curl -s -X DELETE -H 'Authorization: Bearer <token>' \\\n  ${origin}/api/v1/reports/<id>`}
      </Copyable>
      <p>
        The token is in <code>Nameplate-Delete-Token</code>, once, in the answer to whoever started the check.
      </p>
      <h2>Reports of a target</h2>
      <Copyable label="reports of a target">{`curl -s ${origin}/api/v1/targets/203.0.113.10/reports`}</Copyable>
      <p>
        The latest fifty: <code>id</code>, <code>url</code>, <code>seenAt</code>, <code>ended</code>,{" "}
        <code>headline</code>, <code>counts</code>. Reports made with options, a bounce or headers are not listed.
        Asking starts nothing.
      </p>
      <h2>A badge</h2>
      <Copyable label="a badge">{`${origin}/badge/203.0.113.10.svg`}</Copyable>
      <p>
        What the latest of these reports says, as a picture. After 24 hours it says only how long ago that was. Asking
        starts nothing: let something of yours start a check a day.
      </p>
      <h2>The report</h2>
      <ScrollBox label="Fields of the report">
        <table>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">What it holds</th>
            </tr>
          </thead>
          <tbody>
            {FIELDS.map(([field, holds]) => (
              <tr key={field}>
                <th scope="row">{field}</th>
                <td className="words">{holds}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p>
        A status is one of <code>pass</code>, <code>warn</code>, <code>fail</code>, <code>info</code>,{" "}
        <code>skipped</code>, <code>unknown</code>. What we could not find out is <code>unknown</code>, never missing:{" "}
        <a href="/signals">how each signal is judged</a>.
      </p>
    </>
  );
}
