// A result: a copy of the template of the page, its slots filled with text.

import { SITE } from "../main.js";

/** An item of the list for what a record shows; a slot for which it has nothing goes. */
export function resultOf(template, shown) {
  const item = template.content.firstElementChild.cloneNode(true);
  const link = item.querySelector("a");
  link.href = new URL(`aanbieders/${shown.id}/`, SITE).href;
  link.textContent = shown.name;
  put(item, "services", shown.services?.join("\u00a0· "));
  put(item, "provinces", shown.provinces?.join(", "));
  put(item, "ended", shown.ended);
  put(item, "period", shown.period);
  putGrade(item.querySelector(".kc-result__clients"), shown.clients);
  putGrade(item.querySelector(".kc-result__commissioners"), shown.commissioners);
  Object.assign(item.querySelector(".kc-choose").dataset, { choose: shown.id, name: shown.name });
  return item;
}

function putGrade(part, rating) {
  if (rating.grade === undefined) {
    part.querySelector(".kc-result__given").remove();
    put(part, "absence", rating.absence);
    put(part, "reason", rating.reason);
    return;
  }
  part.querySelector(".kc-result__none").remove();
  const grade = part.querySelector("data");
  grade.value = rating.value;
  grade.textContent = rating.grade;
  put(part, "remark", rating.remark);
  put(part, "answered", rating.answered);
}

function put(item, name, text) {
  const slot = item.querySelector(`.kc-result__${name}`);
  if (text === undefined) {
    slot.remove();
  } else {
    slot.textContent = text;
  }
}
