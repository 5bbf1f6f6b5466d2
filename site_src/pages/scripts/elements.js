// Elements made with the DOM's own methods: text stays text, whatever stands in it.

/** An element; an attribute that is null or false is left out, and so is a child that is null. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) {
      made.setAttribute(key, value === true ? "" : value);
    }
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** An element of a drawing. */
export function svg(name, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

/** A name that others wrote: whatever its direction is, the text around it keeps its own. */
export const isolated = (name) => element("bdi", {}, name);

/** Text that only a screen reader says. */
export const unseen = (text) => element("span", { class: "kc-unseen" }, text);
