// A checker that ends unexpectedly comes back; one that ends again and again does not.
import assert from "node:assert/strict";
import { change, CLEAN, placeOf } from "../../support/reports.js";
import { picture, scenarios } from "../../support/session.js";
import { until } from "../../support/waiting.js";

const REPORT = change(CLEAN, ["新收政府信息公开申请23件", "新收政府信息公开申请25件"]);
const SERVER = /bundled\/run\.py.* server/;

const scenario = scenarios({ fresh: true, files: { "年报.txt": REPORT } });

const running = (server) => until("检查程序在运行", () => server.processes(SERVER)[0]?.pid);

scenario("the checker is killed, comes back by itself and goes on checking", async (session) => {
  const { editor, server } = session;
  await editor.openFile("年报.txt");
  await editor.reveal(15);
  await editor.seeSquiggles(["error", "25件"]);
  const first = await running(server);
  process.kill(first, "SIGKILL");
  const second = await until("另一个进程", async () => {
    const pid = await running(server);
    return pid !== first && pid;
  });
  assert.notEqual(second, first);
  await editor.goto(placeOf(REPORT, "25件", 2));
  await editor.keyboard.press("Backspace");
  await editor.keyboard.type("3"); // 25 becomes 23
  await editor.seeSquiggles();
  await until("状态栏", async () => /没有发现问题/.test(await editor.status()));
  assert.deepEqual(await editor.notifications(), []);
});

scenario("after many crashes it stays away and says how to go on", async (session) => {
  const { editor, page, server } = session;
  let before;
  await until("不再启动的消息", async () => {
    const pid = server.processes(SERVER)[0]?.pid;
    if (pid && pid !== before) process.kill((before = pid), "SIGKILL");
    return (await editor.notifications()).some((text) => /多次意外退出，不再自动启动/.test(text));
  }, 120_000); // prettier-ignore
  await until("状态栏", async () => /已停止/.test(await editor.status()));
  const english = (await editor.notifications()).filter((text) => !/[\u4e00-\u9fff]/.test(text));
  assert.deepEqual(english, []);
  await picture(session, "gave-up");
  await page.getByRole("button", { name: "重新启动", exact: true }).click();
  await until("状态栏", async () => /没有发现问题/.test(await editor.status()));
});
