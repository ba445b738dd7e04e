// Chromium without a window, with a profile of its own.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { temporaryFolder } from "./folders.js";

const CANDIDATES = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome"]; // prettier-ignore
const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
  "--disable-dev-shm-usage", "--font-render-hinting=none", "--disable-lcd-text", "--lang=zh-CN",
]; // prettier-ignore
export const VIEWPORT = { width: 1280, height: 800 };

/** A browser: `page` is its first page; `close` ends it and removes its profile. */
export async function launchBrowser({ scale = 1, viewport = VIEWPORT, ...options } = {}) {
  const executablePath = CANDIDATES.find((name) => name && existsSync(name));
  if (!executablePath) throw new Error("没有找到 Chromium：请安装它，或用环境变量 CHROMIUM 指明。");
  const profile = await temporaryFolder("browser");
  const context = await chromium.launchPersistentContext(profile.path, {
    executablePath,
    args: FLAGS,
    viewport,
    deviceScaleFactor: scale,
    locale: "zh-CN",
    permissions: ["clipboard-read", "clipboard-write"],
    ...options,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const close = async () => {
    await context.close();
    await profile.remove();
  };
  return { context, page, close };
}
