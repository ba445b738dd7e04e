/** The engine in a worker of its own: the page never waits for it. */

import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { loadPyodide, type PyodideInterface } from "pyodide";
import { fetchBytes, inflate } from "./assets.js";
import type { Assets, FromWorker, ToWorker } from "./protocol.js";

declare const LOCK: { info: object; packages: object };

type Ask = (question: string, given: string, data?: Uint8Array) => unknown;

const ENGINE = "/engine.zip";
const DESK = "/desk";
const HOME = "https://engine.invalid/"; // pyodide asks for its files there; see `served`

let ask: Promise<Ask> | undefined;

self.onmessage = (event: MessageEvent<ToWorker>) => {
  const message = event.data;
  if (message.kind === "start") {
    ask = start(message.assets);
    ask.then(
      () => post({ kind: "ready" }),
      (error: unknown) => post({ kind: "failed", message: told(error) }),
    );
  } else {
    void answer(message);
  }
};

function post(message: FromWorker, transfer: Transferable[] = []): void {
  (self as unknown as Worker).postMessage(message, transfer);
}

async function answer(message: ToWorker & { kind: "ask" }): Promise<void> {
  const { id, question, given, data } = message;
  try {
    const found = (await ask)!(question, given, data ? new Uint8Array(data) : undefined);
    if (typeof found === "string") post({ kind: "answer", id, answer: found });
    else post({ kind: "answer", id, answer: bytes(found as PyBuffer) });
  } catch (error) {
    // What Python raises is a defect of ours and no more; anything else, and Python is gone.
    const fatal = !(error instanceof Error && error.constructor.name === "PythonError");
    post({ kind: "error", id, message: told(error), fatal });
  }
}

interface PyBuffer {
  toJs(): Uint8Array;
  destroy(): void;
}

function bytes(found: PyBuffer): Uint8Array {
  const copy = found.toJs().slice();
  found.destroy();
  return copy;
}

function told(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function start(assets: Assets): Promise<Ask> {
  const files = await Promise.all([
    load(assets, "python"),
    load(assets, "library"),
    load(assets, "engine"),
    assets.memory ? load(assets, "memory") : null,
  ]);
  const [python, library, engine, memory] = files;
  post({ kind: "progress", step: "start", done: 0, total: 1 });
  self.fetch = served(await inflate(python!), library!);
  const pyodide = await begin(memory ? await inflate(memory) : null, engine!);
  pyodide.FS.mkdirTree(DESK);
  pyodide.FS.chdir(DESK);
  return asker(pyodide);
}

let fetched = 0;

async function load(assets: Assets, name: keyof Assets): Promise<Uint8Array<ArrayBuffer>> {
  const total = Object.values(assets).reduce((sum, each) => sum + (each ? each.size : 0), 0);
  return fetchBytes(assets[name]!.url, (count) => {
    fetched += count;
    post({ kind: "progress", step: "fetch", done: Math.min(fetched, total), total });
  });
}

/**
 * A fetch that knows pyodide's own files and nothing else: whatever type a server gives them does
 * not matter, and no other address is ever asked.
 */
function served(wasm: ArrayBuffer, library: Uint8Array<ArrayBuffer>): typeof fetch {
  return async (request) => {
    const url = String(request instanceof Request ? request.url : request);
    if (url.endsWith(".wasm")) {
      return new Response(wasm, { headers: { "Content-Type": "application/wasm" } });
    }
    if (url.endsWith("python_stdlib.zip")) return new Response(library);
    throw new Error(`not here: ${url}`);
  };
}

/** Python as it was put to sleep when the page was made; where that fails, started afresh. */
async function begin(
  memory: ArrayBuffer | null,
  engine: Uint8Array,
): Promise<PyodideInterface> {
  if (memory) {
    try {
      const pyodide = await python(memory);
      pyodide.FS.writeFile(ENGINE, engine);
      return pyodide;
    } catch (error) {
      console.warn("the kept memory does not fit this browser:", error);
    }
  }
  const pyodide = await python(null);
  pyodide.FS.writeFile(ENGINE, engine);
  pyodide.runPython(
    `import sys\nsys.path.append("${ENGINE}")\nfrom gpar_lint_page import Desk\ndesk = Desk()`,
  );
  return pyodide;
}

function python(memory: ArrayBuffer | null): Promise<PyodideInterface> {
  return loadPyodide({
    indexURL: HOME,
    createPyodideModule: memory ? roomy(memory.byteLength) : createPyodideModule,
    lockFileContents: JSON.stringify(LOCK),
    packageBaseUrl: HOME,
    ...(memory ? { _loadSnapshot: memory } : {}),
  });
}

type Settings = Parameters<typeof createPyodideModule>[0];
type Instantiate = (
  imports: WebAssembly.Imports,
  receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
) => unknown;

/** Python's module with so much memory from the start: what is restored has to fit. */
function roomy(bytes: number): typeof createPyodideModule {
  return (given: Settings) => {
    const settings = given as Settings & { instantiateWasm: Instantiate };
    const instantiate = settings.instantiateWasm;
    settings.instantiateWasm = (imports, receive) =>
      instantiate(imports, (instance, module) => {
        const memory = instance.exports["memory"] as WebAssembly.Memory;
        const missing = bytes - memory.buffer.byteLength;
        if (missing > 0) memory.grow(Math.ceil(missing / 65536));
        receive(instance, module);
      });
    return createPyodideModule(settings);
  };
}

function asker(pyodide: PyodideInterface): Ask {
  const desk = pyodide.globals.get("desk") as { ask: Ask };
  return (question, given, data) => {
    if (!data) return desk.ask(question, given);
    const content = pyodide.toPy(data) as Uint8Array & { destroy(): void };
    try {
      return desk.ask(question, given, content);
    } finally {
      content.destroy();
    }
  };
}
