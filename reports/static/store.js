// What the browser keeps between visits. Some browsers keep nothing for a file, and say so only when asked.
const PREFIX = "parallel-article-checker:";
const memory = new Map();
let keeps = true;

function recall(key, otherwise) {
  try {
    const found = localStorage.getItem(PREFIX + key);
    return found === null ? otherwise : JSON.parse(found);
  } catch {
    return memory.has(key) ? memory.get(key) : otherwise;
  }
}

function keep(key, value) {
  memory.set(key, value);
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    keeps = false;
  }
}
