// What the extension says, in Chinese and English.
//
// Not the editor's own l10n: whoever writes these reports reads Chinese, often in an editor that is
// set to English. The setting gpar-lint.lang decides.

const ZH = {
  starting: '正在启动检查程序…',
  'no-python': '没有找到 Python 3.10 或更新的版本，不能检查年报。请安装 Python，或者在设置中写明它的位置。',
  'no-python-short': '没有 Python',
  install: '安装 Python',
  choose: '选择 Python…',
  'show-log': '查看日志',
  restart: '重新启动',
  'choose-title': '选择 Python 3.10 或更新版本的可执行文件',
  crashed: '检查程序意外退出，{seconds} 秒后重新启动',
  'gave-up': '检查程序在三分钟内多次意外退出，不再自动启动。日志里有原因；请重新启动，或者复制诊断信息反馈给我们。',
  'start-failed': '检查程序启动失败：{reason}',
  stopped: '检查程序已停止',
  running: '检查程序正在运行',
  'try-setting': '设置 gpar-lint.interpreter',
  'try-python-extension': 'Python 扩展所选的环境',
  'try-path': '系统路径',
  'reason-missing': '没有这个程序',
  'reason-store-stub': '只是打开应用商店的占位程序，没有安装 Python',
  'reason-timeout': '3 秒内没有回答',
  'reason-failed': '不能运行：{detail}',
  'reason-too-old': '版本是 {detail}，需要 3.10 或更新的版本',
  'tried-none': '{origin}：{command}，不用：{reason}',
  'tried-found': '{origin}：{command}，Python {version}，使用',
  'status-year': '{year}年',
  'status-no-year': '年份不明',
  'status-edition': '{edition}版',
  'status-clean': '没有问题',
  'status-errors': '{count} 个错误',
  'status-warnings': '{count} 个警告',
  'status-infos': '{count} 个提示',
  'status-name': '年报检查',
  copy: '复制诊断信息',
} as const;

export type Key = keyof typeof ZH;
export type Language = 'zh' | 'en';

const EN: Record<Key, string> = {
  starting: 'Starting the checker…',
  'no-python': 'No Python 3.10 or later was found, so reports cannot be checked. Install Python, or say in the settings where it is.',
  'no-python-short': 'no Python',
  install: 'Install Python',
  choose: 'Choose Python…',
  'show-log': 'Show log',
  restart: 'Restart',
  'choose-title': 'Choose the executable of a Python 3.10 or later',
  crashed: 'The checker ended unexpectedly and starts again in {seconds} s',
  'gave-up': 'The checker ended unexpectedly several times within three minutes and is not started again. The log says why; restart it, or copy the diagnostic information and send it to us.',
  'start-failed': 'The checker could not be started: {reason}',
  stopped: 'The checker is stopped',
  running: 'The checker is running',
  'try-setting': 'setting gpar-lint.interpreter',
  'try-python-extension': "the Python extension's choice",
  'try-path': 'search path',
  'reason-missing': 'there is no such program',
  'reason-store-stub': 'only opens the shop; Python is not installed',
  'reason-timeout': 'gave no answer within 3 s',
  'reason-failed': 'cannot be run: {detail}',
  'reason-too-old': 'is version {detail}; 3.10 or later is needed',
  'tried-none': '{origin}: {command} not taken: {reason}',
  'tried-found': '{origin}: {command}, Python {version}, taken',
  'status-year': '{year}',
  'status-no-year': 'year unknown',
  'status-edition': '{edition} format',
  'status-clean': 'nothing found',
  'status-errors': '{count} errors',
  'status-warnings': '{count} warnings',
  'status-infos': '{count} notes',
  'status-name': 'annual report',
  copy: 'Copy diagnostic information',
};

const TEXTS: Record<Language, Record<Key, string>> = { zh: ZH, en: EN };

/** A text with its values filled in. */
export function say(language: Language, key: Key, values: Readonly<Record<string, string | number>> = {}): string {
  return TEXTS[language][key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
