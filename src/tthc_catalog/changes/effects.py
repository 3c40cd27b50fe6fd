# The table of what makes a procedure lighter or heavier for whoever applies. Each rule names its
# mirror: what is heavier one way must be lighter the other way. A rule without a mirror says why.

"""Rules that tell what a change means for the applicant."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Effect(enum.StrEnum):
    """What a change means for the applicant."""

    LIGHTER = "lighter"
    HEAVIER = "heavier"
    NEUTRAL = "neutral"
    EDITORIAL = "editorial"

    @property
    def label(self) -> str:
        """The Vietnamese words that people read."""
        return _WORDS[self.value]

    @property
    def mirrored(self) -> Effect:
        """The effect of the same change the other way round."""
        return {Effect.LIGHTER: Effect.HEAVIER, Effect.HEAVIER: Effect.LIGHTER}.get(self, self)


_WORDS = {
    "lighter": "nhẹ hơn",
    "heavier": "nặng hơn",
    "neutral": "không nặng hơn, không nhẹ hơn",
    "editorial": "chỉ khác về trình bày",
}


class Net(enum.StrEnum):
    """All effects of a change together."""

    LIGHTER = "lighter"
    HEAVIER = "heavier"
    MIXED = "mixed"
    NEUTRAL = "neutral"
    EDITORIAL = "editorial"

    @property
    def label(self) -> str:
        """The Vietnamese words that people read."""
        return "có mặt nhẹ hơn, có mặt nặng hơn" if self is Net.MIXED else _WORDS[self.value]


@dataclass(frozen=True, slots=True)
class EffectRule:
    """One thing that makes a procedure lighter or heavier, or that is told as neither."""

    id: str
    """Kebab-case, never reused for anything else."""

    effect: Effect
    says: str
    """Vietnamese sentence; `{item}`, `{before}` and `{after}` stand for what changed, `{counted}`
    for what was counted to find it out."""

    mirror: str = ""
    """The rule of the same change the other way round."""

    alone: str = ""
    """Why there is no mirror, in English."""


_H, _N = Effect.HEAVIER, Effect.NEUTRAL


def _both(
    one: str, one_says: str, other: str, other_says: str, effect: Effect = _H
) -> tuple[EffectRule, EffectRule]:
    return (
        EffectRule(one, effect, one_says, mirror=other),
        EffectRule(other, effect.mirrored, other_says, mirror=one),
    )


def _alone(rule: str, says: str, effect: Effect = _N) -> EffectRule:
    return EffectRule(rule, effect, says, alone=_SYMMETRIC)


_SYMMETRIC = "it reads the same the other way round"

_PAIRS = (
    _both(
        "paper-added", "Phải nộp thêm giấy tờ: {item}.",
        "paper-removed", "Không còn phải nộp giấy tờ: {item}.",
    ),
    _both(
        "paper-required", "Giấy tờ “{item}” trở thành bắt buộc.",
        "paper-optional", "Giấy tờ “{item}” không còn bắt buộc.",
    ),
    _both(
        "originals-more", "Số bản chính của “{item}” tăng từ {before} lên {after}.",
        "originals-fewer", "Số bản chính của “{item}” giảm từ {before} xuống {after}.",
    ),
    _both(
        "copies-more", "Số bản sao của “{item}” tăng từ {before} lên {after}.",
        "copies-fewer", "Số bản sao của “{item}” giảm từ {before} xuống {after}.",
    ),
    _both(
        "sets-more", "Số bộ hồ sơ phải nộp tăng từ {before} lên {after}.",
        "sets-fewer", "Số bộ hồ sơ phải nộp giảm từ {before} xuống {after}.",
    ),
    _both(
        "fee-raised", "Phí, lệ phí tăng từ {before} lên {after}{item}.",
        "fee-lowered", "Phí, lệ phí giảm từ {before} xuống {after}{item}.",
    ),
    _both(
        "fee-introduced", "Trước không phải nộp, nay phải nộp phí, lệ phí {after}{item}.",
        "fee-waived", "Không còn phải nộp phí, lệ phí {before}{item}.",
    ),
    _both(
        "time-longer", "Thời hạn giải quyết dài hơn: từ {before} thành {after}{item}{counted}.",
        "time-shorter", "Thời hạn giải quyết ngắn hơn: từ {before} thành {after}{item}{counted}.",
    ),
    _both(
        "time-longer-but-holidays",
        "Thời hạn giải quyết dài hơn, trừ hồ sơ nhận gần kỳ nghỉ: từ {before} thành "
        "{after}{item}{counted}.",
        "time-shorter-but-holidays",
        "Thời hạn giải quyết ngắn hơn, trừ hồ sơ nhận gần kỳ nghỉ: từ {before} thành "
        "{after}{item}{counted}.",
    ),
    _both(
        "time-dropped", "Không còn quy định thời hạn giải quyết, trước là {before}{item}.",
        "time-set", "Trước không quy định, nay có thời hạn giải quyết {after}{item}.",
    ),
    _both(
        "channel-removed", "Không còn nộp được theo hình thức {item}.",
        "channel-added", "Nộp được thêm theo hình thức {item}.",
    ),
    _both(
        "authority-farther", "Nơi giải quyết xa hơn: từ cấp {before} lên cấp {after}.",
        "authority-nearer", "Nơi giải quyết gần hơn: từ cấp {before} về cấp {after}.",
    ),
    _both(
        "condition-added", "Thêm yêu cầu, điều kiện: {item}.",
        "condition-removed", "Bỏ yêu cầu, điều kiện: {item}.",
    ),
    _both(
        "validity-shorter", "“{item}” có hiệu lực ngắn hơn: từ {before} thành {after}.",
        "validity-longer", "“{item}” có hiệu lực dài hơn: từ {before} thành {after}.",
    ),
    _both(
        "online-lower", "Mức độ trực tuyến thấp hơn: từ {before} thành {after}.",
        "online-higher", "Mức độ trực tuyến cao hơn: từ {before} thành {after}.",
    ),
    _both(
        "subject-removed", "Không còn áp dụng cho đối tượng: {item}.",
        "subject-added", "Áp dụng thêm cho đối tượng: {item}.",
    ),
    _both(
        "procedure-begun", "Không có quy định trước để so sánh.",
        "procedure-ended", "Không có quy định sau để so sánh.",
        _N,
    ),
    _both(
        "procedure-takes-over", "Thay cho thủ tục {item}; nặng hay nhẹ hơn được so ở thủ tục đó.",
        "procedure-moved", "Người nộp hồ sơ chuyển sang thủ tục {item}, nên so với thủ tục đó.",
        _N,
    ),
    _both(
        "case-added", "Thêm hồ sơ cho trường hợp: {item}.",
        "case-removed", "Bỏ hồ sơ của trường hợp: {item}.",
        _N,
    ),
)  # fmt: skip

_ALONE = (
    _alone("paper-reworded", "Giấy tờ “{before}” nay viết là “{after}”."),
    _alone("paper-not-required", "Giấy tờ không bắt buộc có thay đổi: {item}."),
    _alone(
        "fee-undecided", "Phí, lệ phí đổi từ {before} thành {after}, chưa rõ cao hay thấp{item}."
    ),
    _alone(
        "time-undecided",
        "Thời hạn đổi từ {before} thành {after}, chưa rõ dài hay ngắn{item}{counted}.",
    ),
    _alone("time-as-long", "Thời hạn dài như cũ: {before} nay viết là {after}{item}."),
    _alone("condition-reworded", "Yêu cầu, điều kiện được viết lại."),
    _alone("validity-undecided", "Thời hạn hiệu lực của “{item}” đổi: từ {before} thành {after}."),
    _alone("levels-changed", "Cấp thực hiện thay đổi: từ {before} thành {after}."),
    _alone("part-changed", "Thay đổi ở {item}."),
    _alone("part-unstated", "Một bên không nêu {item} nên không so sánh được."),
    _alone("only-written", "{item} chỉ khác về trình bày.", Effect.EDITORIAL),
)

EFFECT_RULES = {rule.id: rule for rule in (*(rule for pair in _PAIRS for rule in pair), *_ALONE)}
"""Every rule by its id."""
