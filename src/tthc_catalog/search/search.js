// The search of the site: pure functions, no page, no network.
//
// It is the twin of words.py, index.py, question.py, numbers.py, ranking.py and searching.py beside
// it: same names, same order of steps, same whole numbers. Change both or none;
// tests/search/cases.json and a run over real names hold them to the same answers.

// --- words ---------------------------------------------------------------------------------------

const TOKEN = /[0-9a-zđð\u0300-\u036f]+/g;
const MARKS = /[\u0300-\u036f]/g;
const SHORT_Y = /^(qu|[bcdghklmnprstvx]{1,3})y$/;
const SYLLABLE = /^(ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdghklmnprstvx])?([aeiouy]+)([a-z]*)$/;
const ENDINGS = new Set(["", "c", "ch", "m", "n", "ng", "nh", "p", "t"]);
const table = (text) =>
  new Map(text.split(" ").map((pair) => pair.split(":")).map(([from, to]) => [from, to.split(",")]));
const ONSETS = table(
  "ch:tr tr:ch s:x x:s d:gi,r,v gi:d,r r:d,gi,g v:d l:n n:l k:c c:k,qu qu:c,ho g:gh,r gh:g ng:ngh ngh:ng ph:f",
);
const NUCLEI = table(
  "ay:ai ai:ay,oai oai:ai iu:ieu,uu ieu:iu,uou ui:uoi uoi:ui u:uo uo:u,o i:ie,y ie:i uu:uou,iu " +
    "uou:uu,ieu oi:uoi au:ao ao:au y:i ye:ie uy:uyi,ui",
);
const CODAS = table("n:ng ng:n c:t t:c nh:n ch:t");

/** Lower-case ASCII words: no diacritics, đ as d, one space between words. */
export function fold(text) {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(MARKS, "")
    .replace(/[đð]/g, "d")
    .replace(/[^0-9a-z]+/g, " ")
    .trim();
}

/** One spelling for ky and ki, ly and li, quy and qui. */
export function spelled(word) {
  return SHORT_Y.test(word) ? word.slice(0, -1) + "i" : word;
}

// Names repeat a few thousand pieces, so each is taken apart once.
const pieces = new Map();

function tokenOf(piece) {
  const tones = (piece.match(MARKS) ?? []).map((mark) => (mark === "\u0309" ? "\u0303" : mark));
  const bars = (piece.match(/[đð]/g) ?? []).map(() => "đ");
  const word = spelled(piece.replace(MARKS, "").replace(/[đð]/g, "d"));
  const token = { word, marks: bars.join("") + tones.sort().join("") };
  pieces.set(piece, token);
  return token;
}

/** The words of a text with their marks; a word without diacritics has none. */
export function tokens(text) {
  const found = [];
  for (const piece of text.toLowerCase().normalize("NFD").match(TOKEN) ?? []) {
    const token = pieces.get(piece) ?? tokenOf(piece);
    if (token.word) found.push(token);
  }
  return found;
}

/** What a folded word spells if its letters are Telex keys. */
export function withoutTelex(word) {
  let [onset, rime] = /^([^aeiouyw]*)(.*)$/.exec(word).slice(1);
  if (onset.startsWith("dd")) onset = onset.slice(1);
  if (rime.startsWith("w")) rime = "u" + rime.slice(1);
  rime = rime.replace(/[sfrxjwz]/g, "").replace(/d$/, "");
  return spelled(onset + rime.replace(/([aeo])([^aeo]*)\1/g, "$1$2"));
}

/** What a folded word spells if its digits are VNI keys. */
export function withoutVni(word) {
  return /^[a-z][a-z0-9]*$/.test(word) ? spelled(word.replace(/[0-9]/g, "")) : word;
}

/** Whether a folded word of two letters or more can be one Vietnamese syllable. */
export function isSyllable(word) {
  const matched = SYLLABLE.exec(word);
  return matched !== null && word.length > 1 && ENDINGS.has(matched[3]);
}

