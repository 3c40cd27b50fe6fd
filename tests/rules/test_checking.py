# Levels, acceptances and lines: what stands between a rule and the officer who reads it.

from __future__ import annotations

from datetime import date

import pytest

from tthc_catalog.catalog import Catalog
from tthc_catalog.finding import Finding, Severity
from tthc_catalog.rules import RULES, check
from tthc_catalog.rules.example import EXAMPLE_DAY, ExampleTree, example_catalog, example_files
from tthc_catalog.rules.no_result import no_result

BAD = no_result.bad


def _check(example: str, **more: str) -> list[Finding]:
    files = example_files(example)
    files.update({f"{name}.yaml": text for name, text in more.items()})
    return check(Catalog.load(ExampleTree(files), cache=False), EXAMPLE_DAY)


def _said(findings: list[Finding]) -> list[str]:
    return [f"{each.place}: {each.severity.label} [{each.id}] {each.message}" for each in findings]


def test_a_finding_stands_at_its_line() -> None:
    [said] = _said(_check(BAD))
    assert said == (
        "procedures/linh-vuc-mau/1.000001.yaml:1:1: cảnh báo [no-result] "
        "Thủ tục không nêu kết quả thực hiện."
    )


@pytest.mark.parametrize(
    ("level", "severity"),
    [("lỗi", Severity.ERROR), ("cảnh báo", Severity.WARNING), ("lưu ý", Severity.INFO)],
)
def test_a_catalogue_sets_the_level_of_a_rule(level: str, severity: Severity) -> None:
    found = _check(BAD, catalog=f"ten: Ví dụ\nmuc_do:\n  no-result: {level}\n")
    assert [each.severity for each in found] == [severity]


def test_a_rule_can_be_switched_off() -> None:
    assert not _check(BAD, catalog="ten: Ví dụ\nmuc_do:\n  no-result: tắt\n")


def test_a_rule_that_is_off_by_default_can_be_switched_on() -> None:
    example = next(rule for rule in RULES if rule.id == "no-transition-rule").bad
    assert not _check(example)
    found = _check(example, catalog="ten: Ví dụ\nmuc_do:\n  no-transition-rule: cảnh báo\n")
    assert [(each.id, each.severity) for each in found] == [
        ("no-transition-rule", Severity.WARNING)
    ]


@pytest.mark.parametrize("level", ["tắt", "lưu ý"])
def test_what_reading_finds_keeps_its_level(level: str) -> None:
    files = example_files("thoi_han: 10 ngày ngày") | {
        "catalog.yaml": f"ten: Ví dụ\nmuc_do:\n  not-a-time-limit: {level}\n"
    }
    told = _said(check(Catalog.load(ExampleTree(files), cache=False), EXAMPLE_DAY))
    assert told[0] == (
        "catalog.yaml:3:21: lỗi [fixed-level] `not-a-time-limit` không phải quy tắc mà là lỗi khi "
        "đọc tệp hoặc sổ, nên `muc_do` không đổi mức của nó."
    )
    assert "lỗi [not-a-time-limit]" in told[-1]


def test_a_limit_stated_twice_is_told_of_the_newer_document() -> None:
    files = example_files("ten: Cấp giấy phép mẫu\n---\nquyet_dinh: 2/QĐ-UBND\nthoi_han: 10 ngày\n")
    found = check(Catalog.load(ExampleTree(files), cache=False), EXAMPLE_DAY)
    assert [(each.id, each.place.document, each.place.field) for each in found] == [
        ("time-limit-stated-twice", 1, "thoi_han")
    ]


def test_a_day_before_all_others_is_never_printed() -> None:
    files = example_files("quyet_dinh: 30/QĐ-UBND\nbai_bo:\n  can_cu: 10/2025/NĐ-CP\n")
    name = next(name for name in files if name.startswith("procedures/"))
    files[name] += "---\nquyet_dinh: 2/QĐ-UBND\nket_qua: Giấy phép mới\n"
    told = _said(check(Catalog.load(ExampleTree(files), cache=False), EXAMPLE_DAY))
    [said] = [each for each in told if "[restated-after-end]" in each]
    assert "đã bãi bỏ từ trước mà tài liệu này còn sửa đổi" in said
    assert "01/01/1" not in "".join(told)


def test_a_level_for_no_rule_is_a_finding() -> None:
    found = _check("ten: Cấp phép", catalog="ten: Ví dụ\nmuc_do:\n  no-resutl: tắt\n")
    wrong = [each for each in found if each.id == "unknown-rule"]
    assert [(str(each.place), each.message, each.mend) for each in wrong] == [
        (
            "catalog.yaml:3:14",
            "`no-resutl` không phải tên một quy tắc.",
            "Có phải ý là `no-result`?",
        )
    ]


