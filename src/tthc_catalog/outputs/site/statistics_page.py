# Pictures where people would rather look, drawn when the site is printed: bars as inline SVG,
# without a script and without a style of their own (the policy forbids it), and behind each the
# table of its numbers, for whoever cannot see it. Each figure says how it was counted.

"""The page of figures: changes, time cuts, online services, time between signing and effect."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from tthc_catalog.catalog import EffectBasis
from tthc_catalog.changes import ChangeKind
from tthc_catalog.changes.durations import LONGER, SHORTER
from tthc_catalog.outputs.site import addresses
from tthc_catalog.outputs.site.edition import Page
from tthc_catalog.outputs.site.publications import publications
from tthc_catalog.outputs.site.terms import TERMS
from tthc_catalog.records.vocabulary import OnlineLevel
from tthc_catalog.vietnamese import say_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tthc_catalog.outputs.site.edition import Edition
    from tthc_catalog.outputs.site.publications import Publication
    from tthc_catalog.records.procedure import Procedure

MONTHS = 24
_KINDS = (ChangeKind.NEW, ChangeKind.AMENDED, ChangeKind.REPLACED, ChangeKind.ABOLISHED)
_BAR, _GAP, _LABEL, _WIDTH, _HEIGHT = 18, 8, 130, 400, 150
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """One rectangle of a picture."""

    x: float
    y: float
    width: float
    height: float
    series: int
    says: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One word of a picture."""

    x: float
    y: float
    words: str
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, its numbers, and how they were counted."""

    id: str
    title: str
    counted: str
    series: Sequence[str]
    rows: Sequence[tuple[str, Sequence[int]]]
    head: str
    """What the rows are."""

    upright: bool = False
    whole: bool = False
    """Whether each row is shown as parts of one whole."""

    @property
    def summary(self) -> str:
        """One sentence in place of the picture."""
        totals = [sum(values[at] for _, values in self.rows) for at in range(len(self.series))]
        told = ", ".join(
            f"{name[:1].lower()}{name[1:]} {say_number(total)}"
            for name, total in zip(self.series, totals, strict=True)
        )
        return f"{self.title}: {told}."

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in the picture's own units."""
        if self.upright:
            return _WIDTH, _HEIGHT + 24
        return _WIDTH, len(self.rows) * (_BAR + _GAP)

    @property
    def bars(self) -> Iterator[Bar]:
        """The rectangles."""
        most = max((sum(values) for _, values in self.rows), default=0)
        for number, (label, values) in enumerate(self.rows):
            reach = sum(values) if self.whole else most
            room = _HEIGHT - 16 if self.upright else _WIDTH - _LABEL - 45
            start = 0.0
            for series, value in enumerate(values):
                if not value:
                    continue
                length = round(value / reach * room, 1)
                says = f"{label}: {self.series[series]} {say_number(value)}"
                if self.upright:
                    step = _WIDTH / len(self.rows)
                    y = round(_HEIGHT - start - length, 1)
                    yield Bar(
                        round(number * step + 2, 1), y, round(step - 4, 1), length, series, says
                    )
                else:
                    y = number * (_BAR + _GAP)
                    yield Bar(round(_LABEL + start, 1), y, length, _BAR, series, says)
                start += length

    @property
    def marks(self) -> Iterator[Mark]:
        """The words in the picture."""
        step = _WIDTH / max(len(self.rows), 1)
        for number, (label, values) in enumerate(self.rows):
            if self.upright:
                if number % 6 == 2:  # noqa: PLR2004 - every sixth month, set in from the edge
                    yield Mark(round(number * step + step / 2, 1), _HEIGHT + 18, label, "middle")
                if total := sum(values):
                    top = _HEIGHT - total / max(sum(row) for _, row in self.rows) * (_HEIGHT - 16)
                    x = round(number * step + step / 2, 1)
                    yield Mark(x, round(top - 4, 1), say_number(total), "middle")
            else:
                y = number * (_BAR + _GAP) + 14
                yield Mark(_LABEL - 8, y, label, "end")
                yield Mark(_WIDTH - 40, y, say_number(sum(values)))


def statistics_page(edition: Edition) -> Page:
    """Return the page of figures."""
    told = [each for each in publications(edition) if each.news and each.change is not None]
    figures = [
        _by_month(edition, told),
        _online(edition),
        _times(told),
        _cuts(edition),
        _lead(told),
    ]
    return Page(
        addresses.STATISTICS,
        "Thống kê",
        "Thay đổi theo tháng, cắt giảm thời hạn, dịch vụ công trực tuyến toàn trình.",
        "statistics.html",
        addresses.STATISTICS,
        {
            "figures": [figure for figure in figures if figure.rows],
            "today": edition.today,
            "total": len(edition.usable),
            "cited": addresses.CITED,
        },
    )


