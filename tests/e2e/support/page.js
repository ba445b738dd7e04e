// The clerk's page: a plain web server for dist/page, a browser on it, and what it asks for.
import { execFile } from "node:child_process";
import { createServer } from "node:http";
import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { launchBrowser } from "./browser.js";
import { ROOT, temporaryFolder } from "./folders.js";

export const PAGE = path.join(ROOT, "dist/page");
const PYTHON = path.join(ROOT, ".venv/bin/python");
const run = promisify(execFile);

// What any server knows; of everything else a poor one says only that it is bytes.
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

/** Serves a folder as a simple server does: no compression, no headers, few types. */
export async function serve(folder) {
  if (!existsSync(path.join(folder, "index.html"))) throw new Error(`没有 ${folder}，先运行 make page。`);
  const served = { sent: 0, log: [] };
  const server = createServer(async (request, response) => {
    const asked = decodeURIComponent(new URL(request.url, "http://page").pathname);
    const file = path.join(folder, asked.endsWith("/") ? `${asked}index.html` : asked);
    const content = await readFile(file).catch(() => null);
    served.log.push(`${content ? 200 : 404} ${asked}`);
    served.sent += content?.length ?? 0;
    const type = TYPES[path.extname(file)] ?? "application/octet-stream";
    response.writeHead(content ? 200 : 404, { "Content-Type": type });
    response.end(content ?? "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  served.port = server.address().port;
  served.address = `http://localhost:${served.port}/`;
  served.logs = () => served.log.join("\n");
  served.stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return served;
}

/** A browser before the page; `requests` and `complaints` are all that it asked for and said. */
export async function openPage({ folder = PAGE, ...look } = {}) {
  const server = await serve(folder);
  const browser = await launchBrowser({ viewport: { width: 1360, height: 900 }, ...look });
  const session = { server, browser, page: browser.page, requests: [], complaints: [] };
  browser.context.on("request", (request) => session.requests.push(request.url()));
  browser.context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) session.complaints.push(message.text());
  });
  browser.context.on("weberror", (error) => session.complaints.push(String(error.error())));
  // A page with changes that are not saved asks before it goes.
  browser.context.on("dialog", (dialog) => dialog.accept());
  session.close = async () => {
    for (const page of browser.context.pages()) await page.close();
    await browser.close();
    await server.stop();
  };
  return session;
}

/** The reports that `python -m tests.web.made` makes. */
export async function madeReports(count) {
  const folder = await temporaryFolder("reports");
  await run(PYTHON, ["-m", "tests.web.made", folder.path, String(count)], { cwd: ROOT });
  return folder;
}

/** What the command line finds in a file. */
export async function commandLine(file, ...options) {
  const command = [file, "--isolated", "--output-format", "json", ...options];
  const { stdout } = await run(path.join(ROOT, ".venv/bin/gpar-lint"), command).catch((error) => error);
  return JSON.parse(stdout);
}

/** Let files fall on the page, as from the user's desktop; on `target`, if it shows several. */
export async function drop(page, files, target = "body") {
  const given = await Promise.all(
    files.map(async (file) => ({
      name: path.basename(file),
      content: (await readFile(file)).toString("base64"),
    })),
  );
  const transfer = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const { name, content } of all) {
      const bytes = Uint8Array.from(atob(content), (char) => char.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, given);
  await page.dispatchEvent("body", "dragover", { dataTransfer: transfer });
  await page.dispatchEvent(target, "drop", { dataTransfer: transfer });
}

/** Press a button that saves a file; its name and where it was saved. */
export async function saved(page, selector) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(selector)]);
  return { name: download.suggestedFilename(), path: await download.path() };
}

/** The engine as the page ships it, in a worker of the page; `ask` asks it what the page asks. */
export async function startEngine(page) {
  const names = await readdir(PAGE);
  const named = (part) => names.find((name) => name.startsWith(`${part}-`));
  const parts = ["python", "library", "engine", "memory"].map((part) => [part, named(part)]);
  await page.evaluate(
    async ({ code, parts }) => {
      const packed = await (await fetch(code)).blob();
      const unpacked = packed.stream().pipeThrough(new DecompressionStream("gzip"));
      const source = await new Response(unpacked).arrayBuffer();
      const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
      const worker = new Worker(url, { type: "module" });
      const assets = Object.fromEntries(
        parts.map(([part, name]) => [part, { url: new URL(name, location.href).href, size: 0 }]),
      );
      window.asked = new Map();
      await new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => {
          if (data.kind === "ready") resolve();
          if (data.kind === "failed") reject(new Error(data.message));
          if (data.kind === "answer") window.asked.get(data.id)(data.answer);
          if (data.kind === "error") window.asked.get(data.id)(JSON.stringify({ error: data.message }));
        };
        worker.postMessage({ kind: "start", assets });
      });
      window.engine = worker;
    },
    { code: named("worker"), parts },
  );
  return async (question, given, content = null) =>
    JSON.parse(
      await page.evaluate(
        ({ question, given, content }) =>
          new Promise((resolve) => {
            const id = window.asked.size + 1;
            window.asked.set(id, resolve);
            const data = content && Uint8Array.from(atob(content), (char) => char.charCodeAt(0)).buffer;
            window.engine.postMessage({ kind: "ask", id, question, given: JSON.stringify(given), data });
          }),
        { question, given, content: content && content.toString("base64") },
      ),
    );
}
