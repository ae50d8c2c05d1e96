"""Parsed sentences as plain data, and the questions one asks of a tree."""
