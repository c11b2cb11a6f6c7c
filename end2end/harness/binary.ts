// The path of the server under test.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const target = resolve(root, process.env.CARGO_TARGET_DIR ?? 'target');

export const binary = process.env.TREFFPUNKT_BINARY ?? resolve(target, 'debug/treffpunkt');

/** Playwright's global set-up: one error at the start instead of one per test. */
export default function binaryIsBuilt(): void {
  if (!existsSync(binary)) throw new Error(`${binary} is missing: cargo build -p treffpunkt, or make test`);
}
