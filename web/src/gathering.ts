/** Files from where the user lets them fall: alone, several, or a folder with what is in it. */

const CHECKED = /\.(txt|md|markdown|html?|docx|pdf|docm?|wps|rtf|ofd)$/i;

/** The files of a drop; of a folder those that can be checked. */
export async function dropped(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items]
    .filter((item) => item.kind === "file")
    .map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
  if (!entries.length) return [...transfer.files];
  const found: File[] = [];
  for (const entry of entries) {
    if (entry instanceof File) found.push(entry);
    else if (entry) await gather(entry, found, true);
  }
  return found;
}

async function gather(entry: FileSystemEntry, found: File[], named: boolean): Promise<void> {
  if (entry.isFile) {
    const lock = entry.name.startsWith("~$") || entry.name.startsWith(".");
    if (!named && (lock || !CHECKED.test(entry.name))) return;
    found.push(await file(entry as FileSystemFileEntry));
  } else {
    for (const below of await entries(entry as FileSystemDirectoryEntry)) {
      await gather(below, found, false);
    }
  }
}

function file(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

async function entries(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (!some.length) break;
    all.push(...some);
  }
  return all.sort((one, other) => one.name.localeCompare(other.name, "zh-CN"));
}

/** Hand a file to the user. */
export function save(name: string, content: Uint8Array, type: string): void {
  const url = URL.createObjectURL(new Blob([content as Uint8Array<ArrayBuffer>], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A file's name with something before its suffix, perhaps with another one. */
export function renamed(name: string, added: string, suffix?: string): string {
  const dot = name.lastIndexOf(".");
  const stem = dot > 0 ? name.slice(0, dot) : name;
  return stem + added + (suffix ?? (dot > 0 ? name.slice(dot) : ""));
}
