// The answer to a question: which providers, in which order and parts, and about which service the grades are.

import { ASKED } from "../charter.js";
import { Reader, isIn } from "./reading.js";

const NOT_OFFERED = { noGrade: "not_offered", completed: 0, invited: 0 };

/** Answers questions about a register. The same question has the same answer, whatever was asked before. */
export class Answerer {
  #register;
  #reader;

  constructor(register) {
    this.#register = register;
    this.#reader = new Reader(register);
  }

  /**
   * The answer to `{ text, service, region, clients, commissioners, answers, isActive, order }`: ids of a service and
   * a region, grades from which (or any), a number of answers; each empty where it is not asked.
   *
   * - `reading`: what the text means (`Reader.read`);
   * - `subject`: the place of the service about which the grades are, or null for all together;
   * - `parts`: `[{ section, lines }]`, a line being `{ provider, clients, commissioners }`;
   * - `total`: how many providers; `unplaced`: how many are left out only because their region is not known;
   *   `namedOnly`: how many of the total only bear the name of a service that they do not give.
   */
  answer(question) {
    const reading = this.#reader.read(question.text);
    const subject = this.#subjectOf(question, reading);
    const lines = this.#register.providers.map((provider) => lineOf(provider, subject));
    const fitting = lines.filter((line) => this.#fits(line, question, reading));
    const found = fitting.filter(({ provider }) => this.#isPlaced(provider, question, reading));
    const compare = ORDERS[question.order] ?? ORDERS[ASKED.name];
    found.sort((one, other) => compare(one, other, reading) || one.provider.place - other.provider.place);
    return {
      reading,
      subject,
      parts: partsOf(found, question.order),
      total: found.length,
      unplaced: count(fitting, isUnplaced) - count(found, isUnplaced),
      namedOnly: reading.isName ? 0 : count(found, ({ provider }) => !isMeant(provider, reading)),
    };
  }

  #placeOf(list, id) {
    const place = this.#register[list].findIndex((each) => each.id === id);
    return place < 0 ? null : place;
  }

  /** What was chosen, else the one service in the words. Where it can be several, all services together. */
  #subjectOf({ service }, { terms }) {
    const chosen = this.#placeOf("services", service);
    const read = [...new Set(terms.filter(({ kind }) => kind === "service").flatMap(({ places }) => places))];
    return chosen ?? (read.length === 1 ? read[0] : null);
  }

  #fits({ provider, clients, commissioners }, question, reading) {
    const service = this.#placeOf("services", question.service);
    return (
      (service === null || provider.byService.has(service)) &&
      (reading.named.has(provider) || isMeant(provider, reading)) &&
      isFrom(clients, question.clients) &&
      isFrom(commissioners, question.commissioners) &&
      clients.completed >= Number(question.answers) &&
      !(question.isActive && provider.ended)
    );
  }

  #isPlaced(provider, question, reading) {
    const region = this.#placeOf("regions", question.region);
    const asked = reading.terms.filter(({ kind }) => kind !== "service");
    return (
      (region === null || isInRegion(provider, region)) &&
      (reading.named.has(provider) || asked.every(({ places }) => places.some((each) => isInRegion(provider, each))))
    );
  }
}

/** A provider with what each audience gave: for the service `subject`, or for all together. */
function lineOf(provider, subject) {
  if (subject === null) {
    return { provider, clients: provider.clients, commissioners: provider.commissioners };
  }
  const total = provider.commissioners;
  const isTotal = total?.noGrade !== "not_asked";
  return {
    provider,
    clients: provider.byService.get(subject) ?? NOT_OFFERED,
    commissioners: total && (provider.commissionersByService.get(subject) ?? { ...total, isTotal }),
  };
}

/** Whether a provider is what the words mean, wherever it works. */
function isMeant(provider, { terms, rest }) {
  const services = terms.filter(({ kind }) => kind === "service");
  return (
    (!rest.length || provider.names.some((name) => rest.every((word) => isIn(name, [word])))) &&
    services.every(({ places }) => places.some((place) => provider.byService.has(place)))
  );
}

const count = (lines, holds) => lines.filter(holds).length;

const isUnplaced = ({ provider }) => provider.regions === 0;

const isInRegion = ({ regions }, place) => Boolean((regions >> place) & 1);

const isFrom = (cell, asked) =>
  !asked || (cell?.tenths !== undefined && (asked === ASKED.any || cell.tenths >= asked * 10));

const NONE = -1; // below every grade

const higher = (one, other) => (other.tenths ?? NONE) - (one.tenths ?? NONE) || other.completed - one.completed;

const isNamed = ({ provider }, { named }) => Number(named.has(provider));

/** Each says which of two lines comes first, by its sign; equal ones stand by name. */
const ORDERS = {
  [ASKED.name]: (one, other, reading) => isNamed(other, reading) - isNamed(one, reading),
  [ASKED.clients]: (one, other) => higher(one.clients, other.clients),
  [ASKED.commissioners]: (one, other) => higher(one.commissioners, other.commissioners),
  [ASKED.answers]: (one, other) => other.clients.completed - one.clients.completed,
  [ASKED.newest]: (one, other) =>
    other.provider.period[0].localeCompare(one.provider.period[0]) || other.clients.completed - one.clients.completed,
};

/** The parts of a list: those with the grade that it is about, those without, those that stopped. */
function partsOf(lines, order) {
  const audience = order === ASKED.commissioners ? "commissioners" : "clients";
  const sectionOf = (line) => {
    if (line.provider.ended) {
      return "stopped";
    }
    return line[audience].tenths === undefined ? "ungraded" : "graded";
  };
  return ["graded", "ungraded", "stopped"]
    .map((section) => ({ section, lines: lines.filter((line) => sectionOf(line) === section) }))
    .filter((part) => part.lines.length);
}
