"""The arguments and options that several commands share."""

from typing import Annotated

import typer

StoryName = Annotated[str, typer.Argument(metavar="STORY", help="The story's name: small letters, digits, hyphens.")]
LedgerPath = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="PATH",
        envvar="REPORTEDLY_LEDGER",
        help="The ledger's file; reportedly.db where none is named.",
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="T", help="What had been published by then; a day alone counts to its end."),
]
PolicyName = Annotated[str, typer.Option("--policy", metavar="P", help="How the best figure of a line is chosen.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead.")]
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="T", help="When it was published, where the report does not tell."),
]
Outlet = Annotated[
    str | None, typer.Option("--outlet", metavar="NAME", help="Who published it, where the report does not tell.")
]
About = Annotated[
    str | None,
    typer.Option(
        "--about", metavar="TEXT", help="What the story is about, in words: figures about anything else are background."
    ),
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch pages from this machine and its own network too.")
]
