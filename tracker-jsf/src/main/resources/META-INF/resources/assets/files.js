/* Files of a task: chosen, dropped or pasted; nothing else on the page moves. */
(() => {
  'use strict';
  const doc = document,
    g = window.gerask,
    { $, ask } = g;
  const page = doc.getElementById('content');
  const key = () => $('.task-main', page).dataset.task;
  const chooser = () => doc.getElementById('add-files');
  const words = () => chooser().closest('label').dataset;

  const add = (files) => g.send(files, () => g.base + '/uploads/task/' + key(), words(), () => show());
  /* a picture's preview is made a moment after it came: looked for a few times, then with the next visit */
  let looks = 0,
    looking = 0;
  async function show(times = 6) {
    clearTimeout(looking);
    looks = times;
    await ask('work:renew', { key: key() }, 'files');
    if (looks > 0 && $('[data-waits]', page)) looking = setTimeout(() => show(looks - 1), 1500);
  }
  page.addEventListener('change', (e) => {
    if (e.target.id !== 'add-files') return;
    add([...e.target.files]);
    e.target.value = '';
  });
  page.addEventListener('click', (e) => {
    const drop = e.target.closest('[data-drop-file]');
    if (!drop) return;
    drop.disabled = true;
    ask('work:dropFile', { key: key(), file: drop.closest('[data-file]').dataset.file }, 'files');
  });
  const brings = (e) => chooser() && [...(e.dataTransfer?.types || [])].includes('Files');
  let over = 0;
  const target = (on) => page.classList.toggle('dropping', on);
  page.addEventListener('dragenter', (e) => {
    if (brings(e)) target(++over > 0);
  });
  page.addEventListener('dragleave', (e) => {
    if (brings(e)) target(--over > 0);
  });
  page.addEventListener('dragover', (e) => {
    if (brings(e)) e.preventDefault();
  });
  page.addEventListener('drop', (e) => {
    if (!brings(e)) return;
    e.preventDefault();
    target((over = 0) > 0);
    add([...e.dataTransfer.files]);
  });
  /* a picture from the clipboard has no name of its own */
  doc.addEventListener('paste', (e) => {
    const files = [...(e.clipboardData?.files || [])];
    if (!files.length || !chooser() || $('dialog[open]')) return;
    e.preventDefault();
    const now = new Date().toISOString().slice(0, 19).replace(/[T:]/g, '-');
    add(
      files.map((file) =>
        file.name && file.name !== 'image.png' ? file : new File([file], now + '.png', { type: file.type }),
      ),
    );
  });
})();
