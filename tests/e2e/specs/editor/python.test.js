// The one thing that must be there is a Python: what is said where it is not, and how it is found.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmod, writeFile } from "node:fs/promises";
import path from "node:path";
import { temporaryFolder, writeFiles } from "../../support/folders.js";
import { change, CLEAN } from "../../support/reports.js";
import { openSession, picture, scenarios } from "../../support/session.js";
import { until } from "../../support/waiting.js";

const REPORT = change(CLEAN, ["新收政府信息公开申请23件", "新收政府信息公开申请25件"]);
const MESSAGE = /没有找到 Python 3\.10 或更新的版本，不能检查年报。请安装 Python，或者在设置中写明它的位置/;

/** A search path on which there is nothing but a Python that is too old. */
async function openWithOldPython(options) {
  const programs = await temporaryFolder("programs");
  const old = path.join(programs.path, "python3");
  await writeFile(old, "#!/bin/sh\necho 3.8.10\necho /usr/bin/python3.8\n");
  await chmod(old, 0o755);
  const session = await openSession({ ...options, env: { PATH: programs.path } });
  session.closing.unshift(programs.remove);
  return session;
}

const scenario = scenarios({ files: { "年报.txt": REPORT } }, openWithOldPython);

scenario("without a Python one message says so, and what to do", async (session) => {
  const { editor } = session;
  await editor.openFile("年报.txt");
  await editor.seeNotification(MESSAGE);
  assert.equal((await editor.notifications()).length, 1);
  assert.deepEqual(await editor.texts(".notification-toast .monaco-button"), ["安装 Python", "选择 Python…", "查看日志"]);
  await until("状态栏", async () => (await editor.status()) === "年报检查：没有 Python");
  assert.deepEqual(await editor.squiggles(), []);
  await picture(session, "no-python");
});

scenario("the log says what was tried and why it was not taken", async (session) => {
  const { editor, page } = session;
  await page.getByRole("button", { name: "查看日志" }).click();
  await until("日志", async () => {
    const shown = (await editor.texts(".output-view-content .view-line, .part.panel .view-line")).join("\n").replaceAll("\u00a0", " ");
    return /系统路径：python3，不用：版本是 3\.8\.10，需要 3\.10 或更新的版本/.test(shown) || Promise.reject(new Error(shown));
  });
  await picture(session, "no-python-log");
});

scenario("the interpreter named in the settings is taken at once", async ({ editor, folder }) => {
  const python = execFileSync("python3", ["-c", "import sys; print(sys.executable)"], { encoding: "utf8" });
  await writeFiles(folder, { ".vscode/settings.json": { "gpar-lint.interpreter": python.trim() } });
  await editor.openFile("年报.txt");
  await editor.reveal(15);
  await editor.seeSquiggles(["error", "25件"]);
});
