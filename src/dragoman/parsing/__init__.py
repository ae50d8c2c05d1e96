"""From text to parsed sentences."""
