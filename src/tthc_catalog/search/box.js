// The search box and the search page: what happens between keys and results.
//
// Everything heavy comes on first use: search.js and the index. The form works without this file (it
// leads to the page with the list from A to Z); this file adds, it never replaces. It writes text, never
// markup, so nothing in a record can become part of the page.

const WORDS = {
  vi: {
    loading: "Đang tải mục lục tìm kiếm…",
    failed: "Không tải được mục lục tìm kiếm. Mời xem danh sách thủ tục theo vần A–Z.",
    none: "Không tìm thấy thủ tục nào. Thử ít chữ hơn, hoặc gõ mã thủ tục.",
    found: (shown, all) =>
      all > shown ? `Tìm thấy ${all} thủ tục, đây là ${shown} thủ tục sát nhất.` : `Tìm thấy ${all} thủ tục.`,
    type: "Hãy gõ điều cần tìm; bộ lọc chỉ thu hẹp kết quả.",
    replaced: (codes) => `thay bằng ${codes}`,
    uncoded: "chưa có mã quốc gia",
    levels: (names) => `cấp ${names.join(", ")}`.replace(/cấp (?=cơ quan)/, ""),
    list: "Gợi ý thủ tục",
  },
  en: {
    loading: "Loading the search index…",
    failed: "The search index could not be loaded. Please use the list from A to Z.",
    none: "No procedure found. Try fewer words, or type a code.",
    found: (shown, all) => (all > shown ? `${all} procedures found, the closest ${shown} are shown.` : `${all} found.`),
    type: "Type what you look for; filters only narrow the results.",
    replaced: (codes) => `replaced by ${codes}`,
    uncoded: "no national code yet",
    levels: (names) => `level: ${names.join(", ")}`,
    list: "Suggested procedures",
  },
};
const SUGGESTED = 8;
const LISTED = 50;
// A result that answers less than half as well as the best one is noise, also where filters leave
// the best one out.
const WORTHWHILE = 0.5;
const SPEAK_AFTER = 500;
// Names up to this length are read as they are; of longer ones brackets of this length are left out,
// as on the pages.
const WHOLE = 140;
const ASIDE = /\s*\([^()]{37,}\)/g;
const CODE = /^\d\.\d{6}/;
const REHEARSAL = "làm giấy phép xây dựng nhà ở";

const say = WORDS[document.documentElement.lang.slice(0, 2)] ?? WORDS.vi;
let engine;

/** Load the search and its index, once for all boxes of a page; a failure may be tried again. */
function load(form) {
  engine ??= Promise.all([
    import("./search.js"),
    fetch(form.dataset.timMucLuc).then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    }),
  ])
    .then(([code, payload]) => {
      const lexicon = code.prepare(payload);
      // One rehearsal, so that the first key finds a warm engine.
      code.search(REHEARSAL, lexicon);
      keepForOffline(form);
      return { payload, find: (text, filters) => worthwhile(code, lexicon, text, filters) };
    })
    .catch((problem) => {
      engine = undefined;
      throw problem;
    });
  return engine;
}

function worthwhile({ search }, lexicon, text, filters = {}) {
  const all = search(text, lexicon);
  const least = (all[0]?.score ?? 0) * WORTHWHILE;
  const hits = Object.values(filters).some(Boolean) ? search(text, lexicon, filters) : all;
  return hits.filter((hit) => hit.score >= least);
}

function keepForOffline(form) {
  const { timSw, timGiu } = form.dataset;
  if (!timSw || !("serviceWorker" in navigator)) return;
  const files = [form.dataset.timMucLuc, form.action, location.href, import.meta.url];
  if (timGiu) files.push(...timGiu.split(" "));
  for (const each of document.querySelectorAll("script[src], link[rel=stylesheet]")) {
    files.push(each.src || each.href);
  }
  files.push(new URL("./search.js", import.meta.url).href);
  navigator.serviceWorker
    .register(timSw)
    .then(() => navigator.serviceWorker.ready)
    .then(({ active }) => active.postMessage(files.map((each) => new URL(each, document.baseURI).href)))
    .catch(() => {}); // Offline reading is a gift; without it the search works as before.
}

/** The same for readers who only look, once nothing else is going on and their line can bear it. */
function keepWhenIdle(form) {
  const { saveData, effectiveType = "" } = navigator.connection ?? {};
  if (saveData || effectiveType.endsWith("2g")) return;
  const idle = window.requestIdleCallback ?? ((act) => setTimeout(act, 2000));
  const wait = () => idle(() => keepForOffline(form));
  if (document.readyState === "complete") wait();
  else addEventListener("load", wait, { once: true });
}