/** The spellings that Vietnamese ears and accents confuse with a folded word. */
export function soundsLike(word) {
  const matched = SYLLABLE.exec(word);
  if (!matched) return [];
  const [onset, nucleus, coda] = [matched[1] ?? "", matched[2], matched[3]];
  const onsets = ONSETS.get(onset) ?? [];
  const codas = CODAS.get(coda) ?? [];
  const found = onsets.map((other) => other + nucleus + coda);
  for (const other of NUCLEI.get(nucleus) ?? []) found.push(onset + other + coda);
  for (const other of codas) found.push(onset + nucleus + other);
  for (const other of onsets) for (const another of codas) found.push(other + nucleus + another);
  return [...new Set(found.map(spelled))];
}

/** How many keys apart two words are; 3 for many. */
export function slips(word, other) {
  if (Math.abs(word.length - other.length) > 2) return 3;
  let older = [];
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= word.length; i++) {
    [older, before, row] = [before, row, [i]];
    for (let j = 1; j <= other.length; j++) {
      let cost = Math.min(
        before[j] + 1,
        row[j - 1] + 1,
        before[j - 1] + (word[i - 1] !== other[j - 1] ? 1 : 0),
      );
      if (i > 1 && j > 1 && word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1]) {
        cost = Math.min(cost, older[j - 2] + 1);
      }
      row.push(cost);
    }
  }
  return Math.min(row[other.length], 3);
}

const slipsAllowed = (word) => (word.length < 3 ? 0 : word.length >= 6 ? 2 : 1);
const compare = (one, two) => (one < two ? -1 : one > two ? 1 : 0);

/** Compare lists of numbers and texts as Python compares tuples. */
function inOrder(one, two) {
  for (let at = 0; at < one.length; at++) {
    const order = compare(one[at], two[at]);
    if (order) return order;
  }
  return 0;
}

// --- index ---------------------------------------------------------------------------------------

const MASKS = new Set(["level", "channel", "subject"]);
const FILTERS = {
  field: ["fields", 2],
  agency: ["agencies", 3],
  level: ["levels", 4],
  channel: ["channels", 5],
  subject: ["subjects", 6],
};
const [DECISIONS, COMMON, STATUS, SUCCESSORS] = [7, 8, 9, 10];
const EXACT = 10000000;
const PAIR_BASE = 65536;

