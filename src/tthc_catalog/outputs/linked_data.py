# The same procedure in the two vocabularies that others read: schema.org for search engines, in the
# head of its page, and CPSV-AP 3.2 for catalogues of public services, as a file. CPSV-AP allows one
# processing time for a service and no working days, so the service carries the longest one, counted
# in calendar days, and each channel says word for word what the law says: nothing is lost, and what
# is only an approximation stands where only approximations fit.

"""Linked data: schema.org in the page's head, CPSV-AP in a file of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tthc_catalog.catalog import Status
from tthc_catalog.files.compact_json import compact
from tthc_catalog.outputs.site import addresses
from tthc_catalog.records.time_limit import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tthc_catalog.outputs.site.edition import Edition
    from tthc_catalog.records.parts import Channel
    from tthc_catalog.records.procedure import Procedure
    from tthc_catalog.records.time_limit import TimeLimit

MEDIA_TYPE = "application/ld+json"
_EXACT = {
    Unit.MINUTE: ("PT", 1, "M"),
    Unit.HOUR: ("PT", 1, "H"),
    Unit.DAY: ("P", 1, "D"),
    Unit.WEEK: ("P", 7, "D"),
    Unit.MONTH: ("P", 1, "M"),
    Unit.YEAR: ("P", 1, "Y"),
}
_CONTEXT = {
    "adms": "http://www.w3.org/ns/adms#",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "processingTime": {"@id": "cv:processingTime", "@type": "xsd:duration"},
}
_STATUSES = {
    Status.FUTURE: "UnderDevelopment",
    Status.IN_FORCE: "Completed",
    Status.SUSPENDED: "Completed",
    Status.ABOLISHED: "Withdrawn",
    Status.EXPIRED: "Withdrawn",
    Status.REPLACED: "Deprecated",
}
_ADMS = "http://purl.org/adms/status/"
_VIETNAM = "http://publications.europa.eu/resource/authority/country/VNM"
_REGION = "http://data.europa.eu/88u/dataset/atu-type"
"""The class that CPSV-AP asks of whatever an organisation covers."""

_LANGUAGE = "http://publications.europa.eu/resource/authority/language/VIE"


# --- schema.org -----------------------------------------------------------------------------------


def procedure_head(edition: Edition, code: str) -> str:
    """Return what a page says to programs: the procedure's other forms, itself in schema.org."""
    up = "../" * addresses.depth_of(addresses.procedure_address(code))
    links = (
        ("application/atom+xml", addresses.procedure_feed_address(code)),
        ("application/json", addresses.procedure_data_address(code)),
        (MEDIA_TYPE, addresses.linked_data_address(code)),
    )
    said = "".join(f'<link rel="alternate " type="{kind}" href="{up}{to}">' for kind, to in links)
    text = compact(schema_org(edition, code)).decode()
    # The words of a record must not end the element that holds them.
    text = text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return f'{said}<script type="{MEDIA_TYPE}">{text}</script>'


def list_head(address: str) -> str:
    """Return the feed that belongs to a list of changes or of a field's or agency's procedures."""
    feed = addresses.feed_of(address)
    if feed is None:
        return ""
    up = "../" * addresses.depth_of(address)
    return f'<link rel="alternate " type="application/atom+xml" href="{up}{feed}">'


def schema_org(edition: Edition, code: str) -> dict[str, Any]:
    """Return a procedure as a schema.org GovernmentService."""
    procedure = edition.states[code].procedure
    agencies = procedure.agencies.executing or procedure.agencies.deciding
    page = addresses.procedure_address(code)
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "identifier": code,
        "name": procedure.name,
        "serviceType": edition.field_link(procedure.field).words,
        "url": edition.base + page if edition.base else None,
        "areaServed": {"@type": "Country", "name": "Việt Nam"},
        "provider": [
            {"@type": "GovernmentOrganization", "name": edition.agency_name(name)}
            for name in agencies[:3]
        ],
        "audience": [
            {"@type": "Audience", "audienceType": subject}
            for subject in (*(each.value for each in procedure.subjects), *procedure.other_subjects)
        ],
        "availableChannel": [_channel(procedure, channel) for channel in procedure.channels],
        "serviceOutput": [{"@type": "Thing", "name": each.name} for each in procedure.results[:3]],
    }
    return {key: value for key, value in data.items() if value}


def _channel(procedure: Procedure, channel: Channel) -> dict[str, Any]:
    limit = channel.time_limit or procedure.time_limit
    data = {
        "@type": "ServiceChannel",
        "name": _name(channel),
        "description": _words(procedure, channel),
        "processingTime": duration(limit) if limit else None,
    }
    return {key: value for key, value in data.items() if value}


def _name(channel: Channel) -> str:
    return channel.kind.value + (f" – {channel.case}" if channel.case else "")


def _words(procedure: Procedure, channel: Channel) -> str:
    limit = channel.time_limit or procedure.time_limit or channel.printed_time_limit
    fees = [*(str(fee) for fee in channel.fees or procedure.fees), *channel.printed_fees]
    said = [
        f"Thời hạn: {limit}" if limit else "",
        f"Phí, lệ phí: {'; '.join(fees)}" if fees else "",
    ]
    return ". ".join(filter(None, said))


def duration(limit: TimeLimit) -> str | None:
    """Return a time limit as ISO 8601 says it; None for working days, which it cannot say."""
    if limit.unit not in _EXACT or limit.total is None or limit.extension:
        return None
    before, times, after = _EXACT[limit.unit]
    whole = limit.total * times
    return f"{before}{int(whole)}{after}" if whole == int(whole) else None


