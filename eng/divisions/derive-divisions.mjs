// Derives the code table AAB301 (行政区划代码, GB/T 2260) from dated editions that MIT-licensed npm packages carry.
//   npm ci --prefix eng/divisions && npm run derive --prefix eng/divisions
//
// An edition tells which codes were in force on its day, not when each began or ended. So a code counts as in force
// from the day after the last edition without it to the day before the first edition without it again: within that
// uncertainty the applicant is right (docs/decisions/0011-code-tables.md).
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const output = here + '../../services/Shared/CodeTables/Tables/divisions.csv';

// mca: the Ministry of Civil Affairs' list of divisions; nbs: the statistics bureau's list, which follows it with own additions.
const editions = Object.keys(JSON.parse(readFileSync(here + 'package.json', 'utf8')).devDependencies)
  .map(id => ({ id, day: id.slice(4), codes: id.startsWith('mca') ? civilAffairs(id) : statistics(id) }))
  .sort((a, b) => a.day.localeCompare(b.day));

function dist(id, file) {
  return readFileSync(`${here}node_modules/${id}/dist/${file}`, 'utf8');
}

function civilAffairs(id) {
  const rows = ['province', 'city', 'area'].flatMap(file => dist(id, file + '.csv').trim().split(/\r?\n/).slice(1));
  return new Map(rows.map(row => row.split(',')).filter(([code, name]) => !isGrouping(code, name)));
}

function statistics(id) {
  const rows = ['provinces', 'cities', 'areas'].flatMap(file => JSON.parse(dist(id, file + '.json')));
  return new Map(rows.map(({ code, name }) => [code.padEnd(6, '0'), name]).filter(([code, name]) => !isGrouping(code, name)));
}

// Rows that only group others (市辖区, 县, 省直辖县级行政区划) are in no list of the Ministry of Civil Affairs.
function isGrouping(code, name) {
  return /^(市辖区|县)$|直辖县级行政区划$/.test(name) || (code.endsWith('00') && code.slice(2, 4) === '90');
}

const official = new Set(editions.filter(e => e.id.startsWith('mca')).flatMap(e => [...e.codes.keys()]));

// What the statistics bureau adds for itself: development zones (third pair 61 to 79), a stand-in county for a city
// without counties (嘉峪关市 620201) and administrative committees (行政委员会).
function isStatisticalOnly(code, name) {
  return !official.has(code) && (/^\d{4}[67]\d$/.test(code) || code === '620201' || name.endsWith('行政委员会'));
}

function validity(code) {
  const held = editions.map(e => e.codes.has(code));
  // Hong Kong, Macao and Taiwan are missing from the statistics bureau's lists, and some cities in Xinjiang from early
  // ones: a code between two editions that hold it was left out there, not abolished.
  const [first, last] = [held.indexOf(true), held.lastIndexOf(true)];
  const noList = /^(71|81|82)/.test(code);
  const from = first === 0 || noList ? '' : shift(editions[first - 1].day, 1);
  const to = last === editions.length - 1 || noList ? '' : shift(editions[last + 1].day, -1);
  return [from, to];
}

function shift(day, days) {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

const names = new Map();
for (const edition of editions) {
  for (const [code, name] of edition.codes) {
    if (!isStatisticalOnly(code, name)) {
      names.set(code, { name, source: edition.id });
    }
  }
}

const lines = [...names].sort(([a], [b]) => a.localeCompare(b)).map(([code, { name, source }]) =>
  ['AAB301', code, name, ...validity(code), source].join(','));
writeFileSync(output, ['table,code,label,valid_from,valid_to,source', ...lines].join('\n') + '\n');
console.log(`${lines.length} codes from ${editions.length} editions`);
