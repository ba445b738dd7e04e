// A folder from a stranger: reports are checked, and nothing that it names is run.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { chmod } from "node:fs/promises";
import path from "node:path";
import { change, CLEAN } from "../../support/reports.js";
import { openSession, picture, scenarios } from "../../support/session.js";
import { until } from "../../support/waiting.js";

const REPORT = change(CLEAN, ["新收政府信息公开申请23件", "新收政府信息公开申请25件"]);
const TRUST = {
  "security.workspace.trust.enabled": true,
  "security.workspace.trust.startupPrompt": "never",
  "security.workspace.trust.banner": "never",
};
const files = {
  "年报.txt": REPORT,
  "python.sh": '#!/bin/sh\ntouch "$(dirname "$0")/was-run"\nexec python3 "$@"\n',
  ".vscode/settings.json": { "gpar-lint.interpreter": "${workspaceFolder}/python.sh" },
};

async function openWithProgram(options) {
  const session = await openSession(options);
  await chmod(path.join(session.folder, "python.sh"), 0o755);
  session.wasRun = () => existsSync(path.join(session.folder, "was-run"));
  return session;
}

const untrusted = scenarios({ files, settings: TRUST }, openWithProgram);
const trusted = scenarios({ files }, openWithProgram);

untrusted("in restricted mode reports are checked, but not by the folder's program", async (session) => {
  const { editor } = session;
  await until("状态栏写明受限模式", async () =>
    (await editor.texts(".statusbar-item")).some((text) => text.includes("受限模式")),
  );
  await editor.openFile("年报.txt");
  await editor.reveal(15);
  await editor.seeSquiggles(["error", "25件"]);
  assert.equal(session.wasRun(), false);
  await picture(session, "untrusted");
});

trusted("in a trusted folder its program is taken", async (session) => {
  const { editor } = session;
  await editor.openFile("年报.txt");
  await editor.reveal(15);
  await editor.seeSquiggles(["error", "25件"]);
  await until("程序运行过", session.wasRun);
});
