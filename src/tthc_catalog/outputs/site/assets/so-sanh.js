// Two versions of one procedure side by side. Neighbouring versions have pages of their own, which
// are complete without this file; here their words are marked, and any other two are put together
// from the lasting pages of the versions. Nodes are copied from pages of this site and words are
// wrapped, never parsed again, so nothing in a record can become part of the page.

const WORDS = {
  vi: {
    which: "Hãy mở một thủ tục và chọn hai bản ở mục “Các bản của thủ tục này”.",
    loading: "Đang tải hai bản…",
    failed: "Không tải được. Hãy kiểm tra kết nối, hoặc mở từng bản ở trang của thủ tục.",
    twice: "Hai bên là cùng một bản; hãy chọn hai bản khác nhau.",
    equal: "Hai bản có cùng nội dung, chỉ khác quyết định công bố.",
    differ: (changed, same) => `Khác nhau ở ${changed} phần, giống nhau ở ${same} phần.`,
    silent: "không có hoặc nguồn không nêu",
    alike: "Giống nhau ở hai bản:",
    applicant: "Với người làm thủ tục",
    sides: "Hai bản cạnh nhau",
  },
  en: {
    which: "Open a procedure and choose two versions under “Versions of this procedure”.",
    loading: "Loading both versions…",
    failed: "Could not be loaded. Check the connection, or open each version from the procedure's page.",
    twice: "Both sides are the same version; choose two different ones.",
    equal: "Both versions say the same; only the decision differs.",
    differ: (changed, same) => `${changed} parts differ, ${same} are the same.`,
    silent: "none, or not stated by the source",
    alike: "The same in both:",
    applicant: "For whoever applies",
    sides: "Side by side",
  },
};
const CELLS = 4_000_000; // of the table of common words; beyond it whole lines are compared
const KEPT = 0.3; // where less than this stays, nothing is gained by marking single words
const SPECK = 2; // so few words that stay between changes of as many read better as changed

// --- which words stay ----------------------------------------------------------------------------

/** For two lists of words: which of each stay; null where the lists are too long to tell. */
export function staying(left, right) {
  let start = 0;
  let ends = [left.length, right.length];
  while (start < Math.min(...ends) && left[start] === right[start]) start += 1;
  while (Math.min(...ends) > start && left[ends[0] - 1] === right[ends[1] - 1]) {
    ends = ends.map((end) => end - 1);
  }
  const [rows, columns] = ends.map((end) => end - start);
  if (rows * columns > CELLS) return null;
  const width = columns + 1;
  const longest = new Uint32Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const at = row * width + column;
      longest[at] =
        left[start + row] === right[start + column]
          ? longest[at + width + 1] + 1
          : Math.max(longest[at + width], longest[at + 1]);
    }
  }
  // Runs of common words: [from in the left list, from in the right one, how many].
  const runs = [[0, 0, start]];
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    const at = row * width + column;
    if (left[start + row] === right[start + column]) {
      const last = runs.at(-1);
      if (last[0] + last[2] === start + row && last[1] + last[2] === start + column) last[2] += 1;
      else runs.push([start + row, start + column, 1]);
      row += 1;
      column += 1;
    } else if (longest[at + width] >= longest[at + 1]) row += 1;
    else column += 1;
  }
  runs.push([ends[0], ends[1], left.length - ends[0]]);
  return withoutSpecks(runs, left.length, right.length);
}

function withoutSpecks(runs, ...lengths) {
  const stays = lengths.map((length) => Array(length).fill(false));
  const kept = runs.reduce((sum, [, , count]) => sum + count, 0);
  if (kept < KEPT * Math.min(...lengths)) return stays;
  const gap = ([left, right, count], next) => Math.max(next[0] - left - count, next[1] - right - count);
  runs.forEach((run, at) => {
    const [left, right, count] = run;
    const between = at > 0 && at < runs.length - 1;
    const alone = between && Math.min(gap(runs[at - 1], run), gap(run, runs[at + 1])) >= SPECK;
    if (alone && count <= SPECK) return;
    stays[0].fill(true, left, left + count);
    stays[1].fill(true, right, right + count);
  });
  return stays;
}

// --- marking -------------------------------------------------------------------------------------

function textsIn(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) if (walker.currentNode.data.trim()) found.push(walker.currentNode);
  return found;
}

const split = (texts, pattern) =>
  texts.flatMap((text) =>
    [...text.data.matchAll(pattern)].map((word) => ({
      text,
      from: word.index,
      to: word.index + word[0].length,
      word: word[0].normalize("NFC"),
    })),
  );

function wrap(words, stays, name) {
  const gone = new Map();
  words.forEach((word, at) => {
    if (stays[at]) return;
    const runs = gone.get(word.text) ?? gone.set(word.text, []).get(word.text);
    const last = runs.at(-1);
    if (last && at > 0 && !stays[at - 1]) last.to = word.to;
    else runs.push({ from: word.from, to: word.to });
  });
  for (const [text, runs] of gone) {
    for (const { from, to } of runs.reverse()) {
      const mark = document.createElement(name);
      const run = text.splitText(from);
      run.splitText(to - from);
      run.replaceWith(mark);
      mark.append(run);
    }
  }
}

