"""Page furniture: lines of a page that tell no news, such as links to other stories, pleas to subscribe, credits."""

import re
from collections.abc import Sequence

_SITES = (
    r"(?:twitter|facebook|instagram|whatsapp|telegram|youtube|linkedin|reddit|pinterest|tiktok|google\+?|threads|x)"
)

# How a line of furniture begins, in any case, after bullets and brackets. Each ends where a page would end it, so that
# a sentence of news that happens to open with the same word ("Read more than a dozen names aloud") is none.
_LINKS = (
    r"(?:see|read) also\b",
    r"see (?:more|related|all)\b(?=[^.]{0,80}$|\s*:)",
    r"(?:also|more) (?:see|read|from|on this|stories|news|coverage)\b(?=[^.]{0,120}$)",
    r"also (?:see|read|on)\b[^.]{0,20}:",
    r"(?:read|watch|listen|view|hear|browse|explore|discover|keep|continue)\s+(?:more|next|also|now|here|reading"
    r"|watching|the full"
    r"|full (?:story|article|coverage)|this|on|below|all|again|live)\b(?! than)",
    r"(?:read|watch|listen|related|recommended|video|photos?|pictures?|gallery|slideshow|in pictures|infographic"
    r"|podcast|more"
    r"|tags?|topics?|keywords?|filed (?:under|to)|categor(?:y|ies)|posted in|sections?|labels?|click|follow|contact"
    r"|advertisement"
    r"|(?:full|complete|special) coverage|sources?|credits?|contributing|contributors?|with files from)\s*:",
    r"(?:related|recommended|suggested|similar) (?:topics?|links?|posts?|content|coverage|story|stories|articles?"
    r"|news|videos?|reading"
    r"|for you)\b",
    r"you (?:may|might) (?:also )?(?:like|be interested|enjoy|have missed)\b",
    r"(?:most (?:read|popular|viewed|shared|watched|commented)|trending(?: now)?|editors?['’]?s? picks?|don['’]t miss"
    r"|(?:top|latest|other|older|popular) (?:stories|headlines|posts)|latest news)\W*(?:$|:)",
    r"(?:click|tap) (?:here|on|to|through|below)\b",
    r"scroll (?:down|up|to)\b|swipe (?:left|right|up|to)\b|skip (?:to|past|advert|ad)\b|jump to\b|back to (?:top"
    r"|the top|home)\b",
    r"(?:to )?(?:read|see|view|get|watch|hear) (?:the )?(?:full|complete|rest of|original|entire"
    r"|more of)\b[^.!?]{0,60}\b(?:article"
    r"|story|report|here|coverage|version|interview|video|list|text)\b(?=\W*$|.{0,40}\b(?:here|click|visit|at)\b)",
    r"(?:for|want|looking for|need) (?:more|the latest)\b[^.!?]{0,80}(?:\?|\b(?:click|visit|follow|sign|subscribe"
    r"|go to|download"
    r"|check|tune)\b)",
    r"(?:visit|go to|check out) (?:our|the|us at)\b[^.!?]{0,60}\b(?:page|website|section|channel|homepage|blog"
    r"|app)\b",
    r"(?:https?://|www\.)\S+\W*$|@\w{2,30}\W*$|\#\w+(?:\s+\#\w+)*\W*$",
    r"(?:story|article) continues\b|continued? (?:below|on page)\b|(?:show|load|view) more\b\W*$",
)
_PLEAS = (
    r"(?:please )?(?:follow|like|find|join|friend|add|tweet|connect with)(?: to)? (?:us|me|our|@\w+)\b",
    rf"(?:please )?(?:follow|like|join)\b[^.!?]{{1,90}}?\bon (?:our )?{_SITES}\b",
    r"(?:sign|log)[ -]?(?:up|in)\b(?=[^.]{0,60}\b(?:for|to|with|here|now|newsletter|account|free|daily)\b|\W*$)",
    r"(?:please )?(?:subscribe|register)\b(?=.{0,60}\b(?:to|for|now|today|here|our|free|with)\b|\W*$)",
    r"(?:get|receive|have)\b[^.!?]{0,60}\b(?:in|to) your (?:inbox|e-?mail|phone|device)\b",
    r"(?:get|try) our\b[^.!?]{0,40}\b(?:newsletters?|app|updates)\b",
    r"(?:download|install) (?:our|the)\b[^.!?]{0,40}\bapps?\b",
    r"(?:share|e-?mail|print|save|bookmark|tweet|send|post)\s+(?:this|it|the link|link|article|story|on\s+"
    + _SITES
    + r"|via|to a "
    r"friend|with friends)\b",
    r"(?:share|tweet|e-?mail|print|comments?|reply|like|save|pin it|facebook|twitter|whatsapp|reddit|linkedin"
    r"|advertisement|ad"
    r"|sponsored(?: content)?|loading|menu|search|home|subscribe|newsletter|close|skip|next|previous|copy link|more"
    r"|getty images"
    r"|promoted|opinion|video|live)\W*$",
    r"advertisement\b\W*(?:continue|scroll|skip)",
    r"(?:\d[\d,]*\s+)?comments?\b\s*(?:\(\d+\)|are closed|so far|below|policy)",
    r"(?:leave|post|add|write|view|show|load|join) (?:a|your|all|more|the) (?:\d+ )?(?:comments?|reply|conversation"
    r"|discussion|debate)\b",
    r"have your say\b|what do you think\?",
    r"(?:support|donate|contribute|become a)\b[^.!?]{0,60}\b(?:journalism|member|subscriber|supporter|patron)\b",
    r"if you (?:value|like|enjoy|appreciate|believe in)\b[^.!?]{0,90}\b(?:journalism|reporting|support|donat\w+"
    r"|subscrib\w+"
    r"|newsletter)\b",
    r"(?:independent|quality) journalism (?:needs|costs|depends|matters)\b",
    r"(?:unlimited|full)(?: digital)? access\b|(?:already|not) a (?:subscriber|member)\b|already have an account\b",
    r"thank(?:s| you) for (?:reading|subscribing|signing|visiting|registering|your (?:support|feedback))\b",
    r"(?:have|are|were|did|do) you\b[^.!?]{1,120}\?.{0,80}\b(?:us|in touch|newsroom)\b",
    r"(?:let us know|tell us|get in touch|contact us|e-?mail us|write to us|send (?:us )?your|share your|call us"
    r"|got a (?:tip|story))\b",
)
_NOTICES = (
    r"(?:we|this (?:web)?site|our (?:web)?site|our partners|this page)\b[^.!?]{0,90}\bcookies?\b",
    r"by (?:continuing|using|clicking|browsing|signing up|subscribing|proceeding)\b[^.!?]{0,90}\b(?:you|cookies?"
    r"|terms|agree|site)\b",
    r"(?:accept|reject|manage|allow) (?:all|cookies?)\b|cookies? (?:policy|settings|preferences|notice)\b"
    r"|privacy (?:policy|settings"
    r"|notice)\b|terms (?:of|and|&) (?:use|service|conditions)\b|do not sell my\b",
    r"all rights reserved\b|©|\(c\)\s*(?:copyright\s+)?\d{4}|copyright\b.{0,12}(?:\d{4}|©|\bby |\bthe )",
    r"this (?:material|content|article|report|story|website) (?:may not|cannot|is protected|is copyright"
    r"|was (?:originally )?"
    r"(?:produced|published|generated|provided|syndicated))\b",
    r"(?:your browser|please (?:enable|turn on|upgrade|wait|disable)|javascript (?:is|must|required)"
    r"|enable javascript)\b",
    r"(?:our standards|trust principles|corrections policy)\b",
)
_CREDITS = (
    r"(?:photo|image|picture|photograph|illustration|video|graphic|file photo|ap photo|media|audio)s?\s*(?:\(|:"
    r"|/\s*\w|credit|by\b"
    r"|courtesy|caption|source|playback|player)",
    r"(?:additional |with )?(?:reporting|writing|editing|edited|written|compiled"
    r"|photographs?)\s+(?:and\s+\w+\s+)?by\b",
    r"[\w .,'’&-]{2,140}\bcontributed (?:to (?:this|the) (?:report|story|article|post)|(?:additional )?reporting"
    r"|from)\b",
    r"(?:last |first )?(?:updated|published|posted|modified)\b(?:\s+(?:at|on))?\s*:?\s*(?:\d|(?:mon|tue|wed|thu|fri"
    r"|sat|sun|jan|feb|mar"
    r"|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b|today|yesterday)(?=.{0,40}$)",
    r"\d+ (?:second|minute|min|hour|hr|day|week|month|year)s? ago\W*$|\d+ (?:min(?:ute)?s? read|shares?|views?"
    r"|likes?)\W*$",
)
_PROMISES = (
    r"this is (?:a |an )?(?:breaking|developing|ongoing|fluid|still developing)\b[^.!?]{0,30}\b(?:story|news"
    r"|situation)\b",
    r"this (?:story|article|post|page|report|live ?blog|file|item|breaking news story) (?:will be|is being|has been"
    r"|was)\s+(?:\w+ly\s+"
    r"|last\s+|first\s+)?(?:updated|refreshed|published|amended)\b",
    r"(?:we|we['’]ll|we will|check back|stay tuned|stay with us|please check|more|more details|more information"
    r"|further details"
    r"|details|updates?)\b[^.!?]{0,40}\b(?:updating\b|update (?:this|the (?:story|page)|you)|bring you|(?:have"
    r"|get) more (?:as|when|on this"
    r"|soon|shortly|later|information)|as (?:it|they|we|these) (?:come|comes|become|becomes|get|receive|have"
    r"|arrive)\b|for updates\b"
    r"|(?:to (?:come|follow)|soon|shortly|when available|as available)\W*$)",
    r"more to (?:come|follow)\b|refresh (?:this page|for)\b|keep checking\b|stay tuned\b|check back\b"
    r"|developing(?: story)?\W*$",
)
_BULLETS = r"[\s•·*>»▶–—|\[(\-]*"
_OPENS = re.compile(rf"{_BULLETS}(?:{'|'.join((*_LINKS, *_PLEAS, *_NOTICES, *_CREDITS, *_PROMISES))})", re.IGNORECASE)
_CAPTION = re.compile(rf"{_BULLETS}(?:{'|'.join(_CREDITS)})", re.IGNORECASE)
_CLOSES = re.compile(
    r"(?:\b(?:read|see|find out|learn|watch)\s+more\b\W*|\bclick here(?: (?:to|for)\b[^.]{0,40})?\W*"
    r"|\bcontinue reading\b\W*"
    r"|\(?(?:photo|image)(?: credit)?:[^\n]{1,60}|(?:/|\bvia\s+)(?:getty images|ap photo|shutterstock)\W*)\Z",
    re.IGNORECASE,
)
_TAIL_OPENS = re.compile(
    r"\W*(?:see (?:also|more)|related|more (?:from|on|news|stories|coverage|in)\b|read (?:next|more|also|now)"
    r"|also read|most "
    r"(?:read|popular|viewed|shared)|recommended|you (?:may|might) also|trending|editors?['’]?s? picks?"
    r"|don['’]t miss|"
    r"(?:latest|top|other|popular|more|older|recent) (?:news|stories|headlines|posts|articles)"
    r"|(?:from )?around the web|"
    r"elsewhere|sponsored|promoted)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:By|BY|From)(?: [A-Z][\w.'’\-]+){2,4}(?:(?:,| and | for | at | in |\s*\|| - )[^.!?]{0,80})?\s*\Z"
)
_LONGEST_LINK = 160
_NUMBER = (
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|hundreds?|thousands?|dozens?|scores|several)"
)
_STATE = (
    r"(?:kill|dead\b|deaths?\b|die[sd]?\b|toll\b|injur|wound|hurt\b|missing\b|trapp|hostage|captive|kidnap|abduct|freed\b"
    r"|releas|escap|fled\b|rescu|arrest|detain|evacuat|displac|homeless|bodies\b|casualt|victims?\b|survivors?\b)"
)
_TELLS = re.compile(
    rf"\b{_NUMBER}\W+(?:\w+\W+){{0,4}}?{_STATE}|\b{_STATE}\w*\W+(?:\w+\W+){{0,4}}?{_NUMBER}\b", re.IGNORECASE
)


