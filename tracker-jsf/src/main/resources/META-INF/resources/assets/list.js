/* The list of tasks: ticking, changing in the row or many at once, more rows as one scrolls. */
(() => {
  'use strict';
  const doc = document,
    g = window.gerask,
    { $, all, ask, fill } = g;
  const table = doc.getElementById('tasks'),
    bulk = doc.getElementById('bulk');
  if (!table) return;
  const boxes = () => all('tbody .c-tick input', table),
    on = () => boxes().filter((box) => box.checked),
    every = doc.getElementById('tick-all');
  let last = null;
  const count = () => {
    const n = on().length;
    bulk.hidden = n === 0;
    const words = doc.getElementById('bulk-count');
    words.textContent = fill(words.dataset.words, { n });
    every.checked = n > 0 && n === boxes().length;
    every.indeterminate = n > 0 && !every.checked;
    for (const box of boxes()) box.closest('tr').classList.toggle('selected', box.checked);
    doc.dispatchEvent(new CustomEvent('ticked', { detail: { ids: on().map((box) => box.value), shown: boxes().length } }));
  };
  const shown = () => {
    const words = doc.getElementById('shown');
    words.textContent = fill(words.dataset.words, {
      n: boxes().length.toLocaleString(doc.documentElement.lang),
      total: Number(table.dataset.total).toLocaleString(doc.documentElement.lang),
    });
  };
  table.addEventListener('click', (e) => {
    if (e.target === every) {
      for (const box of boxes()) box.checked = every.checked;
      count();
      return;
    }
    if (e.target.matches('tbody .c-tick input')) {
      if (e.shiftKey && last) {
        const rows = boxes(),
          [from, to] = [rows.indexOf(last), rows.indexOf(e.target)].sort((a, b) => a - b);
        for (const box of rows.slice(from, to + 1)) box.checked = e.target.checked;
      }
      last = e.target;
      count();
      return;
    }
    const row = e.target.closest('tbody tr');
    if (row && !e.target.closest('a,button,input,label') && !getSelection().toString())
      $('.c-title a', row).click();
  });
  doc.addEventListener('pick', async (e) => {
    const { field, value, one } = e.detail,
      by = e.target;
    if (by.dataset.bulk !== undefined) return;
    const row = by.closest('tr');
    if (!row) return;
    const before = [...by.childNodes].map((node) => node.cloneNode(true));
    if (field !== 'due') by.replaceChildren(...[...one.childNodes].map((node) => node.cloneNode(true)));
    const answer = await ask('work:edit', { task: row.dataset.id, field, value });
    if (answer.failed) by.replaceChildren(...before);
    else if (field === 'due') g.soon?.(); /* in the words of the server */
    else if (field === 'status') row.classList.toggle('closed', ['done', 'canceled'].includes(value));
    by.focus();
  });
  bulk.addEventListener('click', (e) => {
    if (e.target.closest('[data-bulk-clear]')) {
      for (const box of boxes()) box.checked = false;
      count();
    }
    /* all that match are many: bulk.js asks first */
    if (e.target.closest('[data-bulk-trash]') && bulk.dataset.every === undefined)
      ask('work:trash', {
        tasks: on()
          .map((box) => box.value)
          .join(','),
      });
  });
  /* rows come as one scrolls: the address of the next part answers with the same page, its rows are put under these */
  const place = doc.getElementById('more');
  let coming = false;
  async function more() {
    const link = $('[data-more]', place);
    if (!link || coming) return;
    coming = true;
    link.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(link.href, { credentials: 'same-origin' });
      if (!answer.ok || answer.redirected) {
        location.assign(link.href);
        return;
      }
      const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
      $('tbody', table).append(...all('#tasks tbody tr', next).map((row) => doc.importNode(row, true)));
      const further = $('[data-more]', next);
      if (further) {
        link.href = further.getAttribute('href');
        link.removeAttribute('aria-busy');
      } else link.remove();
      shown();
      count();
      coming = false;
      look();
    } catch {
      link.removeAttribute('aria-busy');
    } finally {
      coming = false;
    }
  }
  /* further parts, until there is enough */
  g.unroll = async (enough) => {
    for (let tries = 0; tries < 300 && !enough() && $('[data-more]', place); tries++)
      await (coming ? new Promise((done) => setTimeout(done, 50)) : more());
  };
  place.addEventListener('click', (e) => {
    if (e.target.closest('[data-more]')) {
      e.preventDefault();
      more();
    }
  });
  /* it tells of the end of the list only as that comes into sight, so it is asked anew after each part:
     a tall window, or a leap to the end, has the end in sight all along */
  const watch = new IntersectionObserver(
    (seen) => {
      if (seen.some((one) => one.isIntersecting)) more();
    },
    { root: doc.getElementById('content'), rootMargin: '600px' },
  );
  const look = () => {
    watch.disconnect();
    watch.observe(place);
  };
  look();
  /* j and k walk the rows, x ticks one, with Shift all from the last one, Enter opens it by itself */
  doc.addEventListener('keydown', (e) => {
    if (!g.single(e)) return;
    const k = e.code.startsWith('Key') ? e.code.slice(3).toLowerCase() : '';
    if (k === 'j' || k === 'k') {
      const links = all('tbody .c-title a', table),
        row = doc.activeElement.closest('tbody tr'),
        at = row ? links.indexOf($('.c-title a', row)) : -1;
      (links[at + (k === 'j' ? 1 : -1)] || links[at] || links[0])?.focus();
      e.preventDefault();
    } else if (k === 'x') {
      const box = $('.c-tick input', doc.activeElement.closest('tbody tr') || table);
      if (box && box.closest('tbody')) {
        box.checked = !box.checked;
        if (e.shiftKey && last?.isConnected) {
          const rows = boxes(),
            [from, to] = [rows.indexOf(last), rows.indexOf(box)].sort((a, b) => a - b);
          for (const one of rows.slice(from, to + 1)) one.checked = box.checked;
        }
        last = box;
        count();
      }
    } else if (e.key === 'Escape' && on().length) {
      for (const box of boxes()) box.checked = false;
      count();
    }
  });
  /* a line below the rows; what the list shows of it comes as any change does */
  doc.getElementById('quick-task')?.addEventListener('keydown', (e) =>
    g.nextLine(e, async (title, values) => {
      const answer = await ask('work:add', { ...values, key: e.target.dataset.project, title });
      if (!answer.failed) g.soon?.();
      return !answer.failed;
    }),
  );
  doc.addEventListener('live', () => {
    shown();
    count();
  });
  shown();
  count();
})();
