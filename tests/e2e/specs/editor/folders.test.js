// Several folders in one window, each with a configuration of its own.
import assert from "node:assert/strict";
import { change, CLEAN } from "../../support/reports.js";
import { picture, scenarios } from "../../support/session.js";

const REPORT = change(CLEAN, ["新收政府信息公开申请23件", "新收政府信息公开申请25件"], ["及时公开文化惠民活动、", "及时公开文化惠民活动,"]);

const scenario = scenarios({
  workspace: "两县.code-workspace",
  files: {
    "两县.code-workspace": { folders: [{ path: "甲县" }, { path: "乙县" }] },
    "甲县/gpar-lint.toml": 'ignore = ["F702"]\n',
    "甲县/甲县年报.txt": REPORT,
    "乙县/gpar-lint.toml": '[severity]\nC401 = "warning"\n',
    "乙县/乙县年报.txt": REPORT,
  },
});

scenario("the nearest configuration holds for each report", async (session) => {
  const { editor } = session;
  await editor.openFile("甲县年报.txt");
  await editor.seeSquiggles(["error", "25件"]);
  await editor.openFile("乙县年报.txt");
  await editor.seeSquiggles(["info", ","], ["warning", "25件"]);
  await editor.seeProblems("甲县年报.txt", "C401 15:19");
  const rows = await editor.seeProblems("乙县年报.txt", "C401 15:19", "F702 9:19");
  assert.deepEqual(rows.map(({ severity }) => severity), ["warning", "info"]);
  await picture(session, "folders");
});
