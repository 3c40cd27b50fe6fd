# Records: the grammar of printed time limits.
#
#   limit     ::= single | branch ";" branch …
#   branch    ::= condition ":" single, or single with a note, or single "đối với" condition
#   single    ::= introduction* core start? extension? note?
#   core      ::= "không quy định" | "ngay" | "trong ngày" cut-off? | stage "+" stage …
#   stage     ::= number ("đến" number)? unit?
#
# A stage without a unit takes the next one's; one case may stand without a condition ("otherwise").
# Words that the format keeps as printed (condition, start, extension) may not hold a further limit,
# or a second limit would hide in them; only a note in brackets may. What has been read is spelt and
# read again before it is returned: a reading whose own spelling means something else is refused.

"""Read printed time limits; `time_limit.parse_time_limit` is the door."""

from __future__ import annotations

import re
from datetime import time
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from tthc_catalog.records.printed import (
    LONGEST,
    Steps,
    Unreadable,
    clauses,
    cut_note,
    first_readable,
    free_text,
    in_words,
    label_and_rest,
    read_twice,
    respelled,
    words,
)
from tthc_catalog.records.time_limit import Case, Stage, State, TimeLimit, TimeLimitError
from tthc_catalog.records.working_calendar import Unit
from tthc_catalog.vietnamese import fold, squeeze

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_INTRODUCTION = words(
    r"thời (?:hạn|gian)(?: giải quyết)?(?: là)?:?(?= )|trong thời (?:hạn|gian)|trong vòng"
    r"|(?:tối đa|chậm nhất|nhiều nhất)(?: là)?|không (?:quá|vượt quá)|trong(?= \d)"
)
_NOT_PRESCRIBED = words(
    r"không (?:có )?quy định(?: cụ thể)?(?: (?:về )?thời (?:hạn|gian)(?: giải quyết)?)?"
)
_SAME_DAY = words(
    r"(?:giải quyết )?(?:ngay )?trong ngày(?: làm việc)?"
    r"(?: (?:tiếp )?nhận(?: được)?(?: đủ)?(?: hồ sơ)?(?: hợp lệ)?)?"
)
_AT_ONCE = words(r"(?:(?:giải quyết|trả|trả kết quả) )?ngay(?: lập tức)?")

_COMMA = re.compile(r"[,;.:]")
_IF_RECEIVED = words(r"trường hợp|nếu|hồ sơ|(?:tiếp )?nhận(?: được)?")
_AFTER_HOUR = re.compile(
    r"sau (?P<hour>\d{1,2}) ?(?:giờ|h|:)(?: ?(?P<minute>\d{2}))?(?: ?phút)?(?!\w)", re.IGNORECASE
)
_NOT_AT_ONCE = words(r"mà không giải quyết được ngay")
_THEN = words(r"thì|vào|trong|là|được|giải quyết|trả(?: kết quả)?")
_NEXT_DAY = words(r"ngày làm việc (?:tiếp theo|kế tiếp|liền kề|tiếp sau)")

_FROM = words(r"từ")
_TO = re.compile(r"(?:đến|tới)(?= )|[-–—]", re.IGNORECASE)
_PLUS = re.compile(r"\+")
_HALF = re.compile(r"nửa(?= )|½|1/2(?!\d)", re.IGNORECASE)
_DOTTED = re.compile(r"\d+\.\d")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{1,2})?(?![\d.,]*\d)")
_BRACKET = re.compile(r"\(([^()]*)\)")
_UNIT = words("|".join(sorted(Unit, key=len, reverse=True)))

_START = re.compile(r"[,:]?\s*((?:kể từ|tính từ|từ (?:khi|ngày)|sau khi|khi)\s.+)", re.IGNORECASE)
_START_INSIDE = re.compile(r",?\s+(?=(?:kể|tính) từ\s)", re.IGNORECASE)
_EXTENSION = re.compile(
    r"[,;]?\s+(?:và\s)?(có thể (?:được )?(?:kéo dài|dài hơn|gia hạn)(?!\w).*)", re.IGNORECASE
)
_CONDITION = words(r"(?:đối )?với|(?:trong |cho )?trường hợp")
_CONDITION_INSIDE = re.compile(
    r",?\s+(?=(?:đối với|(?:với |trong |cho )?trường hợp)\s)", re.IGNORECASE
)
_FURTHER_LIMIT = re.compile(r"\d\s*(?:\([^()]*\)\s*)?(?:ngày|giờ|phút)(?!\w)", re.IGNORECASE)

