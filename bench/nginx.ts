import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { answers } from "../lib/service/testing/postgres.ts";
import { freePort } from "../lib/testing/free-port.ts";
import { startProgram, temporaryFolder } from "../lib/testing/started.ts";
import { ensureNginx } from "../scripts/debian.mjs";
import { type Measure, median, round } from "./measure.ts";
import { makeReport, startService } from "./service.ts";

/* The page of a finished report beside nginx with one worker, which hands out the same bytes in the same encoding. */

const CONNECTIONS = 16;
const ROUNDS = 5;
const ROUND_MS = 2_000;
/** We are to be at 0.8 of nginx. */
const BAR = 1.25;

export async function bench(): Promise<Measure[]> {
  const nginx = await ensureNginx();
  if (!nginx) {
    console.log("  skipped: nginx could not be had from Debian here");
    return [];
  }
  const service = await startService(0);
  const folder = temporaryFolder("nginx");
  try {
    const path = await makeReport(service.url, "203.0.113.22");
    // Rendered once, and from memory from then on.
    for (let i = 0; i < 3; i++) await (await fetch(service.url + path)).arrayBuffer();
    const ours = Number(new URL(service.url).port);
    const body = await ask(ours, path);
    const other = await startNginx(nginx, folder, body);
    try {
      const rates: { ours: number; theirs: number }[] = [];
      for (let i = 0; i < ROUNDS; i++)
        rates.push({ ours: await rate(ours, path, body.length), theirs: await rate(other.port, "/page", body.length) });
      const [us, them] = [median(rates.map((each) => each.ours)), median(rates.map((each) => each.theirs))];
      const ratio = median(rates.map((each) => each.theirs / each.ours));
      return [
        {
          name: "nginx, one worker, over us: requests/s of the same bytes",
          value: round(ratio, 2),
          bar: BAR,
          unit: "",
        },
        { name: "/r/<id> from memory, in brotli", value: round(us), unit: "requests/s" },
        { name: "nginx, the same bytes", value: round(them), unit: "requests/s" },
        { name: "octets of the body", value: body.length, unit: "" },
      ];
    } finally {
      await other.end();
    }
  } finally {
    await service.end();
  }
}

async function startNginx(program: string, folder: string, body: Buffer) {
  const port = await freePort();
  mkdirSync(join(folder, "www"));
  writeFileSync(join(folder, "www/page"), body);
  const scratch = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((of) => `${of}_temp_path ${folder}/${of};`);
  writeFileSync(
    join(folder, "nginx.conf"),
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr crit;
     ${process.getuid?.() === 0 ? "user root;" : ""}
     events { worker_connections 256; }
     http {
       access_log off; keepalive_requests 10000000; sendfile on; ${scratch.join(" ")}
       open_file_cache max=10;
       server {
         listen 127.0.0.1:${port}; root ${folder}/www; default_type "text/html; charset=utf-8";
         add_header Content-Encoding br;
       }
     }`,
  );
  const args = ["-e", "stderr", "-p", folder, "-c", join(folder, "nginx.conf")];
  const child = startProgram(program, args, { stdio: ["ignore", "inherit", "inherit"] });
  const exited = once(child, "exit");
  const ended = exited.then(() => Promise.reject(new Error("nginx has ended")));
  ended.catch(() => undefined);
  while (!(await answers(port))) await Promise.race([sleep(50), ended]);
  return {
    port,
    end: async () => {
      child.kill("SIGQUIT");
      await exited;
    },
  };
}

const requestFor = (path: string, port: number): string =>
  `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nAccept-Encoding: br\r\n\r\n`;

/** One answer, body as sent. */
async function ask(port: number, path: string): Promise<Buffer> {
  const socket = connect(port, "127.0.0.1");
  socket.write(requestFor(path, port));
  let all = Buffer.alloc(0);
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    all = Buffer.concat([all, chunk]);
    const { start, length } = frame(all);
    if (start > 0 && all.length >= start + length) break;
  }
  socket.destroy();
  const { start } = frame(all);
  if (!/^HTTP\/1.1 200 .*content-encoding: br/is.test(all.toString("latin1", 0, start)))
    throw new Error(`the page was answered by ${all.toString("latin1", 0, 200)}`);
  return all.subarray(start);
}

/** Where the body begins, 0 where that has not come yet, and how long it is. */
function frame(bytes: Buffer): { readonly start: number; readonly length: number } {
  const end = bytes.indexOf("\r\n\r\n");
  if (end < 0) return { start: 0, length: 0 };
  const length = /content-length: (\d+)/i.exec(bytes.toString("latin1", 0, end))?.[1];
  return { start: end + 4, length: Number(length) };
}

/** Answers a second over some connections, each with one request at a time. */
async function rate(port: number, path: string, octets: number): Promise<number> {
  const request = requestFor(path, port);
  let answered = 0;
  const broken = Promise.withResolvers<never>();
  const sockets = Array.from({ length: CONNECTIONS }, () => {
    const socket = connect(port, "127.0.0.1");
    let [left, started] = [0, false];
    socket.setNoDelay(true);
    socket.write(request);
    socket.on("error", broken.reject);
    socket.on("data", (chunk) => {
      if (!started) {
        const { start, length } = frame(chunk);
        // A head comes in one piece: it is far smaller than a packet on loopback.
        if (length !== octets) throw new Error(`${length} octets where there are ${octets}`);
        [left, started] = [start + length, true];
      }
      left -= chunk.length;
      if (left > 0) return;
      started = false;
      answered++;
      socket.write(request);
    });
    return socket;
  });
  await Promise.race([sleep(ROUND_MS), broken.promise]);
  const found = answered;
  for (const socket of sockets) socket.destroy();
  return (1000 * found) / ROUND_MS;
}
