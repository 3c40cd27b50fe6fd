# The kind of a change, decided from two states and the links between procedures, never from what a
# decision calls it. Each answer brings its reasons, so that an officer who reads another kind in
# the annex sees why the records say otherwise.
#
# What stayed in force is asked one question after the other; the first answer counts. A new
# irregularity of real decisions is a new question at its place in the row.

"""Decide which kind a change is, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tthc_catalog.catalog import EffectBasis, Status
from tthc_catalog.changes.change import Change, ChangeKind, Reason
from tthc_catalog.changes.meeting import OVER, Meeting, rows_of
from tthc_catalog.changes.words import content
from tthc_catalog.records.decision import Annex
from tthc_catalog.records.procedure import Parts, part_names
from tthc_catalog.records.record import alias_of, title_of
from tthc_catalog.vietnamese import say_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tthc_catalog.catalog import Entry
    from tthc_catalog.records.parts import Citation


class Answer(NamedTuple):
    """A kind with its reasons."""

    kind: ChangeKind
    reasons: tuple[Reason, ...]


def classify(meeting: Meeting) -> Change | None:
    """Return the change between two states; None where nothing at all differs."""
    if meeting.was and meeting.now:
        answer = next(filter(None, (question(meeting) for question in _QUESTIONS)), None)
    elif meeting.now:
        answer = _began(meeting)
    else:
        answer = _ended(meeting) if meeting.was else None
    if answer is None:
        return None
    last = (meeting.fresh or meeting.lapsed)[-1:]
    return Change(
        code=meeting.code,
        kind=answer.kind,
        reasons=(*answer.reasons, *_beside(meeting)),
        before=meeting.before,
        after=meeting.after,
        parts=meeting.told.parts,
        day=meeting.day,
        entry=last[0] if last else None,
        entries=meeting.fresh or meeting.lapsed,
        decision_changed=meeting.decision_changed,
        successors=meeting.successors,
        predecessors=meeting.predecessors,
        events=meeting.events,
        ended_levels=meeting.ended_levels,
        inferred=meeting.inferred,
        old_code=meeting.old_code,
        heir=meeting.heir,
        calendar=meeting.calendar,
    )


# --- what began, what ended -----------------------------------------------------------------------


def _began(meeting: Meeting) -> Answer:
    law = meeting.decisions
    if meeting.replaced:
        codes = ", ".join(code for code in meeting.predecessors if code in meeting.replaced)
        return _answer(ChangeKind.REPLACED, Reason(f"Thay thế thủ tục {codes}.", law))
    before = meeting.before
    if before is not None and before.status in OVER:
        said = f"Trước đó {before.status.value}, nay có hiệu lực trở lại."
        return _answer(ChangeKind.NEW, Reason(said, law))
    if not meeting.predecessors and (said := _only_recorded(meeting)):
        return _answer(ChangeKind.RECORDED, Reason(said, law))
    reasons = [Reason("Trước đó chưa có thủ tục này.", law)]
    if meeting.predecessors:
        codes = ", ".join(meeting.predecessors)
        reasons.append(Reason(f"Kế tục thủ tục {codes}, bị bãi bỏ."))
    return _answer(ChangeKind.NEW, *reasons)


def _only_recorded(meeting: Meeting) -> str:
    """Return why nobody may call the first document of a life new; empty where it is new."""
    if meeting.after is None or not meeting.after.entries:
        return ""
    first = meeting.after.entries[0]
    headings = _headings(first, meeting.code)
    if "new" in headings:
        return ""
    if headings:
        title = title_of(Annex, headings[0]).lower()
        return f"Lần đầu được ghi nhận; quyết định xếp vào «{title}» nên đã có từ trước."
    dated = first.basis in {EffectBasis.STATED, EffectBasis.SIGNED}
    if first.document.recorded is not None or not dated:
        return "Lần đầu được ghi nhận; không rõ thủ tục có từ bao giờ."
    return ""


def _headings(entry: Entry, code: str) -> list[str]:
    """Return the headings under which a document's decision lists its procedure."""
    if entry.decision is None:
        return []
    return [heading for heading, _ in rows_of(entry.decision, code)]