def is_furniture(line: str) -> bool:
    """Whether a line, or a sentence that stands alone, is page furniture. Looks at no more than its first 300 and last
    120 characters."""
    line = line.strip()
    if _OPENS.match(line[:300]) or _BYLINE.match(line[:140]):
        return True
    return len(line) < _LONGEST_LINK and _CLOSES.search(line[-120:]) is not None and not line.endswith((".”", '."'))


def tells_of_people(line: str) -> bool:
    """Whether a line of furniture gives a number of people all the same, which must not be lost: "Read more: 14 die".
    Looks at no more than its first 1,000 characters."""
    return _TELLS.search(line[:1000]) is not None


def is_caption(line: str) -> bool:
    """Whether a line of furniture stands under a picture of this report, not of another."""
    return _CAPTION.match(line[:300]) is not None


def furniture(lines: Sequence[str]) -> frozenset[int]:
    """Which of a text's lines, by number, are page furniture.

    Where a text ends in links to other stories under a heading such as "Related", every short line there without a
    full stop is taken for a link.
    """
    found = {number for number, line in enumerate(lines) if line.strip() and is_furniture(line)}
    tail = len(lines)
    while tail > 0 and (tail - 1 in found or _is_link_like(lines[tail - 1])):
        tail -= 1
    heading = next((n for n in range(tail, len(lines)) if _TAIL_OPENS.match(lines[n][:100])), None)
    if heading is not None:
        found.update(range(heading, len(lines)))
    return frozenset(found)


def _is_link_like(line: str) -> bool:
    line = line.strip()
    return len(line) <= _LONGEST_LINK and not line.endswith((".", "!”", ".”", '."', ".'", "…"))
