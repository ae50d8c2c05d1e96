// Copies a field at a press; without this file the field is there to be selected.
const told = document.getElementById("copied");

for (const button of document.querySelectorAll("[data-copies]")) {
  const field = document.getElementById(button.dataset.copies);
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      // Without encryption a browser offers no clipboard to write to; the old way works for what is selected.
      document.execCommand("copy");
    }
    told.textContent = "Copied.";
    button.classList.add("done");
    setTimeout(() => button.classList.remove("done"), 1500);
  });
}
