# Text as Vietnamese law writes it. Two families that must not be mixed up: forms that keep the
# meaning, and folding, which throws it away for search.

from __future__ import annotations

import string
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_catalog.vietnamese import (
    editorial_form,
    fold,
    nearest,
    nfc,
    say_date,
    say_number,
    slug,
    sort_key,
    squeeze,
)

LETTERS = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
)
vietnamese = st.text(LETTERS + LETTERS.upper() + " -,.()0123456789", max_size=40)
forms = st.sampled_from(["NFC", "NFD"])


class TestFormsThatKeepTheMeaning:
    """Unicode form, spaces and look-alikes carry no law; letters and marks may."""

    @given(vietnamese, forms)
    def test_unicode_form_does_not_count(self, text: str, form: str) -> None:
        written = unicodedata.normalize(form, text)  # type: ignore[arg-type] # one of two literals
        assert nfc(written) == unicodedata.normalize("NFC", text)
        assert editorial_form(written) == editorial_form(text)

    @given(vietnamese)
    def test_white_space_does_not_count(self, text: str) -> None:
        assert squeeze(f"\u00a0 {text}\t\n") == squeeze(text)
        assert squeeze(text.replace(" ", " \u200b ")) == squeeze(text)

    def test_what_is_not_seen_parts_words_like_a_space(self) -> None:
        assert squeeze("\ufeffhồ\u200bsơ \u200b\u2003hợp\x1clệ\u200b") == "hồ sơ hợp lệ"

    @given(st.text(max_size=40))
    def test_what_is_in_its_form_stays(self, text: str) -> None:
        for form in (nfc, squeeze, editorial_form):
            assert form(form(text)) == form(text)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("hoà giải", "hòa giải"),
            ("uỷ quyền", "ủy quyền"),
            ("thuỷ sản", "thủy sản"),
            ("KHOẺ", "KHỎE"),
            ("“Mẫu số 1” – bản chính", '"Mẫu số 1" - bản chính'),
            ("Nghị ðịnh", "Nghị định"),
            ("gồm:…", "gồm:..."),
            ("cấp\u00adphép", "cấpphép"),
        ],
    )
    def test_what_only_an_editor_sees(self, one: str, other: str) -> None:
        assert editorial_form(one) == editorial_form(other)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Cấp xã", "cấp xã"),
            ("cấp, đổi", "cấp đổi"),
            ("mã", "ma"),
            ("toán", "toản"),
            ("hoàn", "hòan "),
            ("10 ngày", "1 ngày"),
        ],
    )
    def test_what_may_carry_law_stays(self, one: str, other: str) -> None:
        assert editorial_form(one) != editorial_form(other)


class TestFolding:
    """Without diacritics, for search and for addresses only."""

    @given(st.text(max_size=40))
    def test_only_plain_words_are_left(self, text: str) -> None:
        assert set(fold(text)) <= set(string.ascii_lowercase + string.digits + " ")
        assert "  " not in fold(text)
        assert fold(fold(text)) == fold(text)

    @given(vietnamese, forms)
    def test_how_it_is_typed_does_not_count(self, text: str, form: str) -> None:
        written = unicodedata.normalize(form, text)  # type: ignore[arg-type] # one of two literals
        assert fold(written) == fold(text) == fold(text.upper())

    @pytest.mark.parametrize(
        ("text", "folded"),
        [
            ("Đăng ký khai sinh", "dang ky khai sinh"),
            ("Ðổi thẻ", "doi the"),
            ("cấp-lại (lần 2)", "cap lai lan 2"),
            ("ƯƠNG", "uong"),
            ("", ""),
        ],
    )
    def test_words_people_type(self, text: str, folded: str) -> None:
        assert fold(text) == folded

    @given(st.text(max_size=200))
    def test_a_slug_is_part_of_an_address(self, text: str) -> None:
        made = slug(text)
        assert made
        assert len(made) <= 80
        assert set(made) <= set(string.ascii_lowercase + string.digits + "-")
        assert not made.startswith("-")
        assert not made.endswith("-")

    def test_a_slug_ends_with_a_whole_word(self) -> None:
        assert slug("cấp giấy phép xây dựng", longest=12) == "cap-giay"
        assert slug("…") == "khong-ten"


class TestOrder:
    """Letters first, tones second, as dictionaries sort."""

    def test_words_stand_as_in_a_dictionary(self) -> None:
        words = "1 an,12 an,an,án,an 2,an toàn,ang,ăn,ân,ba,bà,cá,chi,da,đa,ê,y"
        ordered = words.split(",")
        assert sorted(set(ordered), key=sort_key) == ordered

    def test_tones_stand_in_their_order(self) -> None:
        ordered = ["ma", "mà", "mả", "mã", "má", "mạ"]
        assert sorted(set(ordered), key=sort_key) == ordered
        ordered = ["ba ba", "ba bà", "bà ba"]  # the first syllable that differs decides
        assert sorted(set(ordered), key=sort_key) == ordered

    def test_signs_and_large_letters_do_not_count(self) -> None:
        assert sort_key("Cấp (lại) thẻ…") == sort_key("cấp lại thẻ")

    @given(vietnamese, forms)
    def test_how_it_is_typed_does_not_count(self, text: str, form: str) -> None:
        written = unicodedata.normalize(form, text)  # type: ignore[arg-type] # one of two literals
        assert sort_key(written) == sort_key(text) == sort_key(f"  {text} ")

    @given(st.lists(st.text(max_size=10)))
    def test_any_texts_can_be_sorted(self, texts: list[str]) -> None:
        assert len(sorted(texts, key=sort_key)) == len(texts)


class TestHelpForTypists:
    """The word that was probably meant."""

    def test_the_nearest_word_is_found_without_diacritics(self) -> None:
        choices = ["trực tiếp", "trực tuyến", "bưu chính"]
        assert nearest("truc tiep", choices) == "trực tiếp"
        assert nearest("TRỰC TUYÊN", choices) == "trực tuyến"
        assert nearest("xyz", choices) is None
        assert nearest("", []) is None


class TestWhatIsPrinted:
    """Days and numbers as documents print them."""

    def test_days_and_numbers(self) -> None:
        assert say_date(date(2026, 7, 1)) == "01/07/2026"
        assert say_number(1828) == "1.828"
        assert say_number(1234567) == "1.234.567"
        assert say_number(0) == "0"

    @given(st.dates())
    def test_a_printed_day_reads_back(self, day: date) -> None:
        parts = [int(part) for part in say_date(day).split("/")]
        assert date(parts[2], parts[1], parts[0]) == day
