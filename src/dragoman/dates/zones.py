"""Which day it is elsewhere: 19:24 in Kyiv is the next day in Pyongyang.

Two reports that date one act by the clocks of two capitals may differ by a day and agree.
The table holds the distance of capitals' clocks from UTC, with and without summer time;
where a state changed its zone within the last twenty years all of them are listed,
so that a span of days comes out and never a wrong day. Facts from the IANA time zone database,
https://www.iana.org/time-zones.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone

from dragoman.dates.interval import DateInterval, day_interval, days_between

_SAME = {
    -300: "PER COL ECU PAN JAM",
    -240: "BOL DOM GUY TTO",
    -360: "CRI NIC HND SLV GTM BLZ",
    -180: "ARG URY SUR",
    0: "GHA SEN CIV ISL GMB GIN MLI BFA TGO LBR SLE",
    60: "DZA TUN NGA AGO CMR TCD COG GAB BEN NER COD CAF GNQ",
    120: "ZAF ZWE ZMB BWA MOZ LBY RWA BDI MWI SWZ LSO",
    180: "SAU IRQ KWT QAT BHR YEM BLR ETH KEN UGA TZA SOM SML DJI ERI COM MDG",
    240: "ARE OMN GEO ARM MUS SYC",
    270: "AFG",
    300: "PAK UZB TKM TJK MDV",
    330: "IND LKA",
    345: "NPL",
    360: "BGD BTN KGZ",
    390: "MMR",
    420: "THA VNM KHM LAO IDN",
    480: "CHN TWN PHL MYS SGP BRN HKG",
    540: "JPN KOR TLS PLW",
    600: "PNG FSM",
    660: "SLB VUT",
    720: "NRU TUV KIR MHL",
    780: "TON",
}
_SUMMER = {
    -300: "USA CAN CUB HTI BHS",
    -240: "CHL PRY",
    0: "GBR IRL PRT MAR ESH",
    60: "FRA DEU ITA ESP POL SWE NOR DNK NLD BEL LUX CHE AUT CZE SVK HUN SVN HRV BIH SRB MNE MKD XKX ALB VAT MLT SMR"
    " AND MCO LIE",
    120: "UKR ROU BGR GRC CYP NCY FIN EST LVA LTU MDA TRN ISR PSE LBN EGY",
    600: "AUS",
    720: "NZL FJI",
}


def _table() -> dict[str, tuple[int, ...]]:
    table: dict[str, tuple[int, ...]] = {}
    for minutes, ids in _SAME.items():
        table.update(dict.fromkeys(ids.split(), (minutes,)))
    for minutes, ids in _SUMMER.items():
        table.update(dict.fromkeys(ids.split(), (minutes, minutes + 60)))
    table.update(
        {
            "PRK": (510, 540),  # UTC+8:30 from August 2015 to May 2018
            "RUS": (180, 240),  # Moscow: summer time to 2011, UTC+4 to 2014, UTC+3 since
            "DPR": (120, 180, 240),
            "LPR": (120, 180, 240),
            "ABK": (180, 240),
            "SOS": (180, 240),
            "SYR": (120, 180),
            "JOR": (120, 180),
            "IRN": (210, 270),
            "VEN": (-270, -240),
            "BRA": (-180, -120),
            "MEX": (-360, -300),
            "KAZ": (300, 360),
            "MNG": (480, 540),
            "SDN": (120, 180),
            "SSD": (120, 180),
            "NAM": (60, 120),
            "TUR": (120, 180),
            "AZE": (240, 300),
            "WSM": (-660, -600, 780, 840),
        }
    )
    return table


UTC_OFFSETS: Mapping[str, tuple[int, ...]] = _table()
"""Minutes that the clock of a polity's capital is ahead of UTC; several where it changes."""


def days_of_moment(moment: datetime, offsets: tuple[int, ...]) -> DateInterval:
    """Return the days that a moment may fall on by other clocks.

    Args:
        moment: An aware moment.
        offsets: Minutes that those clocks may be ahead of UTC, such as ``UTC_OFFSETS["PRK"]``.

    >>> kyiv = datetime(2022, 7, 13, 19, 24, tzinfo=timezone(timedelta(hours=3)))
    >>> days_of_moment(kyiv, (540,)).earliest
    datetime.date(2022, 7, 14)
    """
    days = [(moment.astimezone(UTC) + timedelta(minutes=minutes)).date() for minutes in offsets]
    return days_between(min(days), max(days))


def days_elsewhere(day: date, here: tuple[int, ...], there: tuple[int, ...], *, at: time | None = None) -> DateInterval:
    """Return the days it may be by the clocks of one place during a day, or at a time, of another.

    Args:
        day: The day by the clocks here.
        here: Minutes that the clocks here may be ahead of UTC.
        there: The same for the other place.
        at: Time of day here, or ``None`` for the whole day.
    """
    if here == there:  # clocks that change together, or do not change
        return day_interval(day)
    first, last = (time.min, time.max) if at is None else (at, at)
    found = [
        days_of_moment(datetime.combine(day, clock, timezone(timedelta(minutes=minutes))), there)
        for minutes in here
        for clock in (first, last)
    ]
    starts = [interval.start for interval in found if interval.start is not None]
    latest = [interval.latest for interval in found if interval.latest is not None]
    return days_between(min(starts), max(latest))


def can_be_same_moment(one: DateInterval, here: tuple[int, ...], other: DateInterval, there: tuple[int, ...]) -> bool:
    """Tell whether two dates, each by its own clocks, can be of one and the same moment.

    Args:
        one: A date by the clocks of ``here``; its ends may be open.
        here: Minutes that the clocks of the first may be ahead of UTC.
        other: A date by the clocks of ``there``.
        there: The same for the second.

    Returns:
        True also for dates that differ by a day, where the clocks allow it.
    """
    if one.overlaps(other):
        return True
    start = None if one.start is None else days_elsewhere(one.start, here, there).start
    latest = None if one.latest is None else days_elsewhere(one.latest, here, there).latest
    return days_between(start, latest).overlaps(other)
