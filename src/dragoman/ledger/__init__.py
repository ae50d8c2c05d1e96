"""The append-only store of documents and claims."""
