# Imports: how long and how much, as the portal says it.
#
# These are the two places where the portal's tables lie most: a limit without its unit, an amount
# whose thousands dot was read as a decimal point, "miễn phí" beside a note that names a price. So a
# value is typed only where it cannot mean anything else; all others are kept as the portal shows
# them, and a finding says so. Nothing is put right here.

"""Time limits and fees of the portal's answer."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from tthc_catalog.finding import FindingKind, Severity
from tthc_catalog.imports.portal_answer import is_term
from tthc_catalog.records.fee import FeeError, parse_fees
from tthc_catalog.records.printed import say_decimal
from tthc_catalog.records.time_limit import TimeLimitError, parse_time_limit
from tthc_catalog.records.vocabulary import ChannelKind
from tthc_catalog.vietnamese import fold, squeeze

if TYPE_CHECKING:
    from tthc_catalog.imports.portal_answer import Answer
    from tthc_catalog.imports.portal_notes import Notes

_W, _I = Severity.WARNING, Severity.INFO

UNIT_NOT_STATED = FindingKind(
    "import-unit-not-stated", _W,
    "{code}: thời hạn “{value}” khi nộp {channel} không có đơn vị; giữ nguyên văn.",
    "Tìm thời hạn trong quyết định công bố rồi ghi vào `thoi_han` bằng một tài liệu mới.",
)  # fmt: skip
TIME_LIMIT_NOT_READ = FindingKind(
    "import-time-limit-not-read", _W,
    "{code}: thời hạn “{value}” khi nộp {channel} không đọc được; giữ nguyên văn ở `thoi_han_in`.",
    "Tìm thời hạn trong quyết định công bố rồi ghi vào `thoi_han` bằng một tài liệu mới.",
)  # fmt: skip
TIME_LIMIT_NOT_STATED = FindingKind(
    "import-time-limit-not-stated", _I, "{code}: Cổng không nêu thời hạn khi nộp {channel}."
)
FEE_NOT_STATED = FindingKind(
    "import-fee-not-stated", _I, "{code}: Cổng không nêu phí, lệ phí khi nộp {channel}."
)
FREE_WITH_NOTE = FindingKind(
    "import-free-with-note", _W,
    "{code}: Cổng ghi miễn phí khi nộp {channel} nhưng kèm “{note}”; giữ nguyên văn ở "
    "`phi_le_phi_in`.",
    "Xem văn bản quy định phí rồi ghi mức đúng vào `phi_le_phi` bằng một tài liệu mới.",
)  # fmt: skip
AMOUNT_TOO_SMALL = FindingKind(
    "import-amount-too-small", _W,
    "{code}: mức thu “{value}” khi nộp {channel} dưới 1.000 đồng, có thể Cổng mất ba chữ số cuối; "
    "giữ nguyên văn.",
    "Xem văn bản quy định phí rồi ghi mức đúng vào `phi_le_phi` bằng một tài liệu mới.",
)  # fmt: skip
FEE_NOT_READ = FindingKind(
    "import-fee-not-read", _W,
    "{code}: phí, lệ phí “{value}” khi nộp {channel} không đọc được; giữ nguyên văn ở "
    "`phi_le_phi_in`.",
    "Xem văn bản quy định phí rồi ghi mức đúng vào `phi_le_phi` bằng một tài liệu mới.",
)  # fmt: skip
CHANNEL_NOT_KNOWN = FindingKind(
    "import-channel-not-known", _W,
    "{code}: hình thức nộp “{value}” không có trong danh mục; giữ ở `ghi_chu`.",
    "Ghi thành trực tiếp, trực tuyến hoặc bưu chính bằng một tài liệu mới.",
)  # fmt: skip
ROW_TWICE = FindingKind(
    "import-row-twice",
    _I,
    "{code}: Cổng ghi {count} dòng giống hệt nhau cho hình thức {channel}; giữ một.",
)

KINDS = (
    UNIT_NOT_STATED, TIME_LIMIT_NOT_READ, TIME_LIMIT_NOT_STATED, FEE_NOT_STATED, FREE_WITH_NOTE,
    AMOUNT_TOO_SMALL, FEE_NOT_READ, CHANNEL_NOT_KNOWN, ROW_TWICE,
)  # fmt: skip

_CHANNELS = {
    "direct": ChannelKind.DIRECT, "truc tiep": ChannelKind.DIRECT,
    "online": ChannelKind.ONLINE, "truc tuyen": ChannelKind.ONLINE,
    "postal": ChannelKind.POSTAL, "buu chinh": ChannelKind.POSTAL,
    "dich vu buu chinh": ChannelKind.POSTAL, "qua buu dien": ChannelKind.POSTAL,
}  # fmt: skip
# Beside the three that were seen (WORKING_DAY, DAY, HOUR, MONTH in crawls), their evident brothers.
_UNITS = {
    "WORKING_DAY": "ngày làm việc", "DAY": "ngày", "HOUR": "giờ", "MONTH": "tháng", "YEAR": "năm",
    "WEEK": "tuần", "MINUTE": "phút",
}  # fmt: skip
_NO_UNIT = frozenset({"OTHER", "KHÁC", ""})
_DONG = frozenset({"vnd", "viet nam dong", "dong", "dong viet nam", "d"})
_ABROAD = {"usd": "USD", "eur": "EUR", "do la my": "USD"}
_CHARGES = {"phi": "phí", "le phi": "lệ phí"}
_PLAIN_NOTHING = frozenset({
    "khong", "khong co", "khong thu", "khong thu phi", "khong thu le phi", "khong thu phi le phi",
    "mien phi", "khong mat phi", "khong co phi", "khong phi", "mien le phi", "khong phai nop phi",
    "khong phai nop le phi",
})  # fmt: skip
_SMALLEST_PLAUSIBLE = 1000


def channels(answer: Answer, notes: Notes) -> list[dict[str, Any]]:
    """Return `cach_thuc`: each row of the portal with its own time limit and fees."""
    found: list[dict[str, Any]] = []
    repeated: dict[str, int] = {}
    for row in answer.rows("executionMethods"):
        printed = row.text("submissionMethod")
        kind = _CHANNELS.get(fold(printed))
        if kind is None:
            notes.tell(CHANNEL_NOT_KNOWN, row.route, value=printed or "(trống)")
            if printed:
                notes.keep(f"hình thức nộp: {printed}")
            continue
        notes.channel = kind.value
        channel: dict[str, Any] = {"kenh": kind.value}
        description = row.text("description")
        channel |= time_limit(row, "processingTime", "processingTimeUnit", notes)
        if len(channel) == 1:
            notes.tell(TIME_LIMIT_NOT_STATED, row.route)
        charged = fees(row, notes)
        if not charged:
            notes.tell(FEE_NOT_STATED, row.route)
        channel |= charged
        notes.channel = ""
        if description:
            channel["mo_ta"] = description
        if channel in found:
            repeated[kind.value] = repeated.get(kind.value, 1) + 1
        else:
            found.append(channel)
    for name, count in repeated.items():
        notes.tell(ROW_TWICE, ("executionMethods",), channel=name, count=count)
    return found


def time_limit(row: Answer, amount_key: str, unit_key: str, notes: Notes) -> dict[str, str]:
    """Return `thoi_han` where it can be read, else `thoi_han_in`; nothing where none is stated."""
    amount = row.value(amount_key)
    unit = row.text(unit_key)
    number = _decimal(amount)
    if number is None:
        words = squeeze(row.text(amount_key))
        if not words:
            return {}
        if _reads_as_time_limit(words):
            return {"thoi_han": words}
        notes.tell(TIME_LIMIT_NOT_READ, (*row.route, amount_key), value=words)
        return {"thoi_han_in": words}
    if unit.upper() in _NO_UNIT:
        value = say_decimal(number)
        notes.tell(UNIT_NOT_STATED, (*row.route, amount_key), value=value)
        return {"thoi_han_in": f"{value} (không nêu đơn vị)"}
    words = f"{say_decimal(number)} {_UNITS.get(unit.upper(), unit)}"
    if _reads_as_time_limit(words):
        return {"thoi_han": words}
    notes.tell(TIME_LIMIT_NOT_READ, (*row.route, amount_key), value=words)
    return {"thoi_han_in": words}


def _reads_as_time_limit(words: str) -> bool:
    try:
        parse_time_limit(words)
    except TimeLimitError:
        return False
    return True


def fees(row: Answer, notes: Notes) -> dict[str, list[str]]:
    """Return `phi_le_phi` for charges that can be read, `phi_le_phi_in` for the others."""
    typed: dict[str, None] = {}
    printed: dict[str, None] = {}
    for charge in row.rows("fees"):
        words, certain = _fee(charge, notes)
        if words:
            (typed if certain else printed)[words] = None
    found = {"phi_le_phi": list(typed), "phi_le_phi_in": list(printed)}
    return {key: values for key, values in found.items() if values}


def _fee(charge: Answer, notes: Notes) -> tuple[str, bool]:
    """Return a charge in words, and whether these words mean one thing only."""
    note = squeeze(charge.text("description"))
    label = _label(charge)
    attachment = _attachment(charge)
    if attachment:
        note = f"{note}; tệp kèm theo: {attachment}" if note else f"tệp kèm theo: {attachment}"
    value = charge.value("value")
    amount = _decimal(value)
    currency = charge.text("currencyName")
    if amount is None:
        words = squeeze(charge.text("value"))
        words = f"{words} ({note})" if words and note else words or note
        words = f"{label}: {words}" if label and words else words
        if not words or _reads_as_fee(words):
            return words, True
        notes.tell(FEE_NOT_READ, charge.route, value=words)
        return words, False
    if amount == 0:
        return _free(charge, label, note, notes)
    unit = "đồng" if fold(currency) in _DONG else _ABROAD.get(fold(currency), currency)
    words = f"{say_decimal(amount)} {unit or '(không nêu đơn vị tiền)'}"
    words = f"{label}: {words}" if label else words
    words = f"{words} ({note})" if note else words
    if unit == "đồng" and amount < _SMALLEST_PLAUSIBLE:
        notes.tell(AMOUNT_TOO_SMALL, charge.route, value=words)
        return words, False
    if unit and _reads_as_fee(words):
        return words, True
    notes.tell(FEE_NOT_READ, charge.route, value=words)
    return words, False


def _free(charge: Answer, label: str, note: str, notes: Notes) -> tuple[str, bool]:
    words = f"{label}: không" if label else "miễn phí"
    if not note:
        return words, True
    printed = f"{words} ({note})"
    if fold(note) in _PLAIN_NOTHING and _reads_as_fee(printed):
        return printed, True
    notes.tell(FREE_WITH_NOTE, charge.route, note=note)
    return printed, False


def _label(charge: Answer) -> str:
    # FEE and SERVICE_FEE are the portal's own terms; what they are in law nobody has confirmed.
    if is_term(charge.data.get("type")):
        return ""
    printed = squeeze(charge.text("type"))
    return _CHARGES.get(fold(printed), printed)


def _attachment(charge: Answer) -> str:
    if isinstance(charge.data.get("attachment"), dict):
        return charge.one("attachment").text("fileName")
    return charge.text("attachment")


def _reads_as_fee(words: str) -> bool:
    try:
        return len(parse_fees(words)) == 1
    except FeeError:
        return False


def _decimal(value: object) -> Decimal | None:
    """Return a number that is written as one; the portal's points are decimal points."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = Decimal(str(value).strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() and number >= 0 and number < 10**12 else None
