/* Pages of work that is done later: what is in [data-again] is asked for again every few seconds, and rows with a tick box are ticked all at once. */
(() => {
  'use strict';
  const doc = document,
    g = window.gerask,
    { $, all } = g;
  const PAUSE = 4000;
  let running = 0;
  if (window.jQuery) {
    jQuery(doc).on('pfAjaxStart', () => running++);
    jQuery(doc).on('pfAjaxComplete', () => (running = Math.max(0, running - 1)));
  }
  const busy = () =>
    doc.hidden ||
    running > 0 ||
    $('dialog[open]') ||
    all('[popover]').some((one) => one.matches(':popover-open')) ||
    ticks().some((one) => one.checked);
  const ticks = () => all('[data-again] input[name=id]');

  async function again() {
    try {
      if (busy()) return;
      const answer = await fetch(location.href, { credentials: 'same-origin' });
      if (!answer.ok || answer.redirected) return;
      const now = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (busy()) return;
      const came = all('[data-again]', now);
      all('[data-again]').forEach((part, i) => came[i] && g.morph(part, came[i]));
      count();
    } catch {
      /* the next one tells when the server is back */
    } finally {
      setTimeout(again, PAUSE);
    }
  }

  function count() {
    const bar = doc.getElementById('ticked');
    if (!bar) return;
    const many = ticks().filter((one) => one.checked).length;
    bar.hidden = many === 0;
    $('[data-slot=many]', bar).textContent = bar.dataset.words.replace('%n', many);
    const whole = doc.getElementById('tick-all');
    if (!whole) return;
    whole.checked = many > 0 && many === ticks().length;
    whole.indeterminate = many > 0 && !whole.checked;
  }
  doc.addEventListener('change', (e) => {
    if (e.target.id === 'tick-all') for (const one of ticks()) one.checked = e.target.checked;
    if (e.target.type === 'checkbox') count();
  });
  addEventListener('pageshow', count);
  setTimeout(again, PAUSE);
})();