_WORKING = frozenset({"lam viec", "ngay lam viec", "lv", "nlv"})
_WORKING_BRACKETED = re.compile(r"ngày\s*\((?:(?:ngày\s+)?làm việc|n?lv)\)", re.IGNORECASE)
_NONE = State.NOT_PRESCRIBED.value
_PHRASES = {fold(phrase): phrase for phrase in (
    "ngày làm việc", "giờ làm việc", "không quy định", "quy định", "cụ thể", "trong ngày",
    "làm việc", "ngày", "giờ", "phút", "tuần", "tháng", "trong", "không quá", "tối đa", "kể từ",
    "đến", "thời hạn",
)} | {"lv": "làm việc", "nlv": "ngày làm việc", "h": "giờ", "khong qd": _NONE}  # fmt: skip
_WORD = re.compile(r"[^\W\d]+")
_ABBREVIATED = re.compile(r"(?<=\d)(?=[^\W\d])")


@lru_cache(maxsize=8192)
def _outcome(text: str) -> TimeLimit | tuple[str, str | None]:
    """Return the limit, or why there is none and what was probably meant; both are remembered."""
    try:
        return _checked(text)
    except Unreadable as error:
        return str(error), _nearest(text)


def read(text: str) -> TimeLimit:
    """Return the limit that a printed form states, or raise `TimeLimitError`."""
    found = _outcome(text)
    if isinstance(found, TimeLimit):
        return found
    raise TimeLimitError(*found)


def _checked(text: str) -> TimeLimit:
    return read_twice(text, lambda typed: _limit(_plain(typed)), str, "thời hạn")


def _plain(text: str) -> str:
    return squeeze(text).rstrip(" .;")


def _limit(text: str) -> TimeLimit:
    try:
        return _single(text)
    except Unreadable as error:
        several = len(clauses(text)) > 1
        if not (several or label_and_rest(text) or _CONDITION_INSIDE.search(text)):
            raise
        single_error = error
    try:
        return _by_case(text)
    except Unreadable as error:
        raise (error if several else single_error) from None


# --- cases --------------------------------------------------------------------------------------


def _by_case(text: str) -> TimeLimit:
    cases = tuple(_case(clause) for clause in clauses(text))
    unconditional = sum(not case.condition for case in cases)
    if unconditional > 1 or unconditional == len(cases):
        raise Unreadable("có nhiều thời hạn mà không nêu trường hợp")
    if len(cases) == 1 and not _CONDITION.match(cases[0].condition):
        raise Unreadable(f"không đọc được: “{cases[0].condition}”")
    return TimeLimit(State.BY_CASE, cases=cases)


def _case(clause: str) -> Case:
    try:
        limit = _single(clause)
    except Unreadable:
        return _case_with_words(clause)
    if not limit.note:
        return Case("", limit)
    return Case(limit.note, _single(cut_note(clause)[0]))


def _case_with_words(clause: str) -> Case:
    if parts := label_and_rest(clause):
        condition, rest = parts
    elif inside := _CONDITION_INSIDE.search(clause):
        condition, rest = clause[inside.end() :], clause[: inside.start()]
        _holds_no_limit(condition)
    else:
        raise Unreadable(f"không đọc được: “{clause}”")
    return Case(free_text(condition, "trường hợp"), _single(rest))


# --- one limit ----------------------------------------------------------------------------------


