"""Moments and days as whole numbers, the form in which stores compare them.

SQLite drops time zones and PostgreSQL shifts them; numbers stay what they are.
"""

from datetime import UTC, date, datetime, timedelta

from dragoman.errors import DateError

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


def moment_number(moment: datetime) -> int:
    """Return a moment as microseconds since 1970 began in UTC.

    Raises:
        DateError: The moment has no time zone.
    """
    if moment.tzinfo is None:
        raise DateError(moment.isoformat(), "a moment with its time zone, such as 2022-07-20T12:00+00:00")
    return (moment - EPOCH) // MICROSECOND


def numbered_moment(number: int) -> datetime:
    """Return the moment in UTC of :func:`moment_number`.

    >>> numbered_moment(moment_number(datetime(2022, 7, 20, tzinfo=UTC))).isoformat()
    '2022-07-20T00:00:00+00:00'
    """
    return EPOCH + number * MICROSECOND


def day_number(day: date | None) -> int | None:
    """Return a day as the count of days since 1 January of year 1, which is day 1."""
    return None if day is None else day.toordinal()
