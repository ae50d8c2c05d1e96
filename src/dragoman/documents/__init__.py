"""What was read: bytes, text, sections, voices, and links between documents."""
