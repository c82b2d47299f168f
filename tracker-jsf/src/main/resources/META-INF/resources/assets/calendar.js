/* The calendar: a task goes to another day by pointer and by keyboard, at once, and comes back with the reason where the server refuses. */
(() => {
  'use strict';
  const doc = document,
    g = window.gerask,
    { $, all } = g;
  const root = () => doc.getElementById('calendar');
  if (!root()) return;
  const said = doc.getElementById('calendar-said');
  const days = () => all('.day', root());
  const dayOf = (card) => card.closest('.day');
  const cardsOf = (day) => all('.due-card', day);
  const say = (words, card) =>
    (said.textContent = g.fill(root().dataset[words], { key: card.dataset.key, day: dayOf(card).dataset.name }));
  const put = (card, day) => {
    $('.on-day', day).append(card.parentElement);
    day.classList.remove('bare');
  };
  const spot = (card) => ({ list: card.parentElement.parentElement, next: card.parentElement.nextElementSibling });
  const back = (card, from) => from.list.insertBefore(card.parentElement, from.next?.parentElement === from.list ? from.next : null);

  async function tell(card, from) {
    if (card.parentElement.parentElement === from.list) return;
    const answer = await g.ask('cal:move', {
      task: card.dataset.id,
      day: dayOf(card).dataset.day,
      version: card.dataset.version,
    });
    if (!answer.failed) {
      card.dataset.version = answer.version;
      say('put', card);
    } else {
      const kept = doc.activeElement === card;
      back(card, from);
      if (kept) card.focus();
      say('kept', card);
    }
    g.soon();
  }

  /* ---- pointer: after 5 px (mouse) or a long press (finger) ---- */
  let drag = null;
  doc.addEventListener('pointerdown', (e) => {
    const card = e.target.closest('.due-card');
    if (!card || e.button !== 0 || drag) return;
    drag = { card, x: e.clientX, y: e.clientY, touch: e.pointerType !== 'mouse' };
    if (drag.touch) drag.timer = setTimeout(() => drag && lift(), 350);
  });
  doc.addEventListener('pointermove', (e) => {
    if (!drag) return;
    if (!drag.air) {
      if (Math.hypot(e.clientX - drag.x, e.clientY - drag.y) <= 5) return;
      if (drag.touch) {
        clearTimeout(drag.timer);
        drag = null;
        return;
      }
      lift();
    }
    e.preventDefault();
    follow(e.clientX, e.clientY);
  });
  doc.addEventListener('touchmove', (e) => drag?.air && e.preventDefault(), { passive: false });
  doc.addEventListener('contextmenu', (e) => drag?.touch && e.preventDefault());
  doc.addEventListener('dragstart', (e) => e.target.closest?.('.due-card') && e.preventDefault());
  function lift() {
    const r = drag.card.getBoundingClientRect();
    drag.dx = drag.x - r.left;
    drag.dy = drag.y - r.top;
    drag.air = drag.card.cloneNode(true);
    drag.air.classList.add('air');
    drag.air.setAttribute('aria-hidden', 'true');
    drag.air.removeAttribute('data-id');
    drag.air.style.width = r.width + 'px';
    drag.card.classList.add('left');
    doc.body.append(drag.air);
    doc.body.classList.add('dragging');
    getSelection()?.removeAllRanges();
    follow(drag.x, drag.y);
  }
  function follow(x, y) {
    drag.air.style.left = x - drag.dx + 'px';
    drag.air.style.top = y - drag.dy + 'px';
    drag.day = doc.elementFromPoint(x, y)?.closest('.day') || null;
    for (const day of days()) day.classList.toggle('over', day === drag.day);
  }
  function drop(keep) {
    const d = drag;
    drag = null;
    if (!d) return;
    clearTimeout(d.timer);
    if (!d.air) return;
    doc.body.classList.remove('dragging');
    d.air.remove();
    d.card.classList.remove('left');
    for (const day of days()) day.classList.remove('over');
    addEventListener('click', hush, { capture: true, once: true });
    setTimeout(() => removeEventListener('click', hush, true), 50);
    if (!keep || !d.day || d.day === dayOf(d.card)) return;
    const from = spot(d.card);
    put(d.card, d.day);
    d.card.focus({ preventScroll: true });
    tell(d.card, from);
  }
  const hush = (e) => {
    e.preventDefault();
    e.stopPropagation();
  };
  doc.addEventListener('pointerup', () => drop(true));
  doc.addEventListener('pointercancel', () => drop(false));

  /* ---- keyboard: Space picks, arrows move by days and weeks, Space puts, Escape takes back ---- */
  let held = null;
  function free(card) {
    held = null;
    card.classList.remove('held');
  }
  doc.addEventListener('keydown', (e) => {
    if (e.key === 'Escape' && drag?.air) {
      e.preventDefault();
      drop(false);
      return;
    }
    const card = e.target.closest?.('.due-card');
    if (!card || e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key === ' ') {
      e.preventDefault();
      if (held) {
        const { from } = held;
        free(card);
        say('put', card);
        tell(card, from);
      } else {
        held = { card, from: spot(card) };
        card.classList.add('held');
        say('picked', card);
      }
      return;
    }
    if (held && e.key === 'Enter') e.preventDefault();
    if (held && e.key === 'Escape') {
      e.preventDefault();
      back(card, held.from);
      free(card);
      card.focus();
      say('kept', card);
      return;
    }
    const wide = !root().classList.contains('day') && getComputedStyle(root()).display === 'grid';
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: wide ? -7 : -1, ArrowDown: wide ? 7 : 1 }[e.key];
    if (!step) return;
    e.preventDefault();
    const every = days(),
      at = every.indexOf(dayOf(card));
    if (held) {
      const to = every[at + step];
      if (!to) return;
      put(card, to);
      card.focus();
      card.scrollIntoView({ block: 'nearest' });
      say('at', card);
      return;
    }
    const near = { ArrowUp: -1, ArrowDown: 1 }[e.key];
    const mine = cardsOf(every[at]),
      other = near && mine[mine.indexOf(card) + near];
    if (other) {
      other.focus();
      return;
    }
    for (let i = at + Math.sign(step); every[i]; i += Math.sign(step)) {
      const there = cardsOf(every[i]);
      if (there.length) {
        there[near === -1 ? there.length - 1 : 0].focus();
        return;
      }
    }
  });
  /* whoever leaves a card that is in hand puts it back; moving it takes the focus away for a moment only */
  doc.addEventListener('focusout', () =>
    setTimeout(() => {
      if (held && doc.activeElement !== held.card) {
        const { card, from } = held;
        free(card);
        back(card, from);
      }
    }),
  );

  /* ---- a new task on a day: by its button, or by a click where nothing is ---- */
  function create(day) {
    g.open('new-task');
    setTimeout(() => {
      const chip = $('#new-task [data-pick=due]');
      chip.dispatchEvent(new CustomEvent('pick', { bubbles: true, detail: { field: 'due', value: day, one: null } }));
    });
  }
  doc.addEventListener('click', (e) => {
    const button = e.target.closest('[data-due]');
    if (button) return create(button.dataset.due);
    const day = e.target.closest('#calendar .day');
    if (day && !e.target.closest('a,button')) create(day.dataset.day);
  });
})();
