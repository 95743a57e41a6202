"""docs/commands.md is what the program says of itself."""

from pathlib import Path

from typer.main import get_command

from reportedly.show.cli import app
from reportedly.show.command_reference import reference

PAGE = Path(__file__).parent.parent / "docs" / "commands.md"


def test_the_command_reference_has_not_drifted() -> None:
    """The page is made by `python -m reportedly.show.command_reference > docs/commands.md`."""
    assert PAGE.read_text(encoding="utf-8") == reference()


def test_every_command_and_option_is_explained() -> None:
    """A command says what it does, and each option what it is for."""
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        assert command.help, name
        for parameter in command.params:
            assert getattr(parameter, "help", None), f"{name} {parameter.name}"
