/* The page of imports: the file stays in the browser; each look at it is a trial on the server, until it is brought in. */
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
  let file = null,
    said = new Map(),
    operation = null;

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
      if (answer.ok) tell(told);
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
      $(`[data-count=${name}]`, plan).textContent = told[name];
    $('[data-count=rejected]', plan).textContent = told.rejected.length;
    const some = told.created + told.updated > 0;
    doc.getElementById('plan-head').textContent = told.dry_run
      ? some
        ? words.plan
        : words.nothing
      : words.done;
    doc.getElementById('file-name').textContent = file.name;
    doc.getElementById('go').disabled = !some;
    show('before', told.dry_run);
    show('after', !told.dry_run);
    show('take-back', some);
    for (const name of ['rejected', 'incomplete']) {
      show(name, told[name].length);
      $('#' + name + ' > ul', plan).replaceChildren(...told[name].slice(0, 200).map(reject));
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
