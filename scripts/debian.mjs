// What the tests use from Debian where it is Debian and we may install: one table, one place.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isExecutable, ROOT, run, say, which } from "./steps.mjs";

/** Real peers of the lab tests. Those that conflict with another package are unpacked, not installed. */
const PEERS = [
  { program: "ip", package: "iproute2" },
  { program: "unbound", package: "unbound" },
  { program: "nsd", package: "nsd" },
  { program: "rbldnsd", package: "rbldnsd" },
  { program: "postfix", package: "postfix" },
  { program: "exim4", package: "exim4-daemon-light", unpack: true },
];

/** Where unpacked packages are; lab tests find it as NAMEPLATE_LAB. */
export const LAB = join(ROOT, "node_modules/.cache/nameplate-lab");

const isRoot = () => process.getuid?.() === 0;
const canInstall = () => isRoot() && which("apt-get") !== undefined;
const quietly = { env: { DEBIAN_FRONTEND: "noninteractive" } };

let updated;
const update = () => {
  updated ??= run("apt-get", ["update", "-q"], { ...quietly, quiet: true });
  return updated;
};

/** Installs packages without starting what they bring. */
async function install(packages) {
  say(`installing ${packages.join(", ")} from Debian …`);
  await update();
  const policy = "/usr/sbin/policy-rc.d";
  const ours = !existsSync(policy);
  if (ours) writeFileSync(policy, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  const code = await run("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...packages], {
    ...quietly,
    quiet: true,
  });
  if (ours) rmSync(policy, { force: true });
  return code === 0;
}

async function unpack(name) {
  say(`unpacking ${name} from Debian …`);
  await update();
  mkdirSync(LAB, { recursive: true });
  if ((await run("apt-get", ["download", "-q", name], { ...quietly, cwd: LAB, quiet: true })) !== 0) return;
  const file = readdirSync(LAB).find((entry) => entry.startsWith(`${name}_`) && entry.endsWith(".deb"));
  if (file) await run("dpkg", ["-x", join(LAB, file), LAB]);
}

/** Whatever of the lab's peers can be had here; the tests that miss one are reported skipped. */
export async function ensurePeers() {
  const missing = PEERS.filter(({ program }) => !which(program) && !isExecutable(join(LAB, "usr/sbin", program)));
  if (missing.length === 0) return;
  const names = missing.map((peer) => peer.package).join(", ");
  if (!canInstall()) return say(`lab tests will miss ${names}: not on this machine, and they cannot be installed.`);
  const plain = missing.filter((peer) => !peer.unpack).map((peer) => peer.package);
  if (plain.length > 0 && !(await install(plain))) for (const name of plain) await install([name]);
  for (const peer of missing.filter((one) => one.unpack)) await unpack(peer.package);
}

const BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/chromium-browser",
];

/** A browser for the end-to-end tests: the machine's, else Debian's, else Playwright's own (undefined then). */
export async function ensureBrowser() {
  const find = () => [process.env.CHROMIUM_PATH, ...BROWSERS].find((path) => path && isExecutable(path));
  const found = find();
  if (found) return found;
  if (canInstall() && (await install(["chromium"]))) return find();
  say("downloading a browser for the tests (playwright install chromium) …");
  await run("playwright", ["install", "chromium"]);
  return undefined;
}
