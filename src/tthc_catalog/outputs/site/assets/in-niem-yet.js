// One print job for many sheets. The address carries the codes behind the `#`, so that no server has
// to take a line of that length; each sheet is fetched as it stands and starts on a page of its own.

const WORDS = {
  vi: {
    none: "Chưa chọn bản nào. Hãy mở danh sách của cơ quan hoặc của cấp và chọn các bản cần in.",
    loading: (done, all) => `Đang gom ${done}/${all} bản…`,
    ready: (all) => `Đã gom ${all} bản, mỗi bản bắt đầu ở một trang giấy mới.`,
    failed: (codes) => ` Không tải được: ${codes}.`,
    print: (all) => `In ${all} bản`,
  },
  en: {
    none: "No sheet chosen. Open the list of an agency or a level and choose what to print.",
    loading: (done, all) => `Gathering ${done} of ${all} sheets…`,
    ready: (all) => `${all} sheets gathered; each starts on a new page.`,
    failed: (codes) => ` Could not be loaded: ${codes}.`,
    print: (all) => `Print ${all} sheets`,
  },
};
const AT_ONCE = 6;
const CODE = /^[\w.-]+$/;

const say = WORDS[document.documentElement.lang.slice(0, 2)] ?? WORDS.vi;
const status = document.querySelector("[data-gom]");
const button = document.querySelector("[data-in]");
const place = document.querySelector("main");

async function sheetOf(code) {
  const answer = await fetch(new URL(`../../niem-yet/${code}.html`, import.meta.url));
  if (!answer.ok) throw new Error(String(answer.status));
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const sheet = document.createElement("article");
  sheet.className = "sheet";
  for (const part of [page.querySelector(".running"), ...page.querySelector("main").children]) {
    sheet.append(document.importNode(part, true));
  }
  return sheet;
}

async function gather() {
  const codes = [...new Set(decodeURIComponent(location.hash.slice(1)).split(",").filter((code) => CODE.test(code)))];
  place.querySelectorAll(".sheet").forEach((sheet) => sheet.remove());
  button.hidden = true;
  if (!codes.length) {
    status.textContent = say.none;
    return;
  }
  const sheets = Array(codes.length).fill(null);
  let next = 0;
  let done = 0;
  const take = async () => {
    while (next < codes.length) {
      const at = next++;
      sheets[at] = await sheetOf(codes[at]).catch(() => null);
      done += 1;
      if (done % 10 === 0) status.textContent = say.loading(done, codes.length);
    }
  };
  status.textContent = say.loading(0, codes.length);
  await Promise.all(Array.from({ length: AT_ONCE }, take));
  const found = sheets.filter(Boolean);
  const lost = codes.filter((_, at) => !sheets[at]);
  place.append(...found);
  status.textContent = say.ready(found.length) + (lost.length ? say.failed(lost.join(", ")) : "");
  button.textContent = say.print(found.length);
  button.hidden = !found.length;
  button.focus();
}

button.addEventListener("click", () => print());
addEventListener("hashchange", gather);
gather();
