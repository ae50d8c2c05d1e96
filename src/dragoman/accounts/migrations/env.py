"""Runs the migrations on the connection, and in the transaction, that :mod:`dragoman.accounts.opening` hands over."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    # Alembic believes that SQLite cannot undo a CREATE TABLE; it can, once "begin" is ours.
    transactional_ddl=True,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
