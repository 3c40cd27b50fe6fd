# Records: the grammar of printed charges.
#
#   fees      ::= fee (";" | line break) fee …
#   fee       ::= (label ":")? head (";" tail)… note?
#   head      ::= "miễn phí" | "không quy định" | "chưa quy định" | "theo" rule | share | money
#               | limit
#   tail      ::= tier | limit | reduction
#   limit     ::= ("tối đa" | "tối thiểu") money
#
# Words that the format keeps as printed (label, basis, rule) may not hold a further amount, or a
# second amount would hide in them; only a note in brackets may. As with time limits, a reading
# whose own spelling means something else is refused.

"""Read printed charges; `fee.parse_fee` and `fee.parse_fees` are the doors."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from tthc_catalog.records.fee import Charge, Fee, FeeError, FeeState, Reduction, Share, Tier
from tthc_catalog.records.fee_repairs import likely_spellings
from tthc_catalog.records.money import MONEY_INSIDE, Money, spoken_sum, take_money, whole_money
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
    words,
)
from tthc_catalog.vietnamese import squeeze

_CHARGE = words(
    r"(?:mức )?(?:thu )?(?P<none>phí(?:,| và) lệ phí)|(?:mức )?(?:thu )?(?P<levy>lệ phí)"
    r"|(?:mức )?(?:thu )?(?P<fee>phí)|(?P<price>giá(?: dịch vụ)?)|(?P<plain>mức thu)"
)
_OF_CHARGES = r"(?: (?:phí(?:,| và) lệ phí|phí|lệ phí))?"
_FREE = words(
    rf"(?:0|không) ?(?:đồng|vnđ|vnd)|(?:được )?miễn(?: thu)?{_OF_CHARGES}"
    rf"|không(?: (?:có|thu|mất|phải nộp))?{_OF_CHARGES}"
)
_LEVY_ALONE = words(r"\D*(?:miễn|thu|không|có|mất|nộp) lệ phí")
_NOT_PRESCRIBED = words(
    r"không (?:được |có )?quy định(?: cụ thể)?(?: (?:về )?(?:mức thu|phí, lệ phí|phí|lệ phí))?"
)
_NOT_YET = words(
    r"chưa (?:được |có )?quy định(?: cụ thể)?(?: (?:về )?(?:mức thu|phí, lệ phí|phí|lệ phí))?"
)

_COUNCIL_NAME = r"(?:hđnd|hội đồng nhân dân)"
_ANY_PROVINCE = r"(?: (?:cấp tỉnh|các tỉnh|tỉnh|tỉnh, thành phố(?: trực thuộc trung ương)?))?"
_COUNCIL_SETS = re.compile(
    rf"do {_COUNCIL_NAME}{_ANY_PROVINCE} (?:quy định|quyết định|ban hành)", re.IGNORECASE
)
_BY_COUNCIL = re.compile(
    rf"theo (?:nghị quyết|quy định|quyết định) của {_COUNCIL_NAME}{_ANY_PROVINCE}", re.IGNORECASE
)
_COUNCIL = words(_COUNCIL_NAME)
_LEADS_TO_RULE = words(
    r"(?:(?:được )?(?:thực hiện|áp dụng)|mức (?:thu )?(?:phí|lệ phí)|mức thu|cụ thể"
    r"|\(nếu có\)|thu|tính)(?= )"
)
_RULE = re.compile(
    r"(?:theo )?((?:mức |các )?(?:quy định|thông tư|nghị định|nghị quyết|quyết định|luật|pháp lệnh"
    r"|pháp luật|biểu|điều|khoản|điểm|mục|phụ lục|văn bản)(?!\w).*)",
    re.IGNORECASE,
)
_SOMEBODY_SETS = re.compile(
    r"do ((?:bộ|ủy ban nhân dân|uỷ ban nhân dân|ubnd|chính phủ)(?!\w).*?) (?:quy định|quyết định)",
    re.IGNORECASE,
)

_SHARE = re.compile(r"(?:bằng |thu )*(\d{1,3}(?:,\d{1,4})?) ?% (?=\w)", re.IGNORECASE)
_SHARE_OF = words(r"mức|giá|tổng|số|trị|doanh|phí|lệ phí|của|vốn|chi phí")

_CASE = re.compile(r",?\s*((?:đối với|trong trường hợp|với trường hợp|cho)\s.+)", re.IGNORECASE)

_CAP = words(r"(?:nhưng )?(?:mức thu )?(?:tối đa(?: (?:là|không quá))?|không quá)")
_FLOOR = words(r"(?:nhưng )?(?:mức thu )?tối thiểu(?: (?:là|không dưới))?")
_TIER = re.compile(
    r"từ ([^\W\d_]+) thứ (\d{1,4}|[^\W\d_]+)(?: trở (?:lên|đi))?,?(?: thu)?:?(?= )", re.IGNORECASE
)
_DATE = r"(?:ngày )?(\d{1,2})/(\d{1,2})/(\d{4})"
_PERIOD = re.compile(rf"(?:(?:kể )?từ {_DATE} )?(?:đến hết|đến) {_DATE}(?!\d)", re.IGNORECASE)
_APPLIES = words(r"áp dụng|mức|thu|phí|lệ phí")
_COLON = re.compile(r":")
_BY = words(r"theo")
_BY_INSIDE = re.compile(r"\s+(?=theo\s)", re.IGNORECASE)
_CONTINUES = (_CAP, _FLOOR, _TIER, _PERIOD)
_BULLET = re.compile(r"^\s*[-+*•]\s+")


@lru_cache(maxsize=8192)
def _outcome(text: str) -> tuple[Fee, ...] | str:
    """Return the charges, or why there are none; both are remembered."""
    try:
        return _checked(text)
    except Unreadable as error:
        return str(error)


@lru_cache(maxsize=8192)
def _suggestion(text: str) -> str | None:
    if len(text) > LONGEST:
        return None
    plain = squeeze(text).rstrip(" .;")
    likely = likely_spellings(plain, named=bool(_CHARGE.match(plain)))
    return first_readable(likely, _checked, _spelled)


def read_all(text: str) -> tuple[Fee, ...]:
    """Return all charges that a printed form states, or raise `FeeError`."""
    found = _outcome(text)
    if isinstance(found, str):
        raise FeeError(found, _suggestion(text))
    return found


def read(text: str) -> Fee:
    """Return the one charge that a printed form states, or raise `FeeError`."""
    found = read_all(text)
    if len(found) > 1:
        raise FeeError("có nhiều khoản thu; ghi mỗi khoản thành một mục", str(found[0]))
    return found[0]


def _checked(text: str) -> tuple[Fee, ...]:
    return read_twice(text, _fees, _spelled, "mức thu")


def _spelled(fees: tuple[Fee, ...]) -> str:
    return "; ".join(map(str, fees))


def _fees(text: str) -> tuple[Fee, ...]:
    groups: list[list[str]] = []
    for line in text.splitlines() or [""]:
        plain = _BULLET.sub("", squeeze(line)).rstrip(" .;")
        if not plain and "\n" in text.strip():
            continue
        for clause in clauses(plain):
            if groups and any(pattern.match(clause) for pattern in _CONTINUES):
                groups[-1].append(clause)
            else:
                groups.append([clause])
    if not groups:
        raise Unreadable("không ghi mức thu nào")
    return tuple(_fee(group) for group in groups)


def _fee(group: list[str]) -> Fee:
    body, note = cut_note(group[-1])
    if spoken_sum(note) is None:
        group = [*group[:-1], body]
    else:
        note = ""
    fee = _head(group[0])
    for clause in group[1:]:
        fee = _with_tail(fee, clause)
    if note and (reduction := _reduction(note)):
        return replace(fee, reductions=(*fee.reductions, reduction))
    return replace(fee, note=note)


# --- the head -----------------------------------------------------------------------------------


def _head(text: str) -> Fee:
    parts = label_and_rest(text)
    if parts and not _SOMEBODY_SETS.match(text):
        charge, subject = _label(parts[0])
        fee = _state(parts[1])
    else:
        charge, subject, fee = None, "", _state_after_charge(text)
    if subject and fee.subject:
        raise Unreadable(f"không rõ khoản thu: “{text}”")
    return replace(fee, charge=charge or fee.charge, subject=subject or fee.subject)


def _label(text: str) -> tuple[Charge | None, str]:
    steps = Steps(text)
    charge = _charge(steps)
    subject = steps.rest.strip(" :")
    if any(pattern.match(subject) for pattern in _CONTINUES) or MONEY_INSIDE.search(subject):
        raise Unreadable(f"còn một mức thu nữa trong “{text}”")
    return charge, free_text(subject, "khoản thu") if subject else ""


def _charge(steps: Steps) -> Charge | None:
    found = steps.take(_CHARGE)
    if not found:
        return None
    kinds = {"levy": Charge.LEVY, "fee": Charge.FEE, "price": Charge.SERVICE_PRICE}
    return kinds.get(found.lastgroup or "")


def _state_after_charge(text: str) -> Fee:
    """Read "lệ phí 40.000 đồng", where no colon parts the kind of charge from the amount."""
    try:
        return _state(text)
    except Unreadable:
        steps = Steps(text)
        charge = _charge(steps)
        if not steps.place:
            raise
        return replace(_state(steps.rest), charge=charge)


def _state(text: str) -> Fee:
    for reading in (_fixed, _set_elsewhere, _share, _limited, _priced):
        if (fee := reading(text)) is not None:
            return fee
    if not text:
        raise Unreadable("không ghi mức thu nào")
    raise Unreadable(
        "không thấy số tiền, “miễn phí”, “không quy định” hay văn bản quy định mức thu"
    )


def _fixed(text: str) -> Fee | None:
    if _NOT_PRESCRIBED.fullmatch(text):
        return Fee(FeeState.NOT_PRESCRIBED)
    if _NOT_YET.fullmatch(text):
        return Fee(FeeState.NOT_YET_PRESCRIBED)
    steps = Steps(text)
    free = steps.take(_FREE)
    if not free:
        return None
    charge = Charge.LEVY if _LEVY_ALONE.fullmatch(free[0]) else None
    if not steps.rest:
        return Fee(FeeState.FREE, charge)
    case = steps.take(_CASE)
    return Fee(FeeState.FREE, charge, _subject(case[1])) if case else None


def _set_elsewhere(text: str) -> Fee | None:
    steps = Steps(text)
    while steps.take(_LEADS_TO_RULE):
        pass
    body = steps.rest
    if _BY_COUNCIL.fullmatch(body) or _COUNCIL_SETS.fullmatch(body):
        return Fee(FeeState.BY_COUNCIL)
    if setter := _SOMEBODY_SETS.fullmatch(body):
        return Fee(FeeState.BY_TEXT, rule=_rule(f"quy định của {setter[1]}"))
    if found := _RULE.fullmatch(body):
        state = FeeState.BY_COUNCIL if _COUNCIL.search(found[1]) else FeeState.BY_TEXT
        return Fee(state, rule=_rule(found[1]))
    return None


def _rule(text: str) -> str:
    if MONEY_INSIDE.search(text):
        raise Unreadable(f"số tiền lẫn trong tên văn bản: “{text}”")
    return free_text(text, "văn bản quy định mức thu")


def _subject(text: str) -> str:
    if MONEY_INSIDE.search(text):
        raise Unreadable(f"còn một mức thu nữa trong “{text}”")
    return free_text(text, "trường hợp thu")


def _share(text: str) -> Fee | None:
    steps = Steps(text)
    share = _take_share(steps)
    if share is None:
        return None
    rule = _rule(steps.rest) if steps.take(_BY) else ""
    return Fee(FeeState.SHARE, share=share, rule=rule)


def _take_share(steps: Steps) -> Share | None:
    found = steps.take(_SHARE)
    if not found or not _SHARE_OF.match(steps.rest):
        return None
    of = _BY_INSIDE.split(steps.rest, maxsplit=1)[0]
    steps.take(re.compile(re.escape(of)))
    if MONEY_INSIDE.search(of):
        raise Unreadable(f"còn một mức thu nữa trong “{of}”")
    return Share(Decimal(found[1].replace(",", ".")), free_text(of, "mức thu"))


def _limited(text: str) -> Fee | None:
    steps = Steps(text)
    if steps.take(_CAP):
        return Fee(FeeState.AMOUNT, cap=whole_money(steps.rest))
    if steps.take(_FLOOR):
        return Fee(FeeState.AMOUNT, floor=whole_money(steps.rest))
    return None


def _priced(text: str) -> Fee | None:
    steps = Steps(text)
    price = take_money(steps)
    if price is None:
        return None
    subject = ""
    if case := steps.take(_CASE):
        subject = _subject(case[1])
    if steps.rest:
        raise Unreadable(f"không hiểu phần “{steps.rest}”")
    if not price.amount and price.upto is None:
        return Fee(FeeState.FREE, subject=subject)
    return Fee(FeeState.AMOUNT, subject=subject, price=price)


# --- the tails ----------------------------------------------------------------------------------


def _with_tail(fee: Fee, clause: str) -> Fee:
    steps = Steps(clause)
    if steps.take(_CAP) and fee.cap is None:
        return replace(fee, cap=whole_money(steps.rest))
    if steps.take(_FLOOR) and fee.floor is None:
        return replace(fee, floor=whole_money(steps.rest))
    if tier := steps.take(_TIER):
        return replace(fee, tiers=(*fee.tiers, _tier(tier, steps.rest)))
    if reduction := _reduction(clause):
        return replace(fee, reductions=(*fee.reductions, reduction))
    raise Unreadable(f"không hiểu phần “{clause}”")


def _tier(found: re.Match[str], rest: str) -> Tier:
    first = Decimal(found[2]) if found[2].isdecimal() else in_words(found[2])
    if first is None:
        raise Unreadable(f"không hiểu phần “{found[0]}”")
    return Tier(found[1].lower(), int(first), whole_money(rest))


def _reduction(text: str) -> Reduction | None:
    """Read a price with its time, in either order; None if the text is about something else."""
    found = _PERIOD.search(text)
    if not found:
        return None
    before, after = Steps(text[: found.start()].strip()), Steps(text[found.end() :].strip(" ,:"))
    try:
        _pass_over(before)
        price = _passing_price(before if before.rest else after)
        rule = _rule(after.rest) if after.take(_BY) else ""
    except Unreadable:
        return None
    if before.rest or (after.rest and not rule):
        return None
    return Reduction(
        _day(found.groups()[3:]), price, _day(found.groups()[:3]) if found[1] else None, rule
    )


def _pass_over(steps: Steps) -> None:
    while steps.take(_APPLIES) or steps.take(_COLON):
        pass


def _passing_price(steps: Steps) -> Money | Share | None:
    _pass_over(steps)
    if steps.take(_FREE):
        return None
    price = _take_share(steps) or take_money(steps)
    if price is None:
        raise Unreadable("không thấy mức thu trong thời gian giảm")
    return price


def _day(parts: tuple[str, ...]) -> date:
    day, month, year = (int(part) for part in parts)
    try:
        return date(year, month, day)
    except ValueError:
        raise Unreadable(f"không có ngày {day}/{month}/{year}") from None
