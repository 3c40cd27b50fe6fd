# Files of answers in every wrapping, and files that are broken.

from __future__ import annotations

import gzip
import json
import os
import threading
from typing import TYPE_CHECKING, Any

import pytest

from tests.imports.conftest import DAY
from tthc_catalog.errors import BadRequestError, UnreadableError, UnwritableError
from tthc_catalog.imports import import_portal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tests.imports.conftest import Portal
    from tthc_catalog.imports import ImportReport


NO_DETAILS = "không có trình tự, cách thức, thành phần hồ sơ"


def bytes_of(*answers: object, lines: bool = False) -> bytes:
    """Return answers as one list, or one a line."""
    if lines:
        return "\n".join(json.dumps(each, ensure_ascii=False) for each in answers).encode()
    return json.dumps(list(answers), ensure_ascii=False).encode()


def run(portal: Portal, data: bytes, day: date | None = DAY) -> ImportReport:
    """Import one file with the given bytes."""
    path = portal.folder / "any.bin"
    path.write_bytes(data)
    return import_portal([path], portal.into, day)


WRAPPINGS: dict[str, Callable[[object], bytes]] = {
    "one object": lambda answer: json.dumps(answer).encode(),
    "a list": bytes_of,
    "lines": lambda answer: bytes_of(answer, lines=True) + b"\n\n",
    "gzipped lines": lambda answer: gzip.compress(bytes_of(answer, lines=True)),
    "as the service sends it": lambda answer: json.dumps({"code": "OK", "data": answer}).encode(),
    "a wrapped list": lambda answer: json.dumps({"code": "OK", "data": [answer]}).encode(),
    "wrapped lines": lambda answer: bytes_of({"code": "OK", "data": answer}, lines=True),
    "with a byte order mark": lambda answer: b"\xef\xbb\xbf" + bytes_of(answer),
    "over many lines": lambda answer: json.dumps(answer, indent=2).encode(),
}


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_every_wrapping_gives_the_same_record(portal: Portal, wrapping: str) -> None:
    report = run(portal, WRAPPINGS[wrapping](portal.answer()))
    assert (report.total.read, report.total.written, report.findings) == (1, 1, ())
    assert "ten: Cho mượn thang hái bưởi" in portal.text()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (gzip.compress(b"{}" * 100)[:-9], "bị cụt hoặc hỏng; hãy tải lại. Chưa ghi gì"),
        (b"\x1f\x8bnot gzip at all", "bị cụt hoặc hỏng; hãy tải lại. Chưa ghi gì"),
        (b"", "không phải là JSON hay JSON từng dòng (sai cú pháp ở ký tự thứ 1)."),
        (b'{"code":\n 1,}', "JSON từng dòng (sai cú pháp ở dòng 2, ký tự thứ"),
        (b"9" * 5000, "không phải là JSON hay JSON từng dòng (có số dài quá mức đọc được)."),
        (b'{"qty": NaN}', "không phải là JSON hay JSON từng dòng (NaN không phải là một số)."),
        (b"{'code': 1}", "không phải là JSON hay JSON từng dòng"),
        ("mã".encode("utf-16"), "không ở mã UTF-8."),
        (b"[" * 100_000, "không phải là JSON hay JSON từng dòng (lồng nhau quá sâu)."),
    ],
    # Compressed bytes tell the time, and workers must agree on the names of tests.
    ids=["truncated", "no-gzip", "empty", "comma", "digits", "nan", "python", "utf-16", "too-deep"],
)  # fmt: skip
def test_file_that_cannot_be_read_stops_with_one_sentence(
    portal: Portal, data: bytes, sentence: str
) -> None:
    with pytest.raises(UnreadableError) as error:
        run(portal, data)
    assert sentence in str(error.value)
    assert "\n" not in str(error.value)
    assert not portal.into.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_pipe_is_read_once(portal: Portal, pack: Callable[[bytes], bytes]) -> None:
    pipe = portal.folder / "answers"
    os.mkfifo(pipe)
    data = pack(bytes_of(portal.answer()))
    writer = threading.Thread(target=pipe.write_bytes, args=(data,))
    writer.start()
    report = import_portal([pipe], portal.into, DAY)
    writer.join()
    assert (report.total.read, report.total.written) == (1, 1)


def test_missing_file_stops_before_anything_is_written(portal: Portal) -> None:
    good = portal.file(portal.answer())
    with pytest.raises(UnreadableError, match="không tồn tại"):
        import_portal([good, portal.folder / "none.json"], portal.into)
    assert not portal.into.exists()


def test_damaged_line_is_told_and_the_others_are_taken(portal: Portal) -> None:
    data = bytes_of(portal.answer(), portal.answer(code="1.000011"), lines=True)
    report = run(portal, data.replace(b"\n", b'\n{"code": \n'))
    assert (report.total.read, report.total.written, report.total.refused) == (3, 2, 1)
    (found,) = report.findings
    assert found.id == "import-bad-line"
    assert found.place.line == 2
    assert found.message.startswith("Dòng 2 không phải là JSON nên bị bỏ qua: sai cú pháp ở ký tự")


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (5, "không phải là một nhóm khóa: giá trị"),
        (None, "Cổng không trả về dữ liệu"),
        ({"code": "NOT_FOUND", "data": None}, "Cổng không trả về dữ liệu"),
        ({"code": "1.000010", "name": "Hàng của danh sách"}, NO_DETAILS),
        ({"data": {"items": [], "total": 0}}, NO_DETAILS),
    ],
)  # fmt: skip
def test_value_that_is_no_answer_is_told(portal: Portal, value: object, reason: str) -> None:
    report = run(portal, bytes_of(value, portal.answer()))
    assert [found.message for found in report.findings] == [
        f"Bản ghi 1 không phải là câu trả lời chi tiết của Cổng: {reason}."
    ]
    assert report.total.written == 1


