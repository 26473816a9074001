import { spawn } from "node:child_process";
import { chromium } from "@playwright/test";
const out=process.argv[2];
const demo = spawn("node_modules/.bin/node", ["demo.ts"], { env: { ...process.env, PORT: "0", LOG_LEVEL: "warn" }, stdio: ["ignore","pipe","inherit"] });
process.on("exit", () => demo.kill());
const url = await new Promise((r) => demo.stdout.on("data", (t) => { const m=/Nameplate is at (\S+)/.exec(t); if(m) r(m[1]); }));
const T=(process.argv[3]??"203.0.113.27,203.0.113.29,203.0.113.20,203.0.113.24,example.com").split(",");
const browser = await chromium.launch({ executablePath: "/tmp/e2e-hs/usr/lib/chromium/chromium-headless-shell", args:["--no-sandbox"] });
let n=0;
for (const target of T) {
  const made = await (await fetch(url+"/api/v1/checks",{method:"POST",headers:{"content-type":"application/json"},body:JSON.stringify({target})})).json();
  n++;
  for (const [name,w,h,cs] of [["desk",1280,900,"light"],["phone",390,844,"dark"]]) {
    const page = await browser.newPage({ viewport:{width:w,height:h}, colorScheme:cs });
    await page.goto(`${url}/r/${made.id}`); 
    for(let i=0;i<60;i++){ const j=await (await fetch(`${url}/r/${made.id}.json`)).json(); if(j.state!=="running") break; await new Promise(r=>setTimeout(r,300)); }
    await page.goto(`${url}/r/${made.id}`); await page.waitForTimeout(300);
    await page.screenshot({ path:`${out}/${String(n).padStart(2,"0")}-${name}.png`, fullPage: process.argv[4]==="full" });
    await page.close();
  }
  console.log(n,target);
}
await browser.close(); process.exit(0);
