// Single keys on the page where a claim is judged; without this file the same is done with the forms.
const box = document.getElementById("keys-on");
const STORED = "dragoman.keys";

box.checked = localStorage.getItem(STORED) !== "off";
box.addEventListener("change", () => localStorage.setItem(STORED, box.checked ? "on" : "off"));

document.addEventListener("keydown", (event) => {
  const isField = event.target.matches("input:not([type=checkbox]), select, textarea");
  if (event.key === "Escape" && isField) event.target.blur();
  if (!box.checked || isField || event.ctrlKey || event.metaKey || event.altKey) return;
  const found = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!found) return;
  event.preventDefault();
  if (found.matches("input")) return found.focus();
  found.click();
  if (found.matches("summary") && found.parentElement.open) found.parentElement.querySelector(".fields input").focus();
});
