import { type PresentedReport, type ReportedSession, visible } from "../../lib/checks/view.ts";
import { FoldLine, Folds } from "../ui/folded-lines.tsx";
import { counted } from "../ui/labels.ts";
import { apiPath } from "../ui/paths.ts";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { Section } from "../ui/section.tsx";
import { Slot } from "./evidence-fold.tsx";
import { LookupTable } from "./lookup-table.tsx";

/** The two parts that are about the whole report; no signal has such a name. */
export const LOOKUPS = "all-lookups";
export const SESSIONS = "all-sessions";

/** Everything that was asked, and everything that was said on port 25. */
export function EvidenceSection({ report, full }: { readonly report: PresentedReport; readonly full: boolean }) {
  const { lookups, sessions } = report;
  if (lookups.length + sessions.length === 0) return null;
  return (
    <Section title="Evidence" id="evidence">
      <Folds>
        {lookups.length > 0 && (
          <FoldLine
            tone={undefined}
            title={counted(lookups.length, "DNS lookup")}
            note="Every question with its answer, server, TTL and time"
          >
            <div id={LOOKUPS}>
              <Slot report={report} row={LOOKUPS}>
                {full && <AllLookups report={report} />}
              </Slot>
            </div>
          </FoldLine>
        )}
        {sessions.length > 0 && (
          <FoldLine
            tone={undefined}
            title={counted(sessions.length, "SMTP session")}
            note={sessions.map(sessionWords).join(" · ")}
          >
            <div id={SESSIONS}>
              <Slot report={report} row={SESSIONS}>
                {full && <AllSessions sessions={sessions} />}
              </Slot>
            </div>
          </FoldLine>
        )}
      </Folds>
    </Section>
  );
}

/** As many as a page bears; the JSON has the rest. */
const MAX_LOOKUPS = 400;

export function AllLookups({ report }: { readonly report: PresentedReport }) {
  return (
    <LookupTable
      lookups={report.lookups}
      label="All questions asked"
      reportUrl={apiPath(report.id)}
      max={MAX_LOOKUPS}
    />
  );
}

export function AllSessions({ sessions }: { readonly sessions: readonly ReportedSession[] }) {
  return sessions.map((session) => (
    <div key={`${session.address} ${session.serverName ?? ""}`} className="not-first:mt-4">
      <p className="mb-1">
        <b>
          <bdi>{visible([session.address, session.serverName].filter(Boolean).join(" "))}</bdi>
        </b>{" "}
        {saidWords(session)}
      </p>
      {session.transcript.length > 0 ? (
        <ScrollBox label={`Transcript of the session with ${session.address} ${session.serverName ?? ""}`.trim()}>
          <pre>
            <code>
              <bdi>{session.transcript.map((line) => visible(line, 600)).join("\n")}</bdi>
            </code>
          </pre>
        </ScrollBox>
      ) : (
        <p>The server sent nothing.</p>
      )}
    </div>
  ));
}

const sessionWords = (session: ReportedSession): string => `${visible(session.address)}: ${saidWords(session)}`;

function saidWords({ connection, tls, ms, transcript }: ReportedSession): string {
  if (connection === "limit") return "not asked, because our limit for one check was reached";
  const encrypted = tls.kind === "established" ? `, ${tls.protocol}` : "";
  return `connection ${connection.replaceAll("-", " ")}, ${counted(transcript.length, "line")}${encrypted}, ${Math.round(ms)} ms`;
}
