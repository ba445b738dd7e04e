// Where there is no annual report there is nothing: no squiggle, no word, no process.
import assert from "node:assert/strict";
import { CLEAN } from "../../support/reports.js";
import { picture, scenarios } from "../../support/session.js";
import { stays, until } from "../../support/waiting.js";

const CHECKER = /bundled\/run\.py|gpar_lint/;
const MINUTES = `全县政府信息公开工作推进会会议记录

时间：2024年3月6日，14个单位参加,会议由分管副县长主持。
会议要求各单位按时编制年度报告,做好政府信息公开工作。
`;

const scenario = scenarios({
  fresh: true,
  files: { "会议记录.txt": MINUTES, "说明.md": "# 说明\n\n政府信息公开工作的资料,供参考。\n", "年报.txt": CLEAN },
});

scenario("an unrelated text: no squiggle, no status, no process", async (session) => {
  const { editor, server } = session;
  for (const name of ["会议记录.txt", "说明.md"]) {
    await editor.openFile(name);
    await stays("没有动静", async () => {
      const shown = [...(await editor.squiggles()), ...(await editor.notifications())];
      return !shown.length && !(await editor.status()) && !server.processes(CHECKER).length;
    }, 3000); // prettier-ignore
  }
  await picture(session, "silence");
});

scenario("a report opened then starts the checker, and the unrelated text stays as it is", async ({ editor, server }) => {
  await editor.openFile("年报.txt");
  await until("状态栏", async () => /没有发现问题/.test(await editor.status()));
  assert.equal(server.processes(CHECKER).length, 1);
  await editor.openFile("会议记录.txt");
  await until("状态栏没有年报", async () => !(await editor.status()));
  assert.deepEqual(await editor.squiggles(), []);
});
