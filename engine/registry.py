"""A table of records found in a package's modules, so that adding a record touches one place."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Protocol, TypeVar

from engine.errors import OperationError
from engine.quoting import listed, quote


class Record(Protocol):
    """What a registry asks of a record: a unique name, and perhaps other names for it."""

    @property
    def name(self) -> str:
        """The unique name."""
        ...

    @property
    def aliases(self) -> tuple[str, ...]:
        """Further names people use for it."""
        ...


T = TypeVar("T", bound=Record)
D = TypeVar("D")

Aliases = Mapping[str, tuple[str, ...]]
_NONE: Aliases = {}


class Registry(Mapping[str, T]):
    """An ordered, read-only table of records by name, with a look-up by alias.

    What is computed of a table is asked for where it is needed, or kept by `derived`; nobody keeps
    a list of its own. So a record that `holding` adds is known everywhere.
    """

    def __init__(self, records: Iterable[T], further: Callable[[], Aliases] | None = None) -> None:
        """Take the records in the order in which menus and palettes list them.

        Args:
            records: The records.
            further: Returns further aliases by the name of their record, such as those of the
                languages; another mapping when they have changed.

        Raises:
            ValueError: Two records answer to the same name or alias, or a further alias is that of
                no record.
        """
        self._further = further
        self._parts: list[tuple[Registry[T], Callable[[T], bool]]] = []
        self._set(_by_name(records))

    @classmethod
    def discover(
        cls, package_name: str, kind: type[T], further: Callable[[], Aliases] | None = None
    ) -> Registry[T]:
        """Collect the ``RECORDS`` of every module of a package, modules in order of name.

        A module may set ``ORDER`` to stand elsewhere than its name says. Reading the package
        instead of a list of modules is what makes a new file enough to add a record.
        """
        package = importlib.import_module(package_name)
        modules = [
            importlib.import_module(f"{package_name}.{found.name}")
            for found in pkgutil.iter_modules(package.__path__)
            # The module that asks is being imported itself and holds no records.
            if found.name != "catalog"
        ]
        modules.sort(key=lambda module: (getattr(module, "ORDER", 0), module.__name__))
        records = [record for module in modules for record in getattr(module, "RECORDS", ())]
        for record in records:
            if not isinstance(record, kind):
                raise TypeError(f"{record!r} is not a {kind.__name__}")
        return cls(records, further)

    def __getitem__(self, name: str) -> T:
        """Return the record of that exact name."""
        return self._records[name]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names in the table's order."""
        return iter(self._records)

    def __len__(self) -> int:
        """Count the records."""
        return len(self._records)

    def aliases_of(self, record: T) -> tuple[str, ...]:
        """Return all other names for a record, which need not be one of the table."""
        return (*record.aliases, *self._more().get(record.name, ()))

    def find(self, name: str) -> T | None:
        """Return the record that answers to a name or an alias, or None."""
        if self._further is not None and self._further() is not self._indexed:
            self._index()
        exact = self._names.get(name)
        return None if exact is None else self._records[exact]

    def require(self, name: str) -> T:
        """Return the record that answers to a name or an alias.

        Raises:
            OperationError: Nothing answers to it; the sentence lists what would.
        """
        record = self.find(name)
        if record is None:
            choices = listed(self._records)
            raise OperationError(
                "unknown_name",
                f"“{quote(name)}” is not known here; known are: {choices}.",
                name=name,
                choices=choices,
            )
        return record

    def part(self, keep: Callable[[T], bool]) -> Registry[T]:
        """Return the table of those records that are kept, which follows this one."""
        part = Registry(filter(keep, self._records.values()))
        self._parts.append((part, keep))
        return part

    def derived(self, make: Callable[[], D]) -> Callable[[], D]:
        """Return a function that computes something of the table once, for as long as it stays."""
        records: dict[str, T] | None = None
        aliases: Aliases = _NONE
        made: D

        def value() -> D:
            nonlocal records, aliases, made
            more = _NONE if self._further is None else self._further()
            if records is not self._records or aliases is not more:
                made = make()
                records, aliases = self._records, more
            return made

        return value

    @contextmanager
    def holding(self, *records: T) -> Iterator[None]:
        """Hold further records for a while, behind the others, as if a module had them.

        Raises:
            ValueError: Two records answer to the same name or alias.
        """
        before = self._records
        try:
            self._set(_by_name([*before.values(), *records]))
            yield
        finally:
            self._set(before)

    def _more(self) -> Aliases:
        return _NONE if self._further is None else self._further()

    def _set(self, records: dict[str, T]) -> None:
        self._records = records
        self._index()
        for part, keep in self._parts:
            part._set({name: record for name, record in records.items() if keep(record)})

    def _index(self) -> None:
        self._indexed = self._more()
        self._names: dict[str, str] = {}
        for record in self._records.values():
            for name in dict.fromkeys((record.name, *self.aliases_of(record))):
                if name in self._names:
                    raise ValueError(f"{name!r} names {self._names[name]!r} and {record.name!r}")
                self._names[name] = record.name
        for name in self._indexed:
            if name not in self._records:
                raise ValueError(f"{self._indexed[name]!r} names {name!r}, which is not known")


def _by_name(records: Iterable[T]) -> dict[str, T]:
    found: dict[str, T] = {}
    for record in records:
        if record.name in found:
            raise ValueError(f"{record.name!r} names {record.name!r} and {record.name!r}")
        found[record.name] = record
    return found
