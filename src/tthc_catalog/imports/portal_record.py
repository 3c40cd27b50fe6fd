# Imports: one answer of the portal to one document of ours.
#
# The parts stand below in the order of the decree's form. Each takes its keys from the answer; what
# no part has taken is counted at the end, and words among it are kept in `ghi_chu`. A part that the
# portal leaves blank is unknown (`chua_ro`), which is not the same as "there is none".

"""The parts of a procedure as the national portal states them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tthc_catalog.finding import FindingKind, Severity
from tthc_catalog.imports.portal_answer import is_term, tidy
from tthc_catalog.imports.portal_channels import channels, time_limit
from tthc_catalog.imports.portal_law import decision, legal_basis
from tthc_catalog.imports.portal_papers import dossiers, results
from tthc_catalog.imports.portal_people import agencies, levels, subjects
from tthc_catalog.records.identifiers import is_code
from tthc_catalog.vietnamese import editorial_form, squeeze

if TYPE_CHECKING:
    from datetime import date

    from tthc_catalog.finding import Route
    from tthc_catalog.imports.portal_answer import Answer
    from tthc_catalog.imports.portal_notes import Notes
    from tthc_catalog.imports.registers import Registers

SOURCE = "Cổng Dịch vụ công quốc gia"
"""How records name the portal as the place where they are known from."""

_W, _I = Severity.WARNING, Severity.INFO

PART_NOT_STATED = FindingKind(
    "import-part-not-stated", _I, "{code}: Cổng không nêu {parts}; ghi vào `chua_ro`."
)
SEVERAL_FIELDS = FindingKind(
    "import-several-fields",
    _W,
    "{code}: Cổng xếp vào nhiều lĩnh vực: {value}; lấy lĩnh vực đầu, giữ các tên khác ở `ghi_chu`.",
)
TYPE_NOT_KNOWN = FindingKind(
    "import-type-not-known",
    _W,
    "{code}: loại thủ tục “{value}” của Cổng không có tên tiếng Việt; giữ nguyên văn ở `loai`.",
)
CASE_SAYS_OTHERWISE = FindingKind(
    "import-case-says-otherwise", _W,
    "{code}: Cổng tự mâu thuẫn: cách thức ghi {methods}, trường hợp ghi {case}; giữ cả hai.",
    "Tìm thời hạn trong quyết định công bố.",
)  # fmt: skip
WORDS_WITHOUT_KEY = FindingKind(
    "import-words-without-key",
    _W,
    "{code}: khóa `{key}` của Cổng không có chỗ trong hồ sơ; giữ ở `ghi_chu`: “{value}”.",
)
ODD_CHARACTERS = FindingKind(
    "import-odd-characters",
    _I,
    "{code}: có ký tự điều khiển không nhìn thấy; đã thay bằng dấu cách.",
)

KINDS = (
    PART_NOT_STATED, SEVERAL_FIELDS, TYPE_NOT_KNOWN,
    CASE_SAYS_OTHERWISE, WORDS_WITHOUT_KEY, ODD_CHARACTERS,
)  # fmt: skip

_TYPES = {"ASSIGNED_REGULATION": "TTHC được luật giao quy định chi tiết"}
_INTERNAL = frozenset({"STANDARD_INTERNAL", "INTERCONNECTED_INTERNAL"})
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
# Keys whose values serve the portal's program: they are counted in the report and never kept.
_TECHNICAL = re.compile(r"id|.*Ids?|code|bucketName|filePath|.*At|.*Date|_source|currencyCode")
# What the form must state, or what a citizen would take for "none" if it were simply absent.
_ASKED_FOR = (
    "ten", "linh_vuc", "cap_thuc_hien", "trinh_tu", "cach_thuc", "ho_so", "doi_tuong", "co_quan",
    "ket_qua", "yeu_cau_dieu_kien", "can_cu",
)  # fmt: skip


@dataclass(slots=True)
class Draft:
    """One document in plain data, and what else the answer mentions."""

    code: str
    field_id: str
    header: dict[str, Any]
    """Everything that says of what kind this document is: code, decision, day of knowledge."""

    parts: dict[str, Any]
    note: str
    left: list[str] = field(default_factory=list)
    """Keys of the answer that were not taken, without indices."""

    @property
    def unknown(self) -> tuple[str, ...]:
        """The parts asked for that the answer does not state."""
        return tuple(key for key in _ASKED_FOR if key not in self.parts)

    @property
    def first(self) -> dict[str, Any]:
        """The document that opens a life."""
        header = {"ma": self.code, **self.header}
        if self.unknown:
            header["chua_ro"] = list(self.unknown)
        return self._closed({**header, **self.parts})

    def later(self, parts: dict[str, Any], *, decided: bool) -> dict[str, Any]:
        """Return the document that restates some parts, with or without the decision."""
        header = {
            key: value for key, value in self.header.items() if decided or key != "quyet_dinh"
        }
        return self._closed({**header, **parts}) if parts else header

    def _closed(self, document: dict[str, Any]) -> dict[str, Any]:
        return {**document, "ghi_chu": self.note} if self.note else document


def draft_of(answer: Answer, code: str, day: date, registers: Registers, notes: Notes) -> Draft:
    """Return what an answer states, in plain data.

    Args:
        answer: the portal's detail answer.
        code: its code, already found valid.
        day: the day on which it was asked: a day of knowledge, not of effect.
        registers: gives ids for names; what is mentioned is entered when the draft is accepted.
        notes: takes the findings.
    """
    field_id, parts = _parts(answer, registers, notes)
    published = decision(answer, registers, notes)
    header: dict[str, Any] = {"quyet_dinh": published} if published else {}
    header |= {"ghi_nhan": day.isoformat(), "nguon": SOURCE}
    left = _left_over(answer, notes)
    if answer.any_odd:
        notes.tell(ODD_CHARACTERS)
    note = "Cổng còn nêu: " + "\n".join(notes.kept) if notes.kept else ""
    return Draft(code, field_id, header, parts, note, left)


def _parts(answer: Answer, registers: Registers, notes: Notes) -> tuple[str, dict[str, Any]]:
    field_name = _field(answer, registers, notes)
    field_id = registers.field_id(field_name) if field_name else ""
    stated: dict[str, Any] = {
        "ten": squeeze(answer.text("name")),
        "linh_vuc": field_id,
        "cap_thuc_hien": levels(answer),
        "trinh_tu": _steps(answer),
        "cach_thuc": channels(answer, notes),
        "ho_so": dossiers(answer, notes),
        **subjects(answer, notes),
        "co_quan": agencies(answer, registers, notes),
        "ket_qua": results(answer),
        **_conditions(answer),
        "can_cu": legal_basis(answer, registers, notes),
        **_online(answer),
        "noi_tiep_nhan": answer.text("dossierReceivingAddresses"),
        "loai": _law_type(answer, notes),
        "co_quan_cong_bo": _publisher(answer, registers),
        "lien_quan": _related(answer),
    }
    if answer.flag("isInternal") or str(answer.data.get("type")) in _INTERNAL:
        stated["noi_bo"] = "có"
    _cases(answer, stated["cach_thuc"], notes)
    for group in answer.rows("serviceGroupsDetails"):
        if name := group.text("name"):
            notes.keep(f"nhóm dịch vụ: {name}")
    if remark := answer.text("note"):
        notes.keep(remark)
    if keywords := answer.text("keywords"):
        notes.keep(f"từ khóa: {keywords}")
    # A printed subject outside the list leaves `doi_tuong` empty on purpose.
    return field_id, {
        key: value
        for key, value in stated.items()
        if value or (key == "doi_tuong" and value is not None)
    }


def _field(answer: Answer, registers: Registers, notes: Notes) -> str:
    names: dict[str, str] = {}
    for row in (*answer.rows("categoriesDetails"), *answer.rows("category")):
        if name := squeeze(row.text("name")):
            names.setdefault(name, row.text("code"))
    if len(names) > 1:
        notes.tell(SEVERAL_FIELDS, ("categoriesDetails",), value="; ".join(names))
        notes.keep("lĩnh vực: " + "; ".join(list(names)[1:]))
    for name, number in names.items():
        registers.mention_field(name, number)
        return name
    return ""


def _steps(answer: Answer) -> str | list[dict[str, str]]:
    steps: list[dict[str, str]] = []
    for row in answer.rows("executionSteps"):
        name, text = squeeze(row.text("name")), row.text("description")
        if text:
            steps.append({"ten": name, "noi_dung": text} if name else {"noi_dung": text})
        elif name:
            steps.append({"noi_dung": name})
    if len(steps) == 1 and "ten" not in steps[0]:
        return steps[0]["noi_dung"]
    return steps


def _conditions(answer: Answer) -> dict[str, str]:
    """Return the conditions; where both keys differ, the description stays one."""
    asked = "requirementsAndConditions" in answer.data
    conditions, description = answer.text("requirementsAndConditions"), answer.text("description")
    if not asked:
        return {"yeu_cau_dieu_kien": description}
    if editorial_form(conditions) == editorial_form(description):
        return {"yeu_cau_dieu_kien": conditions}
    return {"yeu_cau_dieu_kien": conditions, "mo_ta": description}


def _online(answer: Answer) -> dict[str, str]:
    if answer.flag("isFullProcess"):
        return {"muc_do_truc_tuyen": "toàn trình"}
    if answer.flag("isOfflineOnly"):
        return {"muc_do_truc_tuyen": "không trực tuyến"}
    return {}


def _law_type(answer: Answer, notes: Notes) -> str:
    printed = squeeze(answer.text("formalityType"))
    if is_term(printed) and printed not in _TYPES:
        notes.tell(TYPE_NOT_KNOWN, ("formalityType",), value=printed)
    return _TYPES.get(printed, printed)


def _publisher(answer: Answer, registers: Registers) -> str:
    name = squeeze(answer.text("departmentPromulgateName"))
    number = squeeze(answer.text("departmentPromulgateCode"))
    if name:
        registers.mention_authority(name, number)
    return name


def _related(answer: Answer) -> list[str]:
    related = []
    for row in answer.rows("procedureRelatedGroup"):
        code, name = squeeze(row.text("code")), squeeze(row.text("name"))
        if code or name:
            related.append(code if is_code(code) and not name else f"{code} {name}".strip())
    return list(dict.fromkeys(related))


def _cases(answer: Answer, methods: list[dict[str, Any]], notes: Notes) -> None:
    """Hold the time limits of `cases` against those of the channels; keep both if they differ."""
    limits = {
        channel.get("thoi_han") or channel.get("thoi_han_in") or "" for channel in methods
    } - {""}
    for row in answer.rows("cases"):
        name = squeeze(row.text("name"))
        row.skip("code")
        day = row.one("processingDay")
        silent = type(notes)(notes.code, notes.place)
        said = "".join(time_limit(day, "qty", "type", silent).values())
        if said and said not in limits:
            methods_say = ", ".join(sorted(limits)) or "không thời hạn"
            notes.tell(CASE_SAYS_OTHERWISE, row.route, methods=methods_say, case=said)
            notes.keep(f"thời hạn của trường hợp “{name}”: {said}")
        elif name and editorial_form(name) != editorial_form(answer.text("name")):
            notes.keep(f"trường hợp: {name}")


def _left_over(answer: Answer, notes: Notes) -> list[str]:
    """List the keys that nobody took; words among them go to the record's note."""
    left: list[str] = []
    for route, value in answer.left():
        key = ".".join(step for step in route if isinstance(step, str))
        left.append(key)
        words = [] if route[0] == "_source" else list(_words(route, value))
        if words:
            said = "; ".join(words)
            notes.tell(WORDS_WITHOUT_KEY, route, key=key, value=said)
            notes.keep(f"{key}: {said}")
    return left


def _words(route: Route, value: object) -> list[str]:
    if isinstance(value, dict):
        return [
            words for key, inner in value.items() for words in _words((*route, str(key)), inner)
        ]
    if isinstance(value, list):
        return [words for inner in value for words in _words(route, inner)]
    name = next((step for step in reversed(route) if isinstance(step, str)), "")
    if (
        not isinstance(value, str)
        or _TECHNICAL.fullmatch(name)
        or _UUID.fullmatch(value)
        or is_term(value)
    ):
        return []
    words = tidy(value)
    return [words] if any(sign.isalpha() for sign in words) else []
