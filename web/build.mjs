/**
 * Makes dist/page: the page, and the engine that it runs, as static files.
 *
 * Every file but two has its content's hash in its name, so that it can be kept for ever. None has
 * a suffix that some server does not know: the engine's parts are .bin, whatever they hold.
 */
import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import { loadPyodide } from "pyodide";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.dirname(HERE);
const OUT = path.join(ROOT, "dist", "page");
const PYODIDE = path.dirname(createRequire(import.meta.url).resolve("pyodide/package.json"));
const LEFT_OUT = new Set(["__pycache__", "server", "cli"]); // no terminal and no editor here

// The editor component writes a style sheet of its own; by this word the page knows it.
const NONCE = randomBytes(12).toString("base64url");

const lock = JSON.parse(await readFile(path.join(PYODIDE, "pyodide-lock.json"), "utf8"));
const LOCK = { info: lock.info, packages: {} };

/** Files below a folder, by their path in the engine. */
async function below(folder, prefix, found = new Map()) {
  for (const entry of (await readdir(folder, { withFileTypes: true })).sort(byName)) {
    const place = path.join(folder, entry.name);
    if (LEFT_OUT.has(entry.name)) continue;
    if (entry.isDirectory()) await below(place, `${prefix}/${entry.name}`, found);
    else found.set(`${prefix}/${entry.name}`.replace(/^\//, ""), await readFile(place));
  }
  return found;
}

function byName(one, other) {
  return one.name < other.name ? -1 : 1;
}

async function sources() {
  return new Map([
    ...(await below(path.join(ROOT, "gpar_lint"), "gpar_lint")),
    ...(await below(path.join(ROOT, "rules"), "gpar_lint/rules")),
    ...(await below(path.join(HERE, "bridge"), "")),
    ...(await below(path.join(HERE, "shim"), "")),
  ]);
}

function python(options = {}) {
  return loadPyodide({ lockFileContents: LOCK, packageBaseUrl: PYODIDE, ...options });
}

/** The engine as a zip of compiled modules and data. */
async function engine(files) {
  const pyodide = await python();
  for (const [name, content] of files) {
    pyodide.FS.mkdirTree(`/source/${path.posix.dirname(name)}`);
    pyodide.FS.writeFile(`/source/${name}`, content);
  }
  pyodide.runPython(await readFile(path.join(HERE, "pack.py"), "utf8"));
  return pyodide.FS.readFile("/engine.zip");
}

/** Python's memory with the engine loaded and warm: a start from it takes a tenth of the time. */
async function memory(zip) {
  const pyodide = await python({ _makeSnapshot: true });
  pyodide.FS.writeFile("/engine.zip", zip);
  pyodide.FS.mkdirTree("/desk");
  pyodide.FS.chdir("/desk");
  const examples = await below(path.join(ROOT, "examples"), "");
  for (const [name, content] of examples) {
    pyodide.FS.writeFile(`/desk/${path.posix.basename(name)}`, content);
  }
  pyodide.runPython(await readFile(path.join(HERE, "warm.py"), "utf8"));
  return pyodide.makeMemorySnapshot();
}

async function put(name, suffix, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  const url = `${name}-${hash}.${suffix}`;
  await writeFile(path.join(OUT, url), content);
  return { url, size: content.length };
}

async function bundle(entry, define = {}, format = "iife") {
  const result = await esbuild.build({
    entryPoints: [path.join(HERE, "src", entry)],
    bundle: true,
    minify: true,
    write: false,
    format,
    target: "es2021",
    charset: "utf8",
    legalComments: "none",
    external: ["node:*"],
    logLevel: "warning",
    define: Object.fromEntries(
      Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)]),
    ),
  });
  return result.outputFiles[0].contents;
}

async function examples() {
  const chosen = ["有缺陷/文表不符.txt", "有缺陷/由PDF转换.txt", "有缺陷/勾稽关系.txt"];
  const found = [];
  for (const name of chosen) {
    const text = await readFile(path.join(ROOT, "examples", name), "utf8");
    found.push({ name: path.basename(name), text });
  }
  return found;
}

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
const zip = await engine(await sources());
const asset = {
  python: await put(
    "python",
    "bin",
    gzipSync(await readFile(path.join(PYODIDE, "pyodide.asm.wasm")), { level: 9 }),
  ),
  library: await put("library", "bin", await readFile(path.join(PYODIDE, "python_stdlib.zip"))),
  engine: await put("engine", "bin", zip),
  memory: await put("memory", "bin", gzipSync(await memory(zip), { level: 9 })),
};
const worker = await put(
  "worker",
  "bin",
  gzipSync(await bundle("worker.ts", { LOCK }, "esm"), { level: 9 }),
);
const page = await put(
  "page",
  "js",
  await bundle("main.ts", {
    ASSETS: asset,
    WORKER: worker.url,
    EXAMPLES: await examples(),
    NONCE,
  }),
);
const style = await put("page", "css", await bundle("page.css"));
const html = (await readFile(path.join(HERE, "src", "index.html"), "utf8"))
  .replace("NONCE", NONCE)
  .replace("page.css", style.url)
  .replace("page.js", page.url);
await writeFile(path.join(OUT, "index.html"), html);
const files = [...Object.values(asset), worker, page, style].map((each) => each.url);
const version = createHash("sha256").update(html + files.join()).digest("hex").slice(0, 12);
await writeFile(
  path.join(OUT, "service-worker.js"),
  await bundle("service-worker.ts", { FILES: files, VERSION: version }),
);
let total = 0;
for (const name of (await readdir(OUT)).sort()) {
  const { size } = await stat(path.join(OUT, name));
  total += size;
  console.log(`${String(Math.round(size / 1024)).padStart(7)} KB  ${name}`);
}
console.log(`${String(Math.round(total / 1024)).padStart(7)} KB`);
process.exit(0); // pyodide under node keeps the process alive
