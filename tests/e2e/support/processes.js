// Processes below another one, as Linux lists them.
import { readdirSync, readFileSync } from "node:fs";

function parentOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
}

function commandOf(pid) {
  return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").filter(Boolean);
}

/** All living processes below `root`: [{pid, command}]. */
export function descendants(root) {
  const parents = new Map();
  for (const name of readdirSync("/proc")) {
    if (!/^[0-9]+$/.test(name)) continue;
    try {
      parents.set(Number(name), parentOf(name));
    } catch {
      // it has ended meanwhile
    }
  }
  const found = [];
  for (const pid of parents.keys()) {
    let above = pid;
    while (above && above !== root) above = parents.get(above);
    if (above !== root || pid === root) continue;
    try {
      found.push({ pid, command: commandOf(pid) });
    } catch {
      // it has ended meanwhile
    }
  }
  return found;
}
