// An agenda whose ärenden may be dragged to their place. The move is sent by the same form as the buttons beside it.

export function addDragging(root) {
  for (const list of root.querySelectorAll("ol[data-agenda]")) {
    const items = [...list.children];
    let dragged = null;
    for (const item of items) {
      const handle = document.createElement("span");
      handle.className = "handle";
      handle.draggable = true;
      handle.title = "Dra för att flytta";
      handle.setAttribute("aria-hidden", "true"); // the buttons say the same to those who do not drag
      handle.textContent = "⠿";
      item.querySelector(".item-head").prepend(handle);
      handle.addEventListener("dragstart", (event) => {
        dragged = item;
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", item.querySelector("h3").textContent);
        event.dataTransfer.setDragImage(item, 20, 20);
        item.classList.add("is-dragged");
      });
      handle.addEventListener("dragend", () => {
        dragged = null;
        clear(items);
        item.classList.remove("is-dragged");
      });
      item.addEventListener("dragover", (event) => {
        if (!dragged) return;
        event.preventDefault();
        clear(items);
        if (item !== dragged) item.classList.add(isBelow(event, item) ? "drop-after" : "drop-before");
      });
      item.addEventListener("drop", (event) => {
        if (!dragged || item === dragged) return;
        event.preventDefault();
        move(items, dragged, item, isBelow(event, item));
      });
    }
  }
}

function isBelow(event, item) {
  const box = item.getBoundingClientRect();
  return event.clientY > box.top + box.height / 2;
}

function move(items, dragged, target, below) {
  const rest = items.filter((item) => item !== dragged);
  const place = rest.indexOf(target) + (below ? 1 : 0) + 1;
  if (place === items.indexOf(dragged) + 1) return;
  const form = dragged.querySelector("form[data-move]");
  form.querySelector("[name=plats]").value = place;
  form.requestSubmit(form.querySelector("button[value=plats]"));
}

function clear(items) {
  for (const item of items) item.classList.remove("drop-before", "drop-after");
}
