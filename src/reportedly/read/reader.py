"""Reading one report: asks every question of its text (who said it, what is counted, when, where) and puts the answers
together as claims.

A figure belongs to the innermost saying whose words hold it; one that nobody is said to have said is the writer's.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from reportedly.claim import GAP, Claim, ClaimKind, Polarity, Reading, Source
from reportedly.figure import Figure, Kind, Scope, Words
from reportedly.read.asked_again import Asked, asked_again
from reportedly.read.attribution import Attribution, resolved, who_said
from reportedly.read.carried import carried
from reportedly.read.counted import agreed, plainly_stated
from reportedly.read.credit import agency
from reportedly.read.denied import denied
from reportedly.read.figures import Candidate, candidates
from reportedly.read.gaps import gaps
from reportedly.read.hedges import hedges
from reportedly.read.language import not_english
from reportedly.read.model import tagged
from reportedly.read.prose import sentence_at, sentences
from reportedly.read.sentence import Sentence, Setting
from reportedly.read.sourced import supplied
from reportedly.read.speakers import without_speakers
from reportedly.read.stance import judges, stance
from reportedly.read.tagged import joined
from reportedly.read.tagger.tag import Tagged
from reportedly.read.when import when_said
from reportedly.read.where import where_put
from reportedly.report import Problem, Report, Span

_BATCH = 30_000
"""Characters that the model is asked about at once."""

_FEWEST_WORDS = 3
"""A plain statement of fewer is a heading or a scrap; a figure in it still counts."""

_OWN_OUTLET = re.compile(
    r"this (?:news )?(?:paper|newspaper|station|site|website|magazine|channel|programme|program|reporter|correspondent"
    r"|agency|outlet|blog|desk)",
    re.IGNORECASE,
)
_EARLIER_WORDS = re.compile(
    r"\b(?:an|our) (?:earlier|previous) (?:version|post|entry|report|edition|update|tweet|alert|item)\b", re.IGNORECASE
)
"""Whoever is corrected by the very words that tell of it: "an earlier post said 18 had died"."""
_SURE_OF_QUOTED = 0.94
_SURE_OF_SAID = 0.73
"""How often the rules are right, words and speaker, of what stands in quotation marks, and of the rest. Of its own
sayings the model says how sure it is (docs/measurements.md)."""
_SURE_OF_PLAIN = 0.94
"""How often a figure is right in kind and bounds."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one claim-to-be, who says them, and the figures in them."""

    spans: tuple[Span, ...]
    chain: tuple[Source, ...]
    cue: Words | None
    figures: tuple[Figure, ...]
    confidence: float | None = None
    denied: bool = False
    hedges: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A report half read: what the wording alone tells, before the model is asked about many reports at once."""

    report: Report
    sentences: tuple[Sentence, ...]
    setting: Setting
    counted: tuple[Candidate, ...]
    ruled: tuple[Attribution, ...]


def read(report: Report, about: str | None = None) -> Reading:
    """The report with its agency filled in, its claims in the order of the text, and what could not be read of it.

    `about` says what the story is about, where the report does not say so itself; it tells this event's figures from
    background. Raises nothing, whatever the text.
    """
    return next(read_all([report], about))


def read_all(reports: Iterable[Report], about: str | None = None) -> Iterator[Reading]:
    """What `read` gives of each, in order. Many at once cost less than one after another."""
    for batch in _batches(reports):
        drafts = [_draft(report, about) for report in batch]
        asked = [draft for draft in drafts if isinstance(draft, Draft)]
        told = iter(_asked(asked))
        for draft in drafts:
            yield draft if isinstance(draft, Reading) else _reading(draft, next(told))


def _batches(reports: Iterable[Report]) -> Iterator[list[Report]]:
    batch: list[Report] = []
    size = 0
    for report in reports:
        batch.append(report)
        size += len(report.text)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _draft(report: Report, about: str | None) -> Draft | Reading:
    """What the wording tells; a whole Reading where there is nothing to ask the model."""
    text = report.text
    report = replace(report, agency=report.agency if report.agency is not None else agency(text, report.byline))
    language = not_english(text)
    if language is not None:
        unread = Problem(f"the text is in {language}: only English is read, so nothing of it was", report.id)
        return Reading(report, (), (unread,))
    parts = sentences(text)
    setting = Setting(report.about if report.about is not None else about, report.title, report.published_at)
    counted = carried(text, parts, [candidates(text, part, setting) for part in parts], setting)
    return Draft(report, parts, setting, counted, who_said(text, parts))


def _asked(drafts: Sequence[Draft]) -> Sequence[Tagged | None]:
    """What the model says of each; None where there is no model and the rules have to do."""
    if not drafts:
        return []
    days = [None if d.setting.published_at is None else d.setting.published_at.date() for d in drafts]
    phrases = [[one.figure.phrase.span for one in draft.counted] for draft in drafts]
    told = tagged([d.report.text for d in drafts], [d.setting.about for d in drafts], days, phrases)
    if told is None:
        return [None] * len(drafts)
    return asked_again(
        [
            Asked(draft.report.text, draft.sentences, draft.counted, draft.setting.about, day)
            for draft, day in zip(drafts, days, strict=True)
        ],
        told,
    )


def _reading(draft: Draft, told: Tagged | None) -> Reading:
    report, text, parts = draft.report, draft.report.text, draft.sentences
    said, plain = draft.ruled, frozenset[Span]()
    figures = tuple(one.figure for one in draft.counted if one.settled)
    if told is not None:
        storied = draft.setting.about is not None
        figures = agreed(text, draft.counted, told.counted, told.scope_weights, storied=storied)
        plain = plainly_stated(draft.counted, told.counted)
        said = joined(
            text,
            parts,
            told.attributions,
            draft.ruled,
            [figure.phrase.span for figure in figures if figure.kind is not Kind.OTHER],
        )
        counting = without_speakers(text, figures, _speakers(said))
        said = resolved(text, (*said, *supplied(text, parts, said, counting, told.counted)))
    attributions = tuple(_without_outlet(saying, report.outlet) for saying in said)
    kept = without_speakers(text, figures, _speakers(attributions))
    owned = _owners(text, parts, attributions, kept, plain)
    passages = [
        Passage(saying.content, saying.chain, saying.cue, tuple(owned.get(number, ())), saying.confidence)
        for number, saying in enumerate(attributions)
    ]
    passages += _plain(text, parts, attributions, owned.get(None, ()))
    passages = [part for passage in passages for part in _denied_apart(text, passage)]
    passages.sort(key=lambda passage: passage.spans)
    return Reading(report, _claims(report, [_weakened(text, passage, told) for passage in passages]))


def _speakers(said: Iterable[Attribution]) -> dict[Span, str | None]:
    return {source.span: source.role for saying in said for source in saying.chain}


def _without_outlet(saying: Attribution, outlet: str | None) -> Attribution:
    """The report's own outlet is no link of a chain: "he told this newspaper", "he told The Courier" in The Courier."""
    own = "" if outlet is None else _bare(outlet)
    chain = tuple(
        link
        for link in saying.chain
        if not _OWN_OUTLET.fullmatch(link.text.strip()) and own not in {_bare(link.text), _bare(link.name or link.text)}
    )
    return saying if len(chain) == len(saying.chain) else replace(saying, chain=chain)


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ").removesuffix("'s").removesuffix("’s").strip(" .,")


