/* Brings a part of the page to what the server shows now, without replacing what stays: focus, scroll, ticks and what is typed are left alone. */
(() => {
  'use strict';
  const doc = document,
    g = window.gerask,
    { $ } = g;
  /* what is known again wherever it stands */
  const key = (node) => {
    if (node.nodeType !== 1) return null;
    const own = node.id || node.dataset.id || node.dataset.comment || node.dataset.file || node.dataset.test;
    if (own || node.nodeName !== 'LI') return own || null;
    const first = node.firstElementChild;
    return first?.dataset.task || first?.dataset.id || $('time', node)?.dateTime || null;
  };
  const written = (field) => field === doc.activeElement || field.value !== field.defaultValue;
  const editing = (part) => Boolean($('.editor:not([hidden])', part));
  /* what belongs to its reader for now: an open editor, an open comparison, an unfolded trash, the box for a comment, files on their way */
  const kept = (node) =>
    node.matches('.walk,.composer,#sending,.air,.slot,.ghost,.cursor') ||
    (node.matches('.text,.comment') && editing(node)) ||
    (node.matches('.change,.trash') && Boolean($('[aria-expanded=true]', node)));
  /* a field that is written keeps what it was written over, so that saving it can tell a clash */
  const keeps = (node, name) =>
    (name === 'style' && (node.nodeName === 'TEXTAREA' || node.popover)) ||
    (name === 'open' && node.nodeName === 'DETAILS') ||
    (name === 'data-version' &&
      node.matches('.task-main') &&
      (editing(node) || [...node.querySelectorAll('textarea[data-field]')].some(written)));

  function attributes(node, now) {
    for (const { name, value } of [...now.attributes])
      if (node.getAttribute(name) !== value && !keeps(node, name)) node.setAttribute(name, value);
    for (const { name } of [...node.attributes])
      if (!now.hasAttribute(name) && !keeps(node, name)) node.removeAttribute(name);
  }
  function field(node, now) {
    if (node.nodeName === 'TEXTAREA' && !written(node) && node.defaultValue !== now.defaultValue) {
      node.defaultValue = now.defaultValue;
      node.value = now.defaultValue;
    }
    if (node.type === 'checkbox' && node.closest('[popover]')) node.checked = now.hasAttribute('checked');
  }
  const alike = (one, other) =>
    one.nodeName === other.nodeName && (one.nodeType !== 1 || one.classList[0] === other.classList[0]);

  function children(node, now, seen) {
    const known = new Map();
    for (const child of node.children) {
      const k = key(child);
      if (k) known.set(k, [...(known.get(k) || []), child]);
    }
    let at = node.firstChild;
    for (const next of [...now.childNodes]) {
      const k = key(next);
      let match = null;
      if (k) {
        match = (known.get(k) || []).find((one) => one.nodeName === next.nodeName) || null;
        if (match)
          known.set(
            k,
            known.get(k).filter((one) => one !== match),
          );
      } else for (let n = at; n && !match; n = n.nextSibling) if (!key(n) && alike(n, next)) match = n;
      if (!match) {
        match = doc.importNode(next, true);
        node.insertBefore(match, at);
        seen(match, true);
        continue;
      }
      if (match === at) at = at.nextSibling;
      else node.insertBefore(match, at);
      if (match.nodeType === 1) bring(match, next, seen);
      else if (match.data !== next.data) match.data = next.data;
    }
    while (at) {
      const gone = at;
      at = at.nextSibling;
      if (gone.nodeType !== 1 || !kept(gone)) gone.remove();
    }
  }
  function bring(node, now, seen) {
    if (node.isEqualNode(now) && !node.matches('input,textarea') && !$('input,textarea', node)) return;
    if (kept(node)) return;
    attributes(node, now);
    if (node.matches('input,textarea')) field(node, now);
    else {
      const before = node.textContent;
      children(node, now, seen);
      if (before !== node.textContent) seen(node, false);
    }
  }

  /* seen(node, isNew) hears of each element that came or changed */
  g.morph = (node, now, seen = () => {}) => {
    const focus = doc.activeElement,
      place = focus && node.contains(focus) ? focus.closest('[data-id]') : null;
    bring(node, now, seen);
    if (focus && focus !== doc.body && doc.activeElement !== focus) {
      const again = focus.isConnected
        ? focus
        : place && $('[data-id="' + place.dataset.id + '"]' + (place === focus ? '' : ' a'));
      again?.focus({ preventScroll: true });
    }
  };
})();