def _ended(meeting: Meeting) -> Answer:
    after = meeting.after
    if after is None:
        said = "Bên sau không có thủ tục này; không có văn bản nào nói là bị bãi bỏ."
        return _answer(ChangeKind.GONE, Reason(said))
    if after.status is Status.FUTURE:
        return _answer(ChangeKind.GONE, Reason("Chưa có hiệu lực vào ngày này."))
    if after.status is Status.EXPIRED:
        return _answer(ChangeKind.OTHER, Reason("Thời hạn áp dụng đã hết."))
    codes = ", ".join(after.successors)
    ending = next((e.document.abolished for e in after.entries[::-1] if e.document.abolished), None)
    if ending is None:
        said = f"Được thay thế bởi thủ tục {codes}."
        return _answer(ChangeKind.REPLACED, Reason(said, meeting.decisions))
    said = f"Bị bãi bỏ: {ending.reason}." if ending.reason else "Bị bãi bỏ."
    reasons = [Reason(said, _cited(ending.legal_basis) or meeting.decisions)]
    if codes:
        reasons.append(Reason(f"Nội dung chuyển sang thủ tục {codes}."))
    return _answer(ChangeKind.ABOLISHED, *reasons)


# --- what stayed in force -------------------------------------------------------------------------


def _replaced_under_its_code(meeting: Meeting) -> Answer | None:
    if any(meeting.code in (*each.replaces, *each.replaced_by) for each in meeting.documents):
        said = Reason("Được thay thế mà vẫn giữ mã.", meeting.decisions)
        return _answer(ChangeKind.REPLACED, said, *_where(meeting))
    return None


def _takes_over_others(meeting: Meeting) -> Answer | None:
    taken = dict.fromkeys(code for each in meeting.documents for code in each.replaces)
    if not taken:
        return None
    said = f"Đã có từ trước, nay thay thế cả thủ tục {', '.join(taken)}."
    return _answer(ChangeKind.REPLACED, Reason(said, meeting.decisions), *_where(meeting))


def _ended_at_a_level(meeting: Meeting) -> Answer | None:
    endings = [each.abolished for each in meeting.documents if each.abolished is not None]
    if not endings or not meeting.ended_levels:
        return None
    law = _cited(citation for ending in endings for citation in ending.legal_basis)
    said = f"Bị bãi bỏ ở cấp {', '.join(meeting.ended_levels)}; các cấp khác vẫn thực hiện."
    return _answer(ChangeKind.ABOLISHED, Reason(said, law or meeting.decisions))


def _corrected(meeting: Meeting) -> Answer | None:
    if not meeting.fresh or any(entry.corrects is None for entry in meeting.fresh):
        return None
    said = "Đính chính văn bản đã công bố, không phải sửa đổi."
    return _answer(ChangeKind.OTHER, Reason(said, meeting.decisions), *_where(meeting))


def _lapsed(meeting: Meeting) -> Answer | None:
    if not meeting.lapsed or meeting.fresh:
        return None
    said = "Quy định có thời hạn đã hết, quy định trước đó trở lại."
    return _answer(ChangeKind.OTHER, Reason(said), *_where(meeting))


def _amended(meeting: Meeting) -> Answer | None:
    if not meeting.told.content:
        return None
    return _answer(ChangeKind.AMENDED, *_where(meeting, meeting.decisions), *_new_grounds(meeting))


