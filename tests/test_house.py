"""The rules of the house that a program can hold: one direction, one meaning a name, no file too long."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "reportedly"
MODULES = sorted(SOURCE.rglob("*.py"))
STAGES = ("ingest", "read", "ledger", "reconcile", "show")
UNUSED_WORDS = {"entity", "item", "manager", "processor", "helper", "utils", "handler", "data", "info"}


def imported(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def stage(module: Path) -> str | None:
    first = module.relative_to(SOURCE).parts[0]
    return first if first in STAGES else None


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(SOURCE)))
def test_imports_flow_one_way(module: Path) -> None:
    """A stage imports its own and the types; story.py and the files beside it compose stages; only show calls them."""
    mine = stage(module)
    of_stages = {name.split(".")[1] for name in imported(module) if name.startswith("reportedly.") and "." in name}
    reached = of_stages.intersection(STAGES)
    if module.name == "__main__.py":
        return
    if module.name in ("story.py", "snapshot.py", "desk.py", "follow.py") and mine is None:
        assert "show" not in reached
        return
    assert reached <= {mine}, f"{module.name} reaches into {reached - {mine}}"
    if mine != "show":
        assert not {"story", "desk", "follow"} & of_stages


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(SOURCE)))
def test_names_are_the_fields_own(module: Path) -> None:
    """No file, class, function or argument is named by a word that means nothing in a newsroom."""
    names = {module.stem}
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            names.add(node.name)
        elif isinstance(node, ast.arg):
            names.add(node.arg)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
    words = {word.lower() for name in names for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}
    assert not words & UNUSED_WORDS


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(SOURCE)))
def test_no_file_is_past_400_lines_and_no_call_past_six_parameters(module: Path) -> None:
    """Past 400 lines or six parameters a noun is missing."""
    text = module.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            # A Typer command's parameters are its options, as its user types them; the options are the noun.
            if any("command" in ast.unparse(decorator) for decorator in node.decorator_list):
                continue
            count = len(node.args.posonlyargs + node.args.args + node.args.kwonlyargs)
            count -= bool(node.args.args) and node.args.args[0].arg in {"self", "cls"}
            assert count <= 6, f"{node.name} takes {count}"
