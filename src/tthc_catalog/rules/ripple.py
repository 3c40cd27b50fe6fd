# A decree falls, and hundreds of procedures still cite it. The register of legal documents knows
# which text ended or changed which; from there the waves run to every live procedure that rests
# on it.

"""Which live procedures rest on a text that was repealed, replaced, amended or has expired."""

from __future__ import annotations

import enum
from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from tthc_catalog.vietnamese import say_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from tthc_catalog.catalog import State
    from tthc_catalog.finding import Place
    from tthc_catalog.records.registers import LegalDocument


class Wave(enum.StrEnum):
    """What happened to the cited text."""

    REPEALED = "bị bãi bỏ"
    REPLACED = "được thay thế"
    EXPIRED = "hết hiệu lực"
    AMENDED = "được sửa đổi, bổ sung"

    @property
    def ends(self) -> bool:
        """Whether the text is no longer in force from then on."""
        return self is not Wave.AMENDED


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a legal text."""

    number: str
    wave: Wave
    day: date | None
    """From when; None where the register does not say."""

    by: str | None
    """The text that did it; None where it ran out by itself."""

    def says(self, today: date) -> str:
        """Say what became of the text, in Vietnamese, without its number."""
        by = f" bởi {self.by}" if self.by else ""
        day = f"từ {say_date(self.day)}" if self.day else "chưa rõ từ ngày nào"
        ahead = " (sắp tới)" if self.day and self.day > today else ""
        return f"{self.wave.value} {day}{by}{ahead}"


@dataclass(frozen=True, slots=True)
class Ripple:
    """One live procedure that cites such a text."""

    code: str
    name: str
    fate: Fate
    provision: str | None
    """The articles that the procedure cites, as printed."""

    place: Place
    cites_successor: bool
    """Whether it also cites the text that did it."""

    stated: date | None
    """From when the procedure states its legal basis; None where nobody knows."""

    def by(self, day: date) -> bool:
        """Whether it has happened by a day, as far as the register says."""
        return self.fate.day is not None and self.fate.day <= day

    @property
    def overtaken(self) -> bool:
        """Whether the text changed only after the procedure had stated its legal basis."""
        return self.fate.day is not None and (self.stated is None or self.stated < self.fate.day)


def fates(legal_documents: Mapping[str, LegalDocument]) -> dict[str, tuple[Fate, ...]]:
    """Return what became of each legal text, by its number, the earliest known day first."""
    found: dict[str, list[Fate]] = defaultdict(list)
    for number, document in legal_documents.items():
        day = document.effective
        for wave, numbers in (
            (Wave.REPEALED, document.repeals),
            (Wave.REPLACED, document.replaces),
            (Wave.AMENDED, document.amends),
        ):
            for target in numbers:
                found[target].append(Fate(target, wave, day, number))
    for number, document in legal_documents.items():
        ended = any(fate.wave.ends for fate in found.get(number, ()))
        if document.expires is not None and not ended:
            gone = document.expires + timedelta(days=1)
            found[number].append(Fate(number, Wave.EXPIRED, gone, None))
    return {
        number: tuple(sorted(each, key=lambda fate: (fate.day is None, str(fate.day), fate.wave)))
        for number, each in found.items()
    }


def ripples_of(
    states: Iterable[State],
    legal_documents: Mapping[str, LegalDocument],
    stated: Callable[[State], tuple[Place, date | None] | None],
) -> list[Ripple]:
    """Return every procedure among some that cites a text that ended or changed, or is going to.

    Args:
        states: the procedures as they stand.
        legal_documents: the register of legal documents.
        stated: tells where a procedure states its legal basis, and from when it does.
    """
    known = fates(legal_documents)
    if not known:
        return []
    found = [ripple for state in states for ripple in _of(state, stated, known)]
    return sorted(found, key=lambda r: (r.fate.day is None, str(r.fate.day), r.fate.number, r.code))


def _of(
    state: State,
    stated: Callable[[State], tuple[Place, date | None] | None],
    known: Mapping[str, tuple[Fate, ...]],
) -> Iterator[Ripple]:
    citations = state.procedure.legal_basis
    if not any(citation.number in known for citation in citations):
        return
    found = stated(state)
    if found is None:
        return
    place, since = found
    numbers = {citation.number for citation in citations}
    for index, citation in enumerate(citations):
        for fate in known.get(citation.number or "", ()):
            yield Ripple(
                code=state.code,
                name=state.procedure.name,
                fate=fate,
                provision=citation.provision,
                place=place / "can_cu" / index,
                cites_successor=fate.by in numbers,
                stated=since,
            )
