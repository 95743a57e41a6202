"""reportedly: who said what, through whom, when, how sure, in which words; and what one could honestly say."""

__version__ = "0.1.0"
