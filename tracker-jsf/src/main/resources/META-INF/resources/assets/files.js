/* Files of a task: chosen, dropped or pasted; sent one after the other with their progress; nothing else on the page moves. */
(() => {
  'use strict';
  const doc = document,
    g = window.gerask,
    { $, ask } = g;
  const page = doc.getElementById('content');
  const key = () => $('.task-main', page).dataset.task;
  const chooser = () => doc.getElementById('add-files');
  const words = () => chooser().closest('label').dataset;

  function button(label, act) {
    const one = doc.createElement('button');
    one.type = 'button';
    one.className = 'b';
    one.textContent = label;
    one.onclick = act;
    return one;
  }
  function line(file) {
    const row = doc.createElement('li'),
      name = doc.createElement('span'),
      bar = doc.createElement('progress');
    name.className = 'name';
    name.textContent = file.name;
    bar.max = file.size || 1;
    bar.value = 0;
    bar.setAttribute('aria-label', file.name);
    row.append(name, bar);
    doc.getElementById('sending').append(row);
    return row;
  }
  function refuse(row, text) {
    const why = doc.createElement('span');
    why.className = 'why';
    why.setAttribute('role', 'alert');
    why.textContent = text;
    row.classList.add('bad');
    row.replaceChildren(
      $('.name', row),
      why,
      button(words().close, () => row.remove()),
    );
  }
  /* resolves when it is there, refused or called off */
  function send(file, row) {
    return new Promise((done) => {
      const call = new XMLHttpRequest(),
        body = new FormData();
      body.append('file', file, file.name);
      call.open('POST', g.base + '/uploads/task/' + key());
      call.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
      call.responseType = 'json';
      call.upload.onprogress = (e) => {
        $('progress', row).value = e.loaded;
      };
      call.onload = () => {
        if (call.status === 201) row.remove();
        else {
          if (call.status === 401) g.open('signed-out');
          refuse(row, call.response?.error?.message || words().failed);
        }
        done();
      };
      call.onerror = () => {
        refuse(row, words().failed);
        done();
      };
      call.onabort = () => {
        row.remove();
        done();
      };
      row.append(button(words().cancel, () => call.abort()));
      call.send(body);
    });
  }
  let last = Promise.resolve();
  function add(files) {
    for (const file of files) {
      const row = line(file);
      if (file.size > Number(words().largest)) {
        refuse(row, words().large);
        continue;
      }
      last = last.then(() => send(file, row)).then(() => show());
    }
  }
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
