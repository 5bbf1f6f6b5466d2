// The index of all providers, which Pagefind searches. It is fetched when somebody is about to search.

import { SITE } from "../main.js";
import { matches } from "./terms.js";

export const PAGE = 20;

/**
 * The index. `isLarge`: so many providers that searching is better done beside the page than in it.
 *
 * Rejects where it cannot be fetched. A browser remembers that, and Pagefind what else it could not fetch: another
 * `attempt` is another module.
 */
export async function openIndex(isLarge, attempt) {
  const pagefind = await import(new URL(`pagefind/pagefind.js${attempt ? `?${attempt}` : ""}`, SITE).href);
  await pagefind.options({ noWorker: !isLarge });
  await pagefind.init();
  return new Index(pagefind);
}

class Index {
  #pagefind;

  constructor(pagefind) {
    this.#pagefind = pagefind;
  }

  /** Fetch the part of the index that a search will need. */
  prepare(query) {
    this.#pagefind.preload(wordsOf(query).join(" ")).catch(() => {});
  }

  /**
   * All that has each of the terms and choices of `query`, in its order; each result can be loaded.
   *
   * Pagefind leaves out a word that it does not know; then there is nothing that has every word.
   */
  async find(query) {
    return this.#search(wordsOf(query), query);
  }

  /** The first page of what `find` gives, sooner; null where few are found, so that it takes the whole search. */
  async findFirst(query) {
    if (!query.head) {
      return null;
    }
    const found = await this.#search([...wordsOf(query), query.head], query);
    return found.length < PAGE ? null : found.slice(0, PAGE);
  }

  async #search(words, { terms, order }) {
    const { results } = await this.#pagefind.search(words.join(" "), { sort: { [order]: "asc" } });
    if (results.length === 0) {
      return [];
    }
    const { content } = await results[0].data();
    return terms.every((term) => matches(content, term)) ? results : [];
  }
}

/** What results show, in their order. */
export async function load(results) {
  const loaded = await Promise.all(results.map((result) => result.data()));
  return loaded.map(({ filters }) => JSON.parse(filters.shown[0]));
}

const wordsOf = ({ terms, choices }) => [...terms, ...choices];