def _cue_elsewhere(parts: tuple[Sentence, ...], saying: Attribution, at: int) -> bool:
    """Whether the words that report the saying stand in another sentence than the character `at`: the model, asked of
    the sentence alone, cannot know them."""
    part = sentence_at(parts, at)
    return saying.cue is not None and part is not None and not part.start <= saying.cue.span[0] < part.end


def _owners(
    text: str,
    parts: tuple[Sentence, ...],
    attributions: Sequence[Attribution],
    figures: Iterable[Figure],
    plain: Set[Span],
) -> dict[int | None, list[Figure]]:
    """Which attribution (by its place) each figure belongs to; None is the writer's, as of a phrase in `plain`.

    Whoever claims responsibility for "the bombing that killed 60", or condemns it, has not counted them: the writer
    has.
    """
    stances = [stance(text, saying.content, saying.cue) for saying in attributions]
    by_start = sorted(
        (span[0], span[1], number)
        for number, saying in enumerate(attributions)
        if stances[number][0] is not ClaimKind.RESPONSIBILITY and not judges(saying.cue)
        for span in saying.content
    )
    doubted = {number for number, (_, polarity) in enumerate(stances) if polarity is not Polarity.ASSERTED}
    owned: dict[int | None, list[Figure]] = {}
    open_spans: list[tuple[int, int, int]] = []
    waiting = 0
    for figure in sorted(figures, key=lambda f: f.phrase.span):
        start, end = figure.phrase.span
        while waiting < len(by_start) and by_start[waiting][0] <= start:
            open_spans.append(by_start[waiting])
            waiting += 1
        open_spans = [span for span in open_spans if span[1] > start]
        holding = [span for span in open_spans if span[1] >= end]
        inner = min(holding, key=lambda span: span[1] - span[0], default=None)
        # What somebody denies or leaves open the writer does not state, whoever else may have said it.
        heard = inner is not None and (inner[2] in doubted or _cue_elsewhere(parts, attributions[inner[2]], start))
        said = inner is not None and (heard or (start, end) not in plain)
        owner = inner[2] if inner is not None and said else None
        owned.setdefault(owner, []).append(figure)
    return owned


