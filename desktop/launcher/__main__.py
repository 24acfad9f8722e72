"""Starts an installed Wiregrad with ``python -m wiregrad``."""

from __future__ import annotations

import sys

from wiregrad.main import main

sys.exit(main())
