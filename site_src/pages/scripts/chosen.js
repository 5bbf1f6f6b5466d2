// Which providers the visitor chose to compare. It stands in this browser, under one key, and is sent nowhere.

import { FOLDERS, KEY } from "./charter.js";

/** How many can be compared. */
export const MOST = 4;

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST = { id: 80, name: 300 };

/** Whether `text` can be the id of a provider: never a path, an address or anything else. */
export const isId = (text) => typeof text === "string" && text.length <= LONGEST.id && ID.test(text);

/** The page that compares these ids, below `site`. */
export function comparisonOf(ids, site) {
  const address = new URL(`${FOLDERS.compare}/`, site);
  address.search = ids.length ? `?${FOLDERS.providers}=${ids.join(",")}` : "";
  return address;
}

/** The choice: `{ id, name }` of at most MOST providers, in the order chosen; it dispatches "change" after a change. */
class Choice extends EventTarget {
  #held;

  constructor() {
    super();
    this.#held = stored() ?? [];
    // Another tab changed it, or did so while this page lay in the browser's memory of pages.
    addEventListener("storage", (event) => [KEY, null].includes(event.key) && this.#changed(stored() ?? []));
    addEventListener("pageshow", (event) => event.persisted && this.#changed(stored() ?? this.#held));
  }

  get all() {
    return [...this.#held];
  }

  get isFull() {
    return this.#held.length >= MOST;
  }

  has(id) {
    return this.#held.some((each) => each.id === id);
  }

  add(id, name) {
    if (!this.isFull && !this.has(id)) {
      this.replace([...this.#held, { id, name }]);
    }
  }

  remove(id) {
    this.replace(this.#held.filter((each) => each.id !== id));
  }

  replace(providers) {
    const kept = usable(providers);
    store(kept);
    this.#changed(kept);
  }

  #changed(providers) {
    this.#held = providers;
    this.dispatchEvent(new Event("change"));
  }
}

/** What the browser holds; null where it keeps nothing for us, as some do in a private window. */
function stored() {
  try {
    return usable(JSON.parse(localStorage.getItem(KEY)));
  } catch {
    return null;
  }
}

/** Without a place to keep it, the choice lasts as long as the page. */
function store(providers) {
  try {
    if (providers.length) {
      localStorage.setItem(KEY, JSON.stringify(providers));
    } else {
      localStorage.removeItem(KEY);
    }
  } catch {
    // The page at hand still has it.
  }
}

/** Of anything that may stand there, what can be a choice. */
function usable(found) {
  const known = new Map();
  for (const each of Array.isArray(found) ? found : []) {
    if (isId(each?.id) && typeof each.name === "string" && !known.has(each.id)) {
      known.set(each.id, { id: each.id, name: each.name.slice(0, LONGEST.name) });
    }
  }
  return [...known.values()].slice(0, MOST);
}

export const choice = new Choice();
