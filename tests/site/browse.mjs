// Opens the site in a real browser: `node browse.mjs SITE E2E`. Prints what it saw as JSON.
import { createRequire } from "node:module";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";

const [site, e2e] = process.argv.slice(2);
const { chromium } = createRequire(path.join(e2e, "package.json"))("playwright-core");
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };

const server = http.createServer((request, response) => {
  let file = path.join(site, decodeURIComponent(new URL(request.url, "http://x").pathname));
  if (file.endsWith("/")) file += "index.html";
  if (!fs.existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, { "content-type": TYPES[path.extname(file)] ?? "application/octet-stream" });
  response.end(fs.readFileSync(file));
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const address = `http://127.0.0.1:${server.address().port}`;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
const saw = { outside: [], errors: [], found: {}, wide: [] };
page.on("pageerror", (error) => saw.errors.push(String(error)));
page.on("request", (request) => {
  const url = request.url();
  if (!/^(data|blob):/.test(url) && !url.startsWith(address)) saw.outside.push(url);
});

await page.goto(`${address}/`);
// The search box opens once the page's script has loaded, and answers once the index has.
const box = page.locator("input:visible").last();
while (!(await box.isVisible())) {
  await page.keyboard.press("Control+k");
  await page.waitForTimeout(500);
}
const results = page.locator('a[href*="?h="]:visible');
for (const word of ["上年结转", "row-total", "A301", "批注"]) {
  await box.fill(word);
  await results.filter({ hasText: word }).first().waitFor({ timeout: 60_000 });
  const texts = await results.allInnerTexts();
  saw.found[word] = texts.slice(0, 5).map((text) => text.split("\n")[0]);
}

await page.setViewportSize({ width: 390, height: 844 });
for (const place of ["", "rules/", "rules/A301/", "填报/改正/", "开发/", "开发/接口/", "配置/"]) {
  await page.goto(`${address}/${place}`);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > 390) saw.wide.push(`${place}: ${width}`);
}
await browser.close();
server.close();
console.log(JSON.stringify(saw));
