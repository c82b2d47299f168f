/* Booking: what the chosen nights cost, days that follow each other, and the whole address of a calendar. */
(() => {
  'use strict';
  const doc = document,
    g = window.gerask,
    { $ } = g;
  const day = (text, more) => {
    const d = new Date(text + 'T00:00:00Z');
    if (isNaN(d)) return '';
    d.setUTCDate(d.getUTCDate() + more);
    return d.toISOString().slice(0, 10);
  };
  /* who comes later leaves later */
  function follow(first, last) {
    if (!first.value) return;
    const least = day(first.value, 1);
    last.min = least;
    if (last.value && last.value < least) last.value = least;
  }
  const field = (name) => doc.getElementById('bk:' + name);
  async function price() {
    const place = doc.getElementById('book-price');
    if (!place) return;
    const room = field('room').value,
      from = field('check_in').value,
      to = field('check_out').value;
    if (!room || !from || !to) {
      place.textContent = '';
      return;
    }
    const answer = await g.ask('bp:price', { room, from, to });
    const now = doc.getElementById('book-price');
    if (now && !answer.failed) now.textContent = answer.price || '';
  }
  doc.addEventListener('change', (e) => {
    const ends = { 'bk:check_in': 'bk:check_out', 'ch:check_in': 'ch:check_out', check_in: 'check_out' };
    const last = ends[e.target.id] && doc.getElementById(ends[e.target.id]);
    if (last) follow(e.target, last);
    if (e.target.id === 'bk:check_in' || e.target.id === 'bk:check_out') price();
  });
  /* the dialog has been filled by whoever opened it */
  doc.addEventListener('click', (e) => {
    if (e.target.closest('[data-opens=book]')) setTimeout(opened);
  });
  function opened() {
    follow(field('check_in'), field('check_out'));
    price();
  }
  function whole() {
    const secret = $('textarea[data-path]');
    if (secret && !secret.value.startsWith('http')) {
      secret.value = location.origin + secret.dataset.path;
      secret.focus();
      secret.select();
    }
  }
  if (window.jQuery)
    jQuery(doc).on('pfAjaxComplete', () =>
      setTimeout(() => {
        whole();
        /* a form that was refused shows its price again */
        const place = doc.getElementById('book-price');
        if (place && !place.textContent && doc.getElementById('book')?.open && !place.dataset.asked) {
          place.dataset.asked = '1';
          price();
        }
      }),
    );
  g.bookDialog = (values) => {
    for (const [name, value] of Object.entries(values))
      for (const slot of doc.querySelectorAll('#book [data-slot="' + name + '"]')) {
        if ('value' in slot) slot.value = value;
        else slot.textContent = value;
      }
    g.open('book');
    opened();
  };
})();
