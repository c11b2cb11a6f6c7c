// Ways to keep a server busy.
import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** Does something with everything, so many at a time: the next begins when one is done. Gives how many a second. */
export async function together<T>(things: T[], width: number, does: (thing: T, number: number) => Promise<void>): Promise<number> {
  const from = performance.now();
  let next = 0;
  const one = async () => {
    for (let number = next++; number < things.length; number = next++) await does(things[number]!, number);
  };
  await Promise.all(Array.from({ length: width }, one));
  return (things.length * 1000) / (performance.now() - from);
}

/**
 * Begins so many a second, whether or not those before are answered. Gives how long each took in
 * milliseconds, in order of size, counted from when it was due: waiting to be asked is waiting.
 */
export async function paced(rate: number, seconds: number, does: () => Promise<void>): Promise<number[]> {
  const from = performance.now();
  const running: Promise<number>[] = [];
  while (running.length < rate * seconds) {
    const due = from + (running.length * 1000) / rate;
    const early = due - performance.now();
    if (early > 0) await sleep(Math.ceil(early));
    else running.push(does().then(() => performance.now() - due));
  }
  return (await Promise.all(running)).sort((one, other) => one - other);
}

/** The value that so many of a hundred do not exceed. */
export function percentile(sorted: number[], percent: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)] ?? NaN;
}

/** As many requests as 32 connections of wrk can make; how many a second. Any error makes it invalid. */
export async function flooded(url: string, seconds: number, headers: Record<string, string>): Promise<number> {
  const said = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const { stdout } = await promisify(execFile)('wrk', ['-t1', '-c32', `-d${seconds}s`, ...said, url]);
  const rate = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
  if (/Non-2xx|Socket errors/.test(stdout) || !(rate > 0)) throw new Error(`not a valid measurement:\n${stdout}`);
  return rate;
}