# --- CPSV-AP --------------------------------------------------------------------------------------


def linked_data(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the text of the CPSV-AP file of every procedure."""
    for code in edition.unsettled:
        yield addresses.linked_data_address(code), compact(cpsv_ap(edition, code)) + b"\n"


def cpsv_ap(edition: Edition, code: str) -> dict[str, Any]:
    """Return a procedure as a CPSV-AP 3.2 public service with its channels, costs and papers."""
    state = edition.states[code]
    procedure = state.procedure
    here = edition.base + addresses.procedure_address(code)
    papers = _nodes(here, "giay-to", "cv:Evidence", _papers(procedure))
    outputs = _nodes(here, "ket-qua", "cv:Output", [each.name for each in procedure.results])
    laws = _nodes(here, "can-cu", "eli:LegalResource", [c.label for c in procedure.legal_basis])
    channels, costs = _channels(here, procedure)
    names = procedure.agencies.deciding or procedure.agencies.executing
    agencies = [_agency(edition, name) for name in names or (_publisher(edition),)]
    conditions = (
        _nodes(here, "dieu-kien", "cv:Requirement", [procedure.conditions])
        if procedure.conditions
        else []
    )
    service: dict[str, Any] = {
        "@id": f"{here}#thu-tuc",
        "@type": "cpsv:PublicService",
        "dct:identifier": code,
        "dct:title": _said(procedure.name),
        "dct:description": _said(_description(procedure)),
        "dct:language": {"@id": _LANGUAGE, "@type": "dct:LinguisticSystem"},
        "dct:spatial": {"@id": _VIETNAM},
        "adms:status": {"@id": _ADMS + _STATUSES[state.status], "@type": "skos:Concept"},
        "cv:hasCompetentAuthority": _ids(agencies),
        "cv:hasChannel": _ids(channels),
        "cv:hasCost": _ids(costs),
        "cpsv:hasInput": _ids(papers),
        "cpsv:produces": _ids(outputs),
        "cv:hasLegalResource": _ids(laws),
        "cv:holdsRequirement": _ids(conditions),
        "processingTime": _longest(procedure),
        "dct:isReplacedBy": [
            {"@id": f"{edition.base}{addresses.procedure_address(to)}#thu-tuc"}
            for to in state.successors
        ],
    }
    service = {key: value for key, value in service.items() if value}
    country = {"@id": _VIETNAM, "@type": ["dct:Location", _REGION]}
    nodes = [country, *agencies, *channels, *costs, *papers, *outputs, *laws, *conditions]
    return {"@context": _CONTEXT, "@graph": [service, *nodes]}


def _said(words: str) -> dict[str, str]:
    return {"@value": words, "@language": "vi"}


def _ids(nodes: Iterable[dict[str, Any]]) -> list[dict[str, str]]:
    return [{"@id": node["@id"]} for node in nodes]


def _nodes(here: str, name: str, kind: str, titles: Iterable[str]) -> list[dict[str, Any]]:
    return [
        {
            "@id": f"{here}#{name}-{number}",
            "@type": kind,
            "dct:identifier": f"{name}-{number}",
            "dct:title": _said(title),
        }
        for number, title in enumerate(titles, 1)
    ]


def _papers(procedure: Procedure) -> list[str]:
    names = (paper.name for dossier in procedure.dossiers for paper in dossier.components)
    return list(dict.fromkeys(names))


def _agency(edition: Edition, name: str) -> dict[str, Any]:
    words = edition.agency_name(name)
    return {
        "@id": f"{edition.base}{addresses.agency_address(words)}#co-quan",
        "@type": "cv:PublicOrganisation",
        "skos:prefLabel": _said(words),
        "dct:spatial": {"@id": _VIETNAM},
    }


def _publisher(edition: Edition) -> str:
    return edition.catalog.settings.publisher or edition.catalog.settings.title


def _channels(here: str, procedure: Procedure) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    channels: list[dict[str, Any]] = []
    costs: list[dict[str, Any]] = []
    for number, channel in enumerate(procedure.channels, 1):
        limit = channel.time_limit or procedure.time_limit
        node = {
            "@id": f"{here}#cach-thuc-{number}",
            "@type": "cv:Channel",
            "dct:identifier": f"cach-thuc-{number}",
            "dct:title": _said(_name(channel)),
            "dct:description": _said(_words(procedure, channel)),
            "processingTime": duration(limit) if limit else None,
        }
        channels.append({key: value for key, value in node.items() if value})
        for fee in (*(str(fee) for fee in channel.fees or procedure.fees), *channel.printed_fees):
            costs.append(
                {
                    "@id": f"{here}#phi-{len(costs) + 1}",
                    "@type": "cv:Cost",
                    "dct:identifier": f"phi-{len(costs) + 1}",
                    "dct:description": _said(fee),
                    "cv:ifAccessedThrough": {"@id": node["@id"]},
                }
            )
    return channels, costs


def _longest(procedure: Procedure) -> str | None:
    limits = [channel.time_limit or procedure.time_limit for channel in procedure.channels]
    bounds = [limit.bounds() for limit in (*limits, procedure.time_limit) if limit]
    days = [most for found in bounds if found and (most := found[1]) is not None]
    if not days or len(days) < len(bounds):
        return None
    return f"P{max(days)}D"


def _description(procedure: Procedure) -> str:
    if procedure.description:
        return procedure.description
    said = [f"{step.name}: {step.text}" if step.name else step.text for step in procedure.steps]
    return "\n".join(said) or procedure.name
