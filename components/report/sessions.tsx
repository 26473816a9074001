import { type ReportedSession, visible } from "../../lib/checks/view.ts";
import { Icon } from "../ui/icon.tsx";
import { ScrollBox } from "../ui/scroll-box.tsx";

/** What was said on port 25, line by line. */
export function Sessions({ sessions }: { readonly sessions: readonly ReportedSession[] }) {
  if (sessions.length === 0) return null;
  return (
    <section className="sessions">
      <h2 className="label">What was said on port 25</h2>
      <div className="card rows">
        {sessions.map((session) => (
          <details key={`${session.address} ${session.serverName ?? ""}`} className="row session">
            <summary>
              <h3>
                <bdi>{[session.address, session.serverName].filter(Boolean).join(" ")}</bdi>
              </h3>
              <span className="says">{heard(session)}</span>
              <Icon name="open" />
            </summary>
            <div className="body">
              {session.transcript.length > 0 ? (
                <ScrollBox label={`Transcript of the session with ${session.address}`}>
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
          </details>
        ))}
      </div>
    </section>
  );
}

function heard({ connection, tls, ms, transcript }: ReportedSession): string {
  if (connection === "limit") return "not asked, because our limit for one check was reached";
  const said = transcript.length === 1 ? "1 line" : `${transcript.length} lines`;
  const encrypted = tls.kind === "established" ? `, ${tls.protocol}` : "";
  return `connection ${connection.replaceAll("-", " ")}, ${said}${encrypted}, ${Math.round(ms)} ms`;
}
