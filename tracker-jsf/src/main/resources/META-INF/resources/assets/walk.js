/* From a page with tasks to one of them, on to the next, and back to the same place: j, k and Escape on the page of a task. */
(() => {
  'use strict';
  const doc = document,
    g = window.gerask,
    { $, all } = g,
    WALK = 'gerask.walk',
    BACK = 'gerask.back',
    here = location.pathname + location.search,
    content = doc.getElementById('content'),
    nav = doc.getElementById('walk');
  const keep = {
    get: (name) => {
      try {
        return JSON.parse(sessionStorage.getItem(name));
      } catch {
        return null;
      }
    },
    set: (name, value) => {
      try {
        sessionStorage.setItem(name, JSON.stringify(value));
      } catch {
        /* then there is no way back but the browser's */
      }
    },
  };
  const keyOf = (link) => /\/task\/([A-Z][A-Z0-9]*-\d+)$/.exec(link.getAttribute('href') || '')?.[1];
  const links = () => all('a[href*="/task/"]', content).filter(keyOf);
  const address = (key) => g.base + '/task/' + key;

  /* ---- a page with tasks: what is shown there is walked ---- */
  content?.addEventListener('click', (e) => {
    const link = e.target.closest('a[href*="/task/"]'),
      key = link && keyOf(link);
    if (!key || nav || e.ctrlKey || e.metaKey || e.shiftKey) return;
    keep.set(WALK, { from: here, keys: [...new Set(links().map(keyOf))], y: content.scrollTop });
    keep.set(BACK, key);
  });
  async function restore() {
    const walk = keep.get(WALK),
      key = keep.get(BACK),
      back = performance.getEntriesByType('navigation')[0]?.type === 'back_forward' || walk?.returns;
    if (nav || !walk || !key || !back || walk.from !== here) return;
    delete walk.returns;
    keep.set(WALK, walk);
    const row = () => links().find((one) => keyOf(one) === key);
    await g.unroll?.(() => row() || links().length >= walk.keys.length);
    content.scrollTop = walk.y;
    row()?.focus({ preventScroll: true });
    row()?.scrollIntoView({ block: 'nearest' });
  }
  doc.addEventListener('DOMContentLoaded', restore);

  /* ---- the page of a task ---- */
  if (!nav) return;
  nav.remove(); /* put beside the key; with the body of the task it goes at each change, down to its last node */
  const key = () => $('.task-main')?.dataset.task;
  let walk = keep.get(WALK);
  const at = () => (walk ? walk.keys.indexOf(key()) : -1);
  function show() {
    const crumbs = $('.task-main .crumbs'),
      place = at();
    if (!crumbs || place < 0) return;
    const shown = $('#walk', crumbs) || nav.cloneNode(true);
    for (const [way, step] of [
      ['prev', -1],
      ['next', 1],
    ]) {
      const link = $('[data-walk=' + way + ']', shown),
        to = walk.keys[place + step];
      if (to) link.href = address(to);
      else link.removeAttribute('href');
      link.inert = !to;
    }
    $('[data-walk=back]', shown).href = walk.from;
    $('.n', shown).textContent = place + 1 + ' / ' + walk.keys.length;
    shown.hidden = false;
    if (!shown.isConnected) crumbs.insertBefore(shown, $('.end', crumbs));
    keep.set(BACK, key());
  }
  function go(to) {
    const link = $('#walk [data-walk=' + to + '][href]');
    if (!link) return false;
    if (to === 'back') {
      walk.returns = true;
      keep.set(WALK, walk);
    }
    location.assign(link.href);
    return true;
  }
  doc.addEventListener('click', (e) => {
    const way = e.target.closest('#walk [data-walk]')?.dataset.walk;
    if (!way || e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    go(way);
  });
  doc.addEventListener('keydown', (e) => {
    /* nobody leaves a text that is being decided about, or an open editor, by one key */
    if (e.defaultPrevented || !g.single(e) || at() < 0 || $('#clash,.editor:not([hidden])')) return;
    const way = e.key === 'Escape' ? 'back' : { KeyJ: 'next', KeyK: 'prev' }[e.code];
    if (way && go(way)) e.preventDefault();
  });
  /* the body of the task is replaced whole after each change */
  doc.addEventListener('live', show);
  jQuery(doc).on('pfAjaxComplete', () => setTimeout(show));
  addEventListener('pageshow', () => {
    walk = keep.get(WALK);
    show();
  });
  show();
})();
