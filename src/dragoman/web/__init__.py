"""The ledger in a browser: pages for readers, and the same answers for programs."""