def _amended_unseen(meeting: Meeting) -> Answer | None:
    """Answer for a decision's document that names parts whose text before or after nobody knows.

    What a crawl reveals may have stood before, so days of knowledge prove nothing.
    """
    if not meeting.fresh or any(each.recorded is not None for each in meeting.documents):
        return None
    named = {alias for each in meeting.documents for alias in each.unknown}
    named |= {part.alias for part in meeting.told.parts if part.revealed}
    titles = [title_of(Parts, name) for name in part_names() if alias_of(Parts, name) in named]
    if not titles:
        return None
    where = ", ".join(titles)
    said = f"Được sửa đổi, bổ sung, nhưng nguồn không nêu đủ nội dung trước và sau ở: {where}."
    return _answer(ChangeKind.AMENDED, Reason(said, meeting.decisions))


def _moved(meeting: Meeting) -> Answer | None:
    if not meeting.status_moved:
        return None
    said = "Nội dung không đổi, chỉ đổi tình trạng."
    return _answer(ChangeKind.OTHER, Reason(said, meeting.decisions))


def _published_again(meeting: Meeting) -> Answer | None:
    said = "Quyết định mới công bố lại, nội dung không đổi."
    if meeting.told.parts:
        said = "Quyết định mới công bố lại, chỉ khác về trình bày."
    if meeting.decisions or meeting.decision_changed:
        return _answer(ChangeKind.REPUBLISHED, Reason(said, meeting.decisions))
    if meeting.inferred is not None:
        return _answer(ChangeKind.REPUBLISHED, Reason("Khác mã, nội dung như nhau."))
    return None


def _written_otherwise(meeting: Meeting) -> Answer | None:
    if not any(part.editorial for part in meeting.told.parts):
        if meeting.told.parts and meeting.fresh:
            said = "Nguồn nêu thêm bộ phận trước đó chưa rõ, không rõ là có thay đổi."
            return _answer(ChangeKind.EDITORIAL, Reason(said))
        return None
    said = "Chỉ khác về trình bày: dạng chữ, dấu cách hoặc thứ tự liệt kê."
    return _answer(ChangeKind.EDITORIAL, Reason(said))


_QUESTIONS: tuple[Callable[[Meeting], Answer | None], ...] = (
    _replaced_under_its_code,
    _takes_over_others,
    _ended_at_a_level,
    _corrected,
    _lapsed,
    _amended,
    _amended_unseen,
    _moved,
    _published_again,
    _written_otherwise,
)


# --- reasons --------------------------------------------------------------------------------------


def _answer(kind: ChangeKind, *reasons: Reason) -> Answer:
    return Answer(kind, reasons)


def _where(meeting: Meeting, law: str = "") -> Iterator[Reason]:
    titles = ", ".join(part.title for part in meeting.told.content)
    if titles:
        yield Reason(f"Thay đổi ở: {titles}.", law)


def _new_grounds(meeting: Meeting) -> Iterator[Reason]:
    if meeting.before is not None and meeting.after is not None:
        cited = {content(citation) for citation in meeting.before.procedure.legal_basis}
        grounds = meeting.after.procedure.legal_basis
        added = [citation for citation in grounds if content(citation) not in cited]
        if added:
            yield Reason("Có thêm căn cứ pháp lý.", _cited(added))


def _cited(citations: Iterable[Citation]) -> str:
    return "; ".join(dict.fromkeys(citation.label for citation in citations))


def _beside(meeting: Meeting) -> Iterator[Reason]:
    """Yield what a reader must know beside the reasons for the kind."""
    if meeting.inferred is not None:
        sure = f"{meeting.inferred:.0%}"
        yield Reason(f"Không có mã chung; ghép với {meeting.old_code} vì giống nhau {sure}.")
    for entry in meeting.fresh:
        if entry.basis is EffectBasis.SIGNED and entry.corrects is None:
            day = say_date(entry.starts)
            yield Reason(
                f"Chưa biết văn bản nêu ngày có hiệu lực nào; tạm tính theo ngày ký {day}."
                if entry.provisional
                else f"Văn bản không nêu ngày có hiệu lực; tính theo ngày ký {day}."
            )
        if entry.ends is not None:
            yield Reason(f"Chỉ áp dụng đến hết ngày {say_date(entry.ends)}.")
