// Tables whose headings sort them: the overview of several sets, and the ledger of names.
const SORT = {text: (a, b) => a.localeCompare(b, language), number: (a, b) => Number(a) - Number(b)};

function sortBy(header) {
  const table = header.closest("table");
  const column = [...header.parentNode.children].indexOf(header);
  const down = header.getAttribute("aria-sort") !== "descending" && header.dataset.sort === "number"
    || header.getAttribute("aria-sort") === "ascending";
  for (const other of $$("th", table.tHead)) other.removeAttribute("aria-sort");
  header.setAttribute("aria-sort", down ? "descending" : "ascending");
  const value = (row) => row.children[column].dataset.value ?? row.children[column].textContent.trim();
  const compare = SORT[header.dataset.sort];
  const rows = [...table.tBodies].flatMap((group) => [...group.rows]);
  const sorted = rows.map((row) => [value(row), row]).sort(([a], [b]) => compare(a, b) * (down ? -1 : 1));
  for (const group of table.tBodies) group.append(...sorted.splice(0, group.rows.length).map(([, row]) => row));
}

function startSorting() {
  document.addEventListener("click", (event) => {
    const header = event.target.closest(".sortable th[data-sort]");
    if (header) sortBy(header);
  });
}
