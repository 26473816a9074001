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

/**
 * Unpacks packages and what they depend on, but for what the machine has. Each is planned by itself, because mail servers
 * conflict, and one that cannot be had costs no other; what several need is fetched once.
 */
async function unpack(names) {
  const plan = (name) => output("apt-get", ["install", "--simulate", "-q", "--no-install-recommends", name]);
  const plans = await inPairs(names, plan);
  const needed = new Set(plans.flatMap((text) => [...text.matchAll(/^Inst (\S+)/gm)].map(([, each]) => each)));
  await unpackInto(LAB, [...needed]);
}

/** Downloads packages and unpacks them into a folder. What is there stays: tests may be using it already. */
async function unpackInto(folder, packages) {
  const [downloads, done] = [join(folder, "packages"), join(folder, "unpacked")];
  rmSync(downloads, { recursive: true, force: true });
  for (const each of [downloads, done]) mkdirSync(each, { recursive: true });
  const needed = packages.filter((name) => !existsSync(join(done, name)));
  if (needed.length > 0) await run("apt-get", ["download", "-q", ...needed], { cwd: downloads, quiet: true });
  await inPairs(readdirSync(downloads), async (file) => {
    const [name] = file.split("_");
    if ((await run("dpkg", ["-x", join(downloads, file), folder])) === 0) writeFileSync(join(done, name), "");
  });
  rmSync(downloads, { recursive: true });
}

/** Does work for each of many, two at a time: programs that hardly wait, on a machine that may have two cores. */
async function inPairs(all, work) {
  const results = [];
  for (let i = 0; i < all.length; i += 2) results.push(...(await Promise.all(all.slice(i, i + 2).map(work))));
  return results;
}

/** Debian keeps PostgreSQL's programs off the path, by version. */
const postgresFolders = () =>
  ["/usr", join(LAB, "usr")]
    .map((place) => join(place, "lib/postgresql"))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((version) => join(folder, version, "bin")));

/**
 * Whatever of the lab's peers can be had here, or only these programs of them; the tests that miss one are reported
 * skipped.
 */
export async function ensurePeers(programs) {
  const lacking = () => [
    ...Object.keys(PEERS)
      .filter((program) => programs?.includes(program) ?? true)
      .filter((program) => !which(program, [join(LAB, "usr/sbin"), join(LAB, "usr/bin"), ...postgresFolders()]))
      .map((program) => PEERS[program]),
    ...Object.keys(programs ? {} : LIBRARIES)
      .filter((file) => !["/usr", join(LAB, "usr")].some((folder) => existsSync(join(folder, file))))
      .map((file) => LIBRARIES[file]),
  ];
  const names = lacking();
  if (names.length === 0) return;
  if (!which("apt-get") || !which("dpkg")) return say(`tests will miss ${names.join(", ")}: this is not Debian.`);
  say(`unpacking ${names.join(", ")} from Debian for the tests …`);
  if (isRoot()) await update();
  await unpack(names);
  // Where /lib is a link to /usr/lib, what a package has in /lib belongs there.
  for (const folder of ["bin", "sbin", "lib"].filter((each) => existsSync(join(LAB, each)))) {
    cpSync(join(LAB, folder), join(LAB, "usr", folder), { recursive: true, verbatimSymlinks: true });
    rmSync(join(LAB, folder), { recursive: true });
  }
  const still = lacking();
  if (still.length > 0) say(`tests will miss ${still.join(", ")}: no such package could be had.`);
}

/** nginx to be compared with: the machine's, or Debian's, unpacked beside the lab's peers. Undefined where there is none. */
export async function ensureNginx() {
  const find = () => which("nginx", [join(LAB, "usr/sbin")]);
  if (find() || !which("apt-get") || !which("dpkg")) return find();
  say("unpacking nginx from Debian …");
  if (isRoot()) await update();
  await unpack(["nginx"]);
  return find();
}

/** Where a browser is unpacked. */
const BROWSER = join(ROOT, "node_modules/.cache/nameplate-browser");
/** Chromium without its windows: the same engine, and pages open in half the time. */
const SHELLS = [join(BROWSER, "usr/lib/chromium/chromium-headless-shell"), "/usr/bin/chromium-headless-shell"];
const BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/chromium-browser",
];

/** Unpacks the one without windows where Debian has it and this machine has what it links to. Nothing is installed. */
async function unpackShell() {
  const [shell] = SHELLS;
  rmSync(BROWSER, { recursive: true, force: true });
  say("unpacking chromium-headless-shell from Debian for the end-to-end tests …");
  if (isRoot()) await update();
  await unpackInto(BROWSER, ["chromium-headless-shell", "chromium-common"]);
  if (isExecutable(shell) && (await run(shell, ["--version"], { quiet: true })) === 0) return;
  say("no such browser could be had: the machine's own is used.");
  rmSync(BROWSER, { recursive: true });
}

/** A browser for the end-to-end tests: Debian's without windows, the machine's, else Playwright's own (undefined then). */
export async function ensureBrowser() {
  const find = (...paths) => paths.find((path) => path && isExecutable(path));
  const best = () => find(process.env.CHROMIUM_PATH, ...SHELLS);
  const any = () => best() ?? find(...BROWSERS);
  if (best()) return best();
  if (any() && which("apt-get") && which("dpkg")) {
    await unpackShell();
    return any();
  }
  if (any()) return any();
  if (canInstall() && ((await install(["chromium-headless-shell"])) || (await install(["chromium"])))) return any();
  say("downloading a browser for the tests (playwright install chromium) …");
  await run("playwright", ["install", "chromium"]);
  return undefined;
}
