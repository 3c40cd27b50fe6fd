// The menu of a small screen under a keyboard: it opens, Escape closes it, focus goes back to where
// it was opened, and a focus that leaves it closes it. Without this file the link to the menu shows
// it as long as the focus is in it.

const drawer = document.getElementById("__drawer");
const menu = document.getElementById("danh-muc-trang");
const opener = document.querySelector("a.t-menu");

if (drawer && menu && opener) {
  const turn = (open) => {
    if (drawer.checked !== open) drawer.click();
  };
  opener.addEventListener("click", (event) => {
    event.preventDefault();
    turn(true);
    menu.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked) return;
    turn(false);
    opener.focus();
  });
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(relatedTarget)) turn(false);
  });
}
