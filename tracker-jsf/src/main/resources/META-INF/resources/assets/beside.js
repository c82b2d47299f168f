/* The task beside the board: a click on a card opens it there, the address keeps it, Back and Escape close it. */
(() => {
  'use strict';
  const doc = document,
    g = window.gerask,
    { $, all } = g,
    board = doc.getElementById('board'),
    place = doc.getElementById('beside');
  if (!board || !place) return;
  const narrow = matchMedia('(max-width: 719px)');
  const asked = () => new URLSearchParams(location.search).get('task') || '';
  const page = (key) => g.base + '/task/' + encodeURIComponent(key);
  const cardOf = (key) => (key ? $('.card[data-key="' + CSS.escape(key) + '"]', board) : null);
  function address(key) {
    const to = new URL(location);
    if (key) to.searchParams.set('task', key);
    else to.searchParams.delete('task');
    return to;
  }
  /* what a form of this page leads back to is the view as it is now */
  function forms() {
    for (const form of doc.forms)
      if (form.method === 'post' && !form.dataset.login) form.action = location.pathname + location.search;
  }
  function mark() {
    const key = asked();
    for (const card of all('.card[aria-current]', board))
      if (card.dataset.key !== key) card.removeAttribute('aria-current');
    cardOf(key)?.setAttribute('aria-current', 'true');
  }
  let shown = asked();

  async function load(key) {
    place.hidden = false;
    place.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(g.base + '/beside?task=' + encodeURIComponent(key), {
        credentials: 'same-origin',
      });
      if (asked() !== key) return;
      if (!answer.ok || answer.redirected) {
        location.assign(page(key));
        return;
      }
      const came = $('#beside', new DOMParser().parseFromString(await answer.text(), 'text/html'));
      if (asked() !== key) return;
      place.dataset.task = came.dataset.task || '';
      place.dataset.in = came.dataset.in || '';
      place.replaceChildren(...[...came.childNodes].map((node) => doc.importNode(node, true)));
      place.scrollTop = 0;
      g.drafts();
      ($('h2', place) || $('[data-beside-close]', place)).focus({ preventScroll: true });
      cardOf(key)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } catch {
      location.assign(page(key));
    } finally {
      place.removeAttribute('aria-busy');
    }
  }
  /* brings what is shown to what the address says */
  function follow() {
    const key = asked();
    forms();
    mark();
    if (key === shown) return;
    const before = shown;
    shown = key;
    if (key) {
      load(key);
      return;
    }
    const inside = place.contains(doc.activeElement) || doc.activeElement === doc.body;
    place.hidden = true;
    place.replaceChildren();
    if (inside) cardOf(before)?.focus();
  }
  function open(key) {
    if (key === asked()) {
      $('h2', place)?.focus();
      return;
    }
    /* one step back closes it, however many were looked at */
    if (asked()) history.replaceState(history.state, '', address(key));
    else history.pushState({ beside: true }, '', address(key));
    follow();
  }
  function close() {
    if (!asked()) return;
    if (history.state?.beside) history.back();
    else {
      history.replaceState(null, '', address(''));
      follow();
    }
  }
  board.addEventListener('click', (e) => {
    const link = e.target.closest('.card a.title');
    if (!link || e.defaultPrevented || e.ctrlKey || e.metaKey || e.shiftKey || narrow.matches) return;
    e.preventDefault();
    open(link.closest('.card').dataset.key);
  });
  place.addEventListener('click', (e) => {
    if (e.target.closest('[data-beside-close]')) close();
  });
  place.addEventListener('pick', async (e) => {
    const { field, value } = e.detail,
      by = e.target.id,
      answer = await g.ask('work:edit', { card: place.dataset.task, field, value });
    if (!answer.failed) g.soon?.();
    doc.getElementById(by)?.focus({ preventScroll: true });
  });
  doc.addEventListener('keydown', (e) => {
    if (e.key !== 'Escape' || e.defaultPrevented || !asked()) return;
    if (g.typing(e) || $('dialog[open],[popover]:popover-open,.card.held')) return;
    e.preventDefault();
    close();
  });
  addEventListener('popstate', follow);
  doc.addEventListener('live', mark);
  /* a phone has no room beside the board */
  if (shown && narrow.matches) location.replace(page(shown));
  mark();
})();
