"""Tests of what a secretary reckons."""
