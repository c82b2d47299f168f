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
    bar.toggleAttribute('data-every', every);
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
  /* the rows stay ticked: one change often follows another */
  const changed = () => doc.dispatchEvent(new CustomEvent('stale'));
  async function apply() {
    busy(true);
    const answer = await ask('work:bulk', wanted);
    busy(false);
    if (answer.failed) return;
    if (!answer.job) {
      changed();
      return;
    }
    job = answer.job;
    how(0, answer.total);
    g.open('bulk-progress');
    setTimeout(look, PAUSE);
  }
  doc.addEventListener('pick', (e) => {
    const { field, value, one } = e.detail;
    if (e.target.dataset.bulk === undefined) return;
    if (field === 'tags' || field === 'untag') {
      /* the menu is for both, and begins anew each time */
      for (const box of g.all('#menu-tags input:checked')) box.checked = false;
      if (!value) return;
    }
    want(field, value, e.target.textContent.trim(), (one && field !== 'project' ? one.textContent : value).trim().replace(/\n/g, ', '));
  });
  trash.addEventListener('click', () => {
    if (every) want('deleted', 'true', '', '');
  });
  async function want(field, value, label, words) {
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
    tell(tried, label, words);
  }
  function tell(tried, field, value) {
    const what = doc.getElementById('bulk-what'),
      will = doc.getElementById('bulk-will'),
      not = doc.getElementById('bulk-not'),
      part = every && total() > FIRST,
      said = $('p', not),
      list = $('ul', not);
    const gone = wanted.field === 'deleted',
      go = $('[data-bulk-go]'),
      title = doc.getElementById('bulk-preview-title');
    title.textContent = gone ? title.dataset.trash : title.dataset.change;
    what.textContent = gone ? what.dataset.trash : fill(what.dataset.words, { field, value: value || '\u2014' });
    go.textContent = gone ? go.dataset.trash : go.dataset.change;
    go.classList.toggle('b-danger', gone);
    go.classList.toggle('b-primary', !gone);
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
    go.disabled = tried.updated === '0' && !part;
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
  function over() {
    job = null;
    doc.getElementById('bulk-progress').close();
    changed();
  }
  async function look() {
    if (!job) return;
    const answer = await ask('work:job', { job, field: wanted.field });
    if (answer.done) how(answer.done, answer.total);
    if (answer.over) over();
    else setTimeout(look, PAUSE);
  }
  $('[data-bulk-cancel]').addEventListener('click', async () => {
    const stopped = job;
    job = null;
    const answer = await ask('work:stop', { job: stopped, field: wanted.field });
    if (!answer.failed) over();
  });
})();
