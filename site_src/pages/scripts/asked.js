// What the address of a comparison asks for. It can come from anybody, so that only what can be an id is asked for.

import { FOLDERS } from "./charter.js";
import { isId, MOST } from "./chosen.js";
import { SITE } from "./main.js";

/**
 * The `ids` in `?providers=a,b,c` (in the site's own word for it), how many names are `refused`, and whether there are
 * `tooMany`; null where it names none.
 */
export function askedIn(search) {
  const named = new URLSearchParams(search).getAll(FOLDERS.providers).flatMap((each) => each.split(","));
  const asked = [...new Set(named.filter(Boolean))];
  if (!asked.length) {
    return null;
  }
  const ids = asked.filter(isId);
  return { ids: ids.slice(0, MOST), refused: asked.length - ids.length, tooMany: ids.length > MOST };
}

/**
 * The files of these providers, each once, and how many ids are `unknown`.
 *
 * Throws where one cannot be fetched.
 */
export async function providersOf(ids) {
  const found = (await Promise.all(ids.map(providerOf))).filter(Boolean);
  // A former id leads to the same provider.
  const each = new Map(found.map((provider) => [provider.id, provider]));
  return { providers: [...each.values()], unknown: ids.length - found.length };
}

async function providerOf(id) {
  const answer = await fetch(new URL(`${FOLDERS.providers}/${id}/comparison.json`, SITE));
  if (answer.status === 404) {
    return null;
  }
  if (!answer.ok) {
    throw new Error(`${answer.status}`);
  }
  return answer.json();
}
