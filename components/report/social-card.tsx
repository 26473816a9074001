import type { ReactElement } from "react";
import { COLOURS, type PresentedReport, plain, reportTitle, type Status } from "../../lib/checks/view.ts";
import { countedStatuses } from "../ui/labels.ts";

export const CARD_SIZE = { width: 1200, height: 630 } as const;

const { ink: INK, "ink-2": QUIET, brass: BRASS } = COLOURS;
const TONES: Readonly<Record<Status, readonly [ink: string, ground: string]>> = {
  pass: [COLOURS.pass, COLOURS["pass-bg"]],
  warn: [COLOURS.warn, COLOURS["warn-bg"]],
  fail: [COLOURS.fail, COLOURS["fail-bg"]],
  info: [COLOURS.info, COLOURS["info-bg"]],
  unknown: [COLOURS.unknown, COLOURS["unknown-bg"]],
  skipped: [QUIET, COLOURS.well],
};

/**
 * The picture that previews of a report's link show, drawn by `next/og`: flexbox only, styles in place, text that the
 * two faces have. A check under way has no verdict to show.
 */
export function SocialCard({ report }: { readonly report: PresentedReport }): ReactElement {
  const running = report.state === "running";
  const { headline, counts } = report;
  const target = drawable(reportTitle(report)) ?? report.path;
  const [tone] = running ? [BRASS] : TONES[headline.status];
  return (
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        width: "100%",
        height: "100%",
        padding: "56px 64px 56px 52px",
        background: COLOURS.paper,
        borderLeft: `12px solid ${tone}`,
        color: INK,
        fontFamily: "sans",
      }}
    >
      <div style={{ display: "flex", alignItems: "center", fontSize: 30, fontWeight: 600 }}>
        <Plate />
        Nameplate
      </div>
      <div style={{ display: "flex", marginTop: 44, fontFamily: "mono", fontSize: sizeFor(target), letterSpacing: -1 }}>
        {shortened(target, 90)}
      </div>
      <div style={{ display: "flex", marginTop: 24, fontSize: 44, lineHeight: 1.25, fontWeight: 600 }}>
        {running ? "Its check is under way." : spelled(plain(headline.says), 120)}
      </div>
      <div style={{ display: "flex", marginTop: 14, fontSize: 30, lineHeight: 1.4, color: QUIET }}>
        {running ? "" : spelled(plain(headline.because), 180)}
      </div>
      <div style={{ display: "flex", flexWrap: "wrap", gap: 14, marginTop: "auto" }}>
        {!running &&
          countedStatuses(counts).map(({ status, words }) => (
            <div
              key={status}
              style={{
                display: "flex",
                padding: "8px 22px",
                borderRadius: 40,
                fontSize: 26,
                fontWeight: 600,
                color: TONES[status][0],
                background: TONES[status][1],
              }}
            >
              {words}
            </div>
          ))}
      </div>
    </div>
  );
}

function Plate() {
  const dot = { display: "flex", width: 4, height: 4, borderRadius: 4, background: BRASS } as const;
  return (
    <div
      style={{
        display: "flex",
        alignItems: "center",
        justifyContent: "space-between",
        width: 54,
        height: 36,
        marginRight: 18,
        padding: "0 6px",
        border: `3px solid ${BRASS}`,
        borderRadius: 7,
        background: COLOURS["brass-bg"],
      }}
    >
      <div style={dot} />
      <div style={{ display: "flex", width: 20, height: 4, background: BRASS }} />
      <div style={dot} />
    </div>
  );
}

/** What the card says, for those who do not see it. */
export function cardWords(report: PresentedReport): string {
  if (report.state === "running") return `Nameplate: the check of ${reportTitle(report)} is under way.`;
  const counts = countedStatuses(report.counts).map(({ words }) => words);
  return `Nameplate on ${reportTitle(report)}: ${plain(report.headline.says)} ${counts.join(", ")}.`;
}

const sizeFor = (target: string): number => (target.length <= 30 ? 56 : target.length <= 44 ? 40 : 30);

/**
 * What the faces' Latin cut can draw. Anything else must not reach the drawing: `next/og` would ask servers elsewhere for
 * a font or a picture of it.
 */
const DRAWABLE = /[\x20-\x7e\xa1-\xac\xae-\xff–—‘’“”…]/;
const NOT_DRAWABLE = /[^\x20-\x7e\xa1-\xac\xae-\xff–—‘’“”…]/gu;
const drawable = (text: string): string | undefined =>
  [...text].every((character) => DRAWABLE.test(character)) ? text : undefined;

const spelled = (text: string, max: number): string =>
  shortened(
    text.replace(NOT_DRAWABLE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`),
    max,
  );

const shortened = (text: string, max: number): string => (text.length > max ? `${text.slice(0, max - 1)}…` : text);
