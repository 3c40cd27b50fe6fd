// What a page can say only on the reader's own day: by when a dossier filed today must be settled,
// which version governs a dossier received on some day, which posted sheets are out of date. Without
// this file the tables say the same in general.

const DAY = 86_400_000;
const WORKING_HOURS = 8;
const WORDS = {
  vi: {
    due: (when) => `Nộp hôm nay: hạn ${when}`,
    dueIf: (start, when) => `Hôm nay nghỉ; nếu được tiếp nhận ngày ${start}: hạn ${when}`,
    uncounted: (year) => `Chưa tính được hạn: danh mục chưa có lịch năm ${year}`,
    before: (first) => `Danh mục chỉ biết thủ tục này từ ngày ${first}; quy định trước đó không rõ. Hãy hỏi nơi tiếp nhận hồ sơ.`,
    unknown: "Theo danh mục, không bản nào áp dụng vào ngày này. Hãy hỏi nơi tiếp nhận hồ sơ.",
    again: " In lại",
    outdated: (many, thin, down) =>
      `${many} bản trong trang này phải in lại${thin ? ` (${thin} bản chưa có thành phần hồ sơ nên chưa chọn)` : ""}${down ? `, ${down} bản phải gỡ xuống` : ""}.`,
    print: (many) => `In ${many} bản`,
  },
  en: {
    due: (when) => `Filed today: due ${when}`,
    dueIf: (start, when) => `Offices are closed today; if received on ${start}: due ${when}`,
    uncounted: (year) => `No due day: the catalogue has no calendar for ${year}`,
    before: (first) => `The catalogue knows this procedure only from ${first}; what held before is not known. Ask the office that receives dossiers.`,
    unknown: "By the catalogue, no version applies on that day. Ask the office that receives dossiers.",
    again: " Print again",
    outdated: (many, thin, down) =>
      `${many} sheets on this page must be printed again${thin ? ` (${thin} with hardly any content are not chosen)` : ""}${down ? `, ${down} taken down` : ""}.`,
    print: (many) => `Print ${many} sheets`,
  },
};
const language = typeof document === "undefined" ? "vi" : document.documentElement.lang.slice(0, 2);
const say = WORDS[language] ?? WORDS.vi;

/** A day without hours, so that no time zone can move it. */
export const day = (text) => new Date(`${text}T00:00:00Z`);
const iso = (date) => date.toISOString().slice(0, 10);
const later = (date, count) => new Date(date.getTime() + count * DAY);
const said = (date) => iso(date).split("-").reverse().join("/");

/** The working calendar of the catalogue: Monday to Friday, but for what it lists. */
export function calendarOf({ nam = [], nghi = [], lam = [] }) {
  const off = new Set(nghi);
  const worked = new Set(lam);
  const years = new Set(nam);
  const weekend = (date) => [0, 6].includes(date.getUTCDay());
  const works = (date) => worked.has(iso(date)) || (!weekend(date) && !off.has(iso(date)));
  const from = (date) => (works(date) ? date : from(later(date, 1)));
  const after = (date, count) => {
    while (count > 0) {
      date = later(date, 1);
      if (works(date)) count -= 1;
    }
    return date;
  };
  return { works, from, after, knows: (date) => years.has(date.getUTCFullYear()) };
}

function monthsLater(date, count) {
  const month = date.getUTCMonth() + count;
  const last = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(date.getUTCFullYear(), month, Math.min(date.getUTCDate(), last)));
}

function stage(date, amount, unit, calendar) {
  if (unit === "w") return calendar.after(date, Math.ceil(amount));
  if (unit === "g") return calendar.after(date, Math.ceil(amount / WORKING_HOURS));
  if (unit === "h") return later(date, Math.ceil(amount / 24));
  if (unit === "p") return later(date, Math.ceil(amount / 1440));
  if (unit === "y") [amount, unit] = [amount * 12, "m"];
  if (unit === "m") {
    const whole = Math.floor(amount);
    return calendar.from(later(monthsLater(date, whole), Math.ceil((amount - whole) * 30)));
  }
  return calendar.from(later(date, Math.ceil(amount * (unit === "k" ? 7 : 1))));
}

/**
 * The last day of a time limit that starts on a day, and whether a year on the way is not in the
 * calendar. `code` is "10w", "8w+5w", "0" or "s15:00"; `clock` is the hour and minute of the filing.
 */
export function deadline(code, start, calendar, clock = "") {
  let last = start;
  if (code.startsWith("s")) {
    const late = code.length > 1 && clock > code.slice(1) && calendar.works(start);
    last = late ? calendar.after(start, 1) : calendar.from(start);
  } else if (code !== "0") {
    for (const part of code.split("+")) {
      last = stage(last, Number(part.slice(0, -1)), part.slice(-1), calendar);
    }
  }
  const missing = missingYear(start, last, calendar);
  return { last, missing, estimated: missing !== null };
}

/** The first year from one day to another that the calendar does not hold; null where it has all. */
function missingYear(first, last, calendar) {
  for (let year = first.getUTCFullYear(); year <= last.getUTCFullYear(); year += 1) {
    if (!calendar.knows(new Date(Date.UTC(year, 0, 1)))) return year;
  }
  return null;
}

