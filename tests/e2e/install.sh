#!/bin/sh
# Installs what the end-to-end tests drive: code-server, the Node it needs, playwright; once.
# Native modules are built only where the editor cannot start without them: a compiler is
# needed, Kerberos and the rest are not.
set -eu
cd "$(dirname "$0")"

say() { printf '%s\n' "$*" >&2; }

for tool in node npm c++ make; do
  command -v "$tool" >/dev/null || { say "端到端测试需要 $tool，请先安装。"; exit 1; }
done

# packages of the system: only with root, only what is missing
with_apt() {
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    say "缺少 $1，请先安装（Debian 上：apt-get install $1）。"
    return 1
  fi
  say "正在安装 $1 ……"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1"; } >/dev/null
}
has_browser() {
  [ -n "${CHROMIUM:-}" ] && return
  for program in chromium chromium-browser google-chrome; do
    [ -x "/usr/bin/$program" ] && return
  done
  return 1
}
has_browser || with_apt chromium
if [ -z "$(fc-list :lang=zh 2>/dev/null)" ]; then
  with_apt fonts-noto-cjk || say "没有中文字体，截图中的汉字会是方框。"
fi

npm ci --ignore-scripts --no-fund --no-audit
(cd node_modules/node && node installArchSpecificPackage)

runtime=$(pwd)/node_modules/node
PATH=$runtime/bin:$PATH
export PATH
# headers that came with that very Node: nothing else is fetched to build against
npm_config_nodedir=$(dirname "$(dirname "$(dirname "$(find "$runtime/node_modules" -path '*/include/node/node_version.h' | head -n 1)")")")
export npm_config_nodedir
cd node_modules/code-server/lib/vscode
npm install --omit=dev --ignore-scripts --no-fund --no-audit
npm rebuild @vscode/spdlog @vscode/native-watchdog
node -e 'for (const name of ["@vscode/spdlog", "@vscode/native-watchdog", "@parcel/watcher"]) require(name)'
