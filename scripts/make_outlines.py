"""Makes src/reportedly/show/outlines.tsv from world-atlas (Natural Earth, public domain): countries, for maps offline.

usage: python scripts/make_outlines.py countries-50m.json src/reportedly/show/outlines.tsv

countries-50m.json is in the npm package world-atlas (`npm pack world-atlas`). Two sorts of rows:

    arc      west south east north   x y dx dy dx dy ...   (a stretch of coast or border)
    country  code, or nothing        name                  rings: `+3 -7;+12`, arcs by their place, - is backwards

All numbers are steps of 1/200 of a degree (some 500 m), which is finer than the source's own drawing.
"""

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pycountry

STEPS = 200
"""Of a degree."""


def main(source: Path, target: Path) -> None:
    world = json.loads(source.read_text(encoding="utf-8"))
    rows = [arc_row(arc, world["transform"]) for arc in world["arcs"]]
    for country in world["objects"]["countries"]["geometries"]:
        if country["type"] is None:
            continue
        rings = country["arcs"] if country["type"] == "Polygon" else [ring for part in country["arcs"] for ring in part]
        told = ";".join(" ".join(f"+{n}" if n >= 0 else f"-{~n}" for n in ring) for ring in rings)
        rows.append(f"country\t{code(country)}\t{country['properties']['name']}\t{told}\n")
    target.write_text("".join(rows), encoding="utf-8")
    print(
        f"{len(world['arcs'])} arcs, {len(rows) - len(world['arcs'])} countries, {target.stat().st_size / 1024:.0f} KB"
    )


def arc_row(arc: list[list[int]], transform: Any) -> str:
    (across, up), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    points: list[tuple[int, int]] = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        point = round((west + x * across) * STEPS), round((south + y * up) * STEPS)
        if not points or point != points[-1]:
            points.append(point)
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    steps = [*points[0]]
    for (x0, y0), (x1, y1) in pairwise(points):
        steps += [x1 - x0, y1 - y0]
    box = f"{min(xs)} {min(ys)} {max(xs)} {max(ys)}"
    return f"arc\t{box}\t{' '.join(map(str, steps))}\n"


def code(country: Any) -> str:
    """Two letters, as GeoNames has them; nothing where Natural Earth draws what has none."""
    if country["properties"]["name"] == "Kosovo":
        return "XK"
    found = pycountry.countries.get(numeric=country.get("id") or "")
    return "" if found is None else str(found.alpha_2)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
