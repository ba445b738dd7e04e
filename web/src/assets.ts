/** The engine's files: fetched once, kept where the browser lets a page keep them. */

export const CACHE = "gpar-lint";

/** A file's content; `progress` is told of the bytes as they come. */
export async function fetchBytes(
  url: string,
  progress: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = (await kept(url)) ?? (await fetched(url));
  const content = new Uint8Array(await counted(response, progress));
  return content;
}

/** The content of a file that is served compressed, whatever its server makes of such files. */
export async function inflate(content: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  const stream = new Blob([content]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

async function kept(url: string): Promise<Response | undefined> {
  if (!("caches" in self)) return undefined; // an address that is no secure context
  return caches.match(url).catch(() => undefined);
}

async function fetched(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  if ("caches" in self) {
    const copy = response.clone();
    // Kept on the side; where there is no room for it the browser's own cache has to do.
    void caches
      .open(CACHE)
      .then((cache) => cache.put(url, copy))
      .catch(() => undefined);
  }
  return response;
}

async function counted(
  response: Response,
  progress: (bytes: number) => void,
): Promise<ArrayBuffer> {
  if (!response.body) {
    const whole = await response.arrayBuffer();
    progress(whole.byteLength);
    return whole;
  }
  const reader = response.body.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    progress(value.byteLength);
  }
  return new Blob(parts).arrayBuffer();
}
