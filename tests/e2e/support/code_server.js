// A code-server of its own: a fresh profile, the extension installed, everything gone at the end.
import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { displayLanguage } from "./display.js";
import { HERE, temporaryFolder, writeFiles } from "./folders.js";
import { descendants } from "./processes.js";
import { until } from "./waiting.js";

const NODE = path.join(HERE, "node_modules/node/bin/node");
const PROGRAM = path.join(HERE, "node_modules/code-server/out/node/entry.js");

// A quiet editor: nothing asks, nothing calls home, nothing changes a picture from run to run.
const QUIET = {
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": "off",
  "extensions.ignoreRecommendations": true,
  "files.autoSave": "off", // as on a desktop; in a browser it is on
  "git.enabled": false,
  "remote.autoForwardPorts": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "window.commandCenter": false,
  "workbench.enableExperiments": false,
  "workbench.layoutControl.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.welcomePage.walkthroughs.openOnInstall": false,
  // as people have it who write long Chinese paragraphs
  "editor.wordWrap": "on",
  "editor.minimap.enabled": false,
  "editor.cursorBlinking": "solid",
  "editor.fontFamily": "'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', monospace",
  "workbench.colorTheme": "Light Modern",
};

/** A port of the loopback that is free now. */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/**
 * Installs a .vsix, or takes an unpacked extension, into a folder of extensions.
 * Every scenario may share that folder: the editor only reads it.
 */
export async function installExtension(vsix) {
  const home = await temporaryFolder("extensions");
  const run = spawnSync(NODE, [PROGRAM, "--install-extension", vsix, ...places(home.path)], {
    env: environment(home.path),
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(`安装 ${vsix} 失败：\n${run.stdout}\n${run.stderr}`);
  return { path: path.join(home.path, "extensions"), close: home.remove };
}

function places(home) {
  return [
    "--config", path.join(home, "config.yaml"),
    "--user-data-dir", path.join(home, "data"),
    "--extensions-dir", path.join(home, "extensions"),
  ]; // prettier-ignore
}

function environment(home, more = {}) {
  const { VSCODE_NLS_CONFIG: _, ...inherited } = process.env;
  return {
    ...inherited,
    HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
    LANG: "C.UTF-8",
    VSCODE_CLI: "1", // the environment is this one, not that of a login shell
    ...more,
  };
}

// Whatever ends a run, an interruption too, ends the editors that it started.
const running = new Set();
process.on("exit", () => running.forEach((server) => server.kill()));
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

/** A running code-server. */
export class CodeServer {
  /**
   * Starts one.
   * - extensions: a folder of extensions (installExtension);
   * - settings: the user's, beside the quiet ones;
   * - env: added to the environment (PATH, …);
   * - display: the language of the editor itself, zh-cn or en.
   */
  static async start({ extensions, settings = {}, env = {}, display = "zh-cn" } = {}) {
    const server = new CodeServer();
    server.home = await temporaryFolder("profile");
    const home = server.home.path;
    await writeFiles(home, {
      "config.yaml": "",
      "data/User/settings.json": { ...QUIET, ...settings },
      ...(await displayLanguage(display, path.join(home, "data"))),
    });
    const port = await freePort();
    const options = places(home);
    if (extensions) options[options.indexOf("--extensions-dir") + 1] = extensions;
    server.output = "";
    server.child = spawn(
      NODE,
      [PROGRAM, ...options, "--bind-addr", `127.0.0.1:${port}`, "--auth", "none",
        "--disable-telemetry", "--disable-update-check", "--disable-proxy",
        "--disable-getting-started-override", "--locale", display], // prettier-ignore
      { env: environment(home, env), detached: true, stdio: ["ignore", "pipe", "pipe"] },
    );
    running.add(server);
    for (const stream of [server.child.stdout, server.child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => (server.output += text));
    }
    server.address = `http://127.0.0.1:${port}`;
    try {
      await until("code-server 开始服务", async () => {
        if (server.child.exitCode !== null) throw new Error(server.output);
        return (await fetch(`${server.address}/healthz`)).ok;
      });
    } catch (error) {
      await server.close();
      throw error;
    }
    return server;
  }

  /** The address that opens a folder, or a .code-workspace file. */
  page(place) {
    const key = place.endsWith(".code-workspace") ? "workspace" : "folder";
    return `${this.address}/?${key}=${encodeURIComponent(place)}`;
  }

  /** Processes below this editor whose command line matches. */
  processes(pattern) {
    return descendants(this.child.pid).filter(({ command }) => pattern.test(command.join(" ")));
  }

  /** What the editor and its extensions have logged. */
  logs() {
    const folder = path.join(this.home.path, "data/logs");
    const parts = [["code-server", this.output]];
    if (existsSync(folder)) {
      for (const name of readdirSync(folder, { recursive: true })) {
        const file = path.join(folder, name);
        if (statSync(file).isFile()) parts.push([name, readFileSync(file, "utf8")]);
      }
    }
    return parts.filter(([, text]) => text.trim()).map(([name, text]) => `==> ${name}\n${text}`)
      .join("\n"); // prettier-ignore
  }

  kill() {
    const below = descendants(this.child.pid).map(({ pid }) => pid);
    for (const pid of [-this.child.pid, ...below]) {
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // it has ended already
      }
    }
  }

  async close() {
    running.delete(this);
    this.kill();
    await this.home.remove();
  }
}
