// At an http address of the office network a browser keeps nothing for a page: it works all the same.
import assert from "node:assert/strict";
import path from "node:path";
import { EXAMPLES } from "../../support/folders.js";
import { drop, openPage } from "../../support/page.js";
import { scenarios } from "../../support/session.js";
import { PATIENCE } from "../../support/waiting.js";

const args = ["--headless", "--no-sandbox", "--host-resolver-rules=MAP nianbao.test 127.0.0.1"];
const scenario = scenarios({ args }, openPage);

scenario("an address that is no secure context", async ({ page, server, complaints }) => {
  await page.goto(`http://nianbao.test:${server.port}/`);
  assert.equal(await page.evaluate(() => isSecureContext), false);
  await page.waitForSelector(".ready", { timeout: PATIENCE });
  await drop(page, [path.join(EXAMPLES, "有缺陷/文表不符.txt")]);
  await page.waitForSelector(".findings li", { timeout: PATIENCE });
  assert.deepEqual(complaints, []);
});
