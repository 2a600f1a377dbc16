"""Every clean sample with one thing wrong at a time, and whether a careful reader could tell.

The reader has the data file, the schemas, the printed report and a calculator, and looks nothing up
elsewhere. An error is *decidable* when what is written then contradicts something else that is written:

- a figure or date of the data: a relation that the schemas declare (formula, total, rule) held and no longer
  does (worked out in seeded_relations, without docgen), or a sentence that gave a total and its parts no
  longer adds up;
- a figure, date, period or citation typed into the prose by hand: the data file holds the right one;
- a figure that stands only in the prose: the same number of the same things stands elsewhere;
- a declared document: its letters belong to another type, the year in its number is not that of its date, it
  is younger than the report, its number falls out of the order of its series, or it is listed elsewhere;
- the date of the document: before its figures are complete or a document it cites was signed, half a year
  after its period, or when its unit did not exist.

All others (a lone figure, 17/9 for 18/9) are no errors to anyone but their writer; they are counted apart.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from seeded_relations import number
from seeded_sample import Printed, Sample, Spot, is_date, is_figure
from seeded_slips import date_slips, figure_slips, period_slips, value_of

_PROSE_NUMBER = re.compile(
    r"(?<![\w.,/–-])[0-9]{1,3}(?:\.[0-9]{3})+(?![\w/.])|(?<![\w.,/])[0-9]+(?:,[0-9]+)?(?![\w.,]*[0-9/])%?"
)
_LONE = re.compile(r"(?<![\w./:-])(?P<n>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3})(?=\s+(?P<noun>[^\W\d]+))")
_NOT_COUNTED = re.compile(r"(?:ngày|tháng|năm|độ|[Qq]uý|TCVN ISO|lục|số)\s+$")
_YEAR = re.compile(r"năm\s+(?P<n>(?:19|20)[0-9]{2})")
_LONE_DATE = re.compile(
    r"ngày\s+[0-9]{1,2}\s+tháng\s+[0-9]{1,2}\s+năm\s+[0-9]{4}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}"
)
_CITED = re.compile(r"(?P<number>[0-9]+)(?P<year>/[0-9]{4})?(?P<symbol>/\S*[A-ZĐ])")
_LETTERS = {"Kế hoạch": "KH", "Quyết định": "QĐ", "Nghị quyết": "NQ", "Nghị định": "NĐ", "Chỉ thị": "CT"}


@dataclass(frozen=True)
class Mutation:
    """`new` stands in `spot` of the sample: a `slip` in a figure of one `kind`."""

    sample: Sample
    kind: str
    slip: str
    spot: Spot
    new: str
    decidable: bool

    @property
    def text(self) -> str:
        whole = self.sample.text
        return whole[: self.spot.start] + self.new + whole[self.spot.end :]

    @property
    def old(self) -> str:
        return self.sample.text[self.spot.start : self.spot.end]

    def __str__(self) -> str:
        name = self.sample.path.stem
        return f"{name}:{self.spot.line} [{self.kind}, {self.slip}] {self.old} → {self.new}"


def mutations(sample: Sample) -> Iterator[Mutation]:
    """Every mutation of `sample`, in the order of the kinds."""
    yield from _data(sample)
    yield from _header(sample)
    yield from _declared_documents(sample)
    yield from _typed_by_hand(sample)
    yield from _only_in_prose(sample)


def typed_right(sample: Sample) -> Iterator[Mutation]:
    """What is no error: every figure, date, period and citation typed into the prose by hand as printed."""
    for printed in sample.printed:
        if printed.text and not printed.expression.startswith("bang."):
            yield Mutation(sample, "typed right", "none", printed.spot, printed.text, False)


# --- the data --------------------------------------------------------------------------------------


def _data(sample: Sample) -> Iterator[Mutation]:
    for site, scalar in sample.sites.items():
        text = scalar.text.strip()
        if is_date(text):
            kind, slips = "date of the data", date_slips(text)
        elif _CITED.fullmatch(text):
            yield from _listed_number(sample, scalar.text, sample.spot(scalar))
            continue
        elif is_figure(text):
            kind, slips = _kind(site, text), figure_slips(text)
        else:
            continue
        for slip, new in slips:
            if new != text:
                decidable = sample.figures.breaks(sample.figures.changed(site, new)) or _other_sums(
                    sample, ".".join(site), new
                )
                if kind == "date of the data" and not decidable:
                    decidable = _date_contradicted(sample, site, new)
                yield Mutation(sample, kind, slip, sample.spot(scalar), new, decidable)


def _kind(site: tuple[str, ...], text: str) -> str:
    if len(site) == 3:
        return "total of a form" if site[1] == "tong" else "cell of a form"
    return "percentage" if text.endswith("%") else "count or amount"


def _other_sums(sample: Sample, path: str, new: str) -> bool:
    """Whether a sentence that prints the fact at `path` gave a total of its parts, and would no longer."""
    if is_date(new):
        return False
    for here in sample.printed:
        if _path(here) != path:
            continue
        for figures in _neighbours(sample, here):
            before = [value for value, _ in figures]
            after = [number(new) if of == path else value for value, of in figures]
            if any(sum(after[j:k]) != after[i] for i, j, k in _sums(before)):
                return True
    return False


def _neighbours(sample: Sample, here: Printed) -> Iterator[list[tuple[object, str]]]:
    """The figures of the sentence of `here`, each with its fact; and those of a figure and its footnote."""
    own = _sentence(sample, here.passage, here.start)
    yield own
    index = sample.passages.index(here.passage)
    note = here.passage.kind.name == "FOOTNOTE"
    parent = max(n for n in range(index + 1) if sample.passages[n].kind.name != "FOOTNOTE")
    if note:
        listed = _figures(sample, here.passage, 0, len(here.passage.text))
        for figure in _figures(sample, sample.passages[parent], 0, len(sample.passages[parent].text)):
            yield [figure, *listed]
    elif index + 1 < len(sample.passages) and sample.passages[index + 1].kind.name == "FOOTNOTE":
        following = sample.passages[index + 1]
        listed = _figures(sample, following, 0, len(following.text))
        for figure in own:
            yield [figure, *listed]


def _sentence(sample: Sample, passage, offset: int):
    ends = [0, *(m.end() for m in re.finditer(r"[.;]\s|[.;]$", passage.text)), len(passage.text)]
    start = max(end for end in ends if end <= offset)
    return _figures(
        sample, passage, start, min((end for end in ends if end > offset), default=len(passage.text))
    )


def _figures(sample: Sample, passage, start: int, end: int) -> list[tuple[object, str]]:
    facts = {p.start: _path(p) for p in sample.printed if p.passage is passage and is_figure(p.text)}
    found = []
    for match in _PROSE_NUMBER.finditer(passage.text, start, end):
        found.append((value_of(match[0]), facts.get(match.start(), "")))
    return found


def _sums(values: list) -> list[tuple[int, int, int]]:
    """Where a figure is the sum of two or more figures next to each other behind it."""
    return [
        (i, j, k)
        for i in range(len(values))
        for j in range(i + 1, min(i + 3, len(values)))
        for k in range(j + 2, len(values) + 1)
        if sum(values[j:k]) == values[i] > 0
    ]


def _path(printed: Printed) -> str:
    fact, _, how = printed.expression.partition("|")
    return "" if "ty_le(" in how else fact.strip()


def _date_contradicted(sample: Sample, site: tuple[str, ...], new: str) -> bool:
    """A date up to which the report says to count, beyond its period or behind the document's own date."""
    path, day = ".".join(site), number(new)
    counted = any(
        _path(p) == path
        and re.search(r"(?:đến|[Tt]ính đến)(?: hết)?(?: ngày)?\s*$", p.passage.text[: p.start])
        for p in sample.printed
    )
    own = _day(sample.field("ngay"))
    period = sample.figures.period
    return counted and ((period is not None and day > period.den) or (own is not None and day > own))


