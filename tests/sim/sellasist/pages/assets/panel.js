/** What the panel's own script does on its pages, as far as an extension can meet it. */
(() => {
  // Markup from text passes the strict policy of the variant `csp` through this one door.
  const door = globalThis.trustedTypes?.createPolicy('panel', { createHTML: (text) => text }) ?? {
    createHTML: (text) => text,
  };

  const on = (selector, type, act) => {
    document.addEventListener(type, (event) => {
      const found = event.target instanceof Element ? event.target.closest(selector) : null;
      if (found) act(found, event);
    });
  };

  // The status button comes late, the saving does not reload the page.
  setTimeout(() => {
    const box = document.querySelector('.m-order-change-status__wrapper[data-order-id]');
    if (!box) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.id = 'change_status_save';
    button.className = 'c-button c-button--small blue';
    button.textContent = 'Zmień status';
    box.append(button);
  }, 600);
  on('#change_status_save', 'click', async (button) => {
    const box = button.closest('[data-order-id]');
    const body = new URLSearchParams({ status: box.querySelector('select').value });
    const answer = await fetch(`/admin/orders/FAKE_status/${box.dataset.orderId}`, { method: 'POST', body });
    box.dataset.fakeSaved = String(answer.ok);
  });

  on('.m-panel-section-heading__title', 'click', (title, event) => {
    if (event.target.closest('a')) return;
    const content = title.closest('section')?.querySelector(':scope > .content');
    if (content) content.hidden = !content.hidden;
  });

  on('.js-admin-log-show.is-inactive', 'click', async (heading) => {
    heading.classList.remove('is-inactive');
    const answer = await fetch(`/admin/orders/FAKE_log/${heading.dataset.orderId}`);
    const list = heading.nextElementSibling;
    for (const row of await answer.json()) {
      const item = document.createElement('li');
      item.textContent = `${row.date} ${row.text}`;
      list.append(item);
    }
    list.hidden = false;
  });

  // The common modal.
  const popup = document.getElementById('master_popup');
  const openPopup = (open) => {
    popup.hidden = !open;
    popup.classList.toggle('show', open);
  };
  on('[data-fake-popup]', 'click', () => openPopup(true));
  on('.master_popup_close', 'click', () => openPopup(false));

  // An address in edit mode has its Zapisz and Anuluj.
  on('[data-fake-edit]', 'click', (button) => {
    const box = button.closest('[data-fake-editable]');
    for (const input of box.querySelectorAll('input')) input.disabled = false;
    const make = (text, colour) => {
      const made = document.createElement('button');
      made.type = 'button';
      made.className = `c-button c-button--small ${colour}`;
      made.textContent = text;
      made.addEventListener('click', () => {
        for (const input of box.querySelectorAll('input')) input.disabled = true;
        made.parentElement.replaceChildren(button);
      });
      return made;
    };
    button.parentElement.replaceChildren(make('Zapisz', 'blue'), make('Anuluj', 'black'));
  });

  // Variant `late`: the sections arrive after a while.
  setTimeout(() => {
    for (const template of document.querySelectorAll('template[data-fake-late]')) {
      document.querySelector(`.FAKE-column.${template.dataset.fakeLate}`).append(template.content);
      template.remove();
    }
  }, 1500);

  // Variant `rerender`: what was there is thrown away and built anew, with whatever somebody put among it.
  on('[data-fake-rerender]', 'click', (button) => {
    const whole = button.dataset.fakeRerender === 'column';
    for (const column of document.querySelectorAll('.FAKE-column')) {
      const sections = [...column.querySelectorAll(':scope > section, :scope > .m-order-change-status__wrapper')];
      const fresh = sections.map((section) => section.cloneNode(true));
      if (whole) column.replaceChildren(...fresh);
      else for (const [index, section] of sections.entries()) section.replaceWith(fresh[index]);
    }
    document.documentElement.dataset.fakeRerenders = String(
      Number(document.documentElement.dataset.fakeRerenders ?? 0) + 1,
    );
  });

  // Variant `ajax`: paging replaces the table's body.
  on('a[data-fake-rows]', 'click', async (link, event) => {
    event.preventDefault();
    const answer = await fetch(link.dataset.fakeRows);
    const fresh = document.createElement('tbody');
    fresh.innerHTML = door.createHTML(await answer.text());
    document.querySelector('#editor_list tbody').replaceWith(fresh);
    for (const other of link.parentElement.querySelectorAll('a')) other.removeAttribute('aria-current');
    link.setAttribute('aria-current', 'page');
  });

  on('input[data-fake-all]', 'change', (all) => {
    for (const box of document.querySelectorAll('#editor_list tbody input[type=checkbox]')) box.checked = all.checked;
  });

  // The panel's keyboard shortcuts: a key that is typed into somebody else's shadow root looks to the page as if it had
  // been typed nowhere, so it fires unless it is kept inside.
  document.addEventListener('keydown', (event) => {
    if (event.target instanceof Element && event.target.closest('input, textarea, select')) return;
    document.documentElement.dataset.fakeShortcut = event.key;
  });
})();
