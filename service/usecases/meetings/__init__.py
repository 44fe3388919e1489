"""Meetings: from an agenda to the package, the minutes and the extracts."""
