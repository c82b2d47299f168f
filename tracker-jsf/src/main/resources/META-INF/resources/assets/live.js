/* What others change shows by itself: one stream of events for all tabs that are seen, and pages that ask for themselves afresh where an event concerns them. */
(() => {
  'use strict';
  const doc = document,
    g = window.gerask,
    { $, all } = g,
    me = doc.body.dataset.me;
  if (!me || !window.EventSource) return;
  const FIRST = 120 /* so much later, for a burst is one refresh */,
    PAUSE = 800 /* between two */,
    AWAY = 10000 /* before it is said that the stream is away */,
    LONG = 600000; /* hidden for longer: the page asks for itself and hears from now on */
  const sign = doc.getElementById('live-sign');
  let place = doc.body.dataset.place || null,
    source = null,
    release = null,
    waiting = null,
    over = false,
    hiddenAt = 0,
    lost = 0,
    retry = 0,
    gap = 5000;

  /* ---- which events concern this page ---- */
  const main = () => $('.task-main');
  function concerns(one) {
    const task = main(),
      board = doc.getElementById('board'),
      list = $('.chips'),
      asked = new URLSearchParams(location.search).get('q') || '';
    if (one.entity === 'account') return false;
    const calendar = doc.getElementById('calendar');
    if (calendar)
      return calendar.dataset.project
        ? one.entity === 'task' && one.project_key === calendar.dataset.project.toUpperCase()
        : ['task', 'booking'].includes(one.entity);
    if ($('#tape,[data-test=bookings],[data-test=stay]')) return concernsStays(one);
    if (task) {
      if (one.task_key === task.dataset.task) return true;
      const below = one.task_key && $('.below [data-task="' + CSS.escape(one.task_key) + '"]');
      const moved = ['created', 'parent_id', 'restored'].includes(one.field);
      return (
        Boolean(below) ||
        (one.entity === 'task' && moved && (one.project_key || '') === (task.dataset.project || ''))
      );
    }
    /* cards tell how many of both they have */
    if (board && one.project_key === board.dataset.project) return true;
    /* a query may ask for what comments and files say */
    if (['comment', 'attachment'].includes(one.entity) && !/\btext\s*~/i.test(asked)) return false;
    if (board)
      return (
        one.entity === 'tag' ||
        one.project_key === board.dataset.project ||
        Boolean(one.task_id && $('[data-id="' + one.task_id + '"]', board))
      );
    if (list) {
      const only = list.dataset.project || '';
      return (
        !only ||
        one.project_key === only.toUpperCase() ||
        one.entity === 'tag' ||
        Boolean($('tr[data-id="' + one.task_id + '"]'))
      );
    }
    return Boolean($('[data-test=my-work]')) && one.entity === 'task';
  }

  /* pages of booking; an event of a task may close a room */
  function concernsStays(one) {
    if (['booking', 'room', 'hotel'].includes(one.entity)) return true;
    if (!doc.getElementById('tape') || one.entity !== 'task') return false;
    return (
      ['created', 'type', 'refs', 'restored'].includes(one.field) ||
      Boolean($('.why[href$="/' + one.task_key + '"]'))
    );
  }

  /* ---- asking afresh ---- */
  let stale = false,
    timer = 0,
    last = 0,
    running = 0,
    asks = 0,
    took = 0;
  const marks = new Set(); /* what others changed, to be shown for a moment */
  /* on the way to another page, which a reload would call off; a file that is saved begins so as well */
  let left = -Infinity;
  addEventListener('beforeunload', () => (left = performance.now()));
  const busy = () =>
    running > 0 ||
    pressed ||
    performance.now() - left < 3000 ||
    doc.body.classList.contains('dragging') ||
    doc.getElementById('clash') /* who is asked which text to keep goes on being asked */ ||
    Boolean($('.card.held,.tbar.held,.due-card.held') || all('[popover][data-menu]').some((menu) => menu.matches(':popover-open')));
  let pressed = false;
  doc.addEventListener('pointerdown', () => (pressed = true), true);
  for (const up of ['pointerup', 'pointercancel', 'dragend'])
    doc.addEventListener(up, () => setTimeout(() => (pressed = false)), true);
  addEventListener('blur', () => (pressed = false));
  if (window.jQuery) {
    jQuery(doc).on('pfAjaxStart', () => {
      running++;
      asks++;
    });
    jQuery(doc).on('pfAjaxComplete', () => {
      running = Math.max(0, running - 1);
      if (over && !doc.hidden) begin(); /* signed in again */
    });
  }
  function soon() {
    stale = true;
    if (timer || doc.hidden) return;
    /* a server that answers slowly is asked less often */
    const rest = Math.min(Math.max(PAUSE, 2 * took), 4 * PAUSE) - (performance.now() - last);
    timer = setTimeout(refresh, Math.max(FIRST, rest) + Math.random() * 80);
  }
  g.soon = soon;
  async function refresh() {
    timer = 0;
    if (doc.hidden || !stale) return;
    if (busy()) {
      timer = setTimeout(refresh, 300);
      return;
    }
    stale = false;
    const before = asks,
      began = (last = performance.now());
    const there = location.pathname + location.search;
    try {
      const pages = await fresh(there);
      took = performance.now() - began;
      if (!pages || there !== location.pathname + location.search) return;
      /* what was asked meanwhile, or is in hand, is not overwritten by what was true before */
      if (before !== asks || busy()) soon();
      else show(pages);
    } catch {
      stale = true; /* the stream tells when the server is back */
    }
    if (stale) soon();
  }
  const inHand = () => g.typing?.({ target: doc.activeElement }) || $('dialog[open]');
  const read = async (address) => {
    const answer = await fetch(address, { credentials: 'same-origin' });
    if (answer.status === 404 && !inHand() && !busy()) g.afresh(); /* gone, or no longer ours to see */
    return answer.ok && !answer.redirected
      ? new DOMParser().parseFromString(await answer.text(), 'text/html')
      : null;
  };
  /* the page as it is now; a list as far as it was unrolled */
  async function fresh(address) {
    const first = await read(address);
    const rows = all('#tasks tbody tr').length;
    let part = first,
      body = first && $('#tasks tbody', first);
    for (let parts = 1; body && parts < 8 && body.children.length < rows; parts++) {
      const further = $('[data-more]', part);
      part = further && (await read(further.getAttribute('href')));
      if (!part) break;
      body.append(...all('#tasks tbody tr', part).map((row) => first.importNode(row, true)));
      const next = $('[data-more]', part),
        link = $('[data-more]', first);
      if (next) link.setAttribute('href', next.getAttribute('href'));
      else link.remove();
    }
    return first;
  }
  const PARTS =
    '.head .facts > [data-test=count],#tasks thead,#tasks tbody,#more,.col > .cards,.lanes,#beside,.col > header > .n,.task-main,.task-side,#menu-tags,#menu-due,[data-test=my-work],[data-test=inbox],#tape-rows,[data-test=bookings] > .section:not(.calendar-links),.one-stay > .props,#calendar,aside.side nav';
  function show(now) {
    const tables = [Boolean(doc.getElementById('tasks')), Boolean($('#tasks', now))];
    if (tables[0] !== tables[1] && !main()) {
      if (!inHand()) g.afresh(); /* the first row, or the last one gone: the page is another one */
      return;
    }
    const old = all(PARTS),
      came = all(PARTS, now);
    if (old.length !== came.length) {
      if (!inHand()) g.afresh();
      return;
    }
    const seen = (node) => {
      const id = node.dataset && (node.dataset.id || node.dataset.comment || node.dataset.task);
      if (id && marks.has(id)) flash(node);
    };
    const shown = doc.getElementById('shown');
    const words = shown?.textContent;
    old.forEach((part, i) => g.morph(part, came[i], seen));
    if (shown) shown.textContent = words;
    const table = doc.getElementById('tasks');
    if (table) table.dataset.total = $('#tasks', now).dataset.total;
    marks.clear();
    doc.title = now.title || doc.title;
    doc.dispatchEvent(new CustomEvent('live'));
  }
  function flash(node) {
    node.classList.remove('fresh');
    void node.offsetWidth; /* begins again */
    node.classList.add('fresh');
    node.addEventListener('animationend', () => node.classList.remove('fresh'), { once: true });
  }

  /* ---- one stream ---- */
  const channel = window.BroadcastChannel ? new BroadcastChannel('gerask.live.' + me) : null;
  /* the bell alone; a list of notices asks for itself too */
  async function ring() {
    try {
      const now = await read(g.base + '/bell');
      const came = now && $('#bell', now);
      if (came) g.morph(doc.getElementById('bell'), came, () => {});
    } catch {
      /* the next news asks again */
    }
    if ($('[data-test=inbox]')) soon();
  }
  function hear({ cursor, change, away: gone, out, news }) {
    if (news) return void ring();
    if (out) {
      over = true;
      return leave();
    }
    if (gone !== undefined) return away(gone && !doc.hidden);
    place = cursor;
    if (!concerns(change)) return;
    if (change.actor_id !== me)
      for (const one of [change.task_id, change.task_key, change.entity_id]) if (one) marks.add(one);
    soon();
  }
  function tell(what) {
    channel?.postMessage(what);
    hear(what);
  }
  if (channel) channel.onmessage = (e) => hear(e.data);

  function connect() {
    clearTimeout(retry);
    source?.close();
    source = new EventSource(g.base + '/events' + (place ? '?after=' + encodeURIComponent(place) : ''));
    source.onopen = () => {
      gap = 5000;
      tell({ away: false });
    };
    source.addEventListener('change', (e) => tell({ cursor: e.lastEventId, change: JSON.parse(e.data) }));
    source.addEventListener('news', () => tell({ news: true }));
    /* the session is over: whoever acts next is asked to sign in, and then it goes on */
    source.addEventListener('end', () => tell({ out: true }));
    source.onerror = () => {
      tell({ away: true });
      if (source && source.readyState === EventSource.CLOSED) {
        retry = setTimeout(connect, gap);
        gap = Math.min(gap * 2, 60000);
      }
    };
  }
  /* of all tabs that are seen one holds the stream; where locks are not to be had (plain http) each has its own */
  function begin() {
    over = false;
    if (source || waiting) return;
    if (!navigator.locks) {
      connect();
      return;
    }
    waiting = new AbortController();
    navigator.locks
      .request(
        'gerask.live.' + me,
        { signal: waiting.signal },
        () =>
          new Promise((done) => {
            release = done;
            connect();
          }),
      )
      .catch(() => {
        /* called off */
      });
  }
  function leave() {
    clearTimeout(retry);
    waiting?.abort();
    waiting = null;
    source?.close();
    source = null;
    release?.();
    release = null;
    away(false);
  }
  function away(gone) {
    if (!gone) {
      clearTimeout(lost);
      lost = 0;
      if (sign) sign.hidden = true;
    } else if (!lost && sign)
      lost = setTimeout(() => {
        sign.hidden = false;
      }, AWAY);
  }
  function look() {
    if (doc.hidden) {
      hiddenAt = Date.now();
      leave();
      return;
    }
    if (hiddenAt && Date.now() - hiddenAt > LONG) {
      place = null;
      stale = true;
    }
    hiddenAt = 0;
    begin();
    if (stale) soon();
  }
  /* who signs out hears no more: a stream that opens meanwhile would be refused */
  doc.addEventListener(
    'click',
    (e) => {
      if (!e.target.closest('[data-leaves]')) return;
      leave();
      setTimeout(look, 10000);
    },
    true,
  );
  /* what this page did itself is shown as soon as what others do */
  doc.addEventListener('stale', soon);
  doc.addEventListener('visibilitychange', look);
  addEventListener('pagehide', leave);
  addEventListener('pageshow', (e) => {
    if (e.persisted) look();
  });
  look();
})();
