from tthc_catalog.finding import Severity
from tthc_catalog.rules.rule import Checkup, Hits, Scope, Version, rule


@rule(
    id="channel-without-time-limit",
    scope=Scope.DOCUMENT,
    severity=Severity.WARNING,
    law="Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm đ",
    says="Cách thức «{kind}» không nêu thời hạn giải quyết.",
    mend="Thêm `thoi_han:`; nếu văn bản không quy định thì ghi `thoi_han: không quy định`.",
    bad="""
cach_thuc:
  - kenh: trực tiếp
""",
    good="""
cach_thuc:
  - kenh: trực tiếp
    thoi_han: không quy định
""",
)
def channel_without_time_limit(version: Version, checkup: Checkup) -> Hits:
    """Thời hạn giải quyết là bộ phận bắt buộc. Người dân phải biết chờ bao lâu ở từng cách nộp."""
    del checkup
    document = version.document
    if "channels" not in document.model_fields_set or document.time_limit is not None:
        return
    content = version.content
    if content is not None and content.time_limit is not None:
        return
    for index, channel in enumerate(document.channels):
        if (
            channel.time_limit is None
            and channel.printed_time_limit is None
            and "thoi_han" not in document.unknown
        ):
            yield version.place / "cach_thuc" / index, {"kind": channel.kind.value}
