"""A table of records found in a package's modules, so that adding a record touches one place."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
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


class Registry(Mapping[str, T]):
    """An ordered, read-only table of records by name, with a look-up by alias."""

    def __init__(self, records: Iterable[T]) -> None:
        """Take the records in the order in which menus and palettes list them.

        Raises:
            ValueError: Two records answer to the same name or alias.
        """
        self._records: dict[str, T] = {}
        self._names: dict[str, str] = {}
        for record in records:
            self._records[record.name] = record
            for name in dict.fromkeys((record.name, *record.aliases)):
                if name in self._names:
                    raise ValueError(f"{name!r} names {self._names[name]!r} and {record.name!r}")
                self._names[name] = record.name

    @classmethod
    def discover(cls, package_name: str, kind: type[T]) -> Registry[T]:
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
        return cls(records)

    def __getitem__(self, name: str) -> T:
        """Return the record of that exact name."""
        return self._records[name]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names in the table's order."""
        return iter(self._records)

    def __len__(self) -> int:
        """Count the records."""
        return len(self._records)

    def find(self, name: str) -> T | None:
        """Return the record that answers to a name or an alias, or None."""
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