def _plain(
    text: str, parts: Sequence[Sentence], attributions: Sequence[Attribution], figures: Iterable[Figure]
) -> list[Passage]:
    """What the writer states: sentences that nobody is said to have said, and the rest of those that hold a figure."""
    taken = sorted(span for saying in attributions for span in _words_of(saying))
    unsaid = sorted(figures, key=lambda f: f.phrase.span)
    passages = []
    next_taken = next_figure = 0
    reach: list[Span] = []
    for part in parts:
        while next_taken < len(taken) and taken[next_taken][0] < part.end:
            reach.append(taken[next_taken])
            next_taken += 1
        reach = [span for span in reach if span[1] > part.start]
        mine = []
        while next_figure < len(unsaid) and unsaid[next_figure].phrase.span[0] < part.end:
            if unsaid[next_figure].phrase.span[0] >= part.start:
                mine.append(unsaid[next_figure])
            next_figure += 1
        if not reach:
            if mine or len(text[part.start : part.end].split()) >= _FEWEST_WORDS:
                passages.append(Passage(((part.start, part.end),), (), None, tuple(mine)))
        elif mine:
            spans = tuple(gap for gap in gaps(text, part, reach) if any(_within(f, gap) for f in mine))
            whole = spans if all(any(_within(f, gap) for gap in spans) for f in mine) else ((part.start, part.end),)
            passages.append(Passage(whole, (), None, tuple(mine)))
    return passages


def _denied_apart(text: str, passage: Passage) -> Iterator[Passage]:
    """The passage without the numbers that it tells only to deny, and each of these; and apart from what it denies in
    one breath what it says in the next ("There is no truth in it," he said. "Four died.")."""
    apart_from = _asserted_spans(text, passage)
    if apart_from:
        rest = tuple(span for span in passage.spans if span not in apart_from)
        yield from _denied_apart(text, _with_spans(passage, rest))
        yield from _denied_apart(text, _with_spans(passage, apart_from))
        return
    apart = denied(text, passage.figures)
    yield replace(passage, figures=tuple(one for one in passage.figures if one not in apart)) if apart else passage
    for figure, span in apart.items():
        yield replace(passage, spans=(span,), figures=(figure,), denied=True)


