"""The calendar engine: days with reminders become an iCalendar file (RFC 5545). It knows nothing of what they are."""

from .writing import Entry, write

__all__ = ["Entry", "write"]
