// Niceties; everything on the page can be reached without them.
(() => {
  const marks = [...document.querySelectorAll('article .ref')];
  if (!marks.length) return;
  // A click on a marked text does what a click on its number does.
  for (const mark of document.querySelectorAll('mark')) {
    mark.addEventListener('click', () => {
      let next = mark.nextElementSibling;
      while (next && !next.matches('.ref')) next = next.nextElementSibling;
      if (next && getSelection().isCollapsed) next.click();
    });
  }
  let place = -1;
  const go = (step) => {
    place = (place + step + marks.length) % marks.length;
    const mark = marks[place];
    location.hash = mark.getAttribute('href');
    mark.scrollIntoView({ block: 'center' });
    mark.focus({ preventScroll: true });
  };
  const zh = document.documentElement.lang.startsWith('zh');
  const tools = document.createElement('div');
  tools.className = 'tools';
  for (const [step, label] of [[-1, zh ? '↑ 上一个' : '↑ previous'], [1, zh ? '↓ 下一个' : '↓ next']]) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', () => go(step < 0 && place < 0 ? 0 : step));
    tools.append(button);
  }
  document.body.append(tools);
})();
