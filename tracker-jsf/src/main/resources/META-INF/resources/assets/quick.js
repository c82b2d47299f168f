/* Marks in the title of a new task become its chips as they are typed: !high @anna #bug ^tomorrow. What is no such mark stays in the title; Backspace takes the last one back. */
(() => {
  'use strict';
  const doc = document,
    g = window.gerask,
    { $, all } = g,
    dialog = doc.getElementById('new-task'),
    title = doc.getElementById('nt-title'),
    said = doc.getElementById('nt-said');
  if (!dialog || !title) return;
  const MARK = /(^|\s)([!@#^])([^\s!@#^]+)(?=\s)/gu,
    DAYS = [
      ['today', 'сегодня'],
      ['tomorrow', 'завтра'],
    ],
    LANGUAGES = ['en', 'ru'];
  const literal = new Set() /* marks that are to stay words */,
    looked = new Set(); /* names that were asked for */
  let last = null;

  const plain = (some) => some.toLowerCase().replace(/ё/g, 'е').trim();
  const text = (one) => $('.cut', one)?.textContent || one.textContent; /* without initials */
  const chip = (field) => $('[data-pick=' + field + ']', dialog);
  const menu = (field) => doc.getElementById('nt-menu-' + field);
  const options = (field) => (menu(field) ? all('[data-value]', menu(field)).filter((one) => one.dataset.value) : []);

  /* ---- what a mark means: {field, value, one}, or null ---- */
  function priority(word) {
    const fits = options('priority').filter(
      (one) => one.dataset.value.startsWith(word) || plain(one.textContent).startsWith(word),
    );
    return fits.length === 1 ? { field: 'priority', value: fits[0].dataset.value, one: fits[0] } : null;
  }
  function person(word) {
    if (['me', 'я', 'мне'].includes(word)) return { field: 'assignee', value: doc.body.dataset.me, one: mine() };
    const people = options('assignee'),
      names = (one) => plain(text(one)).split(/\s+/),
      exact = people.filter((one) => names(one).join('') === word),
      fits = exact.length ? exact : people.filter((one) => names(one).some((name) => name.startsWith(word)));
    if (!fits.length) look(word);
    return fits.length === 1 ? { field: 'assignee', value: fits[0].dataset.value, one: fits[0] } : null;
  }
  /* of many people the menu holds some; the others are asked for and then it is read again */
  async function look(word) {
    const people = menu('assignee');
    if (!people?.dataset.cut || looked.has(word)) return;
    looked.add(word);
    const came = await g.choices('person', people.dataset.of || '', word);
    if (!came) return; /* the mark stays in the title */
    const known = new Set(options('assignee').map((one) => one.dataset.value));
    for (const one of all('[data-value]', came)) if (one.dataset.value && !known.has(one.dataset.value)) people.append(one);
    read(false);
  }
  /* the reader's own sign and name, as the header has them */
  function mine() {
    const own = $('.top .me'),
      one = doc.createElement('span');
    one.append(...[...own.childNodes].map((node) => node.cloneNode(true)), own.title);
    return one;
  }
  const ticked = () => all('input:checked', menu('tags')).map((box) => box.value);
  function tag(word, typed) {
    if (!menu('tags') || !/^\p{L}[\p{L}\p{N}_-]*$/u.test(typed) || typed.length > 50) return null;
    const box = all('input[type=checkbox]', menu('tags')).find((one) => plain(one.value) === word);
    if (box) box.checked = true;
    else g.tick(menu('tags'), typed);
    return { field: 'tags', value: ticked().join('\n'), tag: box ? box.value : typed };
  }
  const written = (day) =>
    day.getFullYear() + '-' + String(day.getMonth() + 1).padStart(2, '0') + '-' + String(day.getDate()).padStart(2, '0');
  function ahead(days) {
    const day = new Date();
    day.setDate(day.getDate() + days);
    return day;
  }
  function date(word) {
    const due = (day) => ({ field: 'due', value: written(day) });
    for (const [days, words] of DAYS.entries())
      if (words.some((one) => word.length > 2 && one.startsWith(word))) return due(ahead(days));
    let found = /^\+?(\d{1,3})[dд]?$/.exec(word);
    if (found && /^\+|[dд]$/.test(word)) return due(ahead(Number(found[1])));
    found = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(word);
    if (!found) {
      const [, day, month, year] = /^(\d\d?)\.(\d\d?)\.?(\d{4})?$/.exec(word) || [];
      if (day) found = [0, year || ahead(0).getFullYear(), month, day];
      if (day && !year && new Date(found[1], month - 1, day, 23, 59) < ahead(0)) found[1]++;
    }
    if (found) {
      const day = new Date(found[1], found[2] - 1, found[3]);
      return day.getMonth() === found[2] - 1 && day.getDate() === Number(found[3]) ? due(day) : null;
    }
    for (let days = 1; days <= 7; days++)
      for (const language of LANGUAGES)
        for (const weekday of ['long', 'short'])
          if (word.length > 1 && plain(ahead(days).toLocaleDateString(language, { weekday })).startsWith(word))
            return due(ahead(days));
    return null;
  }
  function meant(sign, typed) {
    const word = plain(typed);
    if (sign === '!') return priority(word);
    if (sign === '@') return person(word);
    return sign === '#' ? tag(word, typed) : date(word);
  }

  function pick({ field, value, one }) {
    chip(field).dispatchEvent(new CustomEvent('pick', { bubbles: true, detail: { field, value, one } }));
  }
  /* the marks that are complete; at the end of typing the last one is, too */
  function read(ended) {
    const caret = title.selectionStart,
      words = title.value + (ended ? ' ' : '');
    for (const found of words.matchAll(MARK)) {
      const [whole, before, sign, typed] = found,
        mark = sign + typed;
      if (literal.has(mark)) continue;
      const its = meant(sign, typed);
      if (!its) continue;
      pick(its);
      said.textContent = chip(its.field).getAttribute('aria-label') + ': ' + chip(its.field).textContent;
      const from = found.index + before.length,
        to = Math.min(found.index + whole.length + 1, title.value.length);
      title.setRangeText('', from, to, 'preserve');
      const at = Math.max(from, Math.min(caret - (to - from), title.value.length));
      title.setSelectionRange(at, at);
      last = { ...its, mark, at, text: title.value };
      title.dispatchEvent(new Event('input', { bubbles: true }));
      return true;
    }
    return false;
  }
  function takeBack() {
    const { field, mark, at, tag: name } = last;
    literal.add(mark);
    last = null;
    title.setRangeText(mark + ' ', at, at, 'end');
    if (field === 'tags') {
      for (const box of all('input:checked', menu('tags'))) if (box.value === name) box.checked = false;
      pick({ field, value: ticked().join('\n') });
    } else pick({ field, value: '' });
    title.dispatchEvent(new Event('input', { bubbles: true }));
  }
  title.addEventListener('input', (e) => {
    if (!e.isComposing) read(false);
  });
  const end = () => {
    while (read(true));
    last = null;
  };
  /* before whoever creates it listens */
  dialog.addEventListener(
    'keydown',
    (e) => {
      if (e.isComposing) return;
      if (e.key === 'Enter') end();
      else if (
        e.key === 'Backspace' &&
        e.target === title &&
        last?.text === title.value &&
        title.selectionStart === last.at &&
        title.selectionEnd === last.at
      ) {
        e.preventDefault();
        takeBack();
      }
    },
    true,
  );
  dialog.addEventListener(
    'click',
    (e) => {
      if (e.target.closest('#nt-create')) end();
    },
    true,
  );
  dialog.addEventListener('close', () => {
    literal.clear();
    last = null;
  });
})();