/** Lead from the page of those without a network back to the page that they wanted. */
function offerAgain(link) {
  try {
    const wanted = new URL(new URLSearchParams(location.search).get("trang"), location.href);
    if (wanted.origin !== location.origin) return;
    link.href = wanted.href;
    link.parentElement.hidden = false;
  } catch {
    // Somebody came by another way; the other links will do.
  }
}

const address = (form, hit) => form.dataset.timTrang.replace("{code}", encodeURIComponent(hit.code));

function element(name, text, className) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

/** The names to show; a name stays whole where without its brackets it would read as another. */
function leads(hits) {
  const short = hits.map(({ name }) => (name.length > WHOLE ? name.replace(ASIDE, " (…)") : name));
  return short.map((lead, at) => (short.indexOf(lead) === short.lastIndexOf(lead) ? lead : hits[at].name));
}

/** What tells results of one name apart: their levels, then their agencies, then their own marks. */
function apart(hits) {
  const ways = [
    ({ levels }) => (levels.length ? say.levels(levels) : ""),
    ({ agencies }) => agencies.join(", "),
    ({ code }) => (CODE.test(code) ? "" : code),
  ];
  return hits.map((hit) => {
    const told = [];
    let twins = hits.filter((each) => each !== hit && each.name.toLowerCase() === hit.name.toLowerCase());
    for (const way of ways) {
      if (!twins.length) break;
      const own = way(hit);
      if (own) told.push(own);
      twins = twins.filter((each) => way(each) === own);
    }
    return told.join(" · ");
  });
}

/** What one result shows, the same in the box and on the page. */
function describe(hit, title, told) {
  const parts = [title];
  if (told) parts.push(element("span", told, "tim-rieng"));
  parts.push(element("span", CODE.test(hit.code) ? hit.code : say.uncoded, "tim-ma"));
  if (hit.field) parts.push(element("span", hit.field, "tim-linh-vuc"));
  if (hit.status) parts.push(element("span", hit.status, "tim-trang-thai"));
  if (hit.successors.length) {
    parts.push(element("span", say.replaced(hit.successors.join(", ")), "tim-thay-the"));
  }
  return parts.flatMap((part, at) => (at ? [" ", part] : [part]));
}

/** Say how many results there are once the typist pauses. */
function speaker(status) {
  let waiting;
  return (text, at = SPEAK_AFTER) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      status.textContent = text;
    }, at);
  };
}

/** Run `act` on every change of the typed text, but not in the middle of a composed letter. */
function onTyping(input, act) {
  input.addEventListener("input", (event) => {
    if (!event.isComposing) act();
  });
  input.addEventListener("compositionend", act);
}

/** The box on every page: a combobox with suggestions. */
function makeBox(form, input) {
  const list = element("ul", "", "tim-goi-y");
  const status = element("p", "", "tim-so");
  list.id = `${input.id}-goi-y`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", say.list);
  status.setAttribute("role", "status");
  form.append(list, status);
  for (const [name, value] of [
    ["role", "combobox"],
    ["aria-autocomplete", "list"],
    ["aria-controls", list.id],
    ["aria-expanded", "false"],
    ["autocomplete", "off"],
  ]) {
    input.setAttribute(name, value);
  }
  const speak = speaker(status);
  let hits = [];
  let active = -1;
  let asked = 0;

  const choose = (at) => {
    active = at;
    [...list.children].forEach((option, number) => {
      option.setAttribute("aria-selected", String(number === at));
      if (number === at) option.scrollIntoView({ block: "nearest" });
    });
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[at].id);
  };
  const open = (shown) => {
    list.hidden = !shown;
    input.setAttribute("aria-expanded", String(shown));
    if (!shown) choose(-1);
  };
  const suggest = async () => {
    const turn = ++asked;
    const text = input.value;
    if (!text.trim()) {
      hits = [];
      list.replaceChildren();
      open(false);
      speak("", 0);
      return;
    }
    try {
      if (!engine) speak(say.loading, 0);
      const { find } = await load(form);
      if (turn !== asked) return;
      const all = find(text);
      hits = all.slice(0, SUGGESTED);
      const [names, told] = [leads(hits), apart(hits)];
      list.replaceChildren(
        ...hits.map((hit, at) => {
          const option = element("li", "", "tim-muc");
          option.id = `${list.id}-${at}`;
          option.setAttribute("role", "option");
          option.append(...describe(hit, element("span", names[at], "tim-ten"), told[at]));
          return option;
        }),
      );
      choose(-1);
      open(hits.length > 0);
      speak(hits.length ? say.found(hits.length, all.length) : say.none);
    } catch {
      speak(say.failed, 0);
    }
  };

  onTyping(input, suggest);
  input.addEventListener("focus", () => {
    load(form).catch(() => {});
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const { key } = event;
    if ((key === "ArrowDown" || key === "ArrowUp") && hits.length) {
      event.preventDefault();
      const step = key === "ArrowDown" ? 1 : -1;
      const count = hits.length + 1;
      open(true);
      choose(((active + 1 + step + count) % count) - 1);
    } else if (key === "Enter" && active >= 0 && !list.hidden) {
      event.preventDefault();
      location.assign(address(form, hits[active]));
    } else if (key === "Escape" && !list.hidden) {
      event.preventDefault();
      open(false);
    }
  });
  input.addEventListener("blur", () => open(false));
  // The press must not take the focus from the box before the click comes.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(address(form, hits[[...list.children].indexOf(option)]));
  });
  // The browser may have kept what was typed while this file was on its way.
  if (document.activeElement === input) suggest();
}

