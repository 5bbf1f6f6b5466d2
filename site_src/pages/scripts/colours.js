// The colours that were chosen earlier, before anything is painted: no module, which would come later. `scheme.js` keeps them.

{
  const { pathname } = new URL("..", document.currentScript.src);
  try {
    const { color } = JSON.parse(localStorage.getItem(`${pathname}.__palette`)) ?? {};
    for (const [name, value] of Object.entries(color ?? {})) {
      document.body.setAttribute(`data-md-color-${name}`, value);
    }
  } catch {
    // A browser that keeps nothing, or keeps what this cannot read: the page has the colours that it came with.
  }
}
