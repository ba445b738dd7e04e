/** The page's side of the worker: questions out, answers in, and a new worker when one dies. */

import { fetchBytes, inflate } from "./assets.js";
import type { Assets, FromWorker, Hello, Question, Questions, ToWorker } from "./protocol.js";
import { spoken } from "./words.js";

declare const ASSETS: Assets;
declare const WORKER: string;

export interface Progress {
  step: "fetch" | "start" | "ready" | "failed" | "too-old";
  done: number;
  total: number;
  message: string;
  hello?: Hello;
}

/** What the engine refuses, in words for the user. */
export class Refused extends Error {}

/** What is said to who waits for an engine that was stopped: nothing is wrong. */
export class Stopped extends Error {}

interface Waiting {
  resolve(answer: string | Uint8Array): void;
  reject(error: Error): void;
}

export class Engine {
  private worker: Worker | null = null;
  private waiting = new Map<number, Waiting>();
  private last = 0;
  private started: Promise<void> = Promise.resolve();

  constructor(private readonly tell: (progress: Progress) => void) {}

  /** Whether there is a worker to ask. */
  get alive(): boolean {
    return this.worker !== null;
  }

  /** Whether it is at work. */
  get busy(): boolean {
    return this.waiting.size > 0;
  }

  /** Fetch and start the engine, also after a failure. */
  start(): void {
    this.stop("");
    if (!isNewEnough()) {
      this.tell({ step: "too-old", done: 0, total: 0, message: "" });
      this.started = new Promise(() => undefined);
      return;
    }
    this.started = this.begin();
    this.started.catch((error: unknown) => {
      this.tell({ step: "failed", done: 0, total: 0, message: String(error) });
    });
  }

  /** Ask the engine something; it is asked once it is there. */
  async ask<Q extends Question>(
    question: Q,
    given: Questions[Q][0],
    data: ArrayBuffer | null = null,
  ): Promise<Questions[Q][1]> {
    await this.started;
    const answer = await this.post(question, JSON.stringify(given), data);
    if (typeof answer !== "string") return answer as Questions[Q][1];
    const read = JSON.parse(answer) as Questions[Q][1] & { refused?: string };
    if (read.refused !== undefined) throw new Refused(read.refused);
    return read;
  }

  /** Say in which language the engine is to answer, and which day it is. */
  async hello(): Promise<Hello> {
    const now = new Date();
    const day = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
    return this.ask("hello", { language: spoken(), today: day.toISOString().slice(0, 10) });
  }

  private async begin(): Promise<void> {
    const worker = await makeWorker();
    this.worker = worker;
    await new Promise<void>((resolve, reject) => {
      worker.onmessage = (event: MessageEvent<FromWorker>) => {
        const message = event.data;
        if (message.kind === "progress") this.tell({ ...message, message: "" });
        else if (message.kind === "ready") resolve();
        else if (message.kind === "failed") reject(new Error(message.message));
        else this.answered(message);
      };
      worker.onerror = (event) => {
        reject(new Error(event.message));
        this.stop(event.message);
      };
      const start: ToWorker = { kind: "start", assets: absolute(ASSETS) };
      worker.postMessage(start);
    });
    void this.hello().then((hello) => {
      this.tell({ step: "ready", done: 1, total: 1, message: "", hello });
    });
  }

  private stop(why: string): void {
    this.worker?.terminate();
    this.worker = null;
    for (const waiting of this.waiting.values()) waiting.reject(why ? new Error(why) : new Stopped());
    this.waiting.clear();
  }

  private post(
    question: Question,
    given: string,
    data: ArrayBuffer | null,
  ): Promise<string | Uint8Array> {
    const id = ++this.last;
    const worker = this.worker;
    if (!worker) return Promise.reject(new Error("no worker"));
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      const message: ToWorker = { kind: "ask", id, question, given, data };
      worker.postMessage(message, data ? [data] : []);
    });
  }

  private answered(message: FromWorker & { kind: "answer" | "error" }): void {
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.kind === "answer") waiting?.resolve(message.answer);
    else waiting?.reject(new Error(message.message));
    if (message.kind === "error" && message.fatal) this.stop(message.message);
  }
}

/**
 * The worker, from a blob: so it lives under the page's own content-security policy, and cannot
 * speak to any other address either.
 */
async function makeWorker(): Promise<Worker> {
  const packed = await fetchBytes(new URL(WORKER, location.href).href, () => undefined);
  const code = new Blob([await inflate(packed)], { type: "text/javascript" });
  const url = URL.createObjectURL(code);
  const worker = new Worker(url, { type: "module" });
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return worker;
}

function absolute(assets: Assets): Assets {
  const entries = Object.entries(assets).map(([name, asset]: [string, Assets["memory"]]) => [
    name,
    asset && { ...asset, url: new URL(asset.url, location.href).href },
  ]);
  return Object.fromEntries(entries) as Assets;
}

function isNewEnough(): boolean {
  return (
    typeof WebAssembly === "object" &&
    "Tag" in WebAssembly && // exceptions, which Python in the browser needs
    typeof DecompressionStream === "function" &&
    typeof structuredClone === "function"
  );
}
