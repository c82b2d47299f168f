/* Many tasks at once: the ticked rows, or all that match; what would be left out is told first, and thousands show how far they are. */
(() => {
  'use strict';
  const doc = document,
    g = window.gerask,
    { $, ask, fill } = g;
  const bar = doc.getElementById('bulk'),
    table = doc.getElementById('tasks');
  if (!bar || !table) return;
  const FIRST = 500 /* so many of all are tried */,
    PAUSE = 700 /* between two looks at a job */;
  const all = $('[data-bulk-all]', bar),
    said = doc.getElementById('bulk-count'),
    trash = $('[data-bulk-trash]', bar);
  let every = false,
    ids = [],
    wanted = null,
    job = null;
  const number = (n) => Number(n).toLocaleString(doc.documentElement.lang);
  const total = () => Number(table.dataset.total);
  function show(shown) {
    if (ids.length < shown) every = false;
    all.hidden = every || !bar.dataset.query || !ids.length || ids.length < shown || total() <= shown;
    all.textContent = fill(all.dataset.words, { n: number(total()) });
    if (every) said.textContent = fill(said.dataset.all, { n: number(total()) });
    trash.hidden = every;
  }
  let last = 0;
  doc.addEventListener('ticked', (e) => {
    ids = e.detail.ids;
    last = e.detail.shown;
    show(last);
  });
  all.addEventListener('click', () => {
    every = true;
    show(last);
    $('[data-bulk]', bar)?.focus();
  });
  const busy = (on) => (on ? bar.setAttribute('aria-busy', 'true') : bar.removeAttribute('aria-busy'));
  async function apply() {
    busy(true);
    const answer = await ask('work:bulk', wanted);
    busy(false);
    if (answer.failed || !answer.job) return;
    job = answer.job;
    how(0, answer.total);
    g.open('bulk-progress');
    setTimeout(look, PAUSE);
  }
  doc.addEventListener('pick', async (e) => {
    const { field, value, one } = e.detail;
    if (e.target.dataset.bulk === undefined || (field === 'tags' && !value)) return;
    wanted = { ...(every ? { text: bar.dataset.query } : { tasks: ids.join(',') }), field, value };
    busy(true);
    const tried = await ask('work:try', wanted);
    busy(false);
    if (tried.failed) return;
    /* a few that all change need no question: the toast takes them back */
    if (!every && tried.skipped === '0') {
      apply();
      return;
    }
    tell(tried, e.target.textContent.trim(), (one && field !== 'project' ? one.textContent : value).trim().replace(/\n/g, ', '));
  });
  function tell(tried, field, value) {
    const what = doc.getElementById('bulk-what'),
      will = doc.getElementById('bulk-will'),
      not = doc.getElementById('bulk-not'),
      part = every && total() > FIRST,
      said = $('p', not),
      list = $('ul', not);
    what.textContent = fill(what.dataset.words, { field, value: value || '\u2014' });
    will.textContent = fill(part ? will.dataset.first : will.dataset.words, {
      n: number(tried.updated),
      first: number(FIRST),
      total: number(total()),
    });
    not.hidden = tried.skipped === '0';
    said.textContent = fill(said.dataset.words, { n: number(tried.skipped) });
    list.replaceChildren(
      ...tried.why.split('\n').map((words) => {
        const row = doc.createElement('li');
        row.textContent = words;
        return row;
      }),
    );
    $('[data-bulk-go]').disabled = tried.updated === '0' && !part;
    g.open('bulk-preview');
  }
  $('[data-bulk-go]').addEventListener('click', () => {
    doc.getElementById('bulk-preview').close();
    apply();
  });
  function how(done, of) {
    const mark = doc.getElementById('bulk-bar'),
      words = doc.getElementById('bulk-done');
    mark.max = of;
    mark.value = done;
    words.textContent = fill(words.dataset.words, { n: number(done), total: number(of) });
  }
  async function look() {
    if (!job) return;
    const answer = await ask('work:job', { job });
    if (answer.done) how(answer.done, answer.total);
    setTimeout(look, PAUSE);
  }
  $('[data-bulk-cancel]').addEventListener('click', async () => {
    const stopped = job;
    job = null;
    await ask('work:stop', { job: stopped });
  });
})();