/**
 * What to tell a reader who files on a day. On a day off nobody receives a dossier, so it is counted
 * from the next working day; where a calendar is missing, no day is told.
 */
export function told(code, today, calendar, clock = "") {
  const start = calendar.from(today);
  const open = start.getTime() === today.getTime();
  const { last, missing } = deadline(code, start, calendar, open ? clock : "");
  const year = missingYear(today, start, calendar) ?? missing;
  if (year !== null) return say.uncounted(year);
  return open ? say.due(said(last)) : say.dueIf(said(start), said(last));
}

function now() {
  const two = (number) => String(number).padStart(2, "0");
  const moment = new Date();
  const today = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return { today: day(today), clock: `${two(moment.getHours())}:${two(moment.getMinutes())}` };
}

async function sayDeadlines(places) {
  const answer = await fetch(new URL("./lich.json", import.meta.url));
  if (!answer.ok) return;
  const calendar = calendarOf(await answer.json());
  const { today, clock } = now();
  for (const place of places) {
    place.textContent = told(place.dataset.han, today, calendar, clock);
  }
}

function whichVersion(box, table) {
  const answer = box.querySelector("output");
  const rows = [...table.tBodies[0].rows];
  const first = rows.map((row) => row.dataset.tu ?? "").sort()[0];
  const words = (row) => {
    const [version, why] = [...row.cells].slice(1).map((cell) => cell.textContent.trim());
    const caveat = row.cells[0].querySelector("small")?.textContent ?? "";
    return `${version}. ${why} ${caveat}`.trim();
  };
  box.querySelector("input").addEventListener("input", ({ target }) => {
    let found = "";
    for (const row of rows) {
      const { tu = "", den = "9999" } = row.dataset;
      const holds = target.value !== "" && tu <= target.value && target.value <= den;
      row.classList.toggle("t-chosen", holds);
      if (holds) found = words(row);
    }
    const none = target.value < first ? say.before(said(day(first))) : say.unknown;
    answer.textContent = found || (target.value && none);
  });
}

function whichSheets(box, table) {
  const answer = box.querySelector("output");
  const posted = box.querySelector("[type=date]");
  const all = box.querySelector("[data-ca]");
  const button = box.querySelector("button");
  const rows = [...table.tBodies[0].rows].map((row) => ({ row, tick: row.querySelector("input") }));
  const gone = [...document.querySelectorAll("[data-go] tbody tr")];
  const chosen = () => rows.filter(({ tick }) => tick.checked);
  const count = () => {
    const many = chosen().length;
    button.textContent = say.print(many);
    button.disabled = !many;
    all.checked = many === rows.length;
    all.indeterminate = many > 0 && many < rows.length;
  };
  const mark = () => {
    // A row without a day may have ended at any time, so it stays.
    for (const row of gone) row.hidden = posted.value !== "" && (row.dataset.tu ?? "9999") <= posted.value;
    let again = 0;
    for (const { row, tick } of rows) {
      const outdated = posted.value !== "" && (row.dataset.tu ?? "") > posted.value;
      again += outdated;
      tick.checked = (outdated || posted.value === "") && row.dataset.mong === undefined;
      row.classList.toggle("t-chosen", outdated);
      row.cells[0].querySelector("strong")?.remove();
      if (!outdated) continue;
      const words = document.createElement("strong");
      words.textContent = say.again;
      row.cells[0].append(words);
    }
    const { pathname, hash } = location;
    history.replaceState(null, "", `${pathname}${posted.value ? `?dan=${posted.value}` : ""}${hash}`);
    answer.textContent = posted.value ? say.outdated(again, again - chosen().length, gone.filter((row) => !row.hidden).length) : "";
    count();
  };
  posted.addEventListener("input", mark);
  table.addEventListener("change", count);
  all.addEventListener("change", () => {
    for (const { tick } of rows) tick.checked = all.checked;
    count();
  });
  box.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(`${box.action}#${chosen().map(({ tick }) => tick.value)}`);
  });
  posted.value = new URLSearchParams(location.search).get("dan") ?? "";
  if (posted.value) mark();
  else count();
}

/** Keep the ticks of the checklists while the tab is open; by the paper's words, so a new paper has none. */
function keepTicks(boxes) {
  const key = `ho-so ${location.pathname}`;
  const paper = (box) => box.parentElement.textContent.trim();
  try {
    const kept = new Set(JSON.parse(sessionStorage.getItem(key) ?? "[]"));
    for (const box of boxes) box.checked ||= kept.has(paper(box));
  } catch {
    return; // the reader's browser keeps nothing
  }
  document.addEventListener("change", ({ target }) => {
    if (!boxes.includes(target)) return;
    sessionStorage.setItem(key, JSON.stringify(boxes.filter((box) => box.checked).map(paper)));
  });
}

if (typeof document !== "undefined") {
  const boxes = [...document.querySelectorAll(".t-checklist input")];
  if (boxes.length) keepTicks(boxes);
  const places = [...document.querySelectorAll("[data-han]")];
  if (places.length) sayDeadlines(places).catch(() => {}); // the words beside say it without a day
  for (const [name, act] of [["nop", whichVersion], ["dan", whichSheets]]) {
    const box = document.querySelector(`[data-${name}-hop]`);
    const table = document.querySelector(`[data-${name}]`);
    if (box && table) act(box, table);
  }
}
