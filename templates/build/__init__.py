"""Writes the official templates afresh, for a municipality that has none of its own yet."""
