// What is asked, between the form and the address: the controls have the names of the parameters.

import { ASKED } from "../charter.js";

const isOff = (control) => control.type === "checkbox" && !control.checked;
const isDefault = (control) => control.value.trim() === "" || control.value === control.options?.[0].value;
const isAskedBy = (control) => control.name && !isOff(control) && !isDefault(control);

/** What differs from a form that nobody touched. */
function asked(form) {
  const controls = [...form.elements].filter(isAskedBy);
  return new URLSearchParams(controls.map((control) => [control.name, control.value.trim()]));
}

/** How many of the filters are chosen: what is typed and the order are none. */
export const chosenIn = (filters) => [...filters.querySelectorAll("[name]")].filter(isAskedBy).length;

/** What is looked for, in words: what is typed, and the names of what is chosen. */
export function saidIn({ elements }) {
  const options = [ASKED.service, ASKED.region].map((name) => elements[name]?.selectedOptions[0]);
  const chosen = options.filter((option) => option?.value).map((option) => option.label);
  return [elements[ASKED.query].value.trim(), ...chosen].filter(Boolean).join(", ");
}

/** Whether an address asks for anything. */
export function isAsked(form, address) {
  const params = new URL(address).searchParams;
  return [...form.elements].some((control) => control.name && params.has(control.name));
}

/** Fill the form from an address; what it has no choice for is left out. */
export function fill(form, address) {
  const params = new URL(address).searchParams;
  form.reset();
  for (const control of form.elements) {
    const value = params.get(control.name);
    if (control.type === "checkbox") {
      control.checked = value === control.value;
    } else if (value !== null) {
      const choices = control.options && [...control.options].map((option) => option.value);
      if (!choices || choices.includes(value)) {
        control.value = value;
      }
    }
  }
}

/** The address with what is asked in it, and with what others keep there. */
export function addressOf(form, address) {
  const url = new URL(address);
  for (const control of form.elements) {
    url.searchParams.delete(control.name);
  }
  for (const [name, value] of asked(form)) {
    url.searchParams.set(name, value);
  }
  return url.href;
}

/** The question that a form asks, on the page of one service or region, or of neither. */
export function questionOf(form, { service, region }) {
  const valueOf = (name) => form.elements[name]?.value ?? "";
  return {
    text: valueOf(ASKED.query),
    service: service || valueOf(ASKED.service),
    region: region || valueOf(ASKED.region),
    clients: valueOf(ASKED.clients),
    commissioners: valueOf(ASKED.commissioners),
    answers: valueOf(ASKED.answers),
    isActive: form.elements[ASKED.active].checked,
    order: valueOf(ASKED.order),
  };
}
