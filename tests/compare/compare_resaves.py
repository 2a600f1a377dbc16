"""Ways to save a Word file anew that no reader can see."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable
from copy import deepcopy

import docx
from compare_package import Word, child
from lxml import etree

from docgen.view.names import MC, W

Resave = Callable[[Word, random.Random], bytes]
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def _roots(word: Word) -> list[tuple[str, etree._Element]]:
    """The parts with text, the body last."""
    names = [n for n in word.parts if re.match(r"word/(header|footer|footnotes)", n)]
    return [*((n, word.parse(n)) for n in names), ("word/document.xml", word.body)]


def runs_split(word: Word, rng: random.Random) -> bytes:
    for t in list(word.body.iter(W + "t")):
        run, words = t.getparent(), t.text or ""
        if len(words) > 3 and run.find(f".//{MC}AlternateContent") is None and len(run.findall(W + "t")) == 1:
            cut = rng.randrange(1, len(words))
            twin = deepcopy(run)
            t.text, twin.find(W + "t").text = words[:cut], words[cut:]
            for other in (t, twin.find(W + "t")):
                other.set(SPACE, "preserve")
            for note in [c for c in twin if c.tag not in (W + "rPr", W + "t")]:
                twin.remove(note)
            run.addnext(twin)
    return word.save()


def revision_ids(word: Word, rng: random.Random) -> bytes:
    for element in word.body.iter(W + "p", W + "r", W + "tr", W + "sectPr"):
        element.set(W + "rsidR", f"{rng.randrange(1 << 32):08X}")
    for paragraph in word.body.iter(W + "p"):
        paragraph.set(W + "rsidRDefault", f"{rng.randrange(1 << 32):08X}")
        paragraph.set(
            "{http://schemas.microsoft.com/office/word/2010/wordml}paraId", f"{rng.randrange(1 << 31):08X}"
        )
    settings = word.parse("word/settings.xml")
    rsids = etree.SubElement(settings, W + "rsids")
    etree.SubElement(rsids, W + "rsidRoot").set(W + "val", "00ABCDEF")
    word.put("word/settings.xml", settings)
    return word.save()


def drawing_ids(word: Word, rng: random.Random) -> bytes:
    for element in word.body.iter():
        if isinstance(element.tag, str) and element.tag.endswith("}docPr"):
            element.set("id", str(rng.randrange(1 << 30)))
            element.set("name", f"Straight Connector {rng.randrange(99)}")
    return word.save()


def attributes_reordered(word: Word, rng: random.Random) -> bytes:
    for _, root in _roots(word):
        for element in root.iter():
            items = list(element.attrib.items())
            rng.shuffle(items)
            element.attrib.clear()
            element.attrib.update(items)
    return word.save()


def properties_reordered(word: Word, rng: random.Random) -> bytes:
    for holder in word.body.iter(W + "rPr", W + "tcPr", W + "trPr"):
        children = list(holder)
        rng.shuffle(children)
        holder[:] = children
    return word.save()


def zip_reordered(word: Word, rng: random.Random) -> bytes:
    names = [n for n in word.parts if n != "[Content_Types].xml"]
    rng.shuffle(names)
    return word.save(["[Content_Types].xml", *names], compresslevel=rng.randrange(1, 10))


def zip_stored(word: Word, rng: random.Random) -> bytes:
    packed = word.save()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
        for item in old.infolist():
            new.writestr(zipfile.ZipInfo(item.filename, (1999, 1, 2, 3, 4, 6)), old.read(item))
    return out.getvalue()


def timestamps(word: Word, rng: random.Random) -> bytes:
    core = word.parts["docProps/core.xml"].decode()
    year = str(rng.randrange(2000, 2030))
    changed = re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", f"{year}-01-02T03:04:05Z", core)
    word.parts["docProps/core.xml"] = changed.encode()
    return word.save()


def through_python_docx(word: Word, rng: random.Random) -> bytes:
    out = io.BytesIO()
    docx.Document(io.BytesIO(word.save())).save(out)
    return out.getvalue()


def proofing_marks(word: Word, rng: random.Random) -> bytes:
    for number, paragraph in enumerate(word.body.iter(W + "p")):
        runs = paragraph.findall(W + "r")
        if runs:
            for name, place in (("spellStart", 0), ("spellEnd", 1)):
                mark = etree.Element(W + "proofErr")
                mark.set(W + "type", name)
                runs[0].addprevious(mark) if place == 0 else runs[-1].addnext(mark)
            for name in ("bookmarkStart", "bookmarkEnd"):
                mark = etree.Element(W + name)
                mark.set(W + "id", str(9000 + number))
                if name == "bookmarkStart":
                    mark.set(W + "name", f"_GoBack{number}")
                runs[-1].addnext(mark)
            runs[0].insert(
                len(runs[0]) and runs[0][0].tag == W + "rPr", etree.Element(W + "lastRenderedPageBreak")
            )
    return word.save()


def language_marks(word: Word, rng: random.Random) -> bytes:
    for run in word.body.iter(W + "r"):
        properties = child(run, "rPr")
        language = etree.SubElement(properties, W + "lang")
        language.set(W + "val", rng.choice(["vi-VN", "en-US"]))
        etree.SubElement(properties, W + "noProof")
    return word.save()


def relationship_ids(word: Word, rng: random.Random) -> bytes:
    name = "word/_rels/document.xml.rels"
    rels = word.parts[name].decode()
    body = etree.tostring(word.body, encoding="unicode")
    for n, identity in enumerate(sorted(set(re.findall(r'Id="(\w+)"', rels)))):
        rels = rels.replace(f'Id="{identity}"', f'Id="rel{n}x"')
        body = body.replace(f'r:id="{identity}"', f'r:id="rel{n}x"').replace(
            f'r:embed="{identity}"', f'r:embed="rel{n}x"'
        )
    word.parts[name] = rels.encode()
    word.body = etree.fromstring(body.encode())
    return word.save()


def footnote_ids(word: Word, rng: random.Random) -> bytes:
    notes = word.parse("word/footnotes.xml") if "word/footnotes.xml" in word.parts else None
    shift = rng.randrange(10, 90)
    for holder in (word.body, notes) if notes is not None else ():
        for element in holder.iter(W + "footnote", W + "footnoteReference"):
            if int(element.get(W + "id")) > 0:
                element.set(W + "id", str(int(element.get(W + "id")) + shift))
    if notes is not None:
        word.put("word/footnotes.xml", notes)
    return word.save()


def style_ids(word: Word, rng: random.Random) -> bytes:
    """Word renames the ids of styles to its own language; the names stay."""
    for part in [
        n for n in word.parts if n.startswith("word/") and n.endswith(".xml") and n != "word/document.xml"
    ]:
        root = word.parse(part)
        _rename_styles(root)
        word.put(part, root)
    _rename_styles(word.body)
    return word.save()


def _rename_styles(root: etree._Element) -> None:
    for element in root.iter():
        if element.tag == W + "style":
            element.set(W + "styleId", "a" + element.get(W + "styleId"))
        elif element.tag in {W + n for n in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")}:
            element.set(W + "val", "a" + element.get(W + "val"))


def unused_style(word: Word, rng: random.Random) -> bytes:
    styles = word.parse("word/styles.xml")
    style = etree.SubElement(styles, W + "style")
    style.set(W + "type", "paragraph")
    style.set(W + "styleId", "LaLam")
    etree.SubElement(style, W + "name").set(W + "val", "Lạ lắm")
    word.put("word/styles.xml", styles)
    return word.save()


def explicit_defaults(word: Word, rng: random.Random) -> bytes:
    """What a style gives is stated again on the paragraph."""
    for paragraph in word.body.iter(W + "p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(W + "val") == "NoiDung":
            spacing = child(paragraph.find(W + "pPr"), "spacing", first=False)
            spacing.set(W + "after", "120")
            for run in paragraph.iter(W + "r"):
                if run.find(f"{W}rPr/{W}b") is None:
                    child(child(run, "rPr"), "b").set(W + "val", "0")
                child(child(run, "rPr"), "sz", first=False).set(W + "val", "28")
    return word.save()


def switches_spelled(word: Word, rng: random.Random) -> bytes:
    for element in word.body.iter(W + "cantSplit", W + "tblHeader", W + "titlePg", W + "b", W + "i"):
        if element.get(W + "val") is None:
            element.set(W + "val", rng.choice(["1", "true", "on"]))
    return word.save()


def empty_runs(word: Word, rng: random.Random) -> bytes:
    for run in list(word.body.iter(W + "r")):
        if rng.random() < 0.3:
            empty = etree.Element(W + "r")
            child(child(empty, "rPr"), "b")
            run.addprevious(empty)
    return word.save()


def smart_tags(word: Word, rng: random.Random) -> bytes:
    for run in list(word.body.iter(W + "r")):
        if run.getparent().tag == W + "p" and rng.random() < 0.3:
            tag = etree.Element(W + "smartTag")
            tag.set(W + "element", "place")
            run.addprevious(tag)
            tag.append(run)
    return word.save()


def content_controls(word: Word, rng: random.Random) -> bytes:
    for paragraph in word.paragraphs("NoiDung"):
        if rng.random() < 0.3:
            control = etree.Element(W + "sdt")
            etree.SubElement(control, W + "sdtPr")
            content = etree.SubElement(control, W + "sdtContent")
            paragraph.addprevious(control)
            content.append(paragraph)
    return word.save()


def cached_page_numbers(word: Word, rng: random.Random) -> bytes:
    for part in [n for n in word.parts if n.startswith("word/header")]:
        root = word.parse(part)
        for t in root.iter(W + "t"):
            if (t.text or "").isdigit():
                t.text = str(rng.randrange(1, 99))
        word.put(part, root)
    return word.save()


def compatibility_branch_gone(word: Word, rng: random.Random) -> bytes:
    """Word drops the old VML drawing beside the new one."""
    for fallback in list(word.body.iter(MC + "Fallback")):
        fallback.getparent().remove(fallback)
    return word.save()


def extra_parts(word: Word, rng: random.Random) -> bytes:
    word.parts["docProps/custom-note.xml"] = b"<note/>"
    types = word.parts["[Content_Types].xml"].decode()
    override = '<Override PartName="/docProps/custom-note.xml" ContentType="application/xml"/>'
    word.parts["[Content_Types].xml"] = types.replace("</Types>", override + "</Types>").encode()
    return word.save()


RESAVES: tuple[Resave, ...] = (
    runs_split,
    revision_ids,
    drawing_ids,
    attributes_reordered,
    properties_reordered,
    zip_reordered,
    zip_stored,
    timestamps,
    through_python_docx,
    proofing_marks,
    language_marks,
    relationship_ids,
    footnote_ids,
    style_ids,
    unused_style,
    explicit_defaults,
    switches_spelled,
    empty_runs,
    smart_tags,
    content_controls,
    cached_page_numbers,
    compatibility_branch_gone,
    extra_parts,
)
