# An example on a rule's page shows only the lines that matter. To be run it needs a catalogue
# around it: here each example is laid over a small sound one, and what is left out comes from
# there.
#
# A line `# decisions/2026/2-QD-UBND.yaml` opens a file; what stands before the first of them
# belongs to the first document of procedures/linh-vuc-mau/1.000001.yaml. Where the sound catalogue
# has a file of that name, top-level keys replace its keys, and a line
# `# không có: ket_qua, can_cu` takes keys out.

"""The examples of rules, as catalogues that can be checked."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from tthc_catalog.catalog import Catalog
from tthc_catalog.errors import UnreadableError

EXAMPLE_DAY = date(2026, 9, 1)
"""The day on which examples are checked."""

_PROCEDURE = "procedures/linh-vuc-mau/1.000001.yaml"
_FILE = re.compile(r"^# (\S+\.ya?ml)$", re.MULTILINE)
_WITHOUT = re.compile(r"^# không có: (.+)$", re.MULTILINE)
_BLOCK = re.compile(r"^(?=[^\s#-])", re.MULTILINE)
_KEY = re.compile(r"[\"']?([^\"':]+)[\"']?:")
_IDENTITY = re.compile(r"^(ma|ma_noi_bo): (.+)$", re.MULTILINE)
_NAME = re.compile(r"^ten: .+$", re.MULTILINE)
_OF_DECISION = re.compile(r"^quyet_dinh: ([2-9])/QĐ-UBND$", re.MULTILINE)

_SOUND = {
    "catalog.yaml": "ten: Danh mục ví dụ\n",
    "fields.yaml": "linh-vuc-mau:\n  ten: Lĩnh vực mẫu\n",
    "authorities.yaml": (
        "so-mau:\n  ten: Sở Mẫu\n  cap: tỉnh\nubnd-tinh:\n  ten: UBND tỉnh\n  cap: tỉnh\n"
    ),
    "legal_documents.yaml": (
        "10/2025/NĐ-CP:\n  ten: Nghị định về lĩnh vực mẫu\n  hieu_luc: 2025-02-01\n"
    ),
}
_BODY = """\
ma: "{code}"
quyet_dinh: 1/QĐ-UBND
ten: {name}
linh_vuc: linh-vuc-mau
cap_thuc_hien: tỉnh
trinh_tu: Nộp hồ sơ, được giải quyết, nhận kết quả.
cach_thuc:
  - kenh: trực tiếp
    thoi_han: 5 ngày làm việc
    phi_le_phi: 50.000 đồng/hồ sơ
ho_so:
  - thanh_phan:
      - ten: Đơn đề nghị
        ban_chinh: 1
    so_bo: 1
doi_tuong: Công dân Việt Nam
co_quan:
  thuc_hien: Sở Mẫu
ket_qua: Giấy phép
can_cu: 10/2025/NĐ-CP
co_quan_cong_bo: UBND tỉnh
"""
_DECISION = """\
so: {number}/QĐ-UBND
ngay: 2026-0{number}-05
hieu_luc: 2026-0{number}-10
co_quan: UBND tỉnh
"""


class ExampleTree:
    """Named texts in memory, as a tree of files."""

    label = "ví dụ"
    folder = Path()

    def __init__(self, texts: dict[str, str]) -> None:
        """Hold some texts."""
        self.texts = texts

    def names(self, suffix: str = "") -> list[str]:
        """Return the sorted names of all files that end so."""
        return sorted(name for name in self.texts if name.endswith(suffix))

    def read(self, name: str) -> bytes:
        """Return a file's content.

        Raises:
            UnreadableError: there is no such file.
        """
        if name not in self.texts:
            raise UnreadableError(f"Ví dụ không có tệp {name}.")
        return self.texts[name].encode()

    def stamp(self, name: str) -> str:
        """Return what tells this content from any other."""
        return str(hash(self.texts[name]))


def example_files(example: str) -> dict[str, str]:
    """Return every file of the catalogue that an example stands for, by name."""
    given = _parted(example)
    given.setdefault(_PROCEDURE, "")
    files = dict(_SOUND)
    plain: list[str] = []
    for name, text in given.items():
        if name.startswith("procedures/"):
            code = Path(name).stem
            body = _BODY.format(code=code, name=_name(code))
            if not code[0].isdigit():
                body = body.replace(f'ma: "{code}"', f"ma_noi_bo: {code}")
            head, mark, rest = text.partition("\n---\n")
            files[name] = _laid_over(body, head) + (f"---\n{rest.strip()}\n" if mark else "")
            if "\nquyet_dinh: 1/QĐ-UBND\n" in files[name]:
                plain.append(files[name])
    everything = "\n".join(given.values())
    for number in ("1", *sorted(set(_OF_DECISION.findall(everything)))):
        annex = _annex(plain) if number == "1" else "phu_luc:\n  du_dong: không\n"
        files[f"decisions/2026/{number}-QD-UBND.yaml"] = _DECISION.format(number=number) + annex
    for name, text in given.items():
        if not name.startswith("procedures/"):
            files[name] = _laid_over(files.get(name, _decision(name)), text)
    return files


def example_catalog(example: str) -> Catalog:
    """Return the catalogue that an example stands for."""
    return Catalog.load(ExampleTree(example_files(example)), cache=False)


def _parted(example: str) -> dict[str, str]:
    pieces = _FILE.split(example.strip() + "\n")
    found = {_PROCEDURE: pieces[0]} if pieces[0].strip() else {}
    found.update(zip(pieces[1::2], (text.strip("\n") for text in pieces[2::2]), strict=True))
    return found


def _laid_over(under: str, over: str) -> str:
    """Return a text whose top-level keys are those of two texts; the upper one wins."""
    gone = {key.strip() for found in _WITHOUT.findall(over) for key in found.split(",")}
    blocks = {_key(block): block for block in _BLOCK.split(under) if block.strip()}
    for block in _BLOCK.split(_WITHOUT.sub("", over)):
        if block.strip():
            blocks[_key(block)] = block
    if "ma_noi_bo" in blocks:
        gone.add("ma")
    kept = (block for key, block in blocks.items() if key not in gone)
    return "".join(block.strip("\n") + "\n" for block in kept)


def _key(block: str) -> str:
    found = _KEY.match(block)
    return found[1].strip() if found else block


def _name(code: str) -> str:
    return "Cấp giấy phép mẫu" if code == "1.000001" else f"Cấp giấy phép mẫu loại {code[-2:]}"


def _annex(lives: list[str]) -> str:
    if not lives:
        return "phu_luc:\n  du_dong: không\n"
    rows = []
    for text in lives:
        found = _IDENTITY.search(text)
        name = _NAME.search(text)
        if found and name:
            key = "ma" if found[1] == "ma" else "hieu_la"
            rows.append(f"    - {key}: {found[2]}\n      {name[0]}\n")
    return "phu_luc:\n  moi:\n" + "".join(rows)


def _decision(name: str) -> str:
    number = Path(name).name[0]
    if not name.startswith("decisions/") or not number.isdigit():
        return ""
    return _DECISION.format(number=number)
