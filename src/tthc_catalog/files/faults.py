# Files: what can be wrong with how a document is written, found once its events are known.
#
# Each of these is either a trap of YAML that changes what a record says without a word, or a power
# of YAML that a catalogue of law does not need: a reader must see all there is where it stands.

"""The kinds of findings about keys, values and documents of a YAML file."""

from __future__ import annotations

from tthc_catalog.finding import FindingKind, Severity

DEEPEST = 12
"""The most levels that a document may have; the format itself has six."""

MOST_DOCUMENTS = 5000
"""The most documents that a file may hold."""

MOST_FINDINGS = 200
"""The most findings that are told about one file; who has more, has one cause."""

DUPLICATE_KEY = FindingKind(
    "duplicate-key",
    Severity.ERROR,
    "Khóa `{key}` đã có ở dòng {first}.",
    "{advice}",
)
KEEP_ONE = (
    "Giữ lại một khóa `{key}`; nếu có nhiều giá trị thì viết thành danh sách, mỗi dòng một dấu `-`."
)
DOCUMENT_FORGOTTEN = (
    "Có quên dòng `---` ở trên không? Mỗi {what} là một tài liệu riêng, ngăn bằng `---`; "
    "nếu không thì giữ lại một khóa `{key}`."
)
ALSO_FORGOTTEN = (
    "Chắc cũng vì thiếu dòng `---` ở trên dòng {line}; nếu không thì giữ lại một khóa `{key}`."
)
OPENS_A_DOCUMENT = {
    "quyet_dinh": "quyết định", "ma": "quyết định", "quy_tac": "mục chấp nhận",
    "dau_van_tay": "mục chấp nhận",
}  # fmt: skip
"""Keys that stand at the top of a document once, so that a second one likely opens another."""

EMPTY_VALUE = FindingKind(
    "empty-value",
    Severity.ERROR,
    "`{field}` không có giá trị.",
    "Viết giá trị sau dấu hai chấm; nếu không có nội dung thì xóa cả dòng. "
    "Pháp luật không quy định thì viết `không quy định`.",
)
EMPTY_KEY = FindingKind(
    "empty-key",
    Severity.ERROR,
    "Có dấu hai chấm mà không có tên khóa ở trước.",
    "Viết tên khóa trước dấu hai chấm, hoặc đặt cả giá trị trong dấu nháy kép.",
)
COMPLEX_KEY = FindingKind(
    "complex-key",
    Severity.ERROR,
    "Khóa là một danh sách hoặc một nhóm, không phải một từ.",
    "Viết khóa là một từ, ví dụ `thoi_han: 5 ngày làm việc`.",
)
COMMA_IN_BRACES = FindingKind(
    "comma-in-braces",
    Severity.ERROR,
    "Trong dấu ngoặc nhọn, dấu phẩy ngăn cách các khóa, nên `{key}` bị hiểu là một khóa.",
    "Đặt giá trị có dấu phẩy trong dấu nháy kép{repaired}, hoặc viết mỗi khóa trên một dòng.",
)
NO_SPACE_AFTER_COLON = FindingKind(
    "no-space-after-colon",
    Severity.ERROR,
    "Sau dấu hai chấm của `{key}` thiếu dấu cách.",
    "Viết một dấu cách sau dấu hai chấm: `{repaired}`.",
)
NO_SPACE_AFTER_DASH = FindingKind(
    "no-space-after-dash",
    Severity.ERROR,
    "Sau dấu gạch đầu dòng của `{written}` thiếu dấu cách.",
    "Nếu là một mục của danh sách thì viết `- ` rồi đến nội dung; "
    "nếu dấu gạch thuộc nội dung thì đặt trong dấu nháy kép.",
)
UNQUOTED_NUMBER = FindingKind(
    "unquoted-number",
    Severity.ERROR,
    "`{written}` không có dấu nháy nên sẽ bị chương trình khác đọc thành số{read}.",
    'Viết "{written}" trong dấu nháy kép.',
)
TAG = FindingKind(
    "tag",
    Severity.ERROR,
    "`{tag}` là thẻ kiểu của YAML, danh mục không dùng.",
    "Xóa thẻ; nếu dấu chấm than thuộc nội dung thì đặt giá trị trong dấu nháy kép.",
)
ANCHOR = FindingKind(
    "anchor",
    Severity.ERROR,
    "`{sign}{name}` là dấu chép lại của YAML, danh mục không dùng.",
    "Viết lại đầy đủ nội dung ở chỗ cần; "
    "nếu dấu `{sign}` thuộc nội dung thì đặt giá trị trong dấu nháy kép.",
)
MERGE_KEY = FindingKind(
    "merge-key",
    Severity.ERROR,
    "`<<` là phép gộp của YAML, danh mục không dùng.",
    "Viết đầy đủ từng khóa ở đây.",
)
DIRECTIVE = FindingKind(
    "directive",
    Severity.ERROR,
    "Dòng bắt đầu bằng `%` là chỉ thị của YAML, danh mục không dùng.",
    "Xóa dòng đó.",
)
NOT_A_MAPPING = FindingKind(
    "not-a-mapping",
    Severity.ERROR,
    "Phần này không gồm các dòng `khóa: giá trị`.",
    "Viết mỗi nội dung sau tên khóa của nó, có dấu hai chấm và dấu cách: `ten: ...`.",
)
EMPTY_DOCUMENT = FindingKind(
    "empty-document",
    Severity.ERROR,
    "Không có nội dung nào ở đây.",
    "Viết nội dung, hoặc xóa tệp rỗng, hoặc xóa dấu `---` thừa.",
)
DOCUMENT_END = FindingKind(
    "document-end",
    Severity.ERROR,
    "Dòng `...` là dấu kết thúc của YAML, danh mục không dùng.",
    "Xóa dòng đó; giữa hai phần chỉ viết một dòng `---`.",
)
TOO_DEEP = FindingKind(
    "too-deep",
    Severity.ERROR,
    "Nội dung lồng nhau quá {limit} cấp nên không được đọc tiếp.",
    "Kiểm tra dấu ngoặc và thụt lề ở đây.",
)
TOO_MANY_DOCUMENTS = FindingKind(
    "too-many-documents",
    Severity.ERROR,
    "Tệp có hơn {limit} phần ngăn bằng `---` nên không được đọc tiếp.",
    "Kiểm tra xem có dán nhầm nội dung không.",
)
TOO_MANY_FINDINGS = FindingKind(
    "too-many-findings",
    Severity.ERROR,
    "Tệp còn {count} lỗi nữa không được kể ở đây.",
    "Sửa các lỗi đã nêu rồi kiểm tra lại.",
)

KINDS = (
    DUPLICATE_KEY, EMPTY_VALUE, EMPTY_KEY, COMPLEX_KEY, COMMA_IN_BRACES, NO_SPACE_AFTER_COLON,
    NO_SPACE_AFTER_DASH, UNQUOTED_NUMBER, TAG, ANCHOR, MERGE_KEY, DIRECTIVE, NOT_A_MAPPING,
    EMPTY_DOCUMENT, DOCUMENT_END, TOO_DEEP, TOO_MANY_DOCUMENTS, TOO_MANY_FINDINGS,
)  # fmt: skip