# --- the header ------------------------------------------------------------------------------------


def _header(sample: Sample) -> Iterator[Mutation]:
    place = sample.spot(sample.root.items["ngay"])
    slips = (
        date_slips(sample.field("ngay")) if _day(sample.field("ngay")) else period_slips(sample.field("ngay"))
    )
    for slip, new in slips:
        yield Mutation(sample, "date of the document", slip, place, new, _date_impossible(sample, new))
    period = sample.spot(sample.root.items["ky_bao_cao"])
    for slip, new in period_slips(sample.field("ky_bao_cao")):
        yield Mutation(sample, "reporting period", slip, period, new, True)
    if sample.field("so"):
        for slip, new in figure_slips(sample.field("so")):
            yield Mutation(
                sample, "number of the document", slip, sample.spot(sample.root.items["so"]), new, False
            )


def _day(text: str) -> datetime.date | None:
    return number(text) if is_date(text) else None


def _date_impossible(sample: Sample, new: str) -> bool:
    period = sample.figures.period
    year = int(new[-4:])
    first = _day(new) or datetime.date(year, 1, 1)
    last = _day(new) or datetime.date(year, 12, 31)
    unit = sample.read.unit
    complete = sample.sites.get(("thoi_gian", "den")) or sample.sites.get(("rieng", "chot"))
    earliest = [number(complete.text)] if complete else [period.den]
    earliest += [day for entry in sample.entries.values() if (day := _day(entry["ngay"].text))]
    late = first > period.calendar_to + datetime.timedelta(183)
    gone = (unit.valid_to and first > unit.valid_to) or (unit.valid_from and last < unit.valid_from)
    return last < max(earliest) or late or bool(gone)


