// npm run icons: draws the bitmaps in public/ from public/icon.svg, with the browser of the end-to-end tests.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { ensureBrowser } from "./debian.mjs";
import { ROOT } from "./steps.mjs";

const PUBLIC = join(ROOT, "public");
const svg = readFileSync(join(PUBLIC, "icon.svg"), "utf8");
const tokens = readFileSync(join(ROOT, "app/styles/tokens.css"), "utf8");
const GROUND = /--color-card: (#\w+)/.exec(tokens)[1];

const executablePath = await ensureBrowser();
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});

/** The mark so many pixels wide, on a ground where launchers put a shape around it: it fills `share` of the square. */
async function draw(size, { ground = "transparent", share = 1 } = {}) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const mark = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
  await page.setContent(
    `<style>body{margin:0;display:grid;place-items:center;height:100vh;background:${ground}}</style>
     <img src="${mark}" width="${Math.round(size * share)}" height="${Math.round(size * share)}">`,
  );
  await page.locator("img").evaluate((image) => image.decode());
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return png;
}

/** An ICO file that carries PNGs: a header, a directory entry for each, the pictures. */
function ico(pictures) {
  const header = Buffer.from([0, 0, 1, 0, pictures.length, 0]);
  let offset = header.length + 16 * pictures.length;
  const entries = pictures.map(({ size, png }) => {
    const entry = Buffer.alloc(16);
    entry.writeUInt8(size, 0);
    entry.writeUInt8(size, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...pictures.map(({ png }) => png)]);
}

const small = [];
for (const size of [16, 32, 48]) small.push({ size, png: await draw(size) });
writeFileSync(join(PUBLIC, "favicon.ico"), ico(small));
// Apple rounds the corners itself. Of a maskable icon the inner circle of 80 % is always seen (W3C app manifest).
writeFileSync(join(PUBLIC, "apple-touch-icon.png"), await draw(180, { ground: GROUND, share: 0.72 }));
for (const size of [192, 512])
  writeFileSync(join(PUBLIC, `icon-maskable-${size}.png`), await draw(size, { ground: GROUND, share: 0.64 }));
await browser.close();
