// A scenario's surroundings: a workspace, an editor in a browser; what is kept when one fails.
import { after, test } from "node:test";
import { mkdir, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import path from "node:path";
import { launchBrowser } from "./browser.js";
import { CodeServer, installExtension } from "./code_server.js";
import { Editor } from "./editor.js";
import { ARTEFACTS, ROOT, temporaryFolder, writeFiles } from "./folders.js";

export const VSIX = process.env.E2E_VSIX ?? path.join(ROOT, "dist/gpar-lint.vsix");

// One editor serves every file of scenarios that wants no other settings or environment.
const shared = new Map();

/** What `make` gives for a key, made once; it is closed when all tests have ended. */
function once(key, make) {
  if (!shared.has(key)) shared.set(key, make());
  return shared.get(key);
}

after(async () => {
  for (const made of [...shared.values()].reverse()) await (await made.catch(() => {}))?.close();
});

const extensions = () => once("extensions", () => installExtension(VSIX));

const serverFor = (options) =>
  once(JSON.stringify(options), async () => {
    const { path: folder } = await extensions();
    return CodeServer.start({ extensions: folder, ...options });
  });

/**
 * Opens a workspace that holds `files` in an editor with the extension installed.
 * - workspace: a file of it to open, where it is not the folder itself;
 * - fresh: an editor of its own, that a scenario may harm;
 * - browser: for launchBrowser;
 * - the rest is for CodeServer.start.
 */
export async function openSession(given = {}) {
  const { files = {}, workspace, fresh = false, browser = {}, ...options } = given;
  if (!existsSync(VSIX)) throw new Error(`没有 ${VSIX}，先运行 make vsix。`);
  const session = { closing: [] };
  session.close = async () => {
    for (const close of session.closing.splice(0).reverse()) await close();
  };
  try {
    const folder = await temporaryFolder("workspace");
    session.closing.push(folder.remove);
    session.folder = path.join(folder.path, "年报");
    await mkdir(session.folder);
    await writeFiles(session.folder, files);
    const own = fresh ? { env: { ...options.env, E2E_WORKSPACE: folder.path } } : {};
    session.server = await serverFor({ ...options, ...own });
    const { context } = await once(`browser ${JSON.stringify(browser)}`, () => launchBrowser(browser));
    session.page = await context.newPage();
    session.closing.push(() => session.page.close());
    const place = workspace ? path.join(session.folder, workspace) : session.folder;
    session.editor = await Editor.open(session.page, session.server.page(place));
    return session;
  } catch (error) {
    await keep(session, "start");
    await session.close();
    throw error;
  }
}

/** The screenshot and the logs of a scenario that failed. */
async function keep(session, name) {
  const base = path.join(ARTEFACTS, "failures", name.replaceAll(/[^\p{L}\p{N}]+/gu, "-"));
  await mkdir(path.dirname(base), { recursive: true });
  await session.page?.screenshot({ path: `${base}.png` }).catch(() => {});
  if (session.server) await writeFile(`${base}.log`, session.server.logs());
}

/**
 * One session for the scenarios of a file, and how to write one:
 *     const scenario = scenarios({ files });
 *     scenario("what a person sees", async ({ editor, folder }) => { … });
 * The session is opened by the first that runs and closed by the last.
 */
export function scenarios(options, open = openSession) {
  let session;
  let left = 0;
  return (name, play) => {
    left += 1;
    return test(name, { timeout: 300_000 }, async (context) => {
      try {
        session ??= open(options);
        await play(await session, context);
      } catch (error) {
        await session.then((opened) => keep(opened, name)).catch(() => {});
        throw error;
      } finally {
        left -= 1;
        if (!left) await session.then((opened) => opened.close()).catch(() => {});
      }
    });
  };
}

/** Keeps a picture of what is seen now. */
export async function picture(session, name, clip) {
  await mkdir(ARTEFACTS, { recursive: true });
  await session.page.screenshot({ path: path.join(ARTEFACTS, `${name}.png`), clip });
}
