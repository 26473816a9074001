// What the tests use from Debian where it is Debian: one table, one place.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isExecutable, output, ROOT, run, say, which } from "./steps.mjs";

/** Real peers of the lab tests, and the database of some others: a program, and the package that brings it. */
const PEERS = {
  ip: "iproute2",
  unbound: "unbound",
  nsd: "nsd",
  "ldns-signzone": "ldnsutils",
  rbldnsd: "rbldnsd",
  postfix: "postfix",
  exim4: "exim4-daemon-light",
  smtpd: "opensmtpd",
  spamassassin: "spamassassin",
  rspamd: "rspamd",
  postgres: "postgresql",
};

/** Peers that are libraries: a file each brings below /usr, and its package. What is compared with them is reading. */
const LIBRARIES = {
  "lib/python3/dist-packages/spf.py": "python3-spf",
  "lib/python3/dist-packages/dkim/__init__.py": "python3-dkim",
  "share/perl5/Mail/SPF.pm": "libmail-spf-perl",
  "share/perl5/Mail/DKIM.pm": "libmail-dkim-perl",
};

/**
 * Where their packages are unpacked. Nothing is installed: the lab lays this over /usr in a mount namespace of its own,
 * so the machine stays as it is, and mail servers whose packages conflict stand side by side.
 */
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

/** Unpacks a package and what it depends on, but for what the machine has. */
async function unpack(name) {
  const plan = await output("apt-get", ["install", "--simulate", "-q", "--no-install-recommends", name]);
  const names = [...plan.matchAll(/^Inst (\S+)/gm)].map(([, each]) => each);
  const folder = join(LAB, "packages", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (names.length === 0 || (await run("apt-get", ["download", "-q", ...names], { cwd: folder, quiet: true })) !== 0)
    return;
  for (const file of readdirSync(folder)) await run("dpkg", ["-x", join(folder, file), LAB]);
  rmSync(folder, { recursive: true });
}

/** Debian keeps PostgreSQL's programs off the path, by version. */
const postgresFolders = () =>
  ["/usr", join(LAB, "usr")]
    .map((place) => join(place, "lib/postgresql"))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((version) => join(folder, version, "bin")));

/** Whatever of the lab's peers can be had here; the tests that miss one are reported skipped. */
export async function ensurePeers() {
  const lacking = () => [
    ...Object.keys(PEERS)
      .filter((program) => !which(program, [join(LAB, "usr/sbin"), join(LAB, "usr/bin"), ...postgresFolders()]))
      .map((program) => PEERS[program]),
    ...Object.keys(LIBRARIES)
      .filter((file) => !["/usr", join(LAB, "usr")].some((folder) => existsSync(join(folder, file))))
      .map((file) => LIBRARIES[file]),
  ];
  const names = lacking();
  if (names.length === 0) return;
  if (!which("apt-get") || !which("dpkg")) return say(`lab tests will miss ${names.join(", ")}: this is not Debian.`);
  say(`unpacking ${names.join(", ")} from Debian for the lab tests …`);
  if (isRoot()) await update();
  for (const name of names) await unpack(name);
  // Where /lib is a link to /usr/lib, what a package has in /lib belongs there.
  for (const folder of ["bin", "sbin", "lib"].filter((each) => existsSync(join(LAB, each)))) {
    cpSync(join(LAB, folder), join(LAB, "usr", folder), { recursive: true, verbatimSymlinks: true });
    rmSync(join(LAB, folder), { recursive: true });
  }
  const still = lacking();
  if (still.length > 0) say(`lab tests will miss ${still.join(", ")}: no such package could be had.`);
}

/** nginx to be compared with: the machine's, or Debian's, unpacked beside the lab's peers. Undefined where there is none. */
export async function ensureNginx() {
  const find = () => which("nginx", [join(LAB, "usr/sbin")]);
  if (find() || !which("apt-get") || !which("dpkg")) return find();
  say("unpacking nginx from Debian …");
  if (isRoot()) await update();
  await unpack("nginx");
  return find();
}

/** Chromium without its windows, where it is installed. */
const INSTALLED_SHELL = "/usr/bin/chromium-headless-shell";
const BROWSERS = [
  INSTALLED_SHELL,
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/chromium-browser",
];

/** The same, unpacked and not installed: the same engine as with windows, and pages open in half the time. */
const SHELL = join(ROOT, "node_modules/.cache/nameplate-browser/usr/lib/chromium/chromium-headless-shell");

/** Unpacks it where Debian has it and this machine has what it links to. */
async function unpackShell() {
  const folder = join(ROOT, "node_modules/.cache/nameplate-browser");
  const packages = ["chromium-headless-shell", "chromium-common"];
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  say(`unpacking ${packages[0]} from Debian for the end-to-end tests …`);
  if (isRoot()) await update();
  if ((await run("apt-get", ["download", "-q", ...packages], { cwd: folder, quiet: true })) === 0)
    for (const file of readdirSync(folder)) {
      await run("dpkg", ["-x", join(folder, file), folder]);
      rmSync(join(folder, file));
    }
  if (isExecutable(SHELL) && (await run(SHELL, ["--version"], { quiet: true })) === 0) return;
  say("no such browser could be had: the machine's own is used.");
  rmSync(folder, { recursive: true });
}

/** A browser for the end-to-end tests: Debian's without windows, the machine's, else Playwright's own (undefined then). */
export async function ensureBrowser() {
  const find = () => [process.env.CHROMIUM_PATH, SHELL, ...BROWSERS].find((path) => path && isExecutable(path));
  const found = find();
  if (found && [process.env.CHROMIUM_PATH, SHELL, INSTALLED_SHELL].includes(found)) return found;
  if (found && which("apt-get") && which("dpkg")) {
    await unpackShell();
    return find();
  }
  if (found) return found;
  // Where there is none, what it links to is missing as well, so that it cannot be unpacked alone.
  if (canInstall())
    for (const name of ["chromium-headless-shell", "chromium"]) if (await install([name])) return find();
  say("downloading a browser for the tests (playwright install chromium) …");
  await run("playwright", ["install", "chromium"]);
  return undefined;
}
