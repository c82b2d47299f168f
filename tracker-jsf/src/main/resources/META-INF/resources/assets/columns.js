/* The columns of the list: which, in what order, how wide. A cookie of the list keeps them, so that it comes as it stays. */
(() => {
  'use strict';
  const doc = document,
    g = window.gerask,
    { $, all } = g,
    menu = doc.getElementById('columns-menu'),
    table = doc.getElementById('tasks');
  if (!menu) return;
  const STEP = 8;
  const headOf = (edge) => edge.closest('th'),
    number = (edge, name) => Number(edge.getAttribute('aria-' + name)),
    edges = () => (table ? all('[data-edge]', table) : []);
  function write(text) {
    doc.cookie =
      'gerask_columns=' + text + '; path=' + g.base + '/list; max-age=' + (text ? 31536000 : 0) + '; samesite=lax';
  }
  /* what is ticked in the order of the menu, with the widths that are not the usual ones */
  function keep() {
    const widths = new Map(
      edges()
        .filter((edge) => edge.getAttribute('aria-valuenow') !== edge.dataset.usual)
        .map((edge) => [edge.dataset.edge, edge.getAttribute('aria-valuenow')]),
    );
    const names = ['key', ...all('input:checked', menu).map((box) => box.value)];
    write(names.map((name) => (widths.has(name) ? name + '-' + widths.get(name) : name)).join('~'));
  }
  const widths = () => edges().reduce((sum, edge) => sum + number(edge, 'valuenow'), 0);
  let rest = table ? Number(table.dataset.least) - widths() : 0; /* what ticks and titles need */
  function fit() {
    if (!table) return;
    table.classList.remove('usual');
    table.style.minWidth = rest + widths() + 'px';
  }
  function afresh() {
    if (!table) return;
    if (g.soon) g.soon();
    else location.reload();
  }
  /* rows and heads came as they are chosen now */
  doc.addEventListener('live', () => {
    if (table && !table.classList.contains('usual')) fit();
  });

  /* ---- the menu ---- */
  menu.addEventListener('change', (e) => {
    if (e.target.type !== 'checkbox') return;
    keep();
    if (table) table.classList.remove('usual');
    afresh();
  });
  menu.addEventListener('click', (e) => {
    const by = e.target.closest('[data-move]');
    if (by) {
      const row = by.closest('[data-column]'),
        other = Number(by.dataset.move) < 0 ? row.previousElementSibling : row.nextElementSibling;
      if (!other?.matches('[data-column]') || !$('input', other).checked) return;
      if (Number(by.dataset.move) < 0) other.before(row);
      else other.after(row);
      by.focus();
      keep();
      if (table) table.classList.remove('usual');
      afresh();
    } else if (e.target.closest('[data-columns-usual]')) {
      write('');
      location.reload();
    }
  });

  /* ---- the edges: by pointer, by arrows, by a double click ---- */
  if (!table) return;
  const range = (edge, width) =>
    Math.round(Math.min(Math.max(width, number(edge, 'valuemin')), number(edge, 'valuemax')));
  function widen(edge, width) {
    const now = range(edge, width);
    edge.setAttribute('aria-valuenow', String(now));
    headOf(edge).style.width = now + 'px';
    fit();
  }
  /* the title takes what is left, so what stands right of it grows to the left */
  const way = (edge) => (edge.dataset.edge === 'key' ? 1 : -1);
  let drawn = null;
  table.addEventListener('pointerdown', (e) => {
    const edge = e.target.closest('[data-edge]');
    if (!edge || e.button !== 0) return;
    e.preventDefault();
    edge.focus({ preventScroll: true });
    drawn = { edge, x: e.clientX, from: headOf(edge).getBoundingClientRect().width, moved: false };
  });
  doc.addEventListener('pointermove', (e) => {
    if (!drawn) return;
    if (!drawn.moved) {
      if (Math.abs(e.clientX - drawn.x) < 3) return;
      drawn.moved = true;
      drawn.edge.classList.add('drawn');
      doc.body.classList.add('drawing');
    }
    widen(drawn.edge, drawn.from + way(drawn.edge) * (e.clientX - drawn.x));
  });
  function release() {
    if (!drawn) return;
    drawn.edge.classList.remove('drawn');
    doc.body.classList.remove('drawing');
    if (drawn.moved) keep();
    drawn = null;
  }
  doc.addEventListener('pointerup', release);
  doc.addEventListener('pointercancel', release);
  function usual(edge) {
    widen(edge, Number(edge.dataset.usual));
    keep();
  }
  table.addEventListener('dblclick', (e) => {
    const edge = e.target.closest('[data-edge]');
    if (edge) usual(edge);
  });
  table.addEventListener('keydown', (e) => {
    const edge = e.target.closest('[data-edge]');
    if (!edge || e.ctrlKey || e.metaKey || e.altKey) return;
    const now = number(edge, 'valuenow');
    const to = {
      ArrowLeft: now - way(edge) * STEP,
      ArrowRight: now + way(edge) * STEP,
      Home: number(edge, 'valuemin'),
      End: number(edge, 'valuemax'),
      Enter: Number(edge.dataset.usual),
    }[e.key];
    if (to === undefined) return;
    e.preventDefault();
    widen(edge, to);
    keep();
  });
})();
