/* The page of imports: the file stays in the browser; each look at it is a trial on the server, until it is brought in. A long one is a job, which goes on when the page is left and is found again by its address. */
(() => {
  'use strict';
  const doc = document,
    g = window.gerask,
    { $, all } = g;
  const page = doc.getElementById('import'),
    words = page.dataset,
    plan = doc.getElementById('plan'),
    wrong = doc.getElementById('import-wrong');
  const columns = doc.getElementById('columns');
  const far = doc.getElementById('far'),
    PAUSE = 700 /* between two looks at a job */,
    TOLD = 200 /* rows that are listed */;
  let file = null,
    said = new Map(),
    operation = null,
    job = null;
  const number = (n) => Number(n).toLocaleString(doc.documentElement.lang);

  const show = (id, on) => {
    doc.getElementById(id).hidden = !on;
  };
  function refuse(text) {
    doc.getElementById('go').disabled = false;
    wrong.textContent = text;
    wrong.hidden = false;
  }
  function address(trial) {
    const query = new URLSearchParams({ dry_run: trial });
    for (const [name, field] of said) query.append('column', name + ':' + field);
    return g.base + '/import-file/' + encodeURIComponent(words.project) + '?' + query;
  }
  async function send(trial) {
    page.setAttribute('aria-busy', 'true');
    doc.getElementById('go').disabled = true;
    wrong.hidden = true;
    try {
      const answer = await fetch(address(trial), {
        method: 'POST',
        body: file,
        headers: { 'Content-Type': 'text/csv', 'X-Requested-With': 'XMLHttpRequest' },
      });
      if (answer.status === 401) g.open('signed-out');
      const told = await answer.json();
      if (answer.status === 202) follow(told);
      else if (answer.ok) tell(told);
      else {
        refuse(told.error.message);
        if (told.columns?.length) choose(told.columns);
      }
    } catch {
      refuse(words.failed);
    } finally {
      page.removeAttribute('aria-busy');
    }
  }
  function place(query) {
    return g.base + '/import-file/' + encodeURIComponent(words.project) + '?' + new URLSearchParams(query);
  }
  /* a job that brings something is in the address, so that the page finds it again */
  function keep(id) {
    const at = new URL(location.href);
    if (id) at.searchParams.set('job', id);
    else at.searchParams.delete('job');
    history.replaceState(null, '', at);
  }
  function follow(told) {
    job = told.id;
    if (!told.dry_run) keep(job);
    plan.hidden = true;
    const head = doc.getElementById('far-head');
    head.textContent = told.dry_run ? head.dataset.trial : head.dataset.real;
    show('far-leave', !told.dry_run);
    show('drop', false);
    how(told);
    far.hidden = false;
    far.focus();
    setTimeout(look, PAUSE);
  }
  function how(told) {
    const bar = doc.getElementById('far-bar'),
      done = doc.getElementById('far-done');
    bar.max = told.total || 1;
    bar.value = told.done;
    done.textContent = g.fill(done.dataset.words, { n: number(told.done), total: number(told.total) });
  }
  async function look() {
    const mine = job;
    if (!mine) return;
    try {
      const answer = await fetch(place({ job: mine }), { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
      if (answer.status === 401) g.open('signed-out');
      if (job !== mine) return;
      const told = await answer.json();
      if (answer.status === 404) {
        end();
        again();
        refuse(told.error.message);
        return;
      }
      if (answer.ok && told.ended_at) {
        over(told);
        return;
      }
      if (answer.ok) how(told);
    } catch {
      /* the next look may find it */
    }
    setTimeout(look, PAUSE);
  }
  function end() {
    job = null;
    far.hidden = true;
  }
  function over(told) {
    end();
    if (told.dry_run && told.status !== 'ok') {
      again();
      if (told.status === 'failed') refuse(words.broken);
      return;
    }
    tell(told);
    if (told.status === 'ok') return;
    doc.getElementById('plan-head').textContent = words.stopped;
    if (told.status === 'failed') refuse(words.broken);
  }
  async function stop() {
    const mine = job;
    job = null;
    try {
      const answer = await fetch(place({ cancel: mine }), {
        method: 'POST',
        headers: { 'X-Requested-With': 'XMLHttpRequest' },
      });
      const told = await answer.json();
      if (answer.ok) {
        over(told);
        return;
      }
      refuse(told.error.message);
    } catch {
      refuse(words.failed);
    }
    job = mine;
    setTimeout(look, PAUSE);
  }
  function column(name, field) {
    const row = doc.getElementById('a-column').content.cloneNode(true),
      choice = $('select', row);
    $('.cut', row).textContent = name;
    $('.cut', row).title = name;
    if (![...choice.options].some((one) => one.value === field)) choice.add(new Option(field, field));
    choice.value = field;
    choice.setAttribute('aria-label', name);
    choice.onchange = () => {
      said.set(name, choice.value);
      send(true);
    };
    return row;
  }
  function reject(one) {
    const row = doc.getElementById('a-row').content.cloneNode(true);
    $('.key', row).textContent = words.row.replace('%n', one.row);
    const names = doc.getElementById('a-column').content;
    for (const [field, why] of Object.entries(one.fields)) {
      const line = doc.createElement('li'),
        name = $(`option[value="${CSS.escape(field)}"]`, names)?.textContent;
      line.textContent = name ? name + ': ' + why : why;
      $('ul', row).append(line);
    }
    return row;
  }
  function fields(told) {
    const [kept, left] = all('ul', columns),
      at = columns.contains(doc.activeElement) && doc.activeElement.getAttribute('aria-label');
    const once = [...new Map(told.map((one) => [one.name, one.field]))];
    const rows = (wanted) =>
      once.filter(([, field]) => (field !== '-') === wanted).map((one) => column(...one));
    kept.replaceChildren(...rows(true));
    left.replaceChildren(...rows(false));
    const many = left.children.length;
    $('details', columns).hidden = !many;
    doc.getElementById('left-out').textContent = words.left.replace('%n', many);
    const same = at && all('select', columns).find((one) => one.getAttribute('aria-label') === at);
    if (!same) return;
    if (left.contains(same)) $('details', columns).open = true;
    same.focus();
  }
  function open() {
    plan.hidden = false;
    if (!columns.contains(doc.activeElement)) plan.focus();
  }
  /* nothing gives the title yet: the reader says which column does */
  function choose(told) {
    fields(told);
    doc.getElementById('plan-head').textContent = file.name;
    show('numbers', false);
    columns.hidden = false;
    $('details', columns).open = true;
    show('drop', true);
    open();
  }
  function tell(told) {
    operation = told.operation_id;
    for (const name of ['created', 'updated', 'unchanged'])
      $(`[data-count=${name}]`, plan).textContent = number(told[name]);
    $('[data-count=rejected]', plan).textContent = number(told.rejected_total ?? told.rejected.length);
    const some = told.created + told.updated > 0;
    doc.getElementById('plan-head').textContent = told.dry_run
      ? some
        ? words.plan
        : words.nothing
      : words.done;
    doc.getElementById('file-name').textContent = file?.name ?? '';
    doc.getElementById('go').disabled = !some;
    show('before', told.dry_run);
    show('after', !told.dry_run);
    show('take-back', some);
    for (const name of ['rejected', 'incomplete']) {
      show(name, told[name].length);
      const all = told[name + '_total'] ?? told[name].length,
        more = $('#' + name + ' > .hint', plan);
      more.hidden = all <= TOLD;
      more.textContent = g.fill(words.first, { n: number(TOLD), total: number(all) });
      $('#' + name + ' > ul', plan).replaceChildren(...told[name].slice(0, TOLD).map(reject));
    }
    fields(told.columns);
    columns.hidden = !told.dry_run;
    show('numbers', true);
    show('drop', false);
    open();
  }
  function take(chosen) {
    if (!chosen) return;
    file = chosen;
    said = new Map();
    send(true);
  }
  function again() {
    keep(null);
    plan.hidden = true;
    wrong.hidden = true;
    show('drop', true);
    const chooser = doc.getElementById('file');
    chooser.value = '';
    chooser.focus();
  }
  doc.getElementById('file').onchange = (e) => take(e.target.files[0]);
  doc.getElementById('go').onclick = () => send(false);
  doc.getElementById('other').onclick = again;
  doc.getElementById('next').onclick = again;
  doc.getElementById('stop').onclick = stop;
  const before = new URLSearchParams(location.search).get('job');
  if (before)
    fetch(place({ job: before }), { headers: { 'X-Requested-With': 'XMLHttpRequest' } })
      .then(async (answer) => {
        const told = await answer.json();
        if (!answer.ok) refuse(told.error.message);
        else if (told.ended_at) over(told);
        else follow(told);
      })
      .catch(() => refuse(words.failed));
  doc.getElementById('take-back').onclick = () => g.takeBack(operation);

  const brings = (e) => [...(e.dataTransfer?.types || [])].includes('Files');
  const target = (on) => doc.getElementById('drop').classList.toggle('over', on);
  page.addEventListener('dragover', (e) => {
    if (!brings(e)) return;
    e.preventDefault();
    target(true);
  });
  page.addEventListener('dragleave', () => target(false));
  page.addEventListener('drop', (e) => {
    if (!brings(e)) return;
    e.preventDefault();
    target(false);
    take(e.dataTransfer.files[0]);
  });
})();
