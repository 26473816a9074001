// What becomes a file for browsers (scripts/bundle-page-script.mjs): `import address from "./page.js"` gives its address.
import "./start.ts";
