"use client";

import type { Status } from "../../lib/checks/view.ts";
import { Say } from "../ui/badge.tsx";
import { IconShape } from "../ui/icon.tsx";
import { each } from "../ui/in-place.tsx";
import {
  type Box,
  type ChainWords,
  drawChain,
  type Edge,
  HEIGHT,
  type Mark,
  type Said,
  type Tone,
  WIDTH,
} from "./chain-layout.ts";

/** The chain as a drawing and as a list. Drawn on both sides, so that only its words are sent along for the browser. */
export function ChainDrawing({ words }: { readonly words: ChainWords }) {
  return (
    <>
      <Drawing words={words} />
      <ChainList words={words} />
    </>
  );
}

/** The head of all arrows, once a page. */
export function Arrowhead() {
  return (
    <svg className="absolute size-0" aria-hidden="true">
      <marker id="arrow" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto">
        <path d="M0 0L8 4L0 8z" className="fill-[context-stroke] stroke-none" />
      </marker>
    </svg>
  );
}

function Drawing({ words }: { readonly words: ChainWords }) {
  const { boxes, hangers, edges } = drawChain(words);
  return (
    <svg className="drawing" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      {edges.map((edge) => (
        <EdgeLine key={edge.path} edge={edge} hanging={edge.label === undefined} />
      ))}
      {boxes.map((box) => (
        <Node key={`${box.x} ${box.y}`} box={box} />
      ))}
      {hangers.map((box) => (
        <Hanger key={box.x} box={box} />
      ))}
    </svg>
  );
}

function EdgeLine({ edge, hanging }: { readonly edge: Edge; readonly hanging: boolean }) {
  const { path, tone, dashed, label, at, mark } = edge;
  return (
    <g className={`edge ${tone}`} {...marks(mark)}>
      <path d={path} className={dashed ? "dashed" : undefined} {...(hanging ? {} : { markerEnd: "url(#arrow)" })} />
      {label && at && (
        <text x={at[0]} y={at[1]} textAnchor="middle">
          {label}
        </text>
      )}
    </g>
  );
}

function Node({ box: { x, y, width, height, lines, note, tone, full, mark } }: { readonly box: Box }) {
  const baseline = note ? y + height / 2 - 4 - 9 * (lines.length - 1) : y + height / 2 + 5;
  return (
    <g className={`node ${tone}`} {...marks(mark)}>
      {lines.some((line) => line.includes("…")) && <title>{full}</title>}
      <rect x={x} y={y} width={width} height={height} rx="8" />
      {each(lines, (line, place) => (
        <text x={x + 14} y={baseline + 18 * place} className="name">
          {line}
        </text>
      ))}
      {note && (
        <text x={x + 14} y={baseline + 18 * lines.length} className="note">
          {note}
        </text>
      )}
    </g>
  );
}

function Hanger({ box: { x, y, width, height, lines, tone, full, mark } }: { readonly box: Box }) {
  const [says = "", detail] = lines;
  const baseline = y + height / 2 + (detail ? -4 : 4);
  return (
    <g className={`node ${tone}`} {...marks(mark)}>
      {lines.some((line) => line.includes("…")) && <title>{full}</title>}
      <rect x={x} y={y} width={width} height={height} rx="8" />
      <svg x={x + 13} y={baseline - 10} width="12" height="12" viewBox="0 0 16 16" className="glyph" aria-hidden="true">
        <IconShape name={icon(tone)} />
      </svg>
      <text x={x + 32} y={baseline} className="hanger">
        {says}
      </text>
      {detail && (
        <text x={x + 32} y={baseline + 16} className="hanger detail">
          {detail}
        </text>
      )}
    </g>
  );
}

function ChainList({ words }: { readonly words: ChainWords }) {
  return (
    <ol className="chain-list">
      <li className="plain">
        <span className="way">Address</span>
        <bdi className="font-mono">{words.address}</bdi>
      </li>
      {words.names.map((name) => (
        <Point key={name.label} way="PTR" said={name} />
      ))}
      {words.addresses.map((address) => (
        <Point key={address.label} way={words.addressType} said={address} />
      ))}
      <Point way="Back" said={{ ...words.back, label: "" }} />
      {words.hangers.map((hanger) => (
        <Point key={hanger.label} way={hanger.label} said={{ ...hanger, label: "" }} />
      ))}
    </ol>
  );
}

function Point({ way, said: { label, says, detail, tone, mark } }: { readonly way: string; readonly said: Said }) {
  return (
    <li className={tone} {...marks(mark)}>
      <span className="way">{way}</span>
      {label && <bdi className="font-mono">{label}</bdi>}
      <Say tone={tone}>{says}</Say>
      {detail && <bdi className="font-mono">{detail}</bdi>}
    </li>
  );
}

const icon = (tone: Tone): Status => (tone === "plain" ? "info" : tone);

/** What a box, an edge or a line shows, for programs: the address itself shows no verdict. */
const marks = (mark: Mark | undefined) => (mark ? { "data-signal": mark.signal, "data-status": mark.status } : {});
