// The engine in the browser finds what the command line finds: in the examples and 200 reports.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { madeReports, openPage, startEngine } from "../../support/page.js";
import { scenarios } from "../../support/session.js";

const COUNT = Number(process.env.E2E_REPORTS ?? 200);

const scenario = scenarios({}, openPage);

/** A finding of the page, to be compared: columns in UTF-16 units. */
function shown({ code, severity, message, hint, basis, fix, place }) {
  const [line, column, last, end] = place ?? [1, 0, 1, 0];
  return { code, severity, message, hint, basis, safe: fix?.safe, place: `${line}:${column}-${last}:${end}` };
}

/** One of the command line: columns in code points, from 1. */
function told({ code, severity, message, hint, basis, fix, range }, lines) {
  const units = ({ line, column }) =>
    [...(lines[line - 1] ?? "")].slice(0, column - 1).join("").length;
  const place = `${range.start.line}:${units(range.start)}-${range.end.line}:${units(range.end)}`;
  return { code, severity, message, hint, basis, safe: fix ? fix.applicability === "safe" : undefined, place };
}

scenario("the same findings as the command line", async ({ page, server }, test) => {
  const made = await madeReports(COUNT);
  try {
    await page.goto(server.address);
    const ask = await startEngine(page);
    const now = new Date();
    const day = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
    await ask("hello", { language: "zh", today: day.toISOString().slice(0, 10) });
    const expected = JSON.parse(await readFile(path.join(made.path, "expected.json"), "utf8"));
    let findings = 0;
    let spent = 0;
    for (const [name, due] of Object.entries(expected)) {
      await ask("open", { name }, await readFile(path.join(made.path, "generated", name)));
      const start = performance.now();
      const view = await ask("view", { name });
      spent += performance.now() - start;
      await ask("close", { name });
      const lines = (view.text ?? "").split(/\r\n?|\n/);
      assert.deepEqual(view.findings.map(shown), due.map((each) => told(each, lines)), name);
      findings += due.length;
    }
    const files = Object.keys(expected).length;
    test.diagnostic(`${files} 份报告，${findings} 个问题，与命令行逐条相同；每份 ${Math.round(spent / files)} 毫秒`);
    assert.ok(findings > COUNT / 4);
  } finally {
    await made.remove();
  }
});
