// A file system of a few megabytes that a test can fill.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export class SmallDisk {
  private constructor(readonly folder: string) {}

  /** Mounts a tmpfs. Undefined where the process may not mount one: it is not root, or in a container. */
  static async mount(megabytes: number): Promise<SmallDisk | undefined> {
    const folder = await mkdtemp(join(tmpdir(), 'treffpunkt-disk-'));
    try {
      await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
    } catch {
      await rm(folder, { recursive: true });
      return undefined;
    }
    return new SmallDisk(folder);
  }

  /** Takes all space that is free. */
  async fill(): Promise<void> {
    await writeFile(this.filler, '');
    // Halves, down to a byte: what a failed write leaves of a page is taken, too.
    for (let size = 1 << 20; size >= 1; size /= 2) {
      const block = Buffer.alloc(size, 'x');
      while (await writeFile(this.filler, block, { flag: 'a' }).then(() => true, () => false));
    }
  }

  async free(): Promise<void> {
    await rm(this.filler);
  }

  async unmount(): Promise<void> {
    await run('umount', [this.folder]);
    await rm(this.folder, { recursive: true });
  }

  private get filler(): string {
    return join(this.folder, 'filler');
  }
}
