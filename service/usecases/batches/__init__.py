"""Batches: every document of a year at once, and again when something has changed."""