/** Mark what left the first element and what came into the second. */
export function markDifferences(before, after) {
  const texts = [textsIn(before), textsIn(after)];
  for (const pattern of [/\S+/g, /\S.*/g]) {
    const [left, right] = texts.map((each) => split(each, pattern));
    const stays = staying(
      left.map(({ word }) => word),
      right.map(({ word }) => word),
    );
    if (!stays) continue;
    wrap(left, stays[0], "del");
    wrap(right, stays[1], "ins");
    return;
  }
}

function markTable(table) {
  for (const { cells } of table.rows) {
    if (cells.length === 2 && cells[0].localName === "td") {
      if (!cells[0].querySelector(".t-silent") && !cells[1].querySelector(".t-silent")) {
        markDifferences(...cells);
      }
    }
  }
}

// --- any two -------------------------------------------------------------------------------------

function element(name, text = "", attributes = {}) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

async function pageAt(address) {
  const answer = await fetch(new URL(`../../${address}`, import.meta.url));
  if (!answer.ok) throw new Error(String(answer.status));
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

function partsOf(page) {
  const found = new Map();
  for (const part of page.querySelectorAll("[data-phan]")) {
    const [heading, ...content] = part.children;
    found.set(part.dataset.phan, { title: heading.textContent, content });
  }
  return found;
}

const plain = (part) =>
  (part?.content ?? []).map((each) => each.textContent.replace(/\s+/g, " ").trim()).join(" ").normalize("NFC");

function cell(part, version, say) {
  const made = element("td", "", { "data-ban": version });
  if (part) made.append(...part.content.map((each) => document.importNode(each, true)));
  else made.append(element("p", say.silent, { class: "t-silent" }));
  return made;
}

function sideBySide(names, versions, say) {
  const [before, after] = versions.map(partsOf);
  const table = element("table", "", { class: "t-sides" });
  const heads = table.createTHead().insertRow();
  heads.append(...names.map((name) => element("th", name, { scope: "col" })));
  const same = [];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const parts = [before.get(name), after.get(name)];
    const { title } = parts.find(Boolean);
    if (plain(parts[0]) === plain(parts[1])) {
      same.push(title);
      continue;
    }
    const body = table.createTBody();
    body.insertRow().append(element("th", title, { scope: "rowgroup", colspan: "2" }));
    body.insertRow().append(...parts.map((part, side) => cell(part, names[side], say)));
  }
  return { table, same };
}

/** What the older version's page says to whoever prepared by it, if it speaks of the other one. */
function toldBy(page, address) {
  const told = page.querySelector("[data-chuan-bi]");
  if (told?.dataset.chuanBi !== address) return [];
  return [...told.children].slice(1).map((each) => document.importNode(each, true));
}

function section(title, ...content) {
  const made = element("section");
  made.append(element("h2", title), ...content);
  return made;
}

async function compare(form, say) {
  const status = document.querySelector("[data-so-sanh-tin]");
  const result = document.querySelector("[data-so-sanh-ket-qua]");
  const { ma, tu, den } = Object.fromEntries(new FormData(form));
  const names = [form.tu, form.den].map((choice) => choice.selectedOptions[0].text);
  result.replaceChildren();
  if (tu === den) {
    status.textContent = say.twice;
    return;
  }
  status.textContent = say.loading;
  const addresses = [tu, den].map((short) => `phien-ban/${ma}-${short}.html`);
  const versions = await Promise.all(addresses.map(pageAt));
  const { table, same } = sideBySide(names, versions, say);
  status.textContent = table.tBodies.length ? say.differ(table.tBodies.length, same.length) : say.equal;
  const told = toldBy(versions[0], addresses[1]);
  if (told.length) result.append(section(say.applicant, ...told));
  if (!table.tBodies.length) return;
  const alike = element("p", `${say.alike} ${same.join("; ")}.`, { class: "t-small" });
  result.append(section(say.sides, table, ...(same.length ? [alike] : [])));
  markTable(table);
}

async function choose(form, say) {
  const status = document.querySelector("[data-so-sanh-tin]");
  const asked = new URLSearchParams(location.search);
  const code = asked.get("ma") ?? "";
  if (!/^[\w.-]+$/.test(code)) {
    status.textContent = say.which;
    return;
  }
  try {
    const page = await pageAt(`thu-tuc/${code}.html`);
    const choices = page.querySelector("form[data-hai-ban]");
    const link = element("a", page.querySelector("h1").textContent, { href: `thu-tuc/${code}.html` });
    document.querySelector("[data-so-sanh-ten]").replaceChildren(link);
    if (!choices) {
      status.textContent = say.which;
      return;
    }
    form.ma.value = code;
    for (const name of ["tu", "den"]) {
      form[name].replaceChildren(...[...choices[name].options].map((each) => document.importNode(each, true)));
    }
    const read = () => {
      const given = new URLSearchParams(location.search);
      for (const name of ["tu", "den"]) {
        if ([...form[name].options].some(({ value }) => value === given.get(name))) {
          form[name].value = given.get(name);
        }
      }
      return compare(form, say);
    };
    const failed = () => {
      status.textContent = say.failed;
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      history.pushState(null, "", `?${new URLSearchParams(new FormData(form))}`);
      read().catch(failed);
    });
    addEventListener("popstate", () => read().catch(failed));
    form.hidden = false;
    await read();
  } catch {
    status.textContent = say.failed;
  }
}

if (typeof document !== "undefined") {
  const say = WORDS[document.documentElement.lang.slice(0, 2)] ?? WORDS.vi;
  const form = document.querySelector("form[data-so-sanh]");
  if (form) choose(form, say);
  else document.querySelectorAll("table.t-sides").forEach(markTable);
}
