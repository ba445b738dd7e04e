// The editor in Chinese. Its language packs come from a marketplace that a test must not need:
// this is a small one, of the words that stand in pictures and decide what extensions show.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { HERE } from "./folders.js";

const OUT = path.join(HERE, "node_modules/code-server/lib/vscode/out");

const read = async (name) => JSON.parse(await readFile(name, "utf8"));

/** The files of a profile that make `language` its display language. */
export async function displayLanguage(language, data) {
  if (language !== "zh-cn") return {};
  const file = path.join(data, "display/main.i18n.json");
  const pack = {
    hash: "e2e",
    extensions: [{ extensionIdentifier: { id: "e2e.chinese" }, version: "1.0.0" }],
    translations: { vscode: file },
    label: "中文(简体)",
  };
  return {
    "data/display/main.i18n.json": { version: "1.0.0", contents: await translations() },
    "data/languagepacks.json": { [language]: pack },
  };
}

/** Every text of the editor that we have Chinese words for, by module and key. */
async function translations() {
  const words = await read(path.join(HERE, "display/words.json"));
  const messages = await read(path.join(OUT, "nls.messages.json"));
  const contents = {};
  let place = 0;
  for (const [module, keys] of await read(path.join(OUT, "nls.keys.json"))) {
    for (const key of keys) {
      const chinese = words[messages[place++]];
      if (chinese) (contents[module] ??= {})[key] = chinese;
    }
  }
  return contents;
}
