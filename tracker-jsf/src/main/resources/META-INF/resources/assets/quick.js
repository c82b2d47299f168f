/* Marks in the title of a new task become its chips as they are typed: !high @anna #bug ^tomorrow, in the dialog and in lines with data-marks. What is no such mark stays in the title; Backspace takes the last one back. */
(() => {
  'use strict';
  const doc = document,
    g = window.gerask,
    { $, all } = g,
    dialog = doc.getElementById('new-task'),
    title = doc.getElementById('nt-title');
  if (!dialog || !title) return;
  const MARK = /(^|\s)([!@#^])([^\s!@#^]+)(?=\s)/gu,
    DAYS = [
      ['today', 'сегодня'],
      ['tomorrow', 'завтра'],
    ],
    LANGUAGES = ['en', 'ru'];
  const looked = new Set(); /* names that were asked for */

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
  function person(word, again) {
    if (['me', 'я', 'мне'].includes(word)) return { field: 'assignee', value: doc.body.dataset.me, one: mine() };
    const people = options('assignee'),
      names = (one) => plain(text(one)).split(/\s+/),
      exact = people.filter((one) => names(one).join('') === word),
      fits = exact.length ? exact : people.filter((one) => names(one).some((name) => name.startsWith(word)));
    if (!fits.length) look(word, again);
    return fits.length === 1 ? { field: 'assignee', value: fits[0].dataset.value, one: fits[0] } : null;
  }
  /* of many people the menu holds some; the others are asked for and then it is read again */
  async function look(word, again) {
    const people = menu('assignee');
    if (!people?.dataset.cut || looked.has(word)) return;
    looked.add(word);
    const came = await g.choices('person', people.dataset.of || '', word);
    if (!came) return; /* the mark stays in the title */
    const known = new Set(options('assignee').map((one) => one.dataset.value));
    for (const one of all('[data-value]', came)) if (one.dataset.value && !known.has(one.dataset.value)) people.append(one);
    again();
  }
  /* the reader's own sign and name, as the header has them */
  function mine() {
    const own = $('.top .me'),
      one = doc.createElement('span');
    one.append(...[...own.childNodes].map((node) => node.cloneNode(true)), own.title);
    return one;
  }
  function tag(word, typed) {
    if (!menu('tags') || !/^\p{L}[\p{L}\p{N}_-]*$/u.test(typed) || typed.length > 50) return null;
    const box = all('input[type=checkbox]', menu('tags')).find((one) => plain(one.value) === word);
    return { field: 'tags', value: box ? box.value : typed };
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
  function meant(sign, typed, again) {
    const word = plain(typed);
    if (sign === '!') return priority(word);
    if (sign === '@') return person(word, again);
    return sign === '#' ? tag(word, typed) : date(word);
  }

  /* ---- reads the marks of one field; place: take and drop what one means, say it ---- */
  function reads(input, place) {
    const literal = new Set(); /* marks that are to stay words */
    let last = null;
    /* the marks that are complete; at the end of typing the last one is, too */
    function read(ended) {
      const caret = input.selectionStart,
        words = input.value + (ended ? ' ' : '');
      for (const found of words.matchAll(MARK)) {
        const [whole, before, sign, typed] = found,
          mark = sign + typed;
        if (literal.has(mark)) continue;
        const its = meant(sign, typed, () => read(false));
        if (!its) continue;
        place.take(its);
        const from = found.index + before.length,
          to = Math.min(found.index + whole.length + 1, input.value.length);
        input.setRangeText('', from, to, 'preserve');
        const at = Math.max(from, Math.min(caret - (to - from), input.value.length));
        input.setSelectionRange(at, at);
        last = { its, mark, at, text: input.value };
        input.dispatchEvent(new Event('input', { bubbles: true }));
        return true;
      }
      return false;
    }
    input.addEventListener('input', (e) => {
      if (!e.isComposing) read(false);
    });
    return {
      read,
      end() {
        while (read(true));
        last = null;
      },
      clear() {
        literal.clear();
        last = null;
      },
      /* the mark that was just taken stands in the text again */
      takesBack(e) {
        if (
          e.key !== 'Backspace' ||
          e.target !== input ||
          last?.text !== input.value ||
          input.selectionStart !== last.at ||
          input.selectionEnd !== last.at
        )
          return;
        e.preventDefault();
        const { its, mark, at } = last;
        literal.add(mark);
        last = null;
        input.setRangeText(mark + ' ', at, at, 'end');
        place.drop(its);
        input.dispatchEvent(new Event('input', { bubbles: true }));
      },
    };
  }

  /* ---- the dialog: a mark is what its menu would have picked ---- */
  const boxes = () => all('input[type=checkbox]', menu('tags')),
    ticked = () => all('input:checked', menu('tags')).map((box) => box.value);
  const pick = (field, value, one) =>
    chip(field).dispatchEvent(new CustomEvent('pick', { bubbles: true, detail: { field, value, one } }));
  const whole = reads(title, {
    take({ field, value, one }) {
      if (field === 'tags') {
        const box = boxes().find((one) => one.value === value);
        if (box) box.checked = true;
        else g.tick(menu('tags'), value);
        pick(field, ticked().join('\n'));
      } else pick(field, value, one);
      doc.getElementById('nt-said').textContent = chip(field).getAttribute('aria-label') + ': ' + chip(field).textContent;
    },
    drop({ field, value }) {
      if (field === 'tags') for (const box of boxes()) if (box.value === value) box.checked = false;
      pick(field, field === 'tags' ? ticked().join('\n') : '');
    },
  });
  /* before whoever creates it listens */
  dialog.addEventListener(
    'keydown',
    (e) => {
      if (e.isComposing) return;
      if (e.key === 'Enter') whole.end();
      else whole.takesBack(e);
    },
    true,
  );
  dialog.addEventListener(
    'click',
    (e) => {
      if (e.target.closest('#nt-create')) whole.end();
    },
    true,
  );
  dialog.addEventListener('close', whole.clear);

  /* ---- a line: its chips stand before what is typed, a click or Backspace takes one away ---- */
  const lines = new WeakMap();
  function line(input) {
    if (lines.has(input)) return lines.get(input);
    const place = doc.createElement('span'),
      status = doc.createElement('span');
    place.className = 'quick-chips';
    status.className = 'sr';
    status.setAttribute('role', 'status');
    /* behind it, for a label is that of the first control in it */
    input.after(place, status);
    let taken = [];
    const label = (field) => chip(field).getAttribute('aria-label');
    function show() {
      place.replaceChildren(
        ...taken.map((its) => {
          const one = doc.createElement('button');
          one.type = 'button';
          one.className = 'chip chip-26 on';
          if (its.one) one.append(...[...its.one.childNodes].map((node) => node.cloneNode(true)));
          else if (its.field === 'tags') one.append('#' + its.value);
          else
            one.append(
              new Date(its.value + 'T00:00').toLocaleDateString(doc.documentElement.lang, {
                weekday: 'short',
                day: 'numeric',
                month: 'short',
              }),
            );
          one.title = label(its.field);
          one.addEventListener('click', (e) => {
            e.preventDefault();
            drop(its);
            input.focus();
          });
          return one;
        }),
      );
    }
    function drop(its) {
      taken = taken.filter((one) => one !== its);
      show();
    }
    const marks = reads(input, {
      take(its) {
        const many = its.field === 'tags';
        taken = [...taken.filter((one) => one.field !== its.field || (many && one.value !== its.value)), its];
        show();
        status.textContent = label(its.field) + ': ' + place.lastElementChild.textContent;
      },
      drop,
    });
    const of = {
      marks,
      /* what was understood, as the dialog sends it */
      async values() {
        if (/[!@#^]/.test(input.value)) await g.newTaskMenus();
        marks.end();
        const values = {};
        for (const { field, value } of taken)
          values[field] = field in values ? values[field] + '\n' + value : value;
        return values;
      },
      clear() {
        taken = [];
        marks.clear();
        show();
      },
      backspace(e) {
        marks.takesBack(e);
        if (e.defaultPrevented || e.key !== 'Backspace' || input.value || !taken.length) return;
        drop(taken[taken.length - 1]);
      },
    };
    lines.set(input, of);
    return of;
  }
  doc.addEventListener('input', async (e) => {
    const input = e.target.closest('[data-marks]');
    if (!input || e.isComposing || !/[!@#^]/.test(input.value)) return;
    const its = line(input);
    await g.newTaskMenus();
    its.marks.read(false);
  });
  doc.addEventListener('keydown', (e) => {
    if (e.key === 'Backspace' && e.target.matches?.('[data-marks]')) lines.get(e.target)?.backspace(e);
  });
  g.line = line;
})();