@pytest.mark.parametrize(
    ("code", "sentence", "mend"),
    [
        ("12", "Bản ghi thứ 1: “12” không phải là mã thủ tục; không nhận bản ghi này.", ""),
        (
            1.01,
            "Bản ghi thứ 1: “1.01” không phải là mã thủ tục; không nhận bản ghi này.",
            '; nếu đã mất số 0 ở cuối thì mã là "1.010000"',
        ),
        (None, "Bản ghi thứ 1: “None” không phải là mã thủ tục; không nhận bản ghi này.", ""),
        (
            "../../x",
            "Bản ghi thứ 1: “../../x” không phải là mã thủ tục; không nhận bản ghi này.",
            "",
        ),
    ],
)
def test_code_that_is_none_is_refused_and_not_repaired(
    portal: Portal, code: object, sentence: str, mend: str
) -> None:
    report = run(portal, bytes_of({**portal.answer(), "code": code}))
    assert [found.message for found in report.findings] == [sentence]
    assert report.findings[0].mend == f"Lấy lại bản ghi với mã viết trong dấu nháy{mend}."
    assert not portal.into.exists()


def test_a_refused_record_is_named_by_its_line(portal: Portal) -> None:
    report = run(portal, bytes_of(portal.answer(), portal.answer(asked="1.000099"), lines=True))
    (found,) = report.findings
    assert (found.place.line, found.place.field) == (2, "code")
    assert found.message.startswith("Bản ghi thứ 2: hỏi mã 1.000099")


@pytest.mark.parametrize(
    "changes",
    [
        {"_source": {"asked": "1.000099"}},
        {"_source": {"asked_code": "1.000099"}},
        {"asked": "1.000099"},
        {"codeNotation": "1.000099"},
    ],
)
def test_record_of_another_procedure_is_refused(portal: Portal, changes: dict[str, Any]) -> None:
    report = run(portal, bytes_of(portal.answer(**changes)))
    assert [found.message for found in report.findings] == [
        "Bản ghi thứ 1: hỏi mã 1.000099 nhưng bản ghi in mã 1.000010; không nhận bản ghi này."
    ]
    assert report.total.refused == 1


def test_code_with_a_local_part_is_a_procedure_of_its_own(portal: Portal) -> None:
    run(portal, bytes_of(portal.answer(), portal.answer(code="1.000010.H19")))
    assert sorted(portal.catalog().lives) == ["1.000010", "1.000010.H19"]


def test_day_of_the_crawl_must_be_known(portal: Portal) -> None:
    with pytest.raises(BadRequestError) as error:
        run(portal, bytes_of(portal.answer()), None)
    assert str(error.value).startswith("Bản ghi 1 của ")
    assert str(error.value).endswith(
        "không nêu ngày lấy dữ liệu; hãy thêm `--as-of` với ngày đã hỏi Cổng, "
        "ví dụ `--as-of 2026-07-17`."
    )
    assert not portal.into.exists()


def test_day_of_the_record_is_taken_when_none_is_given(portal: Portal) -> None:
    run(portal, bytes_of(portal.answer(_source={"date": "2025-12-31"})), None)
    assert "ghi_nhan: 2025-12-31" in portal.text()


def test_register_with_a_fault_stops_the_import(portal: Portal) -> None:
    portal.into.mkdir()
    (portal.into / "fields.yaml").write_text("vuon-tuoc:\n  tenn: Vườn tược\n")
    with pytest.raises(UnreadableError, match=r"fields\.yaml có lỗi nên chưa nhập gì"):
        portal.take(portal.answer())
    assert [path.name for path in portal.into.iterdir()] == ["fields.yaml"]


def test_registers_grow_below_what_people_wrote(portal: Portal) -> None:
    portal.into.mkdir()
    written = "# các lĩnh vực\nlam-vuon: {ten: Làm vườn, ten_khac: [Vườn tược]}\n"
    (portal.into / "fields.yaml").write_text(written)
    portal.take(
        portal.answer(), portal.answer(code="1.000011", categoriesDetails=[{"name": "Kho"}])
    )
    text = (portal.into / "fields.yaml").read_text()
    assert text == f"{written}kho:\n  ten: Kho\n"
    assert (portal.into / "procedures/lam-vuon/1.000010.yaml").exists()


def test_file_in_the_way_is_not_touched(portal: Portal) -> None:
    other = portal.into / "procedures/kho/1.000010.yaml"
    other.parent.mkdir(parents=True)
    other.write_text("ma: 1.000010\n")
    report = portal.take(portal.answer())
    assert [found.message for found in report.findings] == [
        (
            "1.000010: tệp procedures/kho/1.000010.yaml có lỗi hoặc thuộc thủ tục khác "
            "nên không ghi thêm vào."
        )
    ]
    assert report.written == ()
    assert other.read_text() == "ma: 1.000010\n"


def test_nothing_is_half_written(portal: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    portal.into.mkdir()
    (portal.into / "procedures").write_text("một tệp ở chỗ của thư mục")
    with pytest.raises(UnwritableError):
        portal.take(portal.answer())
    assert sorted(path.name for path in portal.into.iterdir()) == ["procedures"]