def test_a_level_that_is_none_is_a_finding() -> None:
    found = _check(BAD, catalog="ten: Ví dụ\nmuc_do:\n  no-result: warning\n")
    assert "not-in-list" in {each.id for each in found}


# --- acceptances ----------------------------------------------------------------------------------


def _acceptance(rule: str, fingerprint: str, more: str = "") -> str:
    return f"quy_tac: {rule}\ndau_van_tay: {fingerprint}\nly_do: Văn bản không nêu\n{more}"


def test_an_accepted_finding_is_silent() -> None:
    [found] = _check(BAD)
    assert not _check(BAD, accepted=_acceptance("no-result", found.fingerprint))


def test_an_accepted_finding_can_be_asked_for() -> None:
    [found] = _check(BAD)
    files = example_files(BAD) | {"accepted.yaml": _acceptance("no-result", found.fingerprint)}
    catalog = Catalog.load(ExampleTree(files), cache=False)
    assert [each.id for each in check(catalog, EXAMPLE_DAY, accepted_too=True)] == ["no-result"]


def test_the_fingerprint_survives_moved_lines_and_other_levels() -> None:
    [found] = _check(BAD)
    files = example_files(BAD)
    name = found.place.file
    files[name] = "# một dòng ghi chú\n" + files[name]
    files["catalog.yaml"] = "ten: Ví dụ\nmuc_do:\n  no-result: lỗi\n"
    [moved] = check(Catalog.load(ExampleTree(files), cache=False), EXAMPLE_DAY)
    assert moved.place.line != found.place.line or moved.place.line == 1
    assert moved.fingerprint == found.fingerprint


def test_an_acceptance_of_nothing_is_a_finding() -> None:
    accepted = _acceptance("no-result", "abcdefabcdef")
    [said] = _said(_check("ten: Cấp giấy phép mẫu", accepted=accepted))
    assert said == (
        "accepted.yaml:1:1: cảnh báo [unused-acceptance] "
        "Chấp nhận `no-result` (dấu vân tay abcdefabcdef) không còn khớp với phát hiện nào."
    )


def test_an_acceptance_of_another_rule_does_not_count() -> None:
    [found] = _check(BAD)
    ids = {each.id for each in _check(BAD, accepted=_acceptance("no-agency", found.fingerprint))}
    assert ids == {"no-result", "unused-acceptance"}


def test_an_acceptance_expires() -> None:
    [found] = _check(BAD)
    last = _acceptance("no-result", found.fingerprint, f"den_ngay: {EXAMPLE_DAY}\n")
    assert not _check(BAD, accepted=last)
    over = _acceptance("no-result", found.fingerprint, f"den_ngay: {date(2026, 8, 31)}\n")
    told = _check(BAD, accepted=over)
    assert {each.id for each in told} == {"no-result", "expired-acceptance"}
    assert any("đã hết hạn từ 31/08/2026" in each.message for each in told)


def test_an_acceptance_twice_is_a_finding() -> None:
    [found] = _check(BAD)
    once = _acceptance("no-result", found.fingerprint)
    assert {each.id for each in _check(BAD, accepted=f"{once}---\n{once}")} == {"double-acceptance"}


def test_an_acceptance_counts_for_its_decision_only() -> None:
    [found] = _check(BAD)
    right = _acceptance("no-result", found.fingerprint, "quyet_dinh: 1/QĐ-UBND\n")
    assert not _check(BAD, accepted=right)
    wrong = _acceptance("no-result", found.fingerprint, "quyet_dinh: 2/QĐ-UBND\n")
    told = {each.id: each.message for each in _check(BAD, accepted=wrong)}
    assert set(told) == {"no-result", "misbound-acceptance"}
    assert told["misbound-acceptance"] == (
        f"Chấp nhận `no-result` (dấu vân tay {found.fingerprint}) nêu 2/QĐ-UBND, phát hiện lại "
        "thuộc 1/QĐ-UBND."
    )


def test_an_acceptance_of_an_unknown_rule_is_a_finding() -> None:
    found = _check("ten: Cấp giấy phép mẫu", accepted=_acceptance("no-such-thing", "abcdefabcdef"))
    assert {each.id for each in found} == {"unknown-rule", "unused-acceptance"}


# --- what belongs to a sample ---------------------------------------------------------------------


@pytest.mark.parametrize("rule_id", ["unknown-successor", "row-of-unknown-code"])
def test_a_sample_may_name_codes_that_it_does_not_hold(rule_id: str) -> None:
    example = next(rule for rule in RULES if rule.id == rule_id).bad
    assert rule_id in {each.id for each in check(example_catalog(example), EXAMPLE_DAY)}
    assert not _check(example, catalog="ten: Ví dụ\npham_vi: mẫu\n")
