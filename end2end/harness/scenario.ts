// The scenarios (end2end/scenarios).
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export type Scenario = 'network-meeting' | 'congress';

/** The path of a file of a scenario. */
export function scenarioFile(scenario: Scenario, name: string): string {
  return resolve(import.meta.dirname, '../scenarios', scenario, name);
}

export interface Person {
  given_name: string;
  family_name: string;
  email: string;
  organisation: string;
  region: string;
}

/** The people of a scenario, in the order of the file. */
export function scenarioPeople(scenario: Scenario): Person[] {
  const table = readFileSync(scenarioFile(scenario, 'people.csv'), 'utf8');
  if (table.includes('"')) throw new Error('people.csv has quoted fields: read it with a CSV library');
  const [columns = [], ...rows] = table.trim().split(/\r?\n/).map((line) => line.split(','));
  return rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? ''])) as unknown as Person);
}
