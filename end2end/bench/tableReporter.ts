// Playwright reporter: the machine and the table of metrics.
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem } from 'node:os';
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { Client } from 'pg';
import { isMet, targets, formatValue, type Metric, type Target } from './targets.ts';

export default class TableReporter implements Reporter {
  private readonly values = new Map<string, number>();
  private readonly loadBefore = loadavg()[0] ?? NaN;

  onTestEnd(test: TestCase, result: TestResult): void {
    const engine = test.parent.project()?.name;
    if (result.status !== 'passed') return;
    for (const { type, description } of result.annotations) {
      if (type !== 'measured' || !description) continue;
      const { what, value } = JSON.parse(description) as { what: Metric; value: number };
      this.values.set(`${engine} ${what}`, value);
    }
  }

  async onEnd(result: FullResult): Promise<void> {
    const lines = [
      ['what', 'wanted', 'SQLite', 'PostgreSQL', 'held'],
      ['---', '---', '---', '---', '---'],
      ...(Object.entries(targets) as [Metric, Target][]).map(([name, wanted]) => this.row(name, wanted)),
    ];
    const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
    const table = lines.map((line) => `| ${line.map((cell, column) => (cell === '---' ? '-'.repeat(widths[column]!) : cell.padEnd(widths[column]!))).join(' | ')} |`);
    console.log(`\n${(await this.machine()).join('\n')}\n\n${table.join('\n')}`);
    if (result.status !== 'passed') console.log('\nSome measurements are not valid: see above.');
  }

  private row(name: Metric, wanted: Target): string[] {
    const values = ['sqlite', 'postgres'].map((engine) => this.values.get(`${engine} ${name}`));
    const known = values.filter((value) => value !== undefined);
    return [
      wanted.what,
      `${wanted.bound} ${formatValue(wanted, wanted.limit)}`,
      ...values.map((value) => (value === undefined ? '–' : formatValue(wanted, value))),
      known.length === 0 ? '–' : known.every((value) => isMet(wanted, value)) ? 'yes' : 'no',
    ];
  }

  /** The environment of the measurement. */
  private async machine(): Promise<string[]> {
    const [first] = cpus();
    return [
      `processor   ${first?.model.trim()}, ${cpus().length} cores, shared by server, database, mail server and what measures`,
      `memory      ${(totalmem() / 2 ** 30).toFixed(1)} GiB`,
      `system      Linux ${release()}, load average ${this.loadBefore.toFixed(2)} before, ${loadavg()[0]?.toFixed(2)} after`,
      `databases   SQLite as built in; PostgreSQL ${await postgresVersion()}, as installed`,
      `commit      ${commit()}`,
    ];
  }
}

async function postgresVersion(): Promise<string> {
  const database = new Client({ connectionString: process.env.TREFFPUNKT_TEST_POSTGRES });
  await database.connect();
  try {
    const { rows } = await database.query<{ server_version: string }>('SHOW server_version');
    return rows[0]?.server_version ?? '';
  } finally {
    await database.end();
  }
}

function commit(): string {
  return execFileSync('git', ['describe', '--always', '--dirty', '--abbrev=12'], { encoding: 'utf8' }).trim();
}
