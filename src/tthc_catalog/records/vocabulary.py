# The closed lists of the form. Each value is the word that the law or the national portal prints,
# so what officers type, what pages show and what the code compares is one text.

"""Closed vocabularies: levels, channels, subjects, online levels, events, transitional rules."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """Cấp thực hiện. District level ended on 1 July 2025 and stands in older versions only."""

    MINISTRY = "bộ"
    PROVINCE = "tỉnh"
    DISTRICT = "huyện"
    COMMUNE = "xã"
    OTHER = "cơ quan khác"


class ChannelKind(StrEnum):
    """Cách thức thực hiện: how a dossier is filed."""

    DIRECT = "trực tiếp"
    ONLINE = "trực tuyến"
    POSTAL = "bưu chính"


class Subject(StrEnum):
    """Đối tượng thực hiện, the atoms that the national portal prints."""

    CITIZEN = "Công dân Việt Nam"
    OVERSEAS = "Người Việt Nam định cư ở nước ngoài"
    FOREIGNER = "Người nước ngoài"
    RESIDENT_FOREIGNER = "Người nước ngoài cư trú tại Việt Nam"
    OFFICIAL = "Cán bộ, công chức, viên chức"
    ENTERPRISE = "Doanh nghiệp"
    VIETNAMESE_ENTERPRISE = "Doanh nghiệp Việt Nam"
    FOREIGN_INVESTED = "Doanh nghiệp có vốn đầu tư nước ngoài"
    ORGANISATION = "Tổ chức (không bao gồm doanh nghiệp, HTX)"
    FOREIGN_ORGANISATION = "Tổ chức nước ngoài"
    COOPERATIVE = "Hợp tác xã"
    PARTY_MEMBER = "Đảng viên"
    PARTY_ORGANISATION = "Tổ chức Đảng"


class OnlineLevel(StrEnum):
    """Mức độ trực tuyến: two levels since 2022, the old four stay readable in old versions."""

    FULL = "toàn trình"
    PARTIAL = "một phần"
    NONE = "không trực tuyến"
    LEVEL_1 = "mức độ 1"
    LEVEL_2 = "mức độ 2"
    LEVEL_3 = "mức độ 3"
    LEVEL_4 = "mức độ 4"


class Event(StrEnum):
    """What a decision may do beside the four kinds of change; kept beside the kind."""

    STANDARDISED = "chuẩn hóa"
    CORRECTED = "đính chính"
    NON_TERRITORIAL = "phi địa giới hành chính"
    TIME_CUT = "cắt giảm thời gian"
    DOSSIER_CUT = "cắt giảm hồ sơ"
    DELEGATED = "ủy quyền"
    LINKED_GROUP = "nhóm liên thông"
    SUSPENDED = "tạm ngưng"
    RESTRUCTURED = "tái cấu trúc quy trình"
    INTERNAL_PROCESS = "quy trình nội bộ"
    SERVICE_OUTAGE = "tạm ngừng dịch vụ trực tuyến"
    TIME_BOXED = "áp dụng có thời hạn"


class Transition(StrEnum):
    """Which version rules a dossier that was received before the day of effect."""

    OLD_RULES = "giữ quy định cũ"
    NEW_RULES = "áp dụng quy định mới"
    CHOICE = "được lựa chọn"


class Scope(StrEnum):
    """How much of an earlier decision a later one ends."""

    WHOLE = "toàn bộ"
    PART = "nội dung liên quan"
