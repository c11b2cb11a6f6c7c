// The part of `cargo deny` this project needs, for machines without it: licences and banned crates by
// deny.toml, advisories from osv.dev (which carries RustSec's and npm's). Prints one line per fault and
// ends with 1 when there is any.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const OSV = 'https://api.osv.dev/v1';
const OSV_BATCH = 500; // it takes a thousand
const NODE_FOLDERS = ['end2end', 'end2end/calendars', 'scripts/wasm-opt'];

/** The strings of a list in deny.toml: `key = [ "one", { name = "other" } ]` under `[section]`. */
function denyList(section, key) {
  const uncommented = readFileSync('deny.toml', 'utf8').replace(/^\s*#.*$/gm, '');
  const body = uncommented.split(/^\[/m).find((part) => part.startsWith(`${section}]`)) ?? '';
  const list = new RegExp(`^${key} = \\[([^\\]]*)\\]`, 'm').exec(body);
  if (!list) throw new Error(`deny.toml has no list ${section}.${key}`);
  return [...list[1].matchAll(/"([^"]*)"/g)].map(([, text]) => text);
}

/** Whether an SPDX expression can be met with the allowed licences alone. AND binds closer than OR. */
function isAllowed(expression, allowed) {
  // Before SPDX expressions, Cargo wrote OR as a slash.
  const tokens = expression.replaceAll('/', ' OR ').match(/\(|\)|[^\s()]+/g) ?? [];
  const either = () => {
    let met = both();
    while (tokens[0] === 'OR') {
      tokens.shift();
      met = both() || met;
    }
    return met;
  };
  const both = () => {
    let met = one();
    while (tokens[0] === 'AND') {
      tokens.shift();
      met = one() && met;
    }
    return met;
  };
  const one = () => {
    let token = tokens.shift();
    if (token === '(') {
      const met = either();
      if (tokens.shift() !== ')') throw new Error(`a bracket is open in “${expression}”`);
      return met;
    }
    if (tokens[0] === 'WITH') token = [token, tokens.shift(), tokens.shift()].join(' ');
    return allowed.has(token);
  };
  const met = either();
  if (tokens.length > 0) throw new Error(`not a licence expression: “${expression}”`);
  return met;
}

function rustPackages() {
  const cargo = spawnSync('cargo', ['metadata', '--format-version', '1', '--locked', '--quiet'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (cargo.status !== 0) process.exit(1); // Cargo has said why
  return JSON.parse(cargo.stdout)
    .packages.filter(({ source }) => source !== null)
    .map(({ name, version, license, source }) => ({ ecosystem: 'crates.io', name, version, license, source }));
}

function nodePackages(folder) {
  const { packages } = JSON.parse(readFileSync(`${folder}/package-lock.json`, 'utf8'));
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { version, license }]) => ({ ecosystem: 'npm', name: path.split('node_modules/').at(-1), version, license }));
}

async function ask(path, question) {
  const request = question && { method: 'POST', body: JSON.stringify(question) };
  const answer = await fetch(`${OSV}${path}`, { ...request, signal: AbortSignal.timeout(20_000) });
  if (!answer.ok) throw new Error(`osv.dev answers ${answer.status}`);
  return answer.json();
}

/** What is known against the packages: one line each. Throws when osv.dev cannot be asked. */
async function advisories(packages, ignored) {
  const known = new Map();
  for (let from = 0; from < packages.length; from += OSV_BATCH) {
    const batch = packages.slice(from, from + OSV_BATCH);
    const queries = batch.map(({ ecosystem, name, version }) => ({ package: { ecosystem, name }, version }));
    const { results } = await ask('/querybatch', { queries });
    results.forEach(({ vulns = [] }, index) => {
      for (const { id } of vulns) known.set(id, [...(known.get(id) ?? []), batch[index]]);
    });
  }

  const found = [];
  for (const [id, concerned] of known) {
    const { summary, aliases = [], affected = [], withdrawn } = await ask(`/vulns/${id}`);
    const isNotice = affected.some((entry) => entry.database_specific?.informational);
    const isIgnored = [id, ...aliases].some((name) => ignored.has(name));
    if (withdrawn || isNotice || isIgnored) continue;
    found.push(`${concerned.map(({ name, version }) => `${name} ${version}`).join(', ')}: ${id}: ${summary}`);
  }
  return found;
}

const packages = [...rustPackages(), ...NODE_FOLDERS.flatMap(nodePackages)];
const allowed = new Set(denyList('licenses', 'allow'));
const banned = new Set(denyList('bans', 'deny'));

const faults = [];
for (const { name, version, license, source } of packages) {
  const named = `${name} ${version}`;
  if (!license) faults.push(`${named}: names no licence`);
  else if (!isAllowed(license, allowed)) faults.push(`${named}: the licence ${license} is not among those of deny.toml`);
  if (banned.has(name)) faults.push(`${named}: is banned by deny.toml`);
  if (source && !source.startsWith('registry+')) faults.push(`${named}: comes from ${source}`);
}

try {
  faults.push(...(await advisories(packages, new Set(denyList('advisories', 'ignore')))));
} catch (error) {
  console.error(`» advisories were not checked: osv.dev is out of reach (${error.cause?.code ?? error.message})`);
}

for (const fault of faults) console.error(fault);
console.error(`» ${packages.length} dependencies, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