def _asserted_spans(text: str, passage: Passage) -> tuple[Span, ...]:
    """Of a saying in several stretches that denies by its words, not by its verb, the stretches that deny nothing."""
    if len(passage.spans) < 2 or stance(text, passage.spans, passage.cue)[1] is not Polarity.DENIED:
        return ()
    asserted = tuple(span for span in passage.spans if stance(text, (span,), passage.cue)[1] is not Polarity.DENIED)
    figured = any(_within(figure, span) for figure in passage.figures for span in asserted)
    return asserted if figured and len(asserted) < len(passage.spans) else ()


def _with_spans(passage: Passage, spans: tuple[Span, ...]) -> Passage:
    figures = tuple(figure for figure in passage.figures if any(_within(figure, span) for span in spans))
    return replace(passage, spans=spans, figures=figures)


def _weakened(text: str, passage: Passage, told: Tagged | None) -> Passage:
    tagged = () if told is None else told.hedges
    return replace(passage, hedges=tuple(hedge for span in passage.spans for hedge in hedges(text, span, tagged)))


def _words_of(saying: Attribution) -> list[Span]:
    cue = [] if saying.cue is None else [saying.cue.span]
    return [*saying.content, *cue, *(source.span for source in saying.chain)]


def _within(figure: Figure, span: Span) -> bool:
    start, end = figure.phrase.span
    return span[0] <= start and end <= span[1]


def _claims(report: Report, passages: Iterable[Passage]) -> tuple[Claim, ...]:
    text = report.text
    # A page that changed keeps its id, so the words are part of what names its claims.
    ground = hashlib.sha256(f"{report.id}\0{text}".encode("utf-8", "surrogatepass")).hexdigest()
    names: set[str] = set()
    claims = []
    for passage in passages:
        kind, polarity = stance(text, passage.spans, passage.cue)
        corrected = passage.chain and _EARLIER_WORDS.search(passage.chain[0].text) is not None
        polarity = Polarity.DENIED if passage.denied or corrected else polarity
        name = _name(ground, passage.spans, kind, names)
        claims.append(_claim(report, passage, (kind, polarity), name))
    return tuple(claims)


def _name(ground: str, spans: tuple[Span, ...], kind: ClaimKind, names: set[str]) -> str:
    number = 0
    while True:
        name = hashlib.sha256(f"{ground}{spans}{kind}{number}".encode()).hexdigest()[:16]
        if name not in names:
            names.add(name)
            return name
        number += 1


def _claim(report: Report, passage: Passage, how: tuple[ClaimKind, Polarity], name: str) -> Claim:
    text, spans = report.text, passage.spans
    return Claim(
        id=name,
        report_id=report.id,
        text=GAP.join(text[start:end] for start, end in spans),
        spans=spans,
        kind=how[0],
        chain=passage.chain,
        cue=passage.cue,
        hedges=passage.hedges,
        polarity=how[1],
        when=when_said(text, spans, report.published_at),
        where=where_put(text, spans),
        figures=passage.figures if how[0] is not ClaimKind.DEMAND else tuple(map(_wanted, passage.figures)),
        confidence=_confidence(text, passage),
    )


def _wanted(figure: Figure) -> Figure:
    """Whom somebody wants freed or gone is a count of no event yet."""
    return replace(figure, scope=Scope.BACKGROUND)


def _confidence(text: str, passage: Passage) -> float:
    if passage.confidence is not None:
        return passage.confidence
    if not passage.chain and passage.cue is None:
        return _SURE_OF_PLAIN
    start = passage.spans[0][0]
    quoted = text[max(0, start - 1) : start + 1]
    return _SURE_OF_QUOTED if any(mark in quoted for mark in '"“') else _SURE_OF_SAID
