# Records: the calendar of working days as data with year and source.
#
# Which days are worked is announced year by year, so nothing here is computed from a rule about
# holidays: a year that the register does not hold is counted with bare weeks, and the answer says
# that it is an estimate. The counting rules are those of the Civil Code; a unit of time lives here
# because it is the calendar that knows how long it lasts.

"""Working days, public holidays and the last day of a time limit."""

from __future__ import annotations

import calendar as month_lengths
import enum
import math
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal
    from typing import Any

_DAY = timedelta(days=1)
_SATURDAY = 5
_HOURS_OF_A_DAY = 24
_HOURS_OF_A_WORKING_DAY = 8
_LAST_YEAR = 9998
