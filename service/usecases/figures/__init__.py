"""Figures from elsewhere: the economy system's and Kolada's, and where each came from."""
