// Folders of a run: where things are, and temporary ones that go when the tests end.
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const HERE = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
export const ROOT = path.resolve(HERE, "../..");
export const ARTEFACTS = path.join(HERE, "artefacts");
export const EXAMPLES = path.join(ROOT, "examples");

/** A new temporary folder; `remove` takes it away again. */
export async function temporaryFolder(name) {
  const folder = await mkdtemp(path.join(tmpdir(), `gpar-e2e-${name}-`));
  return {
    path: folder,
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}

/** Write files, given by their paths below a folder; those that are objects as JSON. */
export async function writeFiles(folder, files) {
  for (const [name, content] of Object.entries(files)) {
    const target = path.join(folder, name);
    await mkdir(path.dirname(target), { recursive: true });
    const raw = typeof content === "string" || Buffer.isBuffer(content);
    await writeFile(target, raw ? content : JSON.stringify(content, null, 2));
  }
}
