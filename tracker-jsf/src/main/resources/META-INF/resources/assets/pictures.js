/* Pictures of a hotel or a room: added, ordered, taken away. */
(() => {
  'use strict';
  const doc = document,
    g = window.gerask,
    { $, ask } = g;
  const label = doc.getElementById('shots');
  if (!label) return;
  const { holder, of } = label.dataset;

  /* its sizes are made a moment after it came: looked for a few times, then with the next visit */
  let looking = 0;
  async function show(looks = 20) {
    clearTimeout(looking);
    await ask('pi:renew', {}, 'pictures');
    if (looks > 0 && $('[data-waits]')) looking = setTimeout(() => show(looks - 1), 1000);
  }
  const add = (files) =>
    g.send(files, () => g.base + '/pictures/' + holder + '/' + of, label.dataset, () => show());
  doc.addEventListener('change', (e) => {
    if (e.target.id !== 'add-pictures') return;
    add([...e.target.files]);
    e.target.value = '';
  });
  doc.addEventListener('click', async (e) => {
    const on = e.target.closest('[data-picture]');
    if (!on) return;
    const act = on.dataset.picture,
      image = on.closest('[data-id]').dataset.id,
      moves = act === 'left' || act === 'right';
    on.disabled = true;
    await ask('pi:' + (moves ? 'shift' : act), { image, holder, of, way: moves ? act : null }, 'pictures');
    /* the same button of the same picture, so that it can go on */
    const again = $('[data-id="' + image + '"] [data-picture="' + act + '"]');
    (again || $('[data-id="' + image + '"] [data-picture]') || label).focus();
  });
  const section = label.closest('.pictures');
  let over = 0;
  const brings = (e) => [...(e.dataTransfer?.types || [])].includes('Files');
  const target = (on) => section.classList.toggle('dropping', on);
  section.addEventListener('dragenter', (e) => {
    if (brings(e)) target(++over > 0);
  });
  section.addEventListener('dragleave', (e) => {
    if (brings(e)) target(--over > 0);
  });
  section.addEventListener('dragover', (e) => {
    if (brings(e)) e.preventDefault();
  });
  section.addEventListener('drop', (e) => {
    if (!brings(e)) return;
    e.preventDefault();
    target((over = 0) > 0);
    add([...e.dataTransfer.files]);
  });
  if ($('[data-waits]')) looking = setTimeout(() => show(), 1000);
})();
