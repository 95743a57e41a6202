"""A live blog in schema.org's microdata, as the record that its JSON-LD would be."""

from typing import Any

from reportedly.ingest.page_facts import Record, names
from reportedly.ingest.prose import prose

_POSTS = ("BlogPosting", "NewsArticle", "Article", "SocialMediaPosting", "CreativeWork")
_DEEPEST = 60
_LONGEST_NAME = 200


def microdata_blog(tree: Any) -> Record | None:
    """The LiveBlogPosting that the page's attributes spell; None where there is none with posts."""
    root = next((e for e in tree.iter() if _kind(e) == "LiveBlogPosting"), None)
    if root is None:
        return None
    updates = [e for e in root.iter() if "liveBlogUpdate" in _properties(e)]
    if not updates:
        updates = [e for e in root.iter() if e is not root and _kind(e) in _POSTS]
    inside: set[Any] = set()
    kept = []
    for element in updates:  # document order: an update inside an update is part of it
        if any(parent in inside for parent in _parents(element)):
            continue
        inside.add(element)
        kept.append(element)
    if not kept:
        return None
    own = _own(root, frozenset(inside))
    return {**own, "@type": "LiveBlogPosting", "liveBlogUpdate": [_update(element) for element in kept]}


def _update(element: Any) -> Record:
    record = _own(element, frozenset())
    if element.get("id"):
        record.setdefault("@fragment", element.get("id"))
    if "articleBody" not in record and "text" not in record:
        named = [e for e in element.iter() if _properties(e) & {"datePublished", "dateModified", "author", "headline"}]
        record["articleBody"] = prose(element, named)
    return record


def _own(root: Any, without: frozenset[Any]) -> Record:
    """The properties of one record, those of records inside it left out."""
    record: Record = {}
    bodies: list[str] = []
    if root.get("itemid"):
        record["@id"] = root.get("itemid")
    for element in root.iterdescendants():
        if not isinstance(element.tag, str):
            continue
        properties = _properties(element)
        if not properties or any(parent in without for parent in (element, *_parents(element, root))):
            continue
        if any(parent.get("itemscope") is not None for parent in _parents(element, root)):
            continue
        for name in properties & {"datePublished", "dateModified", "coverageStartTime", "headline", "name", "url"}:
            record.setdefault(name, _value(element))
        if properties & {"author", "publisher"}:
            name = "author" if "author" in properties else "publisher"
            known = record.setdefault(name, [])
            known.append({"name": _name(element)})
        if properties & {"articleBody", "text"}:
            bodies.append(prose(element))
    if bodies:
        record["articleBody"] = "\n".join(bodies)
    for name in ("author", "publisher"):
        if name in record and names(record[name]) is None:
            del record[name]
    return record


def _name(element: Any) -> str | None:
    if element.get("itemscope") is None:
        value = _value(element)
        return value if value is None or len(value) <= _LONGEST_NAME else None
    named = next((e for e in element.iterdescendants() if "name" in _properties(e)), None)
    return None if named is None else _value(named)


def _value(element: Any) -> str | None:
    for attribute in ("content", "datetime", "href"):
        value = element.get(attribute)
        if value:
            return str(value)
    text = " ".join(prose(element).split())
    return text or None


def _properties(element: Any) -> set[str]:
    return set((element.get("itemprop") or "").split()) if isinstance(element.tag, str) else set()


def _kind(element: Any) -> str:
    return (element.get("itemtype") or "").rstrip("/").rpartition("/")[2] if isinstance(element.tag, str) else ""


def _parents(element: Any, until: Any = None) -> list[Any]:
    found: list[Any] = []
    parent = element.getparent()
    while parent is not None and parent is not until and len(found) < _DEEPEST:
        found.append(parent)
        parent = parent.getparent()
    return found
