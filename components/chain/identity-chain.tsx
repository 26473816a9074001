import { type PresentedChain, type Status, visible } from "../../lib/checks/view.ts";
import { Say } from "../ui/badge.tsx";
import {
  type Box,
  type ChainWords,
  chainWords,
  drawChain,
  type Edge,
  HEIGHT,
  type Said,
  type Tone,
  WIDTH,
} from "./chain-layout.ts";

interface Props {
  readonly address: string;
  readonly chain: PresentedChain | undefined;
  readonly running: boolean;
}

/**
 * Address → PTR names → addresses → forward confirmation, with what is known under the name. A drawing on wide screens; the list
 * beside it is what phones show and what is read out.
 */
export function IdentityChain({ address, chain, running }: Props) {
  if (!chain)
    return (
      <div className="card chain pending">
        <svg className="drawing" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" />
        <p>
          <bdi>{address}</bdi>: {running ? "looking…" : "nothing was seen of its chain."}
        </p>
      </div>
    );
  const words = chainWords(chain);
  return (
    <div className="card chain">
      <ChainDrawing words={words} />
      <ChainList words={words} />
    </div>
  );
}

function ChainDrawing({ words }: { readonly words: ChainWords }) {
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
  const { path, tone, dashed, label, at } = edge;
  return (
    <g className={`edge ${tone}`}>
      <path d={path} className={dashed ? "dashed" : undefined} {...(hanging ? {} : { markerEnd: "url(#arrow)" })} />
      {label && at && (
        <text x={at[0]} y={at[1]} textAnchor="middle">
          {label}
        </text>
      )}
    </g>
  );
}

function Node({ box: { x, y, width, height, lines, note, tone, full } }: { readonly box: Box }) {
  const baseline = note ? y + height / 2 - 4 : y + height / 2 + 5;
  return (
    <g className={`node ${tone}`}>
      <title>{visible(full)}</title>
      <rect x={x} y={y} width={width} height={height} rx="8" />
      <text x={x + 14} y={baseline} className="name">
        {visible(lines.join(""))}
      </text>
      {note && (
        <text x={x + 14} y={baseline + 18} className="note">
          {note}
        </text>
      )}
    </g>
  );
}

function Hanger({ box: { x, y, width, height, lines, tone, full } }: { readonly box: Box }) {
  const [says = "", detail] = lines;
  const baseline = y + height / 2 + (detail ? -4 : 4);
  return (
    <g className={`node ${tone}`}>
      <title>{visible(full)}</title>
      <rect x={x} y={y} width={width} height={height} rx="8" />
      <use href={`#i-${icon(tone)}`} x={x + 13} y={baseline - 10} width="12" height="12" className="glyph" />
      <text x={x + 32} y={baseline} className="hanger">
        {says}
      </text>
      {detail && (
        <text x={x + 32} y={baseline + 16} className="hanger detail">
          {visible(detail)}
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
        <bdi>{words.address}</bdi>
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

function Point({ way, said: { label, says, detail, tone } }: { readonly way: string; readonly said: Said }) {
  return (
    <li className={tone}>
      <span className="way">{way}</span>
      {label && <bdi>{visible(label)}</bdi>}
      <Say tone={tone}>{visible(says)}</Say>
      {detail && <bdi>{visible(detail)}</bdi>}
    </li>
  );
}

const icon = (tone: Tone): Status => (tone === "plain" ? "info" : tone);
