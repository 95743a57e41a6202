"""What the rules and the model make of a sentence together."""

import time
from dataclasses import replace
from pathlib import Path

from reportedly.figure import Figure, Group, Kind, Scope, Words
from reportedly.read.attribution import Attribution, resolved, who_said
from reportedly.read.counted import agreed, plainly_stated, told_together
from reportedly.read.figures import Candidate
from reportedly.read.prose import sentences
from reportedly.read.scope import NO_DOUBT, Surroundings
from reportedly.read.sourced import supplied
from reportedly.read.sources import named
from reportedly.read.tagged import joined
from reportedly.read.tagger.calibration import Calibration
from reportedly.read.tagger.tag import Attribution as Tagging
from reportedly.read.tagger.tag import Counted

BLASTED = "The mayor blasted the rescue as slow and clumsy. A nurse told Reuters that the wards were full."


def at(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def tagging(source: str, cue: str, content: str) -> Tagging:
    return Tagging(at(BLASTED, source), at(BLASTED, cue), (at(BLASTED, content),), 0.9)


def test_the_model_finds_what_no_list_of_verbs_holds() -> None:
    """ "Blasted" reports speech; the rules' list has no such verb."""
    told = [tagging("The mayor", "blasted", "the rescue as slow and clumsy")]
    (said, *_) = joined(BLASTED, sentences(BLASTED), told, (), [])
    assert [link.text for link in said.chain] == ["The mayor"]
    assert said.cue is not None
    assert said.cue.text == "blasted"


def test_the_rules_know_whom_somebody_told() -> None:
    """The model gives the nurse, the rules Reuters; "that" and the hearer are no part of what she said."""
    parts = sentences(BLASTED)
    told = [tagging("A nurse", "told", "Reuters that the wards were full")]
    said = joined(BLASTED, parts, told, who_said(BLASTED, parts), [])
    (nurse,) = [one for one in said if one.cue is not None and one.cue.text == "told"]
    assert [link.text for link in nurse.chain] == ["A nurse", "Reuters"]
    assert [BLASTED[a:b] for a, b in nurse.content] == ["the wards were full"]


def test_he_is_whoever_spoke_before_whether_rule_or_model_found_either() -> None:
    """The rules find that the pilot said it, the model that he "fumed": one resolves the other."""
    text = "The rope was old, pilot Ivo Marr said. He fumed over the delay."
    parts = sentences(text)
    told = [Tagging(at(text, "He"), at(text, "fumed"), (at(text, "over the delay"),), 0.9)]
    said = joined(text, parts, told, who_said(text, parts[:1]), [at(text, "old")])
    assert [[link.name for link in one.chain] for one in resolved(text, said)] == [["Ivo Marr"], ["Ivo Marr"]]


def test_who_tells_on_is_not_who_said_it() -> None:
    """The model gives it to the agency that quotes the guard; the rules know that the guard said it."""
    text = "HNN quoted a guard as saying that the gate was open."
    parts = sentences(text)
    told = [Tagging(at(text, "HNN"), at(text, "quoted"), (at(text, "a guard as saying that the gate was open"),), 0.9)]
    (said,) = joined(text, parts, told, who_said(text, parts), [])
    assert [link.text for link in said.chain] == ["a guard", "HNN"]
    assert [text[a:b] for a, b in said.content] == ["the gate was open"]


TOLL = "Twelve people died, and 30 beds were lost."


def figure(words: str, kind: Kind = Kind.KILLED) -> Figure:
    return Figure(kind, 12, 12, Words(words, at(TOLL, words)))


def counted(words: str, kind: str, sure: float, background: float = 0.0, **others: float) -> Counted:
    kinds = {"killed": 0.0, "wounded": 0.0, "missing": 0.0, "none": 0.0} | {kind: sure} | others
    source = at(TOLL, "people")
    return Counted(at(TOLL, words), kind, "people", "event", None, source, kinds, {}, background, sure)


def candidate(words: str, kind: Kind = Kind.KILLED, settled: bool = True) -> Candidate:
    return Candidate(figure(words, kind), settled)


def test_a_number_that_the_model_is_sure_counts_nobody_is_no_figure() -> None:
    """Beds are no people, whatever the rule took them for."""
    assert agreed(TOLL, [candidate("30")], [counted("30", "none", 0.999)]) == ()
    assert len(agreed(TOLL, [candidate("30")], [counted("30", "none", 0.6, killed=0.3)])) == 1


def test_a_state_told_a_sentence_before_stands_against_a_guess() -> None:
    """ "The ministry puts it at 30" after a sentence on captives: the model guesses the commonest."""
    held = replace(candidate("30", Kind.HELD), certain=True)
    (kept,) = agreed(TOLL, [held], [counted("30", "killed", 0.9, held=0.05)])
    assert kept.kind is Kind.HELD


def test_what_the_wording_says_of_others_is_no_guess_of_the_model() -> None:
    """ "Two of the 30 were killed": the model may not have all of the 30 killed."""
    there = replace(candidate("30", Kind.PRESENT), barred=Kind.KILLED)
    (kept,) = agreed(TOLL, [there], [counted("30", "killed", 0.9, present=0.05)])
    assert kept.kind is Kind.PRESENT


def test_people_whose_state_a_word_says_are_not_lightly_nobody() -> None:
    """A number that a word counts as hurt is lost only where the model is all but certain that it counts nobody."""
    assert len(agreed(TOLL, [candidate("30", Kind.WOUNDED)], [counted("30", "none", 0.85, wounded=0.05)])) == 1
    assert agreed(TOLL, [candidate("30", Kind.WOUNDED)], [counted("30", "none", 0.97, wounded=0.01)]) == ()


def test_a_figure_the_model_was_not_asked_about_stands() -> None:
    """No word from the model is no objection to what a word of the text says, and no reason to count what none does."""
    assert agreed(TOLL, [candidate("Twelve"), candidate("30", Kind.OTHER, settled=False)], []) == (figure("Twelve"),)


def test_the_model_may_count_what_no_rule_knows() -> None:
    """ "Twelve never came back" has no word of state that a list holds; the model knows what it means."""
    (kept,) = agreed(TOLL, [candidate("Twelve", Kind.OTHER, settled=False)], [counted("Twelve", "missing", 0.97)])
    assert kept.kind is Kind.MISSING
    unsure = counted("Twelve", "missing", 0.55, none=0.4)
    assert agreed(TOLL, [candidate("Twelve", Kind.OTHER, settled=False)], [unsure]) == ()


def test_scope_is_voted_on() -> None:
    """A model that is sure of another event outvotes a rule that saw nothing against this one."""
    (kept,) = agreed(TOLL, [candidate("Twelve")], [counted("Twelve", "killed", 0.9, background=0.97)])
    assert kept.scope is Scope.BACKGROUND
    (kept,) = agreed(TOLL, [candidate("Twelve")], [counted("Twelve", "killed", 0.9, background=0.5)])
    assert kept.scope is Scope.EVENT


def test_what_the_words_leave_no_doubt_of_is_not_voted_on() -> None:
    """Where the words tell the figure of another day, or only demand it, the model is not asked."""
    dated = replace(candidate("Twelve"), around=Surroundings(NO_DOUBT, sure=True))
    (kept,) = agreed(TOLL, [dated], [counted("Twelve", "killed", 0.9, background=0.001)])
    assert kept.scope is Scope.BACKGROUND
    (kept,) = agreed(TOLL, [dated], [counted("Twelve", "killed", 0.9, background=0.001)], storied=False)
    assert kept.scope is Scope.BACKGROUND


def test_the_supporters_of_what_attacks_are_attackers() -> None:
    """ "Three supporters of the Front stabbed a man": the noun says only whose they are."""
    told = figure("Twelve", Kind.ATTACKERS)
    supporters = Candidate(replace(told, group=Group("supporters", (), "supporters")), True, named=True)
    (kept,) = agreed(TOLL, [supporters], [counted("Twelve", "attackers", 0.9)])
    assert kept.group.role == "attackers"


def test_where_nobody_said_what_the_story_is_a_sentence_tells_of_its_own_event() -> None:
    """A little doubt makes another event only where there is a story to be another than."""
    doubted = [counted("Twelve", "killed", 0.9, background=0.6)]
    (of_a_story,) = agreed(TOLL, [candidate("Twelve")], doubted)
    (by_itself,) = agreed(TOLL, [candidate("Twelve")], doubted, storied=False)
    assert (of_a_story.scope, by_itself.scope) == (Scope.BACKGROUND, Scope.EVENT)
    sure = [counted("Twelve", "killed", 0.9, background=0.97)]
    (kept,) = agreed(TOLL, [candidate("Twelve")], sure, storied=False)
    assert kept.scope is Scope.BACKGROUND


def test_the_weights_that_a_model_brings_decide_what_its_doubt_is_worth() -> None:
    """The same doubt about "Twelve" is another event with a model that is seldom wrong in it, and none with another."""
    doubted = [counted("Twelve", "killed", 0.9, background=0.7)]
    (trusted,) = agreed(TOLL, [candidate("Twelve")], doubted, (0.0, 1.0, 0.1, 0.0, 0.0))
    (distrusted,) = agreed(TOLL, [candidate("Twelve")], doubted, (0.0, 0.1, 1.0, 0.0, 0.0))
    assert (trusted.scope, distrusted.scope) == (Scope.BACKGROUND, Scope.EVENT)


def test_calibration_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    """What training learnt of how sure a model is, reading knows; where nothing is kept, nothing is known."""
    learnt = Calibration((0.5, 1.0), {"kind": 2.0}, (-0.1, 0.8, 0.4, 0.9, 1.4))
    learnt.keep(tmp_path / "calibration.json")
    assert Calibration.load(tmp_path / "calibration.json") == learnt
    assert Calibration.load(tmp_path / "nothing.json") == Calibration()


def test_what_is_told_in_one_breath_is_of_one_event() -> None:
    """The model doubts "Twelve" and not the 30 told with it: a little doubt about one is no other event."""
    doubted, sure = counted("Twelve", "killed", 0.9, background=0.7), counted("30", "wounded", 0.9, background=0.02)
    alone, together = told_together(TOLL, [candidate("Twelve")], [doubted]), [candidate("Twelve"), candidate("30")]
    assert told_together(TOLL, together, [doubted, sure])[0] < alone[0]


def test_the_numbers_own_noun_says_who_is_counted() -> None:
    """Who they are is the model's to say only where the number has no noun of its own."""
    told = replace(counted("Twelve", "killed", 0.9), role="workers", roles={"workers": 0.9})
    (named,) = agreed(TOLL, [candidate("Twelve")], [told])
    (elided,) = agreed(TOLL, [replace(candidate("Twelve"), named=False)], [told])
    assert (named.group.role, elided.group.role) == ("people", "workers")


def test_the_writer_may_be_the_one_who_counts() -> None:
    """A phrase for which the model sees no source is the writer's."""
    mine = replace(counted("Twelve", "killed", 0.9), source=None)
    assert plainly_stated([candidate("Twelve")], [mine]) == {at(TOLL, "Twelve")}
    assert plainly_stated([candidate("Twelve")], [replace(mine, source_sure=0.3)]) == frozenset()


HEADLINE = "Harbour hospital: nine hurt on ferry"


def test_a_source_without_a_reporting_verb_is_supplied() -> None:
    """ "Harbour hospital: nine hurt" gives its source before a colon; what it says is the rest."""
    nine = Figure(Kind.WOUNDED, 9, 9, Words("nine", at(HEADLINE, "nine")))
    told = replace(
        counted("Twelve", "wounded", 0.9), span=at(HEADLINE, "nine"), source=at(HEADLINE, "Harbour hospital")
    )
    (said,) = supplied(HEADLINE, sentences(HEADLINE), (), [nine], [told])
    assert [link.text for link in said.chain] == ["Harbour hospital"]
    assert [HEADLINE[a:b] for a, b in said.content] == ["nine hurt on ferry"]
    assert supplied(HEADLINE, sentences(HEADLINE), (), [nine], [replace(told, source_sure=0.1)]) == ()


def test_a_number_beside_anothers_is_its_own_sources() -> None:
    """The governor says 40; the 70 that a dash gives to the Red Cross is not his, where the model is very sure."""
    text = "Ferry sinks: 40 dead, says the governor; 70 - Red Cross"
    seventy = Figure(Kind.KILLED, 70, 70, Words("70", (text.index("70"), text.index("70") + 2)))
    told = replace(
        counted("Twelve", "killed", 0.9),
        span=seventy.phrase.span,
        source=(text.index("Red Cross"), len(text)),
        source_sure=0.95,
    )
    governor = (text.index("the governor"), text.index(";"))
    saying = Attribution(((13, len(text)),), named(text, [governor]), None)
    (said,) = supplied(text, sentences(text), [saying], [seventy], [told])
    assert [link.text for link in said.chain] == ["Red Cross"]
    assert [text[a:b] for a, b in said.content] == ["70"]
    assert supplied(text, sentences(text), [saying], [seventy], [replace(told, source_sure=0.7)]) == ()
    own = replace(told, source=governor)
    assert supplied(text, sentences(text), [saying], [seventy], [own]) == ()


def test_a_text_of_thousands_of_sayings_takes_linear_time() -> None:
    """Rules and model are joined where they stand near one another, not each with each."""
    line = "Twelve guards died, the mayor said. A nurse fumed over the delay. "
    text = line * 3000
    parts = sentences(text)
    ruled = who_said(text, parts)
    places = [n * len(line) for n in range(3000)]
    told = [Tagging((at + 36, at + 43), (at + 44, at + 49), ((at + 50, at + 64),), 0.9) for at in places]
    began = time.perf_counter()
    said = joined(text, parts, told, ruled, [(at, at + 6) for at in places])
    assert time.perf_counter() - began < 8
    assert len(said) == 6000