/** The search page: results in the page, filters, and the question in the address. */
function makePage(form, input, results) {
  const status = document.querySelector("[data-tim-so]");
  const choices = [...document.querySelectorAll("select[data-tim-loc]")];
  const speak = speaker(status);
  const plain = document.querySelector("[data-tim-khong-script]");
  for (const folded of form.querySelectorAll("details[hidden]")) folded.hidden = false;
  let asked = 0;

  const read = () => {
    const given = new URLSearchParams(location.search);
    input.value = given.get("q") ?? "";
    for (const choice of choices) choice.value = given.get(choice.name) ?? "";
  };
  const write = () => {
    const given = new URLSearchParams();
    if (input.value.trim()) given.set("q", input.value);
    for (const choice of choices) if (choice.value) given.set(choice.name, choice.value);
    const query = given.toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
  };
  const show = async () => {
    const turn = ++asked;
    if (!input.value.trim()) {
      results.replaceChildren();
      speak(choices.some(({ value }) => value) ? say.type : "", 0);
      if (plain) plain.hidden = false;
      return;
    }
    try {
      if (!engine) speak(say.loading, 0);
      const { find } = await load(form);
      if (turn !== asked) return;
      const filters = Object.fromEntries(choices.map((each) => [each.dataset.timLoc, each.value]));
      const all = find(input.value, filters);
      const hits = all.slice(0, LISTED);
      const [names, told] = [leads(hits), apart(hits)];
      results.replaceChildren(
        ...hits.map((hit, at) => {
          const link = element("a", names[at], "tim-ten");
          link.href = address(form, hit);
          const item = element("li", "", "tim-muc");
          item.append(...describe(hit, link, told[at]));
          return item;
        }),
      );
      if (plain) plain.hidden = hits.length > 0;
      speak(hits.length ? say.found(hits.length, all.length) : say.none);
    } catch {
      if (plain) plain.hidden = false;
      speak(say.failed, 0);
    }
  };
  const fill = async () => {
    const { payload } = await load(form);
    const lists = { field: "fields", agency: "agencies", level: "levels", channel: "channels", subject: "subjects" };
    for (const choice of choices) {
      if (choice.options.length > 1) continue;
      choice.append(...payload[lists[choice.dataset.timLoc]].map((text) => new Option(text, text)));
    }
    read();
  };
  const changed = () => {
    write();
    show();
  };

  onTyping(input, changed);
  for (const choice of choices) choice.addEventListener("change", changed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    changed();
  });
  const fillQuietly = () => {
    fill().catch(() => {});
  };
  input.addEventListener("focus", fillQuietly);
  // Whoever opens the filters before typing finds them filled.
  for (const folded of form.querySelectorAll("details")) folded.addEventListener("toggle", fillQuietly);
  addEventListener("popstate", () => {
    read();
    show();
  });
  read();
  if (location.search) {
    fill()
      .catch(() => {})
      .then(show);
  }
}

for (const form of document.querySelectorAll("form[data-tim]")) {
  const input = form.querySelector("input[name=q]");
  const results = document.querySelector("[data-tim-ket-qua]");
  if (results && form.hasAttribute("data-tim-trang-tim")) makePage(form, input, results);
  else makeBox(form, input);
  keepWhenIdle(form);
}
for (const link of document.querySelectorAll("a[data-tim-lai]")) offerAgain(link);
