/* The form of a project's statuses and ways: rows made of the rules, sent back as a whole, refusals shown where they belong. */
(() => {
  'use strict';
  const doc = document,
    { $, all, ask } = window.gerask;
  const flow = doc.getElementById('flow'),
    shown = doc.getElementById('flow-shown'),
    form = doc.getElementById('flow-form'),
    statuses = doc.getElementById('flow-statuses'),
    ways = doc.getElementById('flow-ways'),
    moves = doc.getElementById('flow-moves'),
    moveRows = doc.getElementById('flow-move-rows'),
    wrong = doc.getElementById('flow-wrong'),
    save = doc.getElementById('flow-save');
  if (!form) return;
  const rules = JSON.parse(flow.dataset.rules);
  const of = (row, name) => $('[data-of="' + name + '"]', row);
  const made = (name) => doc.getElementById(name).content.firstElementChild.cloneNode(true);
  let moved = {};

  /* a plain status is shown in the reader's words and kept by its own */
  const plain = (row) => {
    const chosen = of(row, 'category');
    return [...chosen.options].find((one) => one.text === of(row, 'name').value.trim())?.value;
  };
  const nameOf = (row) => plain(row) || of(row, 'name').value.trim();
  const said = (word) => {
    const option = [...of(made('flow-status'), 'category').options].find((one) => one.value === word);
    return option ? option.text : word;
  };

  function addStatus(status) {
    const row = made('flow-status');
    of(row, 'category').value = status.category;
    of(row, 'name').value = said(status.name);
    of(row, 'wip_limit').value = status.wip_limit ?? '';
    row.dataset.was = status.name;
    statuses.append(row);
    return row;
  }
  function addWay(way) {
    const row = made('flow-way');
    ways.append(row);
    fill(of(row, 'from'), way.from, of(row, 'from').dataset.any);
    fill(of(row, 'to'), way.to);
    of(row, 'roles').value = (way.roles || []).length && !way.roles.includes('member') ? 'manager' : '';
    for (const box of all('input[type=checkbox]', row)) box.checked = (way.required || []).includes(box.value);
    count(row);
    return row;
  }
  const count = (row) => {
    const n = all('input[type=checkbox]:checked', row).length;
    $('[data-count]', row).textContent = n || '';
  };
  /* the choices of a way are the names as they stand above */
  function fill(select, value, any) {
    const names = [...statuses.children].map(nameOf).filter(Boolean);
    select.replaceChildren(
      ...(any ? [new Option(any, '*')] : []),
      ...names.map((name) => new Option(said(name), name)),
    );
    if ([...select.options].some((one) => one.value === value)) select.value = value;
  }
  function refill(renamed) {
    for (const row of ways.children)
      for (const side of ['from', 'to']) {
        const select = of(row, side),
          value = select.value;
        fill(select, renamed && value === renamed[0] ? renamed[1] : value, select.dataset.any);
      }
    for (const row of moveRows.children) {
      const select = of(row, 'to');
      fill(select, select.value);
    }
  }
  function open() {
    statuses.replaceChildren();
    ways.replaceChildren();
    moveRows.replaceChildren();
    moves.hidden = wrong.hidden = true;
    moved = {};
    rules.statuses.forEach(addStatus);
    rules.transitions.forEach(addWay);
    shown.hidden = true;
    form.hidden = false;
    of(statuses.firstElementChild, 'name').focus();
  }
  function close() {
    form.hidden = true;
    shown.hidden = false;
    doc.getElementById('flow-edit').focus();
  }
  doc.getElementById('flow-edit').addEventListener('click', open);
  doc.getElementById('flow-cancel').addEventListener('click', close);
  doc.getElementById('flow-add-status').addEventListener('click', () => {
    const last = statuses.lastElementChild;
    of(addStatus({ name: '', category: last ? of(last, 'category').value : 'todo' }), 'name').focus();
  });
  doc.getElementById('flow-add-way').addEventListener('click', () => {
    of(addWay({ from: '*', to: '' }), 'from').focus();
  });
  form.addEventListener('click', (e) => {
    const row = e.target.closest('.flow-row');
    if (e.target.closest('[data-removes]')) {
      const next = row.nextElementSibling || row.previousElementSibling;
      row.remove();
      refill();
      (next ? $('input,select', next) : doc.getElementById('flow-add-status')).focus();
    }
    const by = e.target.closest('[data-moves]');
    if (by) {
      const other = by.dataset.moves === '1' ? row.nextElementSibling : row.previousElementSibling;
      if (other) by.dataset.moves === '1' ? other.after(row) : other.before(row);
      refill();
      by.focus();
    }
  });
  form.addEventListener('focusin', (e) => {
    if (e.target.dataset.of === 'name') e.target.dataset.before = nameOf(e.target.closest('.flow-row'));
  });
  form.addEventListener('change', (e) => {
    const row = e.target.closest('.flow-row');
    if (e.target.dataset.of === 'name') {
      refill([e.target.dataset.before, nameOf(row)]);
      e.target.dataset.before = nameOf(row);
    }
    if (e.target.type === 'checkbox') count(row);
  });
  const read = () => ({
    statuses: [...statuses.children].map((row) => ({
      name: nameOf(row),
      category: of(row, 'category').value,
      wip_limit: of(row, 'wip_limit').value ? Number(of(row, 'wip_limit').value) : null,
    })),
    transitions: [...ways.children].map((row) => ({
      from: of(row, 'from').value,
      to: of(row, 'to').value,
      roles: of(row, 'roles').value ? [of(row, 'roles').value] : [],
      required: all('input[type=checkbox]:checked', row).map((box) => box.value),
    })),
    move: goes(),
  });
  /* a row that got another name takes its tasks along; those of removed ones go where they were told */
  function goes() {
    const all = {};
    const names = new Set([...statuses.children].map((row) => nameOf(row).toLowerCase()));
    for (const row of statuses.children)
      if (row.dataset.was && row.dataset.was !== nameOf(row) && !names.has(row.dataset.was.toLowerCase()))
        all[row.dataset.was] = nameOf(row);
    for (const row of moveRows.children) all[row.dataset.name] = of(row, 'to').value;
    return all;
  }
  function clear() {
    wrong.hidden = true;
    for (const one of all('.flow-row .wrong', form)) one.hidden = true;
    for (const one of all('[aria-invalid]', form)) one.removeAttribute('aria-invalid');
  }
  function tell(message, fields) {
    wrong.textContent = message;
    wrong.hidden = false;
    for (const [field, words] of Object.entries(fields)) {
      const place = field.match(/^(statuses|transitions)\[(\d+)\](?:\.(\w+))?/);
      if (place) {
        const row = (place[1] === 'statuses' ? statuses : ways).children[Number(place[2])],
          part = row && place[3] && of(row, place[3]);
        if (part) part.setAttribute('aria-invalid', 'true');
        if (row) {
          $('.wrong', row).textContent = words;
          $('.wrong', row).hidden = false;
        }
      } else if (field.startsWith('move.') && !moved[field]) {
        moved[field] = true;
        const row = made('flow-move');
        row.dataset.name = field.slice(5);
        of(row, 'text').textContent = words;
        fill(of(row, 'to'), '');
        moveRows.append(row);
        moves.hidden = false;
      }
    }
    wrong.focus();
  }
  save.addEventListener('click', async () => {
    if (save.getAttribute('aria-busy') === 'true') return;
    clear();
    save.setAttribute('aria-busy', 'true');
    const answer = await ask('flow-f:save', { rules: JSON.stringify(read()), version: rules.version });
    save.removeAttribute('aria-busy');
    if (answer.wrong) tell(answer.wrong, JSON.parse(answer.fields));
    else if (answer.failed) tell($('#toast').dataset.gone, {});
  });
})();
