"""Dragoman reads reports and keeps a sourced, dated record of relations between states.

Who recognises whom, since when, and on whose word. The public names are those of
:mod:`dragoman.api`; this module hands them on when they are asked for, so that
``import dragoman`` itself loads nothing.
"""

from importlib import import_module, metadata, util


def __getattr__(name: str) -> object:
    """Hand on ``__version__`` and the public names of :mod:`dragoman.api`.

    Raises:
        AttributeError: The name is not public.
    """
    if name == "__version__":
        return metadata.version("dragoman")
    # `from dragoman import errors` asks here before it looks for a module: that must not load the whole program.
    if not name.startswith("_") and util.find_spec(f"dragoman.{name}") is None:
        api = import_module("dragoman.api")
        if name in api.__all__:
            return getattr(api, name)
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")


def __dir__() -> list[str]:
    """List the public names."""
    return sorted({"__version__", *import_module("dragoman.api").__all__})