/** Make the data of the index ready for questions. */
export function prepare(payload) {
  const lexicon = {
    payload,
    ids: new Map(),
    words: [],
    lines: [],
    pairs: new Map(),
    spellings: new Set(),
    keys: new Map(),
    asides: new Map(),
  };
  const { ids, words, lines, pairs, spellings } = lexicon;
  const addLine = (row, name, alias) => {
    let found = tokens(name);
    if (found.length > 1 && found[0].word === "thu" && found[1].word === "tuc") {
      found = found.slice(2);
    }
    const numbers = found.map((token) => {
      let number = ids.get(token.word);
      if (number === undefined) {
        number = words.length;
        ids.set(token.word, number);
        words.push(token.word);
      }
      spellings.add(token.word + token.marks);
      return number;
    });
    for (let at = 1; at < numbers.length; at++) {
      const pair = numbers[at - 1] * PAIR_BASE + numbers[at];
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
    lines.push({ row, words: numbers, marks: found.map((token) => token.marks), alias });
  };
  payload.rows.forEach((row, number) => addLine(number, row[1], false));
  for (const [number, ...names] of payload.aliases) {
    for (const name of names) addLine(number, name, true);
  }
  lexicon.frequency = new Array(words.length).fill(0);
  for (const line of lines) {
    for (const word of new Set(line.words)) lexicon.frequency[word] += 1;
  }
  lexicon.weights = lexicon.frequency.map((each) =>
    Math.floor(100 * Math.log(1 + lines.length / each) + 0.5),
  );
  for (const line of lines) {
    line.mass = line.words.reduce((sum, word) => sum + lexicon.weights[word], 0);
  }
  lexicon.known = new Set(words);
  const addKey = (keys, key) => {
    for (const token of key.said) {
      lexicon.known.add(token.word);
      spellings.add(token.word + token.marks);
    }
    const first = key.said[0].word;
    if (!keys.has(first)) keys.set(first, []);
    keys.get(first).push(key);
  };
  for (const [says, means] of payload.everyday) {
    const meanings = means.split("|").map((mean) => tokens(mean).map((token) => token.word));
    for (const said of says.split("|")) {
      addKey(lexicon.keys, { said: tokens(said), means: meanings });
    }
  }
  for (const aside of payload.asides) addKey(lexicon.asides, { said: tokens(aside), means: [] });
  for (const keys of [...lexicon.keys.values(), ...lexicon.asides.values()]) {
    keys.sort((one, two) => two.said.length - one.said.length);
  }
  lexicon.numbers = new Map(payload.rows.map((row, number) => [row[0], number]));
  return lexicon;
}

function together(lexicon, first, second) {
  const one = lexicon.ids.get(first);
  const two = lexicon.ids.get(second);
  if (one === undefined || two === undefined) return 0;
  return lexicon.pairs.get(one * PAIR_BASE + two) ?? 0;
}

function often(lexicon, word) {
  const number = lexicon.ids.get(word);
  return number === undefined ? 0 : lexicon.frequency[number];
}

/** The words in a row whose first letters these are, the most frequent row first. */
function initialled(lexicon, letters) {
  if (!/^[a-z]{3,7}$/.test(letters)) return [];
  const found = new Map();
  const { words } = lexicon;
  for (const line of lexicon.lines) {
    for (let start = 0; start + letters.length <= line.words.length; start++) {
      let at = 0;
      while (at < letters.length && words[line.words[start + at]][0] === letters[at]) at++;
      if (at === letters.length) {
        const row = line.words.slice(start, start + at).map((word) => words[word]).join(" ");
        found.set(row, (found.get(row) ?? 0) + 1);
      }
    }
  }
  const ranked = [...found].map(([row, count]) => [-count, row]).sort(inOrder);
  return ranked.slice(0, 2).map(([, row]) => row.split(" "));
}

// --- question ------------------------------------------------------------------------------------

const WHOLE = 1000;
const PREFIX = 700;
const REPAIRED = [950, 850, 700];
const HEARD = 850;
const MEANT = 950;
const share = (value) => Math.floor(value / WHOLE);

/** What a typed text looks for: parts, each with its ways to be said. */
export function understand(text, lexicon) {
  const all = tokens(text);
  const kept = withoutAsides(all, lexicon);
  const unfinished = text !== "" && !/\s$/.test(text);
  const slots = mended(kept.length ? kept : all, lexicon, unfinished);
  const said = slots.map((slot) => ({ word: slot.choices[0][0], marks: slot.marks }));
  const parts = [];
  const covered = new Set();
  for (const [start, key] of keysIn(said, lexicon)) {
    const own = slots.slice(start, start + key.said.length);
    own.forEach((_, offset) => covered.add(start + offset));
    parts.push([start, [{ slots: own, worth: WHOLE }, ...meanings(key.means)]]);
  }
  slots.forEach((slot, number) => {
    if (!covered.has(number)) {
      parts.push([number, [{ slots: [slot], worth: WHOLE }, ...meanings(slot.phrases)]]);
    }
  });
  return parts.sort((one, two) => one[0] - two[0]).map(([, options]) => options);
}

/** The first choices of every way to say every part, for tests. */
export function wordsOf(question) {
  return question.map((options) =>
    options.map((option) => option.slots.map((slot) => slot.choices[0][0]).join(" ")),
  );
}

const slotOf = (choices, marks = "", phrases = []) => ({ choices, marks, phrases });

function meanings(phrases) {
  return phrases.map((phrase) => ({
    slots: phrase.map((word) => slotOf([[word, WHOLE]])),
    worth: MEANT,
  }));
}

function says(said, start, key, lexicon) {
  if (start + key.said.length > said.length) return false;
  return key.said.every((wanted, offset) => {
    const token = said[start + offset];
    if (token.word !== wanted.word) return false;
    return !(
      token.marks &&
      token.marks !== wanted.marks &&
      lexicon.spellings.has(token.word + token.marks)
    );
  });
}

function withoutAsides(typed, lexicon) {
  const kept = [];
  let at = 0;
  while (at < typed.length) {
    const key = (lexicon.asides.get(typed[at].word) ?? []).find(
      (each) => says(typed, at, each, lexicon) && !needed(typed, at, each, lexicon),
    );
    if (!key) kept.push(typed[at]);
    at += key ? key.said.length : 1;
  }
  return kept;
}

function needed(typed, at, key, lexicon) {
  if (key.said.length > 1) return false;
  const before = typed[at - 1]?.word ?? "";
  const after = typed[at + 1]?.word ?? "";
  const { word } = typed[at];
  return together(lexicon, before, word) + together(lexicon, word, after) > 0;
}

function keysIn(said, lexicon) {
  const found = [];
  let reach = 0;
  said.forEach((token, start) => {
    const key = (lexicon.keys.get(token.word) ?? []).find(
      (each) => start + each.said.length > reach && says(said, start, each, lexicon),
    );
    if (key) {
      found.push([start, key]);
      reach = start + key.said.length;
    }
  });
  return found;
}

function mended(typed, lexicon, unfinished) {
  const slots = [];
  typed.forEach((token, number) => {
    const before = slots.length ? slots[slots.length - 1].choices[0][0] : "";
    const after = typed[number + 1]?.word ?? "";
    const last = unfinished && number + 1 === typed.length;
    // One letter at the end is the beginning of a word that is still being typed.
    if (lexicon.known.has(token.word) && !(last && before && token.word.length === 1)) {
      slots.push(heard(token, before, after, lexicon));
    } else {
      slots.push(...unknown(token, before, after, lexicon, last));
    }
  });
  return slots;
}

function heard(token, before, after, lexicon) {
  const choices = [[token.word, WHOLE]];
  const joined =
    together(lexicon, before, token.word) + together(lexicon, token.word, after);
  if (!joined && (before || after)) {
    const ranked = soundsLike(token.word)
      .map((other) => [-together(lexicon, before, other) - together(lexicon, other, after), other])
      .sort(inOrder);
    if (ranked.length && ranked[0][0] < -1) choices.push([ranked[0][1], HEARD]);
  }
  return slotOf(choices, token.marks);
}

function unknown(token, before, after, lexicon, last) {
  const { word } = token;
  for (const other of [withoutVni(word), withoutTelex(word)]) {
    if (isSyllable(other) && other !== word && lexicon.known.has(other)) {
      return [heard({ word: other, marks: "" }, before, after, lexicon)];
    }
  }
  const phrases = isSyllable(word) ? [] : initialled(lexicon, word);
  if (phrases.length) return [slotOf([[word, WHOLE]], "", phrases)];
  const cut = split(word, lexicon);
  if (cut) return cut.map((each) => slotOf([[each, WHOLE]]));
  let choices = [];
  if (last) {
    const longer = lexicon.words
      .filter((each) => each.startsWith(word))
      .map((each) => [-together(lexicon, before, each), -often(lexicon, each), each])
      .sort(inOrder)
      .slice(0, 24);
    const own = lexicon.known.has(word) ? [word] : [];
    const paired = soundsLike(word).filter((other) => together(lexicon, before, other));
    choices = [
      ...[...own, ...paired].map((other) => [other, HEARD]),
      ...longer.map((each) => [each[2], together(lexicon, before, each[2]) ? WHOLE : PREFIX]),
    ];
  }
  if (!choices.length) choices = repairs(word, before, after, lexicon);
  return [slotOf(choices.length ? choices : [[word, WHOLE]])];
}

function split(word, lexicon) {
  const ways = Array.from({ length: word.length + 1 }, () => new Map());
  const sooner = (one, other) =>
    one[0] - other[0] || one[1] - other[1] || (one[2] < other[2] ? -1 : 1);
  for (let end = 2; end <= word.length; end++) {
    for (let start = Math.max(0, end - 10); start <= end - 2; start++) {
      const last = spelled(word.slice(start, end));
      if (!start) {
        ways[end].set(last, [1, 0, last]);
        continue;
      }
      const found = [];
      for (const [before, [count, less, said]] of ways[start]) {
        const pairs = together(lexicon, before, last);
        if (pairs) found.push([count + 1, less - pairs, `${said} ${last}`]);
      }
      if (found.length) ways[end].set(last, found.sort(sooner)[0]);
    }
  }
  const whole = [...ways[word.length].values()].filter(([count]) => count > 1).sort(sooner);
  return whole.length ? whole[0][2].split(" ") : null;
}

function repairs(word, before, after, lexicon) {
  const allowed = slipsAllowed(word);
  const sounds = new Set(soundsLike(word));
  const ranked = [];
  for (const other of lexicon.words) {
    const apart = sounds.has(other) ? 1 : allowed ? slips(word, other) : 3;
    if (apart > Math.max(allowed, 1)) continue;
    const joined = together(lexicon, before, other) + together(lexicon, other, after);
    const strange =
      2 * apart - (sounds.has(other) ? 1 : 0) - (joined ? 2 : 0) + (other[0] !== word[0] ? 1 : 0);
    ranked.push([strange, -joined, -often(lexicon, other), other]);
  }
  ranked.sort(inOrder);
  return ranked.slice(0, REPAIRED.length).map((each, at) => [each[3], REPAIRED[at]]);
}

// --- codes and decision numbers ------------------------------------------------------------------

const digitsOf = (text) => text.replace(/[^0-9]/g, "");
const AROUND_NUMBER = new Set("qd quyet dinh so cua theo nam ban hanh thu tuc ngay".split(" "));
const NOT_NUMBER = new Set("qd quyet dinh so".split(" "));
const isNumber = (word) => /^[0-9]+$/.test(word);
const wordsAndNumbers = (text) => fold(text).match(/[0-9]+|[a-z]+/g) ?? [];

/** Rows of whole codes in a text, and whether it is nothing but a code; then a part will do. */
export function rowsOfCodes(text, payload) {
  const { rows } = payload;
  const whole = fold(text);
  const found = [];
  rows.forEach((row, number) => {
    if (whole && fold(row[0]) === whole) found.push(number);
  });
  const plain = text
    .toLowerCase()
    .normalize("NFD")
    .replace(MARKS, "")
    .replaceAll("đ", "d")
    .trim()
    .replace(/[.,; ]+$/, "")
    .replace(/(?:[ .][0-9]{3}[ .][0-9]{2}[ .][0-9]{2})?[ .][a-z][0-9]{2}$/, "");
  const asked = [...plain.matchAll(/(?:^|[^0-9])([0-9])[ .,_-]?([0-9]{6})(?![0-9])/g)].map(
    (each) => each[1] + each[2],
  );
  const alone = /^(?:thu tuc |tthc |(?:ma )?(?:so )?(?:thu tuc |tthc )?)?[: ]*([0-9][0-9 .,_-]*)$/.exec(plain);
  if (alone && !asked.length) {
    const digits = digitsOf(alone[1]);
    if (digits.length >= 3 && digits.length <= 7) asked.push(digits);
  }
  for (const digits of asked) {
    const ranked = [];
    rows.forEach((row, number) => {
      const code = digitsOf(row[0]);
      const at = code.indexOf(digits);
      if (at >= 0) {
        ranked.push([at === 0 ? 0 : at + digits.length === code.length ? 1 : 2, row[0], number]);
      }
    });
    found.push(...ranked.sort(inOrder).map((each) => each[2]));
  }
  return [found, alone !== null || (whole !== "" && found.length > 0 && !asked.length)];
}

/** Rows of the decisions that a text names, if it names nothing else. */
export function rowsOfDecisions(text, payload) {
  const wanted = new Set(decisionsIn(text, payload));
  if (!wanted.size) return [];
  const found = [];
  payload.rows.forEach((row, number) => {
    if ((row[DECISIONS] ?? []).some((each) => wanted.has(each))) found.push([row[0], number]);
  });
  return found.sort(inOrder).map((each) => each[1]);
}

function decisionsIn(text, payload) {
  const dateless = text.replace(/(^|[^0-9])[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}(?![0-9])/g, "$1 ");
  const words = wordsAndNumbers(dateless);
  const told = words.filter((word) => !AROUND_NUMBER.has(word));
  if (!told.length || !isNumber(told[0])) return [];
  const number = told[0].replace(/^0+/, "");
  const rest = told.slice(1);
  const bare = !rest.length && !words.includes("qd") && !words.includes("quyet");
  if (bare && (words.length > 1 || told[0].length > 4)) return [];
  const speltOut = rest
    .filter((word) => word !== "va" && !isNumber(word))
    .map((word) => word[0])
    .join("");
  const found = [];
  payload.decisions.forEach((printed, place) => {
    const known = wordsAndNumbers(printed).filter((word) => !NOT_NUMBER.has(word));
    if (!known.length || known[0].replace(/^0+/, "") !== number) return;
    const agencies = known.slice(1);
    const named = rest.every((word) => agencies.includes(word));
    if (named || (rest.length && agencies.includes(speltOut))) found.push(place);
  });
  return found;
}

// --- ranking -------------------------------------------------------------------------------------

const HEAD = 8;
const FADE = 20;
const FAINT = 600;
const PAIR = 50;
const MOST = 2500;
const BRIEF = 350;
const MARKED = 120;
const COMMON_SHARE = 2;
const ENDED = 70;
const SUSPENDED = "tạm ngưng";

const pairWeight = (one, two) =>
  one.weight && two.weight ? Math.floor((PAIR * (one.weight + two.weight)) / 100) : 0;

/** A question made ready to be held against many lines. */
function scorer(question, lexicon) {
  const places = new Map();
  const slotFor = (slot) => {
    const choices = [];
    let weight = 0;
    for (const [word, worth] of slot.choices) {
      const number = lexicon.ids.get(word);
      if (number === undefined) continue;
      if (!places.has(number)) places.set(number, places.size);
      choices.push([places.get(number), worth]);
      weight = Math.max(weight, share(lexicon.weights[number] * worth));
    }
    return { choices, weight, marks: slot.marks };
  };
  const parts = [];
  for (const alternatives of question) {
    const options = [];
    for (const { slots: found, worth } of alternatives) {
      const slots = found.map(slotFor);
      const pairs = slots.slice(1).map((slot, at) => pairWeight(slots[at], slot));
      const mass =
        slots.reduce((sum, slot) => sum + slot.weight, 0) + pairs.reduce((sum, each) => sum + each, 0);
      if (mass) options.push({ slots, pairs, worth, mass });
    }
    if (options.length) {
      const heaviest = Math.max(...options.map((option) => option.mass));
      parts.push({ weight: Math.min(heaviest, MOST), options });
    }
  }
  const marked = parts
    .flatMap((part) => part.options[0].slots)
    .filter((slot) => slot.marks && slot.choices.length);
  const joints = parts.slice(1).map((part, at) => {
    const before = parts[at].options[0].slots;
    const [one, two] = [before[before.length - 1], part.options[0].slots[0]];
    return { one, two, weight: pairWeight(one, two) };
  });
  const total =
    parts.reduce((sum, part) => sum + part.weight, 0) +
    joints.reduce((sum, joint) => sum + joint.weight, 0);
  return { places, parts, marked, joints, total };
}

function scoreLines(asked, lexicon, report) {
  const { places, parts, marked, joints, total } = asked;
  const count = places.size;
  const placeOf = new Int16Array(lexicon.words.length).fill(-1);
  for (const [number, place] of places) placeOf[number] = place;
  const present = new Int32Array(count);
  const adjacent = new Uint8Array(count * count);
  const touched = [];

  const standing = (one, two) => {
    if (!touched.length) return 0;
    let best = 0;
    for (const [first, worth] of one.choices) {
      for (const [second, value] of two.choices) {
        if (adjacent[first * count + second]) {
          const nearer = Math.min(present[first], present[second]);
          best = Math.max(best, share(share(worth * value) * nearer));
        }
      }
    }
    return best;
  };
  const answeredBy = (option) => {
    let got = 0;
    for (const slot of option.slots) {
      let best = 0;
      for (const [place, worth] of slot.choices) best = Math.max(best, share(present[place] * worth));
      got += slot.weight * best;
    }
    if (!got) return 0;
    for (let at = 0; at < option.pairs.length; at++) {
      got += option.pairs[at] * standing(option.slots[at], option.slots[at + 1]);
    }
    return share(Math.floor(got / option.mass) * option.worth);
  };

  for (const line of lexicon.lines) {
    let answered = 0;
    let before = -1;
    for (let position = 0; position < line.words.length; position++) {
      const place = placeOf[line.words[position]];
      if (place >= 0) {
        if (!answered) present.fill(0);
        answered += lexicon.weights[line.words[position]];
        const late = line.alias ? 0 : Math.max(position - HEAD + 1, 0);
        present[place] = Math.max(present[place], WHOLE - FADE * late, FAINT);
        if (before >= 0) {
          adjacent[before * count + place] = 1;
          touched.push(before * count + place);
        }
      }
      before = place;
    }
    if (!answered) continue;
    let got = 0;
    for (const { weight, options } of parts) {
      let best = 0;
      for (const option of options) best = Math.max(best, answeredBy(option));
      got += weight * best;
    }
    for (const { one, two, weight } of joints) got += weight * standing(one, two);
    while (touched.length) adjacent[touched.pop()] = 0;
    const row = lexicon.payload.rows[line.row];
    let score = (got / total) * (WHOLE + (BRIEF * answered) / line.mass);
    if (marked.length) {
      let exact = 0;
      for (const slot of marked) {
        const place = slot.choices[0][0];
        if (
          line.words.some((word, at) => placeOf[word] === place && line.marks[at] === slot.marks)
        ) {
          exact += 1;
        }
      }
      score *= 1 + (MARKED * exact) / marked.length / WHOLE;
    }
    score *= (100 + COMMON_SHARE * (row[COMMON] ?? 0)) / 100;
    if (row[STATUS] && row[STATUS] !== SUSPENDED) score *= ENDED / 100;
    report(line.row, Math.floor(score));
  }
}

/** Rows and scores of what a text says, best first. */
export function rank(text, lexicon) {
  const asked = scorer(understand(text, lexicon), lexicon);
  if (!asked.total) return [];
  const best = new Map();
  scoreLines(asked, lexicon, (row, score) => {
    if (score > (best.get(row) ?? 0)) best.set(row, score);
  });
  const { rows } = lexicon.payload;
  return [...best].sort((one, two) => two[1] - one[1] || compare(rows[one[0]][0], rows[two[0]][0]));
}

// --- searching -----------------------------------------------------------------------------------

function after(number, lexicon) {
  const found = [];
  const open = [number];
  while (open.length) {
    for (const code of lexicon.payload.rows[open.shift()][SUCCESSORS] ?? []) {
      const successor = lexicon.numbers.get(code);
      if (successor !== undefined && successor !== number && !found.includes(successor)) {
        found.push(successor);
        open.push(successor);
      }
    }
  }
  return found;
}

function holds(row, key, place) {
  const value = row[FILTERS[key][1]];
  if (place < 0 || value === undefined) return false;
  if (Array.isArray(value)) return value.includes(place);
  return MASKS.has(key) ? Math.floor(value / 2 ** place) % 2 === 1 : value === place;
}

/** All that a question finds, best first; filters hold printed words by kind. */
export function search(text, lexicon, filters = {}) {
  const { payload } = lexicon;
  const found = new Map(rowsOfDecisions(text, payload).map((number) => [number, EXACT]));
  const add = (number, score) => {
    if (!found.has(number)) found.set(number, score);
  };
  const [codes, nothingElse] = rowsOfCodes(text, payload);
  const wordsToo = !found.size && !(codes.length && nothingElse);
  for (const number of codes) {
    for (const each of [number, ...after(number, lexicon)]) add(each, EXACT);
  }
  if (wordsToo) {
    for (const [number, score] of rank(text, lexicon)) add(number, score);
  }
  const wanted = Object.entries(filters)
    .filter(([, value]) => value)
    .map(([key, value]) => [key, payload[FILTERS[key][0]].indexOf(value)]);
  return [...found]
    .filter(([number]) => wanted.every(([key, place]) => holds(payload.rows[number], key, place)))
    .map(([number, score]) => hit(payload.rows[number], score, payload));
}

function hit(row, score, payload) {
  return {
    code: row[0],
    name: row[1],
    field: row[2] >= 0 ? payload.fields[row[2]] : "",
    agencies: (row[3] ?? []).map((place) => payload.agencies[place]),
    levels: payload.levels.filter((_, place) => holds(row, "level", place)),
    score,
    status: row[STATUS] ?? "",
    successors: row[SUCCESSORS] ?? [],
  };
}
