// The overview of several sets: sorted by any column.
const SORT = {text: (a, b) => a.localeCompare(b, language), number: (a, b) => Number(a) - Number(b)};

function sortBy(header) {
  const table = header.closest("table");
  const column = [...header.parentNode.children].indexOf(header);
  const down = header.getAttribute("aria-sort") !== "descending" && header.dataset.sort === "number"
    || header.getAttribute("aria-sort") === "ascending";
  for (const other of $$("th", table.tHead)) other.removeAttribute("aria-sort");
  header.setAttribute("aria-sort", down ? "descending" : "ascending");
  const value = (row) => row.children[column].dataset.value ?? row.children[column].textContent.trim();
  const rows = [...table.tBodies[0].rows].sort((a, b) => SORT[header.dataset.sort](value(a), value(b)) * (down ? -1 : 1));
  table.tBodies[0].append(...rows);
}

root.classList.add("ready");
document.addEventListener("click", (event) => {
  const header = event.target.closest("th[data-sort]");
  if (header) sortBy(header);
});
$("#uilang").addEventListener("change", (event) => setLanguage(event.target.value));
setLanguage(firstLanguage(null));
