# Plain data, and spellings of it, for property tests of the whole folder.

from __future__ import annotations

from hypothesis import strategies as st

# What a text may hold; what it may not is held by test_broken.py.
TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
LETTERS = st.characters(
    blacklist_categories=("Cc", "Co", "Cs", "Zl", "Zp"),
    blacklist_characters=f"\ufeff\ufffe\uffff{TURNS}",
)
WORDS = st.sampled_from([
    "20 ngày làm việc", "2,5 ngày", "50.000 đồng/hồ sơ", "1.010000", "056", "17:00", "1e5",
    "null", "yes", "no", "2026-01-15", "2026-1-5", "2026-01-15 10:00:00", "# không", "a # b",
    "a: b", "a:", "- a", "-a", "? a", "{a}", "[a]", "a, b", "'", '"', "\\", "@a", "%a", "&a",
    "*a", "!a", "|", ">", "...", "---", "--- a", "<<", "=", "~", "1_000", "0x1F", ".5", "+1",
    "12345", "1", "0", "-1", "", "Nộp hồ sơ:\n- Bước 1\n- Bước 2\n", "a\n\nb\n\n", "\n", "\n a",
    " a\nb", "a\n b", "a \nb", "a\n ", "a\n#b\n", "a\tb", "\ta\nb", "a\tb\nc", "a\r\nb",
    "a\xa0b", "a\n---\nb", "a\n...\n", "é", "e\u0301", "😀",
    " ", "a  b", "http://a.b/c?d=e&f",
])  # fmt: skip
TEXTS = st.one_of(WORDS, st.text(LETTERS, max_size=40), st.text("ab \n:-#'\"", max_size=20))
KEYS = st.one_of(
    st.sampled_from(["ma", "ten", "cach_thuc", "thoi_han", "ho_so", "yes", "1", "a b", "a:b", "ế"]),
    st.text(LETTERS, min_size=1, max_size=12),
)
VALUES = st.recursive(
    TEXTS,
    lambda below: st.one_of(st.lists(below, max_size=3), st.dictionaries(KEYS, below, max_size=3)),
    max_leaves=12,
)
DOCUMENTS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=4)

SPELLINGS = (
    """\
# Một tệp có đủ cách viết
ma: "1.013225"
quyet_dinh: {so: 56/QĐ-BXD, ngay: 2026-01-15}
ten: Cấp giấy phép # ghi chú
cap_thuc_hien: [xã, tỉnh]
trinh_tu: |
  Nộp hồ sơ: tại
    Trung tâm.

  # không phải ghi chú
cach_thuc:
  - {kenh: trực tuyến, thoi_han: 20 ngày}
  # trên dấu gạch
  - kenh: 'trực ''tiếp'
    phi: "a \\"b\\" \\u00e9\\t"
---
yeu_cau: >-
  gập
  lại

   thụt
ket_qua:
- a
- b c
  d
- - e
""",
    """\
a: "nhiều
  dòng

  \\
  x"
b: |+
  giữ

c: |2
   thụt
d: 'hai
  dòng'
e: [a, "b", {c: d}, e: f, [g]]
? k
: v
"q" : r
---
z: a#b
u: http://x.y/z?a=b&c
t: 12:30:00 h
""",
)
"""Files that use what YAML has and we accept."""
