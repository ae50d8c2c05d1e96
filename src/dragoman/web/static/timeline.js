// The timeline of a pair: other days without a new page, and the words behind a mark below the drawing.
// Without this file the same is done with links, and each mark leads to its row of the table.
const MOVES = { "+": "in", "=": "in", "-": "out", "−": "out", ArrowLeft: "earlier", ArrowRight: "later", 0: "all" };
const part = () => document.getElementById("part");
let asked = 0;

async function show(address, isBack) {
  const turn = ++asked;
  try {
    const answer = await fetch(address, { headers: { accept: "text/html" } });
    if (!answer.ok) throw new Error(answer.status);
    const found = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("part");
    if (turn !== asked) return;
    const isOpen = part().querySelector(".narrowing")?.open;
    part().replaceWith(found);
    if (isOpen) found.querySelector(".narrowing")?.setAttribute("open", "");
    if (!isBack) history.pushState(null, "", address);
    prepare();
    document.getElementById("drawing")?.focus({ preventScroll: true });
  } catch {
    location.assign(address);
  }
}

function prepare() {
  const drawing = document.getElementById("drawing");
  const told = document.getElementById("told");
  if (!drawing || !told) return;
  told.hidden = false;
  // What a browser would show over the drawing stands below it.
  drawing.querySelectorAll("title").forEach((title) => title.remove());
  drawing.addEventListener("pointerover", tell);
  drawing.addEventListener("focusin", tell);
  drawing.addEventListener("click", hold);
  drawing.addEventListener("keydown", move);
}

function rowOf(event) {
  const link = event.target.closest("a[href^='#']");
  return link && document.getElementById(link.getAttribute("href").slice(1));
}

function tell(event) {
  const row = rowOf(event);
  if (!row) return;
  const words = document.createElement("div");
  const head = document.createElement("p");
  for (const cell of row.querySelectorAll("th, td")) {
    if (cell.querySelector("blockquote")) words.append(...[...cell.cloneNode(true).childNodes]);
    else if (cell.textContent.trim()) head.append(head.hasChildNodes() ? " · " : "", cell.textContent.trim());
  }
  head.className = "label";
  document.getElementById("told").replaceChildren(head, words);
}

// A finger cannot hover: its first touch shows the words, and the row is reached from there.
function hold(event) {
  if (!event.pointerType || event.pointerType === "mouse" || !rowOf(event)) return;
  event.preventDefault();
  tell(event);
}

function move(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const link = document.querySelector(`[data-move="${MOVES[event.key]}"]`);
  if (!link) return;
  event.preventDefault();
  show(link.href);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-move]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  show(link.href);
});
addEventListener("popstate", () => show(location.href, true));
prepare();
