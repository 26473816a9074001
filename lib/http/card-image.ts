import { readFile } from "node:fs/promises";
import { LRUCache } from "lru-cache";
import { ImageResponse } from "next/og";
import { createElement } from "react";
import { CARD_SIZE, SocialCard } from "../../components/report/social-card.tsx";
import type { PresentedReport } from "../checks/view.ts";
import { shared } from "../service/shared.ts";

type Image = Uint8Array<ArrayBuffer>;

interface Cards {
  readonly kept: LRUCache<string, Image>;
  /** Drawing takes a core for a moment: one at a time, so that checks under way keep their time. */
  last: Promise<unknown>;
}
const cards = () =>
  shared(
    "cards",
    (): Cards => ({
      kept: new LRUCache({ maxSize: 16 * 1024 * 1024, sizeCalculation: ({ length }) => length }),
      last: Promise.resolve(),
    }),
  );

/** A report's card as PNG. That of a finished one is drawn once and kept, the least recently used go first. */
export async function cardImage(report: PresentedReport): Promise<Image> {
  const { kept, last } = cards();
  const before = kept.get(report.id);
  if (before) return before;
  const drawing = last.then(() => kept.get(report.id) ?? draw(report));
  cards().last = drawing.catch(() => undefined);
  const image = await drawing;
  if (report.state === "done") kept.set(report.id, image);
  return image;
}

async function draw(report: PresentedReport): Promise<Image> {
  const response = new ImageResponse(createElement(SocialCard, { report }), { ...CARD_SIZE, fonts: await fonts() });
  return new Uint8Array(await response.arrayBuffer());
}

const fonts = () =>
  shared("card-fonts", () =>
    Promise.all([
      face(
        "sans",
        400,
        new URL("../../node_modules/@fontsource/inter/files/inter-latin-400-normal.woff", import.meta.url),
      ),
      face(
        "sans",
        600,
        new URL("../../node_modules/@fontsource/inter/files/inter-latin-600-normal.woff", import.meta.url),
      ),
      face(
        "mono",
        400,
        new URL(
          "../../node_modules/@fontsource/jetbrains-mono/files/jetbrains-mono-latin-700-normal.woff",
          import.meta.url,
        ),
      ),
    ]),
  );

const face = async (name: string, weight: 400 | 600, file: URL) => ({
  name,
  weight,
  style: "normal" as const,
  data: await readFile(file),
});
