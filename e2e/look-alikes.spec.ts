import { expectAccessible, LOOKS } from "./accessible.ts";
import { expect, test } from "./test.ts";

/** A page on which axe finds nothing, with many elements that look alike. */
const page = (style: string, more = "") => `<!doctype html><html lang="en"><title>A page</title>
  <meta name="viewport" content="width=device-width">
  <style>
    :root { color-scheme: light dark; background: #fff; color: #111 } ul { padding: 0 } li { margin: 1em }
    @media (prefers-color-scheme: dark) { :root { background: #111; color: #eee } a { color: #9cf } }
    ${style}
  </style>
  <main><h1>A page</h1><h2>Its lines</h2><h3>All of them</h3>
    <ul>${Array.from({ length: 9 }, (_, n) => `<li id="line-${n}"><a href="#">line ${n}</a> of some</li>`).join("")}</ul>
    <div id="box" style="height: 3em"><p>Some words.</p><p>More words.</p></div>${more}
  </main>`;

const DARK = "@media (prefers-color-scheme: dark)";
const NARROW = "@media (max-width: 700px)";
const PHONE = "@media (max-width: 400px)";
/** Each is on the page in one look or some, and the first of them has to find it. */
const PLANTED: readonly (readonly [string, RegExp, string, string?])[] = [
  ["a pale line among others", /light.*color-contrast/s, "#line-5 { color: #999 }"],
  ["a pale line in the dark alone", /dark.*color-contrast.*line-7/s, `${DARK} { #line-7 { color: #555 } }`],
  ["a pale ground in the dark alone", /dark.*color-contrast/s, `${DARK} { #line-3 { background: #ddd } }`],
  ["a pale parent in the dark alone", /dark.*color-contrast/s, `${DARK} { #box { opacity: 0.3 } }`],
  ["a pale line on a phone alone", /phone.*color-contrast/s, `${PHONE} { #line-2 { color: #999 } }`],
  [
    "smaller letters of a colour for large ones",
    /200 %.*color-contrast/s,
    `#box { height: auto !important; color: #888; font-size: 32px } ${NARROW} { #box { font-size: 12px } }`,
  ],
  [
    "a box that comes to lie behind a line",
    /dark.*color-contrast/s,
    `#behind { position: absolute; inset: 0 } ${DARK} { #behind { background: #bbb } }`,
    '<div style="position: relative"><div id="behind"></div><p style="position: relative">Words before it.</p></div>',
  ],
  [
    "targets that lie close together when narrow",
    /200 %.*target-size/s,
    `button { width: 40px; height: 40px; margin: 9px } ${NARROW} { button { width: 9px; height: 9px; padding: 0; margin: 0; font-size: 6px } }`,
    "<button>a</button><button>b</button>",
  ],
  [
    "what scrolls on a phone, out of reach of keys",
    /phone.*scrollable-region-focusable/s,
    `#box { height: auto !important } ${PHONE} { #box { height: 2em !important; overflow: auto } }`,
  ],
  ["a heading that is missing when narrow", /200 %.*heading-order/s, `${NARROW} { h2 { display: none } }`],
  ["a heading that is missing in the dark", /dark.*heading-order/s, `${DARK} { h2 { visibility: hidden } }`],
  [
    "a link of a line, told by its colour alone in the dark",
    /dark.*link-in-text-block/s,
    `${DARK} { a { text-decoration: none; color: #ddd } }`,
  ],
  ["what is wider than a phone", /phone/s, `${PHONE} { h1 { width: 500px } }`],
];

test("a page without a fault has none in any look", async ({ page: shown }) => {
  await shown.setContent(page(""));
  await expectAccessible(shown, LOOKS);
});

for (const [what, found, style, more] of PLANTED)
  test(`${what} is found`, async ({ page: shown }) => {
    await shown.setContent(page(style, more));
    await expect(expectAccessible(shown, LOOKS)).rejects.toThrow(found);
  });
