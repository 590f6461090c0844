// Derives services/Shared/Policy/Calendar/working-days.csv from the npm package chinese-days (MIT), which follows
// the yearly notices of the State Council: `npm ci && npm run derive`. Add a year when its notice is published.
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';

const firstYear = '2019';
const lastYear = '2026';
const target = new URL('../../services/Shared/Policy/Calendar/working-days.csv', import.meta.url);
const published = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json');

const rows = (days, kind) => Object.entries(days)
  .filter(([day]) => day.slice(0, 4) >= firstYear && day.slice(0, 4) <= lastYear)
  .map(([day, names]) => `${day},${kind},${names.split(',')[1]}`);

const lines = [...rows(published.holidays, 'holiday'), ...rows(published.workdays, 'workday')].sort();
writeFileSync(target, ['date,kind,name', ...lines, ''].join('\n'));
console.log(`${lines.length} days, ${firstYear} to ${lastYear}`);