def _single(text: str) -> TimeLimit:
    body, note = cut_note(text)
    body, extension, late_start = _cut_extension(body)
    steps = Steps(body)
    while steps.take(_INTRODUCTION):
        pass
    core = _first(steps, _not_prescribed, _same_day, _at_once, _stages)
    if core is None:
        raise Unreadable("không thấy số và đơn vị thời gian (ngày, ngày làm việc, giờ, tháng…)")
    if (
        note
        and core.state is State.SAME_DAY
        and not core.cut_off
        and (hour := _whole_cut_off(note))
    ):
        core, note = TimeLimit(State.SAME_DAY, cut_off=hour), ""
    start = _start(steps) or late_start
    if not start and _START.fullmatch(note):
        start, note = _start(Steps(note)), ""
    if steps.rest:
        raise Unreadable(f"không hiểu phần “{steps.rest}”")
    if fold(note) in _WORKING and any(stage.unit is Unit.DAY for stage in core.stages):
        # As a remark it would leave calendar days, which people do not mean who write it.
        raise Unreadable(f"phần “({note})” phải đứng liền sau “ngày”, không trong ngoặc")
    return TimeLimit(
        core.state, core.stages, core.cut_off, start=start, extension=extension, note=note
    )


def _first(steps: Steps, *readings: Callable[[Steps], TimeLimit | None]) -> TimeLimit | None:
    return next((found for reading in readings if (found := reading(steps))), None)


def _not_prescribed(steps: Steps) -> TimeLimit | None:
    return TimeLimit(State.NOT_PRESCRIBED) if steps.take(_NOT_PRESCRIBED) else None


def _at_once(steps: Steps) -> TimeLimit | None:
    return TimeLimit(State.AT_ONCE) if steps.take(_AT_ONCE) else None


def _same_day(steps: Steps) -> TimeLimit | None:
    if not steps.take(_SAME_DAY):
        return None
    place = steps.place
    steps.take(_COMMA)
    hour = _cut_off(steps)
    if hour is None:
        steps.place = place
    return TimeLimit(State.SAME_DAY, cut_off=hour)


def _cut_off(steps: Steps) -> time | None:
    """Read "nhận sau 15 giờ thì ngày làm việc tiếp theo"."""
    while steps.take(_IF_RECEIVED):
        pass
    after = steps.take(_AFTER_HOUR)
    if after is None:
        return None
    steps.take(_NOT_AT_ONCE)
    steps.take(_COMMA)
    while steps.take(_THEN):
        pass
    if not steps.take(_NEXT_DAY):
        raise Unreadable("không rõ hồ sơ nhận sau giờ chót thì giải quyết khi nào")
    try:
        return time(int(after["hour"]), int(after["minute"] or 0))
    except ValueError:
        raise Unreadable(f"không có giờ nào là “{after[0]}”") from None


def _whole_cut_off(note: str) -> time | None:
    steps = Steps(note)
    hour = _cut_off(steps)
    return None if steps.rest else hour


def _cut_extension(text: str) -> tuple[str, str, str]:
    """Part a text from "có thể dài hơn …", and that from a start that follows it."""
    found = _EXTENSION.search(text)
    if not found:
        return text, "", ""
    extension, *start = _START_INSIDE.split(found[1], maxsplit=1)
    _holds_no_limit(extension)
    return (
        text[: found.start()],
        _lower_first(free_text(extension, "việc kéo dài")),
        _start(Steps(start[0])) if start else "",
    )


def _start(steps: Steps) -> str:
    found = steps.take(_START)
    if not found:
        return ""
    start = _lower_first(free_text(found[1], "thời điểm bắt đầu"))
    _holds_no_limit(start)
    if _CONDITION_INSIDE.search(start):
        raise Unreadable(f"trường hợp lẫn trong thời điểm bắt đầu: “{start}”")
    return start


def _holds_no_limit(text: str) -> None:
    if _FURTHER_LIMIT.search(text):
        raise Unreadable(f"còn một thời hạn nữa trong “{text}”")


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


# --- stages -------------------------------------------------------------------------------------


