// Sending in a workbook: it may be dropped on its field, and is sent with a bar that shows how far it has come.

export function addUploads(root) {
  for (const form of root.querySelectorAll("form[data-upload]")) {
    const field = form.querySelector("input[type=file]");
    addDropping(form.querySelector(".drop"), field);
    form.addEventListener("submit", (event) => send(event, form));
  }
  for (const form of root.querySelectorAll("form[data-drop]")) {
    addDropping(form.querySelector(".drop"), form.querySelector("input[type=file]"));
  }
}

function addDropping(place, field) {
  for (const name of ["dragenter", "dragover"]) {
    place.addEventListener(name, (event) => {
      event.preventDefault();
      place.classList.add("is-over");
    });
  }
  for (const name of ["dragleave", "drop"]) {
    place.addEventListener(name, () => place.classList.remove("is-over"));
  }
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length) field.files = event.dataTransfer.files;
  });
}

function send(event, form) {
  event.preventDefault();
  const button = form.querySelector("button[type=submit]");
  const bar = document.createElement("progress");
  const words = document.createElement("p");
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", "Hur mycket som är skickat");
  words.setAttribute("role", "status");
  words.textContent = "Skickar …";
  button.disabled = true;
  button.after(bar, words);
  const request = new XMLHttpRequest();
  request.upload.addEventListener("progress", (sent) => {
    if (sent.lengthComputable) bar.value = sent.loaded / sent.total;
    if (bar.value === 1) {
      bar.removeAttribute("value");
      words.textContent = "Läser och kontrollerar …";
    }
  });
  request.addEventListener("load", () => show(request));
  request.addEventListener("error", () => {
    button.disabled = false;
    bar.remove();
    words.textContent = "Filen kom inte fram. Kontrollera nätet och försök igen.";
  });
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "application/json");
  request.send(new FormData(form));
}

// The answer says where to go; or it is a page, since something was wrong with the form: show it.
function show(request) {
  if (request.status === 200) {
    const till = new URL(JSON.parse(request.responseText).till, location.href);
    const isHere = till.pathname === location.pathname && till.search === location.search;
    location.assign(till);
    if (isHere) location.reload(); // a place on the same page is only scrolled to
    return;
  }
  const page = new DOMParser().parseFromString(request.responseText, "text/html");
  document.title = page.title;
  document.querySelector("main").replaceWith(page.querySelector("main"));
  addUploads(document);
  document.querySelector("main").focus();
}
