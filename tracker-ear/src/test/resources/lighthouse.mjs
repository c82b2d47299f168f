// Signs in and has Lighthouse judge pages: node lighthouse.mjs <url> <page>…
// Settings: CHROMIUM, EMAIL, PASSWORD. Each line is a page, its scores and its findings, as JSON.
import lighthouse, { desktopConfig } from 'lighthouse';
import puppeteer from 'puppeteer-core';

const [, , url, ...pages] = process.argv;
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
await page.goto(url + '/login');
await page.type('input[type=email]', process.env.EMAIL);
await page.type('input[type=password]', process.env.PASSWORD);
await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
for (const one of pages) {
  const onlyCategories = ['performance', 'accessibility', 'best-practices'];
  const { lhr } = await lighthouse(url + one, { logLevel: 'error', onlyCategories }, desktopConfig, page);
  const told = { page: one, shown: lhr.finalDisplayedUrl.replace(url, ''), findings: [] };
  for (const category of Object.values(lhr.categories)) {
    told[category.id] = Math.round(category.score * 100);
    for (const { id, weight } of category.auditRefs) {
      const { score, displayValue } = lhr.audits[id];
      if (weight && score !== null && score < 0.9) told.findings.push([id, displayValue].join(' ').trim());
    }
  }
  const ms = (id) => Math.round(lhr.audits[id].numericValue);
  told.painted = ms('largest-contentful-paint');
  told.blocked = ms('total-blocking-time');
  told.bytes = ms('total-byte-weight');
  console.log(JSON.stringify(told));
}
await browser.close();
