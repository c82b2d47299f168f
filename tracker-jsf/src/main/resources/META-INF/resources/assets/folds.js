/* Columns and lanes of the board fold; a cookie of its address keeps which, so that the board comes as it was left. */
(() => {
  'use strict';
  const doc = document,
    g = window.gerask,
    { $, all } = g,
    board = doc.getElementById('board');
  if (!board) return;
  const MOST = 60; /* a cookie holds no more */
  const partsOf = (button) => {
    const lane = button.closest('.lane');
    if (lane) return [lane];
    const col = button.closest('.col');
    return [col, ...all('[data-col="' + col.id.slice(4) + '"]', board)];
  };
  function keep() {
    const names = all('[data-folds][aria-expanded=false]', board).map((one) => one.dataset.folds);
    /* lanes of another kind are kept as well */
    const shown = new Set(all('[data-folds]', board).map((one) => one.dataset.folds));
    const before = /(?:^|; )gerask_folds=([^;]*)/.exec(doc.cookie)?.[1].split('~') || [];
    const now = [...before.filter((one) => one && !shown.has(one)), ...names].slice(-MOST);
    doc.cookie =
      'gerask_folds=' +
      now.join('~') +
      '; path=' +
      (g.base + '/board/' + board.dataset.project) +
      '; max-age=' +
      (now.length ? 31536000 : 0) +
      '; samesite=lax';
  }
  function fold(button, folded) {
    button.setAttribute('aria-expanded', String(!folded));
    for (const part of partsOf(button)) part.classList.toggle('folded', folded);
    keep();
  }
  board.addEventListener('click', (e) => {
    const button = e.target.closest('[data-folds]');
    if (button) {
      fold(button, button.getAttribute('aria-expanded') === 'true');
      return;
    }
    /* the whole strip opens: it has nothing else to be pressed for */
    const strip = e.target.closest('.col.folded');
    if (strip && matchMedia('(min-width: 720px)').matches) fold($('[data-folds]', strip), false);
  });
})();
