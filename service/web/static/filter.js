// A search field above a long table, which hides the rows that do not hold every word.

const SHORTEST = 8; // a table with fewer rows is read as fast

export function addFilters(root) {
  for (const table of root.querySelectorAll("table[data-filter]")) {
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
    if (rows.length >= SHORTEST) addFilter(table, rows);
  }
}

function addFilter(table, rows) {
  const label = document.createElement("label");
  label.className = "filter";
  const words = document.createElement("span");
  words.textContent = table.dataset.filter;
  const field = document.createElement("input");
  field.type = "search";
  const count = document.createElement("output");
  count.className = "small";
  label.append(words, field);
  const place = table.closest(".scroll") ?? table;
  place.before(label, count);
  const texts = rows.map((row) => row.textContent.toLocaleLowerCase("sv"));
  field.addEventListener("input", () => {
    const wanted = field.value.toLocaleLowerCase("sv").split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, at) => {
      row.hidden = !wanted.every((word) => texts[at].includes(word));
      shown += row.hidden ? 0 : 1;
    });
    count.textContent = wanted.length ? `${shown} av ${rows.length} rader visas` : "";
  });
}
