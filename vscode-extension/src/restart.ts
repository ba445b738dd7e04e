// How often a server that crashes is started again.

const PAUSES = [1000, 2000, 4000, 8000, 8000]; // milliseconds
const PERIOD = 3 * 60_000;

/** Counts crashes. A crash long ago counts no more. */
export class RestartPolicy {
  private crashes: number[] = [];

  constructor(private readonly now: () => number = Date.now) {}

  /** The server has crashed: milliseconds until it is started again; undefined: no more. */
  crashed(): number | undefined {
    const now = this.now();
    this.crashes = this.crashes.filter((time) => now - time < PERIOD);
    const pause = PAUSES[this.crashes.length];
    this.crashes.push(now);
    return pause;
  }

  /** A person wants another try. */
  forget(): void {
    this.crashes = [];
  }
}
