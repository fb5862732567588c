// The page in the reader's language: every text knows its number in the catalogue the page carries.
const data = JSON.parse(document.getElementById("data").textContent);
const root = document.documentElement;
let language = root.lang;
const plurals = {};

const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

// A text of the catalogue; where it counts something, the form that goes with the number.
function text(number, count) {
  const found = data.texts[language][number];
  if (typeof found === "string") return found;
  plurals[language] ??= new Intl.PluralRules(language);
  return found[plurals[language].select(Number(count))] ?? found.other;
}

// A text by the name scripts know it under, its places filled with words.
function say(name, places = {}) {
  return text(data.ids[name], places.n).replace(/\{(\w+)\}/g, (all, place) => places[place] ?? all);
}

function numberText(value) {
  const [, sign, whole, , rest, unit] = value.match(/^(-?)(\d+)(\.(\d+))?([^]*)$/) ?? [];
  if (whole === undefined) return value;
  const apart = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, "\u202f") : whole;
  const decimal = new Intl.NumberFormat(language).formatToParts(1.1).find((part) => part.type === "decimal").value;
  return sign + apart + (rest ? decimal + rest : "") + unit;
}

function dateText(value) {
  if (value.startsWith("W-")) {  // 1 January 2001 was a Monday.
    return new Intl.DateTimeFormat(language, {weekday: "long", timeZone: "UTC"}).format(Date.UTC(2001, 0, Number(value[2])));
  }
  const yearless = value.startsWith("--");
  const [year, month, day] = (yearless ? value.replace("--", "2000-") : value).split("-").map(Number);
  if (!month) return value;
  const shape = {month: "long", timeZone: "UTC", calendar: "gregory"};
  if (!yearless) shape.year = "numeric";
  if (day) shape.day = "numeric";
  const date = new Date(Date.UTC(year, month - 1, day || 1));
  return Number.isNaN(date.getTime()) ? value : new Intl.DateTimeFormat(language, shape).format(date);
}

function languageNames(codes) {
  const names = new Intl.DisplayNames(language, {type: "language"});
  return codes.split(", ").map((code) => {
    const name = names.of(code);
    return name[0].toLocaleUpperCase(language) + name.slice(1);
  }).join(", ");
}

// Put the template's words around the elements that stand in its places.
function refill(element) {
  const template = text(element.dataset.t, element.dataset.n);
  const places = new Map([...element.children].map((child) => [child.dataset.a, child]));
  if (!places.size) {
    element.textContent = template;
    return;
  }
  const pieces = template.split(/\{(\w+)\}/).map((piece, i) => (i % 2 ? places.get(piece) : piece));
  element.replaceChildren(...pieces.filter((piece) => piece !== undefined && piece !== ""));
}

const ATTRIBUTES = ["title", "aria-label", "placeholder", "label", "value"];

function translate(within = document) {
  for (const element of $$("[data-l]", within)) element.textContent = languageNames(element.dataset.l);
  for (const element of $$("data", within)) element.textContent = numberText(element.value);
  for (const element of $$("time", within)) element.textContent = dateText(element.dateTime);
  for (const element of $$("[data-t]", within)) refill(element);
  for (const name of ATTRIBUTES) {
    for (const element of $$(`[data-t-${name}]`, within)) {
      element.setAttribute(name, text(element.getAttribute(`data-t-${name}`)));
    }
  }
  for (const option of $$("option[data-t-label]", within)) option.textContent = option.label;
}

function setLanguage(code) {
  if (!data.texts[code] || code === language) return;
  language = root.lang = code;
  for (const element of $$("[data-ui]")) element.lang = code;
  translate();
  for (const template of $$("template")) translate(template.content);
  $("#uilang").value = code;
  document.dispatchEvent(new Event("language"));
}

// The reader's own choice, and until there is one the language found before the page was drawn.
function startLanguage() {
  $("#uilang").addEventListener("change", (event) => { keep("language", event.target.value); setLanguage(event.target.value); });
  setLanguage(root.dataset.wanted);
  root.classList.remove("wait");
}
