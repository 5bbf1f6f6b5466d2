// The colours that were chosen earlier, before anything is painted: no module, which would come later. `scheme.js` keeps them.

{
  const { pathname } = new URL("..", document.currentScript.src);
  try {
    const { color } = JSON.parse(localStorage.getItem(`${pathname}.__palette`)) ?? {};
    if (color?.scheme) {
      document.body.dataset.mdColorScheme = color.scheme;
    }
  } catch {
    // A browser that keeps nothing, or keeps what this cannot read: the page has the colours that it came with.
  }
}
