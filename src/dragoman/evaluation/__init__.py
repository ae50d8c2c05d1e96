"""Measures: claims compared with gold, coders with each other, confidence with what held."""
