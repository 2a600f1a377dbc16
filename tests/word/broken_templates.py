"""Fifty templates, each broken in one way. What docgen says of each stands in broken_templates.txt.

A template is a list of blocks: text is a paragraph, a list of rows of cells is a table, text that begins
with "<" is WordprocessingML. The blocks stand before those of a good template, unless `WHOLE` says that
they are all of it.
"""

from __future__ import annotations

import re

from docgen.word.package import read_package, write_package
from docgen.word.starter import new_template

Block = str | list[list[str]]


def _runs(*pieces: str) -> str:
    runs = "".join(f'<w:r><w:t xml:space="preserve">{piece}</w:t></w:r>' for piece in pieces)
    return f"<w:p>{runs}</w:p>"


BROKEN: dict[str, list[Block]] = {
    "an unknown variable": ["Số: {{ so_hieu }}"],
    "a variable with a slip": ["{{ ky_hieuu }}"],
    "a variable of another document type": ["{{ kinh_moi }}"],
    "an unknown member": ["{{ nguoi_ky.hoten }}"],
    "a member of a text": ["{{ so.dau }}"],
    "a member of a list": ["{{ phu_luc.nhan }}"],
    "an unknown name in a loop": ["{%p for noi in noi_nhan %}", "- {{ no }};", "{%p endfor %}"],
    "an unknown member of an item": ["{%p for pl in phu_luc %}", "{{ pl.ten }}", "{%p endfor %}"],
    "an unknown list": ["{%p for noi in noi_nhann %}", "- {{ noi }};", "{%p endfor %}"],
    "an unknown name in a condition": ["{%p if duthao %}", "DỰ THẢO", "{%p endif %}"],
    "the item of a loop after its end": ["{%p for noi in noi_nhan %}", "{{ noi }}", "{%p endfor %}", "{{ noi }}"],
    "a list used as text": ["Kính gửi: {{ kinh_gui }}"],
    "a list in capitals": ["{{ noi_nhan | upper }}"],
    "a group used as text": ["{{ nguoi_ky }}"],
    "a flag used as text": ["{{ du_thao }}"],
    "a loop over text": ["{%p for x in luu %}", "{{ x }}", "{%p endfor %}"],
    "a loop over a group": ["{%p for x in nguoi_ky %}", "{{ x }}", "{%p endfor %}"],
    "the body without its p": ["{{ noi_dung }}"],
    "the body within a paragraph": ["Nội dung: {{p noi_dung }}"],
    "a formatted text without its r": ["{%p for dong in trich_yeu %}", "{{ dong.chu }}", "{%p endfor %}"],
    "plain text with an r": ["{{r so }}"],
    "plain text with a p": ["{{p luu }}"],
    "an unknown filter": ["{{ so | hoa_het }}"],
    "a value that is not closed": ["Số: {{ so"],
    "a tag that is not closed": ["{%p if du_thao", "DỰ THẢO", "{%p endif %}"],
    "a tag closed with the wrong mark": ["{{ so %}"],
    "a closing mark alone": ["Số: so }}"],
    "a loop without an end": ["{%p for noi in noi_nhan %}", "- {{ noi }};"],
    "a condition without an end": ["{%p if du_thao %}", "DỰ THẢO"],
    "an end without a loop": ["- nơi nhận;", "{%p endfor %}"],
    "an end of the other kind": ["{%p for noi in noi_nhan %}", "{{ noi }}", "{%p endif %}", "{%p endfor %}"],
    "an else outside a condition": ["{%p else %}"],
    "ends in the wrong order": ["{%p for noi in noi_nhan %}", "{%p if du_thao %}", "{{ noi }}", "{%p endfor %}", "{%p endif %}"],
    "a paragraph tag closed without p": ["{%p if du_thao %}", "Chữ {% endif %}"],
    "text beside a paragraph tag": ["Nơi nhận: {%p for noi in noi_nhan %}", "{{ noi }}", "{%p endfor %}"],
    "a row tag outside a table": ["{%tr for noi in noi_nhan %}", "{{ noi }}", "{%tr endfor %}"],
    "content in the row of its loop": [[["{%tr for noi in noi_nhan %}{{ noi }}", ""], ["{%tr endfor %}", ""]]],
    "a loop that ends in another table": [[["{%tr for noi in noi_nhan %}"], ["{{ noi }}"]], "giữa", [["{%tr endfor %}"], ["cuối"]]],
    "a loop over rows without tr": [[["{% for noi in noi_nhan %}"], ["{{ noi }}"], ["{% endfor %}"]]],
    "a loop that begins in one cell and ends in another": [[["{%p if du_thao %}", "chữ"], ["a", "{%p endif %}"]]],
    "a loop without p": ["{% for noi in noi_nhan %}", "{{ noi }}", "{% endfor %}"],
    "a space before the p": ["{% p if du_thao %}", "DỰ THẢO", "{%p endif %}"],
    "an unknown tag": ["{% lap noi in noi_nhan %}"],
    "curly quotes in a tag": ["{{ “Số” }} {{ noi_nhan | join(“, ”) }}"],
    "a long dash and a hard space in a tag": ["{{ so }}", "{%p if\u00a0phu_luc | length – 1 %}", "có", "{%p endif %}"],
    "a tag split over runs": [_runs("Số: {{ s", "o }", "}/")],
    "a broken expression": ["{{ so + }}"],
    "an empty tag": ["{{ }}"],
    "an assignment": ["{% set a = 1 %}"],
    "a missing part": ['{%p include "dau-cong-van" %}'],
    "an include without p": ['{% include "dau-van-ban" %}'],
    "vertical merge outside a loop": [[["{% vm %}a", "b"]]],
    "a fault in the header": [],
    "a part that is printed nowhere": [],
    "several faults at once": ["{{ so_hieu }} {{ kinh_gui }}", [["a", "{{ x }}"], ["{%p if y %}", "c"]], "{{ z"],
}  # fmt: skip
WHOLE = {
    "a part that is printed nowhere": [
        '{%p include "dau-van-ban" %}',
        "{{p noi_dung }}",
        '{%p include "noi-nhan-ky-ten" %}',
    ]
}
HEADERS = {"a fault in the header": "Trang {{ trang }}"}


def broken(name: str) -> dict[str, bytes]:
    """The parts of the broken template `name`."""
    parts = read_package(new_template("van-ban"))
    document = parts["word/document.xml"].decode()
    blocks = "".join(map(_xml, WHOLE.get(name, BROKEN[name])))
    if name in WHOLE:
        document = re.sub(
            r"(<w:body>).*?(<w:sectPr>)", lambda m: m[1] + blocks + m[2], document, flags=re.DOTALL
        )
    else:
        document = document.replace("<w:body>", f"<w:body>{blocks}")
    parts["word/document.xml"] = document.encode()
    if name in HEADERS:
        header = parts["word/header1.xml"].decode()
        parts["word/header1.xml"] = header.replace("</w:hdr>", f"{_runs(HEADERS[name])}</w:hdr>").encode()
    return parts


def broken_file(name: str) -> bytes:
    """The broken template `name` as a Word file."""
    return write_package(broken(name))


def _xml(block: Block) -> str:
    if isinstance(block, str):
        return block if block.startswith("<") else _runs(block)
    rows = "".join(
        f"<w:tr>{''.join(f'<w:tc><w:tcPr/>{_runs(cell)}</w:tc>' for cell in row)}</w:tr>" for row in block
    )
    grid = '<w:gridCol w:w="2000"/>' * max(map(len, block))
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
