// The wall clock of a process, which a test can move while the process runs (libfaketime).
import { existsSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const LIBRARIES = '/usr/lib';

/** The path of the library for several threads, or undefined where the package `faketime` is not installed. */
export function findFaketime(): string | undefined {
  return readdirSync(LIBRARIES)
    .map((folder) => join(LIBRARIES, folder, 'faketime/libfaketimeMT.so.1'))
    .find((path) => existsSync(path));
}

export class MovedClock {
  private constructor(
    private readonly file: string,
    /** The variables of a process whose clock this is. */
    readonly environment: Record<string, string>,
  ) {}

  static async create(library: string, folder: string): Promise<MovedClock> {
    const file = join(folder, 'clock');
    const clock = new MovedClock(file, {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      // Timers measure durations, which no change of the wall clock affects.
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    });
    await clock.move(0);
    return clock;
  }

  /** Sets the clock this many seconds ahead of the true time, or behind it. */
  async move(seconds: number): Promise<void> {
    await writeFile(this.file, `${seconds < 0 ? '-' : '+'}${Math.abs(seconds)}`);
  }

  /** Sets the clock to an instant, from which it runs on. */
  async set(instant: Date): Promise<void> {
    await this.move((instant.getTime() - Date.now()) / 1_000);
  }
}
