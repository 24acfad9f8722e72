"""Which tests a change concerns: what `make quick` runs."""

from __future__ import annotations

from tests.support.changed import concerned


def test_a_changed_test_comes_first_and_then_what_imports_or_mirrors() -> None:
    files, far = concerned(["tests/engine/graph/test_edits.py", "engine/drawing/layout.py"])
    assert files[0] == "tests/engine/graph/test_edits.py"
    near = files.index("tests/engine/drawing/test_layout.py")
    beside = files.index("tests/engine/graph/test_groups.py")
    assert near < beside
    # The editor arranges by it, through other modules.
    assert "tests/desktop/graph_editor/canvas/test_frames.py" in far
    assert not set(files) & set(far)


def test_a_changed_module_concerns_who_imports_it_wherever_that_stands() -> None:
    files, _ = concerned(["desktop/shell/page_menus.py"])
    assert "tests/journeys/test_menus.py" in files
    assert files.index("tests/desktop/shell/test_main_window.py") < files.index(
        "tests/desktop/shell/test_preferences_dialog.py"
    )


def test_changed_hands_and_fixtures_concern_the_tests_that_use_them() -> None:
    files, _ = concerned(["tests/support/graph_hands.py"])
    assert "tests/journeys/test_graph.py" in files
    # They use the hands by way of a fixture's module.
    files, _ = concerned(["tests/desktop/optimizers/conftest.py"])
    assert "tests/desktop/optimizers/test_explore.py" in files
    assert "tests/desktop/shell/test_main_window.py" not in files


def test_nothing_changed_concerns_nothing() -> None:
    assert concerned([]) == ([], [])


def test_what_is_no_module_and_what_is_gone_break_nothing() -> None:
    files, far = concerned(["README.md", "engine/graph/gone.py", "tests/engine/test_gone.py"])
    assert "tests/architecture/test_sources.py" in files
    assert "tests/engine/test_gone.py" not in files
    assert far == []
