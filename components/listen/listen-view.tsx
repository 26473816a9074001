import { isShared, type PresentedReport, type SentMessage, type Status } from "../../lib/checks/view.ts";
import type { OneLiner } from "../../lib/listener/one-liners.ts";
import type { Side } from "../../lib/listener/sides.ts";
import { placeOf } from "../report/anchors.ts";
import { Answer } from "../report/answer.tsx";
import { Badge } from "../ui/badge.tsx";
import { Banner } from "../ui/banner.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { reportPath } from "../ui/paths.ts";
import { RichText, Value } from "../ui/rich-text.tsx";
import { Section } from "../ui/section.tsx";
import { Tally } from "../ui/tally.tsx";
import { utc } from "../ui/time.ts";
import { MessagePart } from "./message-part.tsx";
import { OneLiners } from "./one-liners.tsx";
import { SendCard } from "./send-card.tsx";
import { SessionSteps } from "./session-steps.tsx";
import { type ListedSession, SessionsTable } from "./sessions-table.tsx";
import { SidesTable } from "./sides-table.tsx";

interface Props {
  readonly state: "waiting" | "seen" | "expired";
  readonly address: string;
  readonly readAddress: string;
  readonly expiresAt: number;
  readonly commands: readonly OneLiner[];
  readonly expect: { readonly address?: string; readonly helo?: string };
  /** The first one first. */
  readonly sessions: readonly (ListedSession & {
    readonly reply: string;
    readonly message?: { readonly found: SentMessage; readonly header: string };
  })[];
  /** Of the latest session. */
  readonly sides: readonly Side[] | undefined;
  readonly report: PresentedReport | undefined;
  /** Whether its check may still begin. */
  readonly awaited?: boolean;
  /** In the demo: the address that was checked instead of one of this machine. */
  readonly standIn: string | undefined;
}

/** A mail address, who has sent to it, and what came of it. */
export function ListenView(props: Props) {
  const { state, address, readAddress, expiresAt, commands, expect, sessions, sides, report, awaited, standIn } = props;
  const latest = sessions.at(-1);
  return (
    <>
      <h1>See what your server says when it sends</h1>
      <p className="mt-1.5 max-w-[104ch] text-ink-2">
        A check from outside sees what your server says when it <b>receives</b>. Send one message to this address, and
        you see what it says when it <b>sends</b>: the connecting address, EHLO name, TLS and sender.
      </p>
      <SendCard address={address} readAddress={readAddress} expiresAt={expiresAt} ended={state === "expired"} />
      {state === "waiting" && <OneLiners commands={commands} />}
      {!latest && (
        <Section title="Session">
          <div className="card px-5 py-4 max-md:px-4">
            {state === "expired" ? (
              <p>Nobody has sent to this address.</p>
            ) : (
              <Badge tone="pending">Waiting for your server</Badge>
            )}
          </div>
        </Section>
      )}
      {latest && (
        <>
          <Thought expect={expect} session={latest} />
          {sessions.length > 1 && <SessionsTable sessions={sessions} />}
          <Section
            title={sessions.length > 1 ? "Latest session" : "Session"}
            id="session"
            actions={<Badge tone="pass">Your server was here, {utc(latest.seen.at)}</Badge>}
          >
            <SessionSteps seen={latest.seen} reply={latest.reply} />
          </Section>
          {latest.message && <MessagePart {...latest.message} seen={latest.seen} />}
          {!latest.message && latest.reply.startsWith("5") && (
            <Banner tone="info">
              <b>Expect a bounce.</b> Your server will report the refusal above, with the link. That is how it should
              end: no message is taken in.
            </Banner>
          )}
          {report ? (
            <ReportPart report={report} standIn={standIn} />
          ) : (
            <Banner tone="unknown">
              {latest.report
                ? `The report of ${latest.seen.address} is no longer kept.`
                : awaited
                  ? `The check of ${latest.seen.address} has not started yet.`
                  : `${latest.seen.address} was not checked: it is no public address, there was no room for a check, or it could not be started.`}
            </Banner>
          )}
          {sides && <SidesTable sides={sides} />}
        </>
      )}
    </>
  );
}

/** What was typed, and what came. */
function Thought(props: { readonly expect: Props["expect"]; readonly session: ListedSession }) {
  const { expect, session } = props;
  const { address, helo } = session.seen;
  const thought = [expect.address, expect.helo].filter((value) => value !== undefined);
  if (thought.length === 0) return null;
  return (
    <p className="mt-6 text-lg" data-thought="">
      You thought{" "}
      {thought.map((value, i) => (
        <span key={value}>
          {i > 0 && ", as "}
          <Value max={100}>{value}</Value>
        </span>
      ))}
      ; it came from <Value>{address}</Value>
      {helo !== null && (
        <>
          , as <Value max={100}>{helo}</Value>
        </>
      )}
      .
    </p>
  );
}

function ReportPart({ report, standIn }: { readonly report: PresentedReport; readonly standIn: string | undefined }) {
  const { headline, state, counts, rows, verdicts, id, path } = report;
  // Somebody else's server passed the message on: what is judged is that one's identity.
  const relay = verdicts.find((one) => isShared(one) && one.subject === path);
  const running = state === "running";
  return (
    <Section
      title={<Value>{standIn ?? report.path}</Value>}
      id="report"
      note={standIn ? "In this demo it stands for the address that connected" : "What it says when it sends"}
      actions={
        <ButtonLink primary={!running} href={reportPath(id)}>
          Whole report
        </ButtonLink>
      }
    >
      <Answer
        tone={running && headline.status === "info" ? "pending" : headline.status}
        title={<RichText>{headline.says}</RichText>}
        waiting={running}
        foot={
          running ? (
            <p className="text-sm tabular-nums">
              {verdicts.length} of {rows.length} judged
            </p>
          ) : (
            <Tally counts={counts} hrefOf={(status: Status) => `${reportPath(id)}#${placeOf(status)}`} />
          )
        }
      >
        <RichText>{headline.because}</RichText>
      </Answer>
      {relay && (
        <Banner tone="info">
          <b>This is a relay.</b> Your message came by way of it. <RichText>{relay.says}</RichText>
        </Banner>
      )}
    </Section>
  );
}