def _by_month(edition: Edition, told: Iterable[Publication]) -> Figure:
    counts: dict[tuple[int, int], Counter[ChangeKind]] = defaultdict(Counter)
    for each in told:
        # A day of recording is none of effect.
        recorded = each.moment.turn.entry.basis is EffectBasis.RECORDED
        if each.change is not None and each.change.kind in _KINDS and not recorded:
            day = each.moment.turn.day
            counts[day.year, day.month][each.change.kind] += 1
    year, month = edition.today.year, edition.today.month
    months = []
    for _ in range(MONTHS):
        months.append((year, month))
        year, month = (year, month - 1) if month > 1 else (year - 1, _DECEMBER)
    rows = [
        (f"{month}/{year}", [counts[year, month][kind] for kind in _KINDS])
        for year, month in reversed(months)
    ]
    return Figure(
        "theo-thang",
        "Thay đổi theo tháng có hiệu lực",
        f"Số thủ tục thay đổi trong {MONTHS} tháng gần nhất, theo ngày có hiệu lực, không kể lần "
        "ghi nhận đầu tiên, những thay đổi chưa rõ ngày có hiệu lực và những lần công bố lại mà "
        "không đổi nội dung.",
        [kind.label for kind in _KINDS],
        rows if any(sum(values) for _, values in rows) else [],
        "Tháng",
        upright=True,
    )


def _online(edition: Edition) -> Figure:
    groups = {"Tất cả": list(edition.usable)}
    groups |= dict(edition.by_level.values())
    answers = (OnlineLevel.FULL, OnlineLevel.PARTIAL, OnlineLevel.NONE)
    rows = []
    for name, codes in groups.items():
        counts = Counter(edition.states[code].procedure.online_level for code in codes)
        known = [counts[answer] for answer in answers]
        rows.append((name, [*known, len(codes) - sum(known)]))
    return Figure(
        "truc-tuyen",
        TERMS["Parts"]["online_level"],
        "Số thủ tục đang thực hiện theo mức độ trực tuyến mà dữ liệu ghi; một thủ tục có nhiều cấp "
        "thực hiện được tính ở từng cấp.",
        ["Toàn trình", "Một phần", "Không trực tuyến", "Dữ liệu chưa nêu"],
        rows if any(any(values[:-1]) for _, values in rows) else [],
        TERMS["Parts"]["levels"],
        whole=True,
    )


def _times(told: Iterable[Publication]) -> Figure:
    counts: dict[int, Counter[frozenset[str]]] = defaultdict(Counter)
    for each in told:
        if each.change is not None:
            rules = {item.rule.id for item in each.change.impact.items}
            for way in (SHORTER, LONGER):
                counts[each.moment.turn.day.year][way] += bool(rules & way)
    return Figure(
        "thoi-han",
        "Thời hạn giải quyết ngắn hơn, dài hơn",
        "Số lần một thủ tục đổi thời hạn giải quyết, theo năm có hiệu lực. Ngày và ngày làm việc "
        "được so bằng hạn thật của từng ngày nhận hồ sơ theo lịch làm việc.",
        ["Ngắn hơn", "Dài hơn"],
        [
            (str(year), [counts[year][SHORTER], counts[year][LONGER]])
            for year in sorted(counts)
            if counts[year].total()
        ],
        "Năm",
    )


_STEPS = ((50, "Từ 50 %"), (30, "30 % đến dưới 50 %"), (10, "10 % đến dưới 30 %"), (0, "Dưới 10 %"))


def _cuts(edition: Edition) -> Figure:
    counts: Counter[str] = Counter()
    for state in edition.usable.values():
        share = max(_shares(state.procedure), default=0.0)
        if share > 0:
            counts[next(name for least, name in _STEPS if share >= least)] += 1
    return Figure(
        "cat-giam",
        "Cắt giảm so với thời hạn theo quy định",
        "Số thủ tục có thời hạn ngắn hơn thời hạn theo quy định. Tỷ lệ = (theo quy định − thực "
        "hiện) ÷ theo quy định, chỉ tính khi cùng đơn vị; lấy tỷ lệ lớn nhất trong các cách nộp.",
        ["Số thủ tục"],
        [(name, [counts[name]]) for _, name in _STEPS] if counts else [],
        "Mức cắt giảm",
    )


def _shares(procedure: Procedure) -> Iterator[float]:
    pairs = [(channel.time_limit, channel.legal_time_limit) for channel in procedure.channels]
    for limit, legal in (*pairs, (procedure.time_limit, procedure.legal_time_limit)):
        if limit is not None and legal is not None and (share := limit.cut_from(legal)):
            yield float(share)


def _lead(told: Iterable[Publication]) -> Figure:
    days: dict[int, dict[tuple[str, object], int]] = defaultdict(dict)
    for each in told:
        entry = each.entry
        if entry.basis is EffectBasis.STATED and entry.signed and not each.lapses:
            key = (entry.label, entry.starts)
            days[entry.signed.year][key] = max(0, (entry.starts - entry.signed).days)
    return Figure(
        "chuan-bi",
        "Số ngày từ khi ký đến khi có hiệu lực",
        "Trung vị của các quyết định nêu ngày có hiệu lực, theo năm ký.",
        ["Số ngày (trung vị)"],
        [(str(year), [round(median(days[year].values()))]) for year in sorted(days)],
        "Năm ký",
    )
