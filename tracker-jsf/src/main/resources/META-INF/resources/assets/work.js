/* Pages of work: menus that pick a value, the list, the task page, the dialog for a new task. Shared behaviours are in app.js. */
(() => {
  'use strict';
  const doc = document, $ = (q, from = doc) => from.querySelector(q), all = (q, from = doc) => [...from.querySelectorAll(q)];
  const g = window.gerask;
  const fill = (words, values) => words.replace(/%(\w+)/g, (_, name) => values[name] ?? '');

  /* One command of the server: the client id of a p:remoteCommand, what it needs, what is shown afresh. Resolves to what it answered; failed is true where it refused. */
  function ask(id, values, update) {
    return new Promise((done) => PrimeFaces.ab({
      s: id, f: id.split(':')[0], p: id, u: update, ps: true,
      pa: Object.entries(values).filter(([, value]) => value !== null && value !== undefined).map(([name, value]) => ({ name, value: String(value) })),
      onco: (xhr, status, args) => done({ ...(args || {}), failed: status !== 'success' || !args || !!args.validationFailed }),
    }));
  }

  /* ---- menus that pick: a button with data-pick opens a popover with data-menu and gets the event "pick" {field, value, label} ---- */
  let asked = null;
  doc.addEventListener('click', (e) => {
    const opener = e.target.closest('[popovertarget]'); if (opener) asked = opener;
    const menu = e.target.closest('[data-menu]'); if (!menu || !asked) return;
    const one = e.target.closest('[data-value],[data-days],[data-set]'); if (!one) return;
    if (one.dataset.value !== undefined) pick(menu, one.dataset.value, one);
    else if (one.dataset.days !== undefined) pick(menu, day(Number(one.dataset.days)), one);
    else { const [date, hour] = all('.when input', menu); if (date.value) pick(menu, date.value + (hour.value ? 'T' + hour.value : ''), one); else date.focus(); }
  });
  function pick(menu, value, one) {
    const by = asked; menu.hidePopover();
    by.dispatchEvent(new CustomEvent('pick', { bubbles: true, detail: { field: by.dataset.pick, value, one } }));
  }
  const day = (ahead) => { const d = new Date(); d.setDate(d.getDate() + ahead); return d.getFullYear() + '-' + String(d.getMonth() + 1).padStart(2, '0') + '-' + String(d.getDate()).padStart(2, '0'); };
  /* tags are ticked; closing the menu picks them all */
  const ticked = (menu) => all('input[type=checkbox]:checked', menu).map((box) => box.value).join('\n');
  doc.addEventListener('beforetoggle', (e) => { if (e.target.dataset?.menu === 'tags' && e.newState === 'open') e.target.dataset.before = ticked(e.target); }, true);
  doc.addEventListener('toggle', (e) => {
    const menu = e.target; if (!menu.dataset || !menu.dataset.menu) return;
    if (e.newState === 'open') { const first = $('input:not([type=checkbox],[type=date],[type=time]),[data-value],[data-days]', menu); if (first) first.focus(); return; }
    const narrow = $('[data-narrow]', menu); if (narrow && narrow.value) { narrow.value = ''; narrowTo(narrow); }
    if (menu.dataset.menu !== 'tags' || !asked) return;
    const now = ticked(menu); if (now !== menu.dataset.before) asked.dispatchEvent(new CustomEvent('pick', { bubbles: true, detail: { field: 'tags', value: now } }));
  }, true);
  function narrowTo(input) { const text = input.value.trim().toLowerCase(); for (const one of all('[data-value],.tick', input.parentElement)) one.hidden = !one.textContent.toLowerCase().includes(text); }
  doc.addEventListener('input', (e) => { if (e.target.dataset.narrow !== undefined) narrowTo(e.target); });
  doc.addEventListener('keydown', (e) => {
    const menu = e.target.closest && e.target.closest('.menu[popover]'); if (!menu) return;
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      const items = all('a,button,input', menu).filter((one) => one.offsetParent !== null), at = items.indexOf(doc.activeElement);
      if (e.target.type === 'date' || e.target.type === 'time') return;
      e.preventDefault(); items[(at + (e.key === 'ArrowDown' ? 1 : -1) + items.length) % items.length]?.focus();
    }
    if (e.key === 'Enter' && e.target.dataset.narrow !== undefined) {
      e.preventDefault();
      const text = e.target.value.trim(); if (!text) { menu.hidePopover(); return; }
      const seen = all('[data-value],.tick', menu).filter((one) => !one.hidden);
      if (e.target.dataset.tagNew === undefined) { seen[0]?.click(); return; }
      const same = seen.find((one) => one.textContent.trim().toLowerCase() === text.toLowerCase());
      if (same) $('input', same).checked = true;
      else { const label = doc.createElement('label'); label.className = 'tick'; const box = doc.createElement('input'); box.type = 'checkbox'; box.value = text; box.checked = true; const words = doc.createElement('span'); words.className = 'cut'; words.textContent = text; label.append(box, words); menu.append(label); }
      e.target.value = ''; narrowTo(e.target);
    }
    if (e.key === 'Enter' && (e.target.type === 'date' || e.target.type === 'time')) { e.preventDefault(); $('[data-set]', menu).click(); }
  });

  /* ---- the list ---- */
  const table = doc.getElementById('tasks'), bulk = doc.getElementById('bulk');
  if (table) list();
  function list() {
    const boxes = () => all('tbody .c-tick input', table), on = () => boxes().filter((box) => box.checked), every = doc.getElementById('tick-all');
    let last = null;
    const count = () => { const n = on().length; bulk.hidden = n === 0; const words = doc.getElementById('bulk-count'); words.textContent = fill(words.dataset.words, { n }); every.checked = n > 0 && n === boxes().length; every.indeterminate = n > 0 && !every.checked; for (const box of boxes()) box.closest('tr').classList.toggle('selected', box.checked); };
    const shown = () => { const words = doc.getElementById('shown'); words.textContent = fill(words.dataset.words, { n: boxes().length.toLocaleString(doc.documentElement.lang), total: Number(table.dataset.total).toLocaleString(doc.documentElement.lang) }); };
    table.addEventListener('click', (e) => {
      if (e.target === every) { for (const box of boxes()) box.checked = every.checked; count(); return; }
      if (e.target.matches('tbody .c-tick input')) {
        if (e.shiftKey && last) { const rows = boxes(), [from, to] = [rows.indexOf(last), rows.indexOf(e.target)].sort((a, b) => a - b); for (const box of rows.slice(from, to + 1)) box.checked = e.target.checked; }
        last = e.target; count(); return;
      }
      const row = e.target.closest('tbody tr'); if (row && !e.target.closest('a,button,input,label') && !getSelection().toString()) $('.c-title a', row).click();
    });
    doc.addEventListener('pick', async (e) => {
      const { field, value, one } = e.detail, by = e.target;
      if (by.dataset.bulk !== undefined) { bulk.setAttribute('aria-busy', 'true'); await ask('work:bulk', { tasks: on().map((box) => box.value).join(','), field, value }); bulk.removeAttribute('aria-busy'); return; }
      const row = by.closest('tr'); if (!row) return;
      const before = [...by.childNodes].map((node) => node.cloneNode(true));
      by.replaceChildren(...[...one.childNodes].map((node) => node.cloneNode(true)));
      const answer = await ask('work:edit', { task: row.dataset.id, field, value });
      if (answer.failed) by.replaceChildren(...before);
      else if (field === 'status') row.classList.toggle('closed', value === 'done' || value === 'canceled');
      by.focus();
    });
    bulk.addEventListener('click', (e) => {
      if (e.target.closest('[data-bulk-clear]')) { for (const box of boxes()) box.checked = false; count(); }
      if (e.target.closest('[data-bulk-trash]')) ask('work:trash', { tasks: on().map((box) => box.value).join(',') });
    });
    /* rows come as one scrolls: the address of the next part answers with the same page, its rows are put under these */
    const place = doc.getElementById('more'); let coming = false;
    async function more() {
      const link = $('[data-more]', place); if (!link || coming) return;
      coming = true; link.setAttribute('aria-busy', 'true');
      try {
        const answer = await fetch(link.href, { credentials: 'same-origin' }); if (!answer.ok || answer.redirected) { location.assign(link.href); return; }
        const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
        $('tbody', table).append(...all('#tasks tbody tr', next).map((row) => doc.importNode(row, true)));
        const further = $('[data-more]', next); if (further) { link.href = further.getAttribute('href'); link.removeAttribute('aria-busy'); } else link.remove();
        shown(); count();
      } catch { link.removeAttribute('aria-busy'); } finally { coming = false; }
    }
    place.addEventListener('click', (e) => { if (e.target.closest('[data-more]')) { e.preventDefault(); more(); } });
    if ('IntersectionObserver' in window) new IntersectionObserver((seen) => { if (seen.some((one) => one.isIntersecting)) more(); }, { rootMargin: '600px' }).observe(place);
    /* j and k walk the rows, x ticks one, Enter opens it by itself */
    doc.addEventListener('keydown', (e) => {
      if (e.ctrlKey || e.metaKey || e.altKey || g.typing(e) || g.keep.get('gerask.keys') === 'off' || $('dialog[open],:popover-open')) return;
      const k = e.code.startsWith('Key') ? e.code.slice(3).toLowerCase() : '';
      if (k === 'j' || k === 'k') { const links = all('tbody .c-title a', table), row = doc.activeElement.closest('tbody tr'), at = row ? links.indexOf($('.c-title a', row)) : -1; (links[at + (k === 'j' ? 1 : -1)] || links[at] || links[0])?.focus(); e.preventDefault(); }
      else if (k === 'x') { const box = $('.c-tick input', doc.activeElement.closest('tbody tr') || table); if (box && box.closest('tbody')) { box.checked = !box.checked; last = box; count(); } }
      else if (e.key === 'Escape' && on().length) { for (const box of boxes()) box.checked = false; count(); }
    });
    shown(); count();
  }

  /* ---- the task page ---- */
  const page = doc.getElementById('task');
  if (page) task();
  function task() {
    const main = () => $('.task-main', page), title = () => doc.getElementById('task-title');
    const grow = (area) => { if (!area || CSS.supports('field-sizing', 'content')) return; area.style.height = 'auto'; area.style.height = area.scrollHeight + 'px'; };
    async function save(field, value, was, version) {
      const focus = doc.activeElement && doc.activeElement.id;
      const answer = await ask('work:edit', { key: main().dataset.task, field, value, was: was ?? '', version: version || main().dataset.version }, 'task');
      ready(); if (focus && focus !== 'description-text') doc.getElementById(focus)?.focus({ preventScroll: true });
      const clash = doc.getElementById('clash'); if (clash) clash.scrollIntoView({ block: 'nearest' });
      return answer;
    }
    function ready() {
      grow(title()); order(g.keep.get('gerask.oldest') === '1');
      const now = main(); if (now && !location.pathname.endsWith('/' + now.dataset.task)) history.replaceState(null, '', g.base + '/task/' + now.dataset.task);
    }
    function order(oldest) { const list = doc.getElementById('activity'), button = $('[data-order]', page); if (!list || !button) return; button.setAttribute('aria-pressed', String(oldest)); list.classList.toggle('oldest', oldest); }
    page.addEventListener('pick', (e) => save(e.detail.field, e.detail.value, e.target.dataset.was ?? was(e.detail.field)));
    const was = (field) => field === 'tags' ? all('#prop-tags .chip', page).map((chip) => chip.textContent).join('\n') : '';
    page.addEventListener('click', async (e) => {
      const on = (q) => e.target.closest(q); let one;
      if ((one = on('[data-set-field]'))) { one.setAttribute('aria-busy', 'true'); save(one.dataset.setField, one.dataset.setValue, ''); }
      else if (on('#description') && !getSelection().toString()) write();
      else if (on('[data-save]')) keepText();
      else if (on('[data-cancel]')) leave();
      else if (on('[data-delete]')) ask('work:delete', { key: main().dataset.task });
      else if (on('[data-restore]')) ask('work:restore', { key: main().dataset.task });
      else if (on('[data-order]')) { const oldest = on('[data-order]').getAttribute('aria-pressed') !== 'true'; g.keep.set('gerask.oldest', oldest ? '1' : null); order(oldest); }
      else if ((one = on('[data-copy-link]'))) navigator.clipboard?.writeText(new URL(one.dataset.copyLink, location).href).then(() => g.toast(one.dataset.copied));
      else if (on('[data-keep-mine]')) { const clash = on('#clash'); save(clash.dataset.field, clash.dataset.mine, '', clash.dataset.version); }
      else if (on('[data-take-theirs]')) on('#clash').remove();
    });
    const box = () => $('.editor', page), shownText = () => doc.getElementById('description'), area = () => doc.getElementById('description-text');
    function write() { if (!box()) return; shownText().hidden = true; box().hidden = false; grow(area()); area().focus(); }
    function leave() { area().value = area().defaultValue; box().hidden = true; shownText().hidden = false; shownText().focus(); }
    function keepText() { if (area().value === area().defaultValue) { leave(); return; } save('description', area().value, area().defaultValue); }
    const keepTitle = () => { const field = title(), now = field.value.replace(/\s+/g, ' ').trim(); if (!now) { field.value = field.defaultValue; grow(field); } else if (now !== field.defaultValue) save('title', now, field.defaultValue); };
    page.addEventListener('focusout', (e) => {
      if (e.target.id === 'task-title') keepTitle();
      if (e.target.id === 'description-text' && !(e.relatedTarget && box().contains(e.relatedTarget)) && area().value !== area().defaultValue && doc.hasFocus()) keepText();
    });
    page.addEventListener('input', (e) => { if (e.target.nodeName === 'TEXTAREA') grow(e.target); });
    page.addEventListener('keydown', async (e) => {
      const id = e.target.id;
      if (id === 'task-title' && (e.key === 'Enter' || e.key === 'Escape')) { e.preventDefault(); e.stopPropagation(); if (e.key === 'Escape') e.target.value = e.target.defaultValue; grow(e.target); e.target.blur(); }
      if (id === 'description-text' && e.key === 'Escape') { e.preventDefault(); e.stopPropagation(); leave(); }
      if (id === 'description-text' && e.key === 'Enter' && (e.ctrlKey || e.metaKey)) { e.preventDefault(); keepText(); }
      if (id === 'description' && (e.key === 'Enter' || e.key === ' ')) { e.preventDefault(); write(); }
      if (id === 'quick-child' && e.key === 'Enter' && e.target.value.trim() && !e.isComposing) {
        e.preventDefault(); const text = e.target.value.trim(); e.target.disabled = true;
        const answer = await ask('work:child', { key: main().dataset.task, title: text }, 'task'); ready();
        const again = doc.getElementById('quick-child'); if (again) { again.disabled = false; if (answer.failed) again.value = text; again.focus(); }
      }
    });
    doc.addEventListener('keydown', (e) => {
      if (e.ctrlKey || e.metaKey || e.altKey || g.typing(e) || g.keep.get('gerask.keys') === 'off' || $('dialog[open],:popover-open')) return;
      const to = { KeyS: 'prop-status', KeyA: 'prop-assignee', KeyP: 'prop-priority', KeyD: 'prop-due', KeyL: 'prop-tags' }[e.code];
      if (to) { e.preventDefault(); doc.getElementById(to)?.click(); } else if (e.code === 'KeyE') { e.preventDefault(); write(); }
    });
    ready();
  }

  /* ---- the dialog for a new task ---- */
  const dialog = doc.getElementById('new-task');
  if (dialog) newTask();
  function newTask() {
    const title = doc.getElementById('nt-title'), text = doc.getElementById('nt-text'), wrong = doc.getElementById('nt-wrong'), button = doc.getElementById('nt-create'), said = doc.getElementById('nt-said'), another = doc.getElementById('nt-another');
    const chips = all('[data-pick]', dialog), plain = new Map(chips.map((chip) => [chip, [...chip.childNodes].map((node) => node.cloneNode(true))]));
    let values = {}, loaded = null, chosenProject = false;
    new MutationObserver(() => { if (dialog.open) opened(); }).observe(dialog, { attributes: true, attributeFilter: ['open'] });
    function opened() {
      clear(); said.textContent = '';
      const here = $('[data-project]:not([data-project=""])'), last = dialog.dataset.last;
      chosenProject = false; project(here ? here.dataset.project : last || '');
      loaded = loaded || ask('nt:load', {}, 'nt-choices').then(settle);
    }
    /* what was preselected may be closed to the reader: then the first project that is open */
    function settle() {
      const keys = all('#nt-menu-project [data-value]').map((one) => one.dataset.value);
      if (chosenProject) return;
      if (!keys.includes(values.project || '') || (!values.project && keys.length > 1)) project(keys[1] || '');
    }
    function project(key) { values.project = key; const words = $('#nt-project [data-text]'), one = all('#nt-menu-project [data-value]').find((o) => o.dataset.value === key); words.textContent = key || (one ? one.dataset.text : words.dataset.none || words.textContent); if (!key) words.dataset.none = words.textContent; }
    function clear() {
      const keep = values.project; values = { project: keep }; title.value = ''; text.value = ''; wrong.hidden = true; title.removeAttribute('aria-invalid');
      for (const chip of chips) if (chip.dataset.pick !== 'project') { chip.classList.remove('on'); chip.replaceChildren(...plain.get(chip).map((node) => node.cloneNode(true))); }
      for (const box of all('#nt-menu-tags input[type=checkbox]')) box.checked = false;
      size();
    }
    const size = () => { if (!CSS.supports('field-sizing', 'content')) { title.style.height = 'auto'; title.style.height = title.scrollHeight + 'px'; } };
    dialog.addEventListener('pick', (e) => {
      const { field, value, one } = e.detail, chip = e.target;
      if (field === 'project') { chosenProject = true; values.project = value; $('[data-text]', chip).textContent = one.dataset.text; return; }
      values[field] = value;
      if (!value) { chip.classList.remove('on'); chip.replaceChildren(...plain.get(chip).map((node) => node.cloneNode(true))); return; }
      chip.classList.add('on');
      const icon = plain.get(chip).find((node) => node.nodeName.toLowerCase() === 'svg').cloneNode(true);
      if (field === 'tags') chip.replaceChildren(icon, value.split('\n').join(', '));
      else if (field === 'due') chip.replaceChildren(icon, new Date(value.includes('T') ? value : value + 'T00:00').toLocaleString(doc.documentElement.lang, { weekday: 'short', day: 'numeric', month: 'short', ...(value.includes('T') ? { hour: 'numeric', minute: '2-digit' } : {}) }));
      else chip.replaceChildren(...[...one.childNodes].map((node) => node.cloneNode(true)));
    });
    async function create() {
      if (button.getAttribute('aria-busy') === 'true') return;
      const words = title.value.replace(/\s+/g, ' ').trim();
      if (!words) { title.focus(); title.setAttribute('aria-invalid', 'true'); return; }
      button.setAttribute('aria-busy', 'true'); wrong.hidden = true;
      const answer = await ask('nt:create', { ...values, title: words, text: text.value, another: another.checked ? '1' : null });
      button.removeAttribute('aria-busy');
      if (answer.wrong || answer.failed) { wrong.textContent = answer.wrong || $('#toast').dataset.gone; wrong.hidden = false; title.focus(); return; }
      if (answer.key && values.project) dialog.dataset.last = values.project;
      if (another.checked) { dialog.dataset.made = '1'; clear(); said.textContent = dialog.dataset.done.replace('{0}', answer.key); title.focus(); } else if (answer.key) { delete dialog.dataset.made; dialog.close(); }
    }
    dialog.addEventListener('close', () => { if (dialog.dataset.made && /\/(my-work|list|board)(\/|$)/.test(location.pathname)) location.reload(); delete dialog.dataset.made; });
    button.addEventListener('click', create);
    title.addEventListener('input', () => { title.removeAttribute('aria-invalid'); size(); });
    dialog.addEventListener('keydown', (e) => {
      if (e.key !== 'Enter' || e.isComposing) return;
      if (e.target === title || ((e.ctrlKey || e.metaKey) && !e.target.closest('[popover]'))) { e.preventDefault(); e.stopPropagation(); create(); }
    });
    const params = new URLSearchParams(location.search);
    if (params.get('new') === '1') g.open('new-task');
  }
  window.gerask = { ...g, ask, fill };
})();
