// The register as the finder searches it: the file that generator/site/finder/table.py makes, read into providers.

import { asked, fetchTable } from "../main.js";
import { slug, wordsOf } from "./letters.js";

const ROUNDED = 200;

let isFirst = true;

/** The whole register. Rejects where it cannot be fetched; then it can be asked again. */
export async function fetchRegister() {
  const first = isFirst && asked;
  isFirst = false;
  const answer = await (first || fetchTable());
  if (!answer.ok) {
    throw new Error(`${answer.status}`);
  }
  return registerOf(await answer.json());
}

/** The register in the file's content: `services` and `regions` with their phrases, and `providers` by name; `commissioners` if they are asked. */
export function registerOf(table) {
  const clients = cellsOf(table.clients, table.noGrades);
  const commissioners = table.commissioners && cellsOf(table.commissioners, table.noGrades);
  const byService = partsOf(table.byService, table.noGrades);
  const commissionersByService = table.commissioners && partsOf(table.commissionersByService, table.noGrades);
  const providers = table.names.map((name, place) => ({
    place,
    name,
    id: table.ids[place] ?? slug(name),
    names: [name, ...(table.formerNames[place] ?? [])].map(startsOf),
    regions: table.regionsOf[place],
    ended: table.ended[place] ?? null,
    period: table.periods[table.periodOf[place]],
    clients: clients[place],
    commissioners: commissioners?.[place],
    byService: byService[place],
    commissionersByService: commissionersByService?.[place],
  }));
  const { services, regions, smallWords, average, phrases } = table;
  return { providers, services, regions, smallWords, average, phrases };
}

/** The name from each of its words on, written as one word: what is typed is the begin of one of them. */
function startsOf(name) {
  const words = wordsOf(name);
  return { words, starts: words.map((_, place) => words.slice(place).join("")) };
}

/**
 * Cells of `{ tenths, isRounded, completed, level }`, or of `{ noGrade, required, completed, invited }` where there is no grade.
 * A rounded 8 has 80 tenths.
 */
function cellsOf({ rating, completed, level, invited }, noGrades) {
  let absent = 0;
  return rating.map((code, place) => {
    const answered = completed[place];
    if (code >= 0) {
      const isRounded = code > ROUNDED;
      const tenths = isRounded ? (code - ROUNDED) * 10 : code;
      return { tenths, isRounded, completed: answered, level: Number(level[place]) };
    }
    const [noGrade, required] = noGrades[-1 - code];
    return { noGrade, required, completed: answered, invited: WITHOUT_A_ROW.has(noGrade) ? 0 : invited[absent++] };
  });
}

const WITHOUT_A_ROW = new Set(["not_asked", "not_measured", "not_offered"]);

/** For each provider a map from the place of a service to its cell. */
function partsOf({ of, service, ...columns }, noGrades) {
  const cells = cellsOf(columns, noGrades);
  let start = 0;
  return of.map((count) => {
    const places = Array.from({ length: count }, (_, place) => start + place);
    start += count;
    return new Map(places.map((place) => [service[place], cells[place]]));
  });
}
