"""Who: polities, organisations and people, and the phrases that name them."""