def _stages(steps: Steps) -> TimeLimit | None:
    read_stages = [_stage(steps)]
    if read_stages[0] is None:
        return None
    while steps.take(_PLUS):
        read_stages.append(_stage(steps))
    stages: list[Stage] = []
    unit: Unit | None = None
    for part in reversed(read_stages):
        if part is None:
            raise Unreadable("thiếu một giai đoạn sau dấu cộng")
        amount, upto, own_unit = part
        unit = own_unit or unit
        if unit is None:
            if unknown := _WORD.match(steps.rest):
                raise Unreadable(f"không có đơn vị thời gian nào viết là “{unknown[0]}”")
            raise Unreadable(
                "thiếu đơn vị thời gian; ghi rõ “ngày”, “ngày làm việc”, “giờ” hoặc “tháng”"
            )
        stages.insert(0, Stage(amount, unit, upto))
    return TimeLimit(State.STATED, tuple(stages))


def _stage(steps: Steps) -> tuple[Decimal, Decimal | None, Unit | None] | None:
    ranged = steps.take(_FROM)
    amount = _amount(steps)
    if amount is None:
        return None
    unit = _unit(steps)
    upto = None
    if ranged and not _TO.match(steps.text, steps.place):
        raise Unreadable("“từ” mà không có “đến”")
    if steps.take(_TO):
        upto, later_unit = _amount(steps), _unit(steps)
        if upto is None or upto < amount or (unit and unit != later_unit):
            raise Unreadable("khoảng thời gian phải đi từ số nhỏ đến số lớn, cùng một đơn vị")
        unit, upto = later_unit, upto if upto > amount else None
    return amount, upto, unit


def _unit(steps: Steps) -> Unit | None:
    found = steps.take(_UNIT)
    return Unit(found[0].lower()) if found else None


def _amount(steps: Steps) -> Decimal | None:
    if steps.take(_HALF):
        return Decimal("0.5")
    if dotted := _DOTTED.match(steps.text, steps.place):
        raise Unreadable(f"“{dotted[0]}” dùng dấu chấm; phần thập phân viết sau dấu phẩy")
    found = steps.take(_NUMBER)
    if not found:
        return None
    amount = Decimal(found[0].replace(",", ".")).normalize()
    if not amount:
        raise Unreadable("thời hạn bằng không; giải quyết ngay thì ghi “ngay” hoặc “trong ngày”")
    if spoken := steps.take(_BRACKET):
        _confirm(amount, spoken[1])
    return amount


def _confirm(amount: Decimal, spoken: str) -> None:
    said = in_words(spoken)
    if said is None:
        raise Unreadable(f"không hiểu phần “({spoken})”")
    if said != amount:
        raise Unreadable(f"số và chữ không khớp: “({spoken})”")


# --- what was probably meant --------------------------------------------------------------------


def _nearest(text: str) -> str | None:
    return first_readable(_repairs(_plain(text)), _checked, str) if len(text) <= LONGEST else None


def _repairs(text: str) -> Iterator[str]:
    commas = re.sub(r"(?<=\d)\.(?=\d)", ",", text)
    yield commas
    yield _WORKING_BRACKETED.sub("ngày làm việc", text)
    yield text + ")"
    spelt = respelled(_ABBREVIATED.sub(" ", commas).lower(), _PHRASES)
    yield spelt
    for spaces in range(1, min(4, text.count(" ") + 1)):
        number, rest = text.lower().split(" ", spaces)[:spaces], text.split(" ", spaces)[spaces:]
        if (amount := in_words(" ".join(number))) is not None:
            yield " ".join([f"{amount}", *rest])
    yield from _with_remark(spelt)
    yield from _with_remark(text)


def _with_remark(text: str) -> Iterator[str]:
    """Propose to put what follows a readable limit into brackets."""
    body = text if text.count("(") == text.count(")") else text.replace("(", "").replace(")", "")
    steps = Steps(body)
    while steps.take(_INTRODUCTION):
        pass
    try:
        core = _first(steps, _not_prescribed, _same_day, _at_once, _stages)
    except Unreadable:
        return
    remark = steps.rest.strip(" ,.:-")
    if core and remark and not _FURTHER_LIMIT.search(remark):
        yield f"{core} ({remark})"
