# What every page asks for again and again, worked out once: the states of the day, names of
# registers, addresses, links. Pages are functions of an edition, so nothing is looked up twice and
# nothing reads the clock.

"""One edition of the site: a catalogue on one day, with the address of everything in it."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from tthc_catalog.catalog import hashes_in, versions_of
from tthc_catalog.outputs.site import addresses
from tthc_catalog.outputs.site.typesetting import sentence
from tthc_catalog.records.vocabulary import Level
from tthc_catalog.vietnamese import sort_key, squeeze

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from tthc_catalog.catalog import Catalog, Entry, Snapshot, State, Version
    from tthc_catalog.records.decision import Decision
    from tthc_catalog.records.registers import Authority


class Link(NamedTuple):
    """Words, and the address from the site's root that they lead to, where there is such a page."""

    words: str
    address: str | None = None


class Page(NamedTuple):
    """A page before it is filled: which template, and what it says."""

    address: str
    title: str
    description: str
    template: str
    section: str
    says: dict[str, Any]
    head: str = ""
    """Markup for the end of `<head>`, already safe."""


@dataclass
class Edition:
    """A catalogue on one day, ready to be printed."""

    catalog: Catalog
    today: date
    base: str = ""
    """Address at which the site is published, with a final slash; empty where nobody said."""

    language: str = "vi"
    """Of the frame; records are Vietnamese whatever it is."""

    settled: frozenset[str] = frozenset()
    """Procedures whose own files stand already, so that they need not be made."""

    @property
    def unsettled(self) -> list[str]:
        """The procedures whose own files have to be made, in the order of names."""
        return [code for code in self.states if code not in self.settled]

    @cached_property
    def snapshot(self) -> Snapshot:
        """The catalogue on the day."""
        return self.catalog.on(self.today)

    @cached_property
    def states(self) -> Mapping[str, State]:
        """Every procedure on the day, whatever its status, in the order of names."""
        snapshot = self.snapshot
        ordered = sorted(snapshot, key=lambda code: (name_key(snapshot[code].procedure.name), code))
        return {code: snapshot[code] for code in ordered}

    @cached_property
    def usable(self) -> dict[str, State]:
        """The procedures that are in force or suspended."""
        return {code: state for code, state in self.states.items() if state.in_force}

    @cached_property
    def decision_addresses(self) -> dict[int, str]:
        """The page of each decision, by `id()` of its record."""
        return addresses.decision_addresses(self.catalog.decisions)

    @cached_property
    def _decision_pages(self) -> dict[str, list[Decision]]:
        found: dict[str, list[Decision]] = defaultdict(list)
        for timed in self.catalog.decisions:
            found[timed.decision.number].append(timed.decision)
        return found

    @cached_property
    def host(self) -> str:
        """The catalogue's own host: its name in feeds, wherever a copy is published."""
        return urlsplit(self.catalog.settings.address or self.base).hostname or ""

    # --- links ------------------------------------------------------------------------------------

    def procedure_link(self, code: str) -> Link:
        """Return a procedure's name and page; the bare code where the catalogue has none."""
        state = self.states.get(code)
        return (
            Link(state.procedure.name, addresses.procedure_address(code)) if state else Link(code)
        )

    def apart_link(self, code: str) -> Link:
        """Return a procedure's name and page, with level and code where others bear the name."""
        link = self.procedure_link(code)
        return link._replace(words=self.apart_name(code)) if link.address else link

    def apart_name(self, code: str) -> str:
        """Return a procedure's name, with level and code where others bear the same."""
        procedure = self.states[code].procedure
        if procedure.name not in self._shared_names:
            return procedure.name
        levels = f"cấp {', '.join(procedure.levels)}; " if procedure.levels else ""
        return f"{procedure.name} ({levels}{code})"

    @cached_property
    def _shared_names(self) -> set[str]:
        counted = Counter(state.procedure.name for state in self.states.values())
        return {name for name, count in counted.items() if count > 1}

    def decision_link(self, entry: Entry) -> Link:
        """Return the decision that a document carries out; of a local one, also whose it is."""
        address = self.decision_addresses.get(id(entry.decision)) if entry.decision else None
        issuer = self.local_issuer(entry)
        return Link(f"{entry.label} của {issuer}".strip() if issuer else entry.label, address)

    def local_issuer(self, entry: Entry) -> str:
        """Return the agency of a province or below that decided; empty where none is named.

        Such a decision publishes the list of its own place; without the name beside its number it
        would read as if it held everywhere.
        """
        told = (entry.decision, entry.document.decision)
        printed = next((each.agency for each in told if each and each.agency), None)
        if printed is None:
            return ""
        found = self._authorities.get(squeeze(printed))
        local = found.level in _LOCAL if found and found.level else _is_local(entry.label)
        return self.agency_name(printed) if local else ""

    def number_link(self, number: str) -> Link:
        """Return a decision by its number, if only one bears it."""
        found = self._decision_pages.get(number, [])
        return Link(number, self.decision_addresses[id(found[0])] if len(found) == 1 else None)

    def field_link(self, field: str) -> Link:
        """Return a field's name and list."""
        return Link(self._field_name(field), self._listed(addresses.field_address(field)))

    def _field_name(self, field: str) -> str:
        entry = self.catalog.fields.get(field)
        return entry.name if entry else field or "Chưa rõ lĩnh vực"

    def agency_link(self, printed: str) -> Link:
        """Return an agency's name and list."""
        name = self.agency_name(printed)
        return Link(name, self._listed(addresses.agency_address(name)))

    def agency_name(self, printed: str) -> str:
        """Return the name behind an id or another name of the register, or the printed name."""
        entry = self.catalog.authorities.get(printed) or self._authorities.get(squeeze(printed))
        return entry.name if entry else printed

    @cached_property
    def _authorities(self) -> dict[str, Authority]:
        found: dict[str, Authority] = {}
        for authority in self.catalog.authorities.values():
            for name in authority.other_names:
                found.setdefault(squeeze(name), authority)
        # Whoever bears a name now goes before whoever once bore it.
        named = self.catalog.authorities.values()
        return found | {squeeze(authority.name): authority for authority in named}

    def level_link(self, level: str) -> Link:
        """Return a level and its list."""
        return Link(str(level), self._listed(addresses.level_address(level)))

    def _listed(self, address: str) -> str | None:
        return address if address in self._list_addresses else None

    @cached_property
    def _list_addresses(self) -> set[str]:
        groups = (self.by_field, self.by_agency, self.by_level)
        return {address for group in groups for address in group}

    # --- lists ------------------------------------------------------------------------------------

    @cached_property
    def by_field(self) -> dict[str, tuple[str, list[str]]]:
        """Address to name and codes, for each field that has procedures in force."""
        return self._grouped(
            lambda state: [state.procedure.field],
            self._field_name,
            addresses.field_address,
        )

    @cached_property
    def by_agency(self) -> dict[str, tuple[str, list[str]]]:
        """Address to name and codes, for each agency that carries something out."""

        def named(state: State) -> Iterable[str]:
            agencies = state.procedure.agencies
            return [self.agency_name(name) for name in agencies.executing or agencies.deciding]

        return self._grouped(named, lambda name: name, addresses.agency_address)

    @cached_property
    def by_level(self) -> dict[str, tuple[str, list[str]]]:
        """Address to name and codes, for each level, from the ministries down."""
        found = self._grouped(
            lambda state: state.procedure.levels, level_name, addresses.level_address
        )
        order = {addresses.level_address(level): place for place, level in enumerate(Level)}
        return dict(sorted(found.items(), key=lambda item: order.get(item[0], len(order))))

    @cached_property
    def by_letter(self) -> dict[str, tuple[str, list[str]]]:
        """Address to letter and codes, for each first letter of a name."""
        return self._grouped(
            lambda state: [first_letter(state.procedure.name)],
            lambda letter: letter.upper(),
            addresses.letter_address,
        )

    def _grouped(
        self,
        keys: Callable[[State], Iterable[str]],
        name: Callable[[str], str],
        address: Callable[[str], str],
    ) -> dict[str, tuple[str, list[str]]]:
        found: dict[str, tuple[str, list[str]]] = {}
        for code, state in self.usable.items():
            for where, words in dict.fromkeys((address(key), name(key)) for key in keys(state)):
                found.setdefault(where, (words, []))[1].append(code)
        return dict(sorted(found.items(), key=lambda item: sort_key(item[1][0])))

    def next_state(self, code: str) -> State | None:
        """Return the state that is to come after the day, if one is known."""
        states = self.catalog.lives[code].states
        if not states or states[-1].since <= self.today:
            return None
        return next(state for state in states if state.since > self.today)

    @cached_property
    def hashes(self) -> Mapping[str, tuple[str, ...]]:
        """The hash of each document by code: what lasting addresses and names are made of."""
        catalog = self.catalog
        if catalog.hashes or catalog.tree is None:
            return catalog.hashes
        return hashes_in(catalog.tree)

    @cached_property
    def versions(self) -> dict[str, tuple[Version, ...]]:
        """Every version of every procedure, by code."""
        lives = self.catalog.lives
        return {code: versions_of(lives[code], self.hashes.get(code, ())) for code in self.states}

    def version_now(self, code: str) -> Version | None:
        """Return the version that applies on the day."""
        for version in self.versions[code]:
            for span in version.spans:
                if span.since <= self.today and (span.until is None or self.today <= span.until):
                    return version
        return None

    @cached_property
    def coming(self) -> list[State]:
        """Every state that is still to come, the nearest first."""
        found = [state for code in self.states if (state := self.next_state(code))]
        return sorted(found, key=lambda state: (state.since, state.code))


_LOCAL = {Level.PROVINCE, Level.DISTRICT, Level.COMMUNE}


def _is_local(number: str) -> bool:
    """Tell whether a number bears the sign of a people's committee: 3582/QĐ-UBND."""
    return number.upper().endswith(("-UBND", "-CTUBND"))


def level_name(level: str) -> str:
    """Return what the list of a level is called."""
    return sentence(level) if level == Level.OTHER else f"Cấp {level}"


ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz0"
"""The letters in their order; what begins with none of them comes last."""

_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


def name_key(name: str) -> tuple[str, str]:
    """Return the key by which names are sorted: without the word "Thủ tục" in front."""
    return sort_key(_bare(name))


def first_letter(name: str) -> str:
    """Return the letter of the alphabet that a name is listed under."""
    decomposed = unicodedata.normalize("NFD", _bare(name)[:1].lower())
    letter = unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in _TONES))
    return letter if letter in ALPHABET[:-1] else "0–9"


def initial_words(name: str) -> str:
    """Return the first two words by which a name is found in a list."""
    words = _bare(name).split()[:2]
    return sentence(" ".join(words))


def _bare(name: str) -> str:
    lead = "thủ tục "
    return name[len(lead) :] if name.lower().startswith(lead) else name