# --- declared documents ----------------------------------------------------------------------------


def _declared_documents(sample: Sample) -> Iterator[Mutation]:
    for name, entry in sample.entries.items():
        typed = {key: value.text for key, value in entry.items()}
        for key, slip, new in _document_slips(typed):
            wrong = _document_wrong(sample, name, typed, typed | {key: new})
            yield Mutation(sample, f"cited document: {_WHAT[key]}", slip, sample.spot(entry[key]), new, wrong)


_WHAT = {"so": "number", "ngay": "date", "loai": "type"}


def _document_slips(typed: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    match = _CITED.fullmatch(typed["so"])
    assert match is not None, typed["so"]
    tail = typed["so"][match.end("number") :]
    for slip, new in figure_slips(match["number"]):
        if new != match["number"]:
            yield "so", slip, new.replace(".", "") + tail
    if match["year"]:
        year = int(match["year"][1:])
        yield "so", "another year", f"{match['number']}/{year - 1}{match['symbol']}"
    letters = _LETTERS.get(typed["loai"])
    if letters and letters in match["symbol"]:
        other = "QĐ" if letters != "QĐ" else "KH"
        yield "so", "letters of another type", typed["so"].replace(letters, other)
    yield "loai", "another type", "Quyết định" if typed["loai"] != "Quyết định" else "Kế hoạch"
    for slip, new in date_slips(typed["ngay"]):
        yield "ngay", slip, new


def _document_wrong(sample: Sample, name: str, old: dict[str, str], new: dict[str, str]) -> bool:
    match, day = _CITED.fullmatch(new["so"]), number(new["ngay"])
    letters = _LETTERS.get(new["loai"])
    others = {other: code for other, code in _LETTERS.items() if code in re.split("[-/]", match["symbol"])}
    if (letters and letters not in match["symbol"]) or (others and new["loai"] not in others):
        return True
    if match["year"] and int(match["year"][1:]) != day.year:
        return True
    own = _day(sample.field("ngay"))
    if own is not None and day > own:
        return True
    listed = [s.text for site, s in sample.sites.items() if len(site) == 3 and site[2] == "so_ky_hieu"]
    if old["so"] in listed:
        return True
    return _out_of_order(sample, name, new)


def _out_of_order(sample: Sample, name: str, new: dict[str, str]) -> bool:
    """Whether another document of the same series and year has the number, or a lower one at a later date."""
    match, day = _CITED.fullmatch(new["so"]), number(new["ngay"])
    for other, entry in sample.entries.items():
        found = _CITED.fullmatch(entry["so"].text)
        if (
            other == name
            or found["symbol"] != match["symbol"]
            or not _same_body(entry["co_quan"].text, new["co_quan"])
        ):
            continue
        its_day = number(entry["ngay"].text)
        mine, its = int(match["number"]), int(found["number"])
        if its_day.year == day.year and ((mine - its) * (day - its_day).days < 0 or mine == its):
            return True
    return False


def _same_body(one: str, other: str) -> bool:
    short = [
        name.replace("Ủy ban nhân dân (UBND)", "UBND").replace("Ủy ban nhân dân", "UBND")
        for name in (one, other)
    ]
    return short[0].startswith(short[1]) or short[1].startswith(short[0])


def _listed_number(sample: Sample, text: str, spot: Spot) -> Iterator[Mutation]:
    """A document of a printed list: decidable when it is also declared."""
    match = _CITED.fullmatch(text)
    known = any(entry["so"].text == text for entry in sample.entries.values())
    for slip, new in figure_slips(match["number"]):
        if new != match["number"]:
            whole = new.replace(".", "") + text[match.end("number") :]
            yield Mutation(sample, "number in a list of documents", slip, spot, whole, known)


# --- typed by hand ---------------------------------------------------------------------------------


def _typed_by_hand(sample: Sample) -> Iterator[Mutation]:
    """A {{ … }} replaced by what it prints, with one slip."""
    for printed in sample.printed:
        text, expression = printed.text, printed.expression
        kind = ""
        if expression.startswith("dan("):
            yield from _citation_by_hand(sample, printed)
        elif expression in ("ky", "ky.sau"):
            kind, slips = "period typed in prose", period_slips(text)
        elif is_figure(text.replace(" triệu đồng", "")):
            figure = text.replace(" triệu đồng", "")
            share = "percentage" if figure.endswith("%") else "figure"
            tail = text[len(figure) :]
            kind, slips = f"{share} typed in prose", ((s, n + tail) for s, n in figure_slips(figure))
        elif list(date_slips(text)):
            kind, slips = "date typed in prose", date_slips(text)
        if kind:
            for slip, new in slips:
                if new != text:
                    yield Mutation(sample, kind, slip, printed.spot, new, True)


def _citation_by_hand(sample: Sample, printed: Printed) -> Iterator[Mutation]:
    name = printed.expression.removeprefix("dan(").strip(')"')
    entry = {key: value.text for key, value in sample.entries[name].items()}
    for key, slip, new in _document_slips(entry):
        old = entry[key]
        if key == "ngay":
            old, new = _as_printed(old), _as_printed(new)
        if old in printed.text:
            text = printed.text.replace(old, new, 1)
            yield Mutation(sample, f"citation typed in prose: {_WHAT[key]}", slip, printed.spot, text, True)


def _as_printed(text: str) -> str:
    day = number(text)
    return f"ngày {day.day:02} tháng {day.month if day.month > 2 else f'{day.month:02}'} năm {day.year}"


# --- only in prose ---------------------------------------------------------------------------------


def _only_in_prose(sample: Sample) -> Iterator[Mutation]:
    everything = "\n".join(passage.text for passage in sample.passages)
    for passage in sample.passages:
        for match in _LONE.finditer(passage.text):
            if match["noun"] in ("tháng", "năm") or _NOT_COUNTED.search(passage.text[: match.start()]):
                continue
            spot = _typed_spot(sample, passage, match.start("n"), match.end("n"))
            again = re.findall(rf"(?<![\w.,]){re.escape(match['n'])}\s+{match['noun']}\b", everything)
            for slip, new in figure_slips(match["n"]) if spot else ():
                yield Mutation(sample, "figure only in prose", slip, spot, new, len(again) > 1)
        for match in _YEAR.finditer(passage.text):
            spot = _typed_spot(sample, passage, match.start("n"), match.end("n"))
            for step in (-1, 1) if spot else ():
                yield Mutation(
                    sample, "year only in prose", "another year", spot, str(int(match["n"]) + step), False
                )
        for match in _LONE_DATE.finditer(passage.text):
            spot = _typed_spot(sample, passage, match.start(), match.end())
            for slip, new in date_slips(match[0]) if spot else ():
                yield Mutation(sample, "date only in prose", slip, spot, new, False)


def _typed_spot(sample: Sample, passage, start: int, end: int) -> Spot | None:
    """Where text from `start` to `end` of a passage was typed; None when a {{ … }} printed part of it."""
    place = passage.place(start)
    if not passage.is_typed(start, end) or place.line is None or place.column is None:
        return None
    first = sample.lines[place.line - 1] + place.column - 1
    found = Spot(first, first + end - start, place.line)
    return found if sample.text[found.start : found.end] == passage.text[start:end] else None
