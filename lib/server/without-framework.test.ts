import { expect, test } from "vitest";
import { withoutFramework } from "./without-framework.ts";

const OWN = '<script src="/_next/static/media/page.1.js" defer="" data-page-script=""></script>';

test.each([
  ["a file of the framework's", '<script src="/_next/static/chunks/1.js" async="" nonce="a=="></script>'],
  [
    "its data, whatever they say",
    '<script nonce="a">self.__next_f.push([1,"\\u003c/script>data-page-script"])</script>',
  ],
  [
    "what would be loaded ahead",
    '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/1.js"/>',
  ],
])("%s goes", (_, element) => {
  expect(withoutFramework(`<p>a</p>${element}${OWN}<p>b</p>`)).toBe(`<p>a</p>${OWN}<p>b</p>`);
});

test.each([
  ["the page script", OWN],
  ["a style sheet", '<link rel="stylesheet" href="/_next/static/chunks/1.css" data-precedence="next"/>'],
  ["a font", '<link rel="preload" as="font" href="/_next/static/media/1.woff2" crossorigin="" type="font/woff2"/>'],
  ["what a stranger's server said", "<code>&lt;script&gt;alert(1)&lt;/script&gt;</code>"],
])("%s stays", (_, element) => {
  expect(withoutFramework(`<p>a</p>${element}<p>b</p>`)).toBe(`<p>a</p>${element}<p>b</p>`);
});
