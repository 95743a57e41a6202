"""Closed classes of words and marks that the rules on who said what look for."""

from reportedly.read.tokens import GAP

COMMAS = frozenset({",", GAP})
STOPS = frozenset({".", "!", "?", ";", "…", "..", "...", "...."})
MARKS = frozenset({'"', "''", "``", "“", "”", "«", "»"})
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some any one two three several many most "
    "another other no each every both all".split()
)
PRONOUNS = frozenset("he she they it we i you who this that these those one some many others both".split())
PREPOSITIONS = frozenset(
    "of in on at by for from with to into about over under near against during between among across through "
    "around inside outside behind without within along toward towards upon off out up down via per including".split()
)
LEADS = frozenset(
    "but and or so yet still then however meanwhile also later earlier now yesterday today tonight overnight "
    "whilst instead moreover nevertheless nonetheless indeed afterwards afterward finally soon next again thus "
    "therefore separately additionally furthermore initially reportedly only even just when as while if "
    "because that".split()
)
