/**
 * A page that was taken over: it presses, fills in, moves and copies whatever it finds in the extension's elements. It
 * counts what it did in `data-hostile-*` of the root element, so that a test can tell an attack that was withstood from
 * one that never happened.
 */
(() => {
  const count = (name) => {
    const key = `hostile${name}`;
    const { dataset } = document.documentElement;
    dataset[key] = String(Number(dataset[key] ?? 0) + 1);
  };
  const options = { bubbles: true, composed: true, cancelable: true };

  const deep = (root, selector) => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll('*')].flatMap((node) => (node.shadowRoot ? deep(node.shadowRoot, selector) : [])),
  ];

  const press = (button) => {
    button.dispatchEvent(new PointerEvent('pointerdown', options));
    button.dispatchEvent(new PointerEvent('pointerup', options));
    button.dispatchEvent(new MouseEvent('click', options));
    button.dispatchEvent(new KeyboardEvent('keydown', { ...options, key: 'Enter' }));
    button.click();
    count('Clicks');
  };

  const fill = (control) => {
    if (control.type === 'checkbox' || control.type === 'radio') control.checked = true;
    else if (control instanceof HTMLSelectElement) control.selectedIndex = control.options.length - 1;
    else control.value = 'wpisane przez stronę';
    for (const type of ['input', 'change', 'blur']) control.dispatchEvent(new Event(type, options));
    control.form?.dispatchEvent(new SubmitEvent('submit', options));
    count('Inputs');
  };

  let moves = 0;
  const move = (host) => {
    if (moves++ >= 3) return;
    const { parentNode, nextSibling } = host;
    host.remove();
    parentNode.insertBefore(host, nextSibling);
    document.body.append(host.cloneNode(true));
    count('Moves');
  };

  const shout = () => {
    for (const type of ['send', 'repair', 'skip', 'link']) {
      window.postMessage({ type, id: 'd77', panel: location.hostname.split('.')[0] }, '*');
      document.dispatchEvent(new CustomEvent(type, { ...options, detail: { id: 'd77' } }));
    }
  };

  const round = () => {
    for (const host of document.querySelectorAll('mostek-panel')) {
      if (!host.shadowRoot) continue;
      for (const button of deep(host.shadowRoot, 'button, a, [role=button], [role=tab], summary')) press(button);
      for (const control of deep(host.shadowRoot, 'input, select, textarea')) fill(control);
      move(host);
    }
    shout();
    count('Rounds');
  };

  round();
  setInterval(round, 150);
})();
