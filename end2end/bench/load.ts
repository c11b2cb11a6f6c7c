// Load generators.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** Runs an action for every item with a fixed concurrency. Returns the rate per second. */
export async function runConcurrently<T>(items: T[], concurrency: number, action: (item: T, index: number) => Promise<void>): Promise<number> {
  const from = performance.now();
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) await action(items[index]!, index);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return (items.length * 1000) / (performance.now() - from);
}

/**
 * Starts actions at a fixed rate, whether or not earlier ones are finished. Returns the sorted latencies in
 * milliseconds from the scheduled starts, which avoids coordinated omission.
 */
export async function runAtRate(rate: number, seconds: number, action: () => Promise<void>): Promise<number[]> {
  const from = performance.now();
  const running: Promise<number>[] = [];
  while (running.length < rate * seconds) {
    const due = from + (running.length * 1000) / rate;
    const early = due - performance.now();
    if (early > 0) await sleep(Math.ceil(early));
    else running.push(action().then(() => performance.now() - due));
  }
  return (await Promise.all(running)).sort((one, other) => one - other);
}

/** The nearest-rank percentile of sorted values. */
export function percentile(sorted: number[], percent: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)] ?? NaN;
}

/** The longest wait for an answer. wrk counts a later one as an error. */
const ANSWER_TIMEOUT = '--timeout=20s';

/** The longest run of a script. */
const SCRIPT_TIMEOUT = '-d300s';

/** Sends requests on 32 connections of wrk. Returns the rate per second; throws on any error. */
export async function saturate(url: string, seconds: number, headers: Record<string, string>): Promise<number> {
  const arguments_ = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const { stdout } = await promisify(execFile)('wrk', ['-t1', '-c32', `-d${seconds}s`, ANSWER_TIMEOUT, ...arguments_, url]);
  const rate = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
  if (/Non-2xx|Socket errors/.test(stdout) || !(rate > 0)) throw new Error(`not a valid measurement:\n${stdout}`);
  return rate;
}

/** Runs a script of wrk in this folder until it says that all is answered. Returns the seconds; throws on any unexpected answer. */
export async function runScript(script: string, url: string, connections: number, parameters: string[]): Promise<number> {
  const options = ['-t1', `-c${connections}`, SCRIPT_TIMEOUT, ANSWER_TIMEOUT, '-s', join(import.meta.dirname, script)];
  const from = performance.now();
  const wrk = spawn('wrk', [...options, url, '--', ...parameters], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(wrk, 'exit');
  let printed = '';
  for await (const line of createInterface(wrk.stdout)) {
    printed += `${line}\n`;
    if (!line.startsWith('{')) continue;
    const seconds = (performance.now() - from) / 1_000;
    wrk.kill('SIGINT');
    await exited;
    const { unexpected } = JSON.parse(line) as { unexpected: string };
    if (unexpected) throw new Error(`not a valid measurement: unexpected answers${unexpected}`);
    return seconds;
  }
  throw new Error(`not a valid measurement:\n${printed}`);
}
