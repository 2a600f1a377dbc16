"""Data files from strangers: every text prints as typed or is a fault; nothing runs, nothing explodes."""

from __future__ import annotations

import io
import sys
import time
import zipfile

import pytest
from confined import confined
from lxml import etree
from safety_office import HEAD, write_report

from docgen import limits, pipeline
from docgen.checks import check_passages
from docgen.diagnostics import has_errors
from docgen.prose import Passage, PassageKind, ProseSource, Segment
from docgen.source import Scalar

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CONFINED = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no limits for a process of this kind"
)


def text_of(docx):
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    marks = {f"{W}t": lambda e: e.text or "", f"{W}tab": lambda e: "\t", f"{W}br": lambda e: "\n"}
    return ["".join(marks[e.tag](e) for e in p.iter(*marks)) for p in root.iter(f"{W}p")]


def codes(path):
    return sorted({d.code for d in pipeline.check(path) if d.severity.value == "error"})


@pytest.mark.parametrize(
    "text",
    [
        "& < > \" ' &amp; &lt;",
        "]]>",
        "<w:p><w:r/></w:p>",
        "</w:body>",
        "<select>",
        "<!-- x -->",
        "😀 👨🏽 𠀀",
        "{%p if x %}",
        "{% for a in b %}",
        "{# x #}",
        "{_{ 7*7 }_}",
        "{%tr x %}",
        "=SUM(A1:A9)",
        "+1+1|cmd",
        "@SUM(1)",
        " INCLUDETEXT c:/x ",
        "DDEAUTO x",
        "../../etc/passwd",
        "C:\\con\\nul",
        "file:///etc/passwd",
        "$(id) `id` ; rm -rf /",
        "%n%s%x",
        "' OR 1=1 --",
        "&#x0;",
        "x" * 1_000_000,
    ],
    ids=lambda text: f"{text[:24]!r}…{len(text)}",
)
def test_text_that_other_programs_act_upon_prints_as_typed(tmp_path, text):
    report = write_report(tmp_path, f"Đầu {text} cuối.")
    report.write_text(
        report.read_text(encoding="utf-8").replace(
            "Kết quả công tác", "'Kết quả " + text.replace("'", "''") + "'"
        ),
        encoding="utf-8",
    )

    lines = text_of(pipeline.build(report).docx)

    assert f"Đầu {' '.join(text.split())} cuối." in [" ".join(line.split()) for line in lines]
    assert f"Kết quả {' '.join(text.split())}" in [" ".join(line.split()) for line in lines]


@pytest.mark.parametrize("text", ["**đậm", "*nghiêng", "^[mở", "[^1]", "{{ mở", "{{ khong_co }}"])
def test_markup_that_is_not_whole_is_a_fault_and_never_lost_text(tmp_path, text):
    assert codes(write_report(tmp_path, f"Đầu {text} cuối.")) != []


@pytest.mark.parametrize(
    "expression",
    [
        "''.__class__",
        "ky.__class__.__mro__",
        "don_vi.__init__.__globals__",
        "[].append(1)",
        "range(10**9)",
        "9**9**9",
        "'a' * 10**9",
        "dan.__globals__",
        "lipsum",
        "cycler",
        "self",
        "don_vi['__class__']",
        "(1).real",
        "ky | attr('x')",
        "open('/etc/passwd')",
        "bang.__dict__",
        "1 if 1 else x",
        "-" * 3000 + "1",
        "(" * 3000 + "1" + ")" * 3000,
        "1 / 0",
        "1" * 5000,
        "1e999",
        "so_lieu",
    ],
    ids=lambda text: f"{text[:24]!r}…{len(text)}",
)
def test_an_expression_of_the_data_reads_facts_and_nothing_else(tmp_path, expression):
    assert codes(write_report(tmp_path, "Số {{ " + expression + " }}.")) != []


@pytest.mark.parametrize(
    "characters",
    [
        "\x00",
        "\x01",
        "\x0b",
        "\x0c",
        "\x1b",
        "\x7f",
        "\x85",
        "\u200b",
        "\u202e",
        "\u2066",
        "\ufeff",
        "\uffff",
        "\u2028",
    ],
)
def test_characters_nobody_sees_are_faults_with_their_place(tmp_path, characters):
    found = [
        d for d in pipeline.check(write_report(tmp_path, f"Đầu {characters} cuối.")) if d.code == "ky-tu-cam"
    ]

    assert [(d.location.line, d.location.column) for d in found] == [(8, 7)]


@pytest.mark.parametrize("written", ['"\\0"', '"\\x0b"', '"\\u202e"', '"\\uffff"'])
def test_characters_brought_in_by_escapes_are_faults_too(tmp_path, written):
    report = write_report(tmp_path)
    report.write_text(
        report.read_text(encoding="utf-8").replace("Kết quả công tác", written), encoding="utf-8"
    )

    assert "ky-tu-cam" in codes(report)


def test_an_alias_bomb_is_refused_before_it_is_walked(tmp_path):
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}]\n"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    write_report(tmp_path)
    path = tmp_path / "bom.yaml"
    path.write_text(HEAD.format(unit="xa.yaml") + bomb, encoding="utf-8")

    assert "yaml-bi-danh" in codes(path)


@pytest.mark.parametrize(
    "tag",
    [
        "!!python/object/apply:os.system [id]",
        "!!python/name:os.system",
        "!!binary aGk=",
        "!include /etc/passwd",
        "!ENV x",
    ],
)
def test_tags_construct_nothing(tmp_path, tag):
    report = write_report(tmp_path, more=f"kinh_gui: {tag}\n")

    assert "yaml-nhan" in codes(report)


@CONFINED
@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 100_000,
        "a: " + "{a: " * 100_000,
        "- " * 100_000 + "x",
        "? " * 50_000,
        "a: " + "9" * 5_000_000,
        "a: [" + "1, " * 1_000_000 + "]",
        "noi_dung: |\n  " + "*a" * 200_000,
        "noi_dung: |\n  " + "^[" * 100_000,
        "noi_dung: |\n  " + "[" * 200_000,
        "noi_dung: |\n  " + "![" * 200_000,
        "noi_dung: |\n  " + "](" * 200_000,
        "noi_dung: |\n  " + "](https://x/" * 100_000 + ")",
        "noi_dung: |\n  " + "<" * 200_000,
        "noi_dung: |\n  " + "*" * 200_000,
        "noi_dung: |\n  " + "a**" * 200_000,
        "noi_dung: |\n  " + "[a](b) " * 200_000,
        "noi_dung: |\n  " + "[a](b(c " * 100_000,
        "noi_dung: |\n  " + "[" * 100_000 + "](https://x.vn)" * 100_000,
        "noi_dung: |\n  " + "^[" * 100_000 + "]" * 100_000,
        "noi_dung: |\n  a" + " " * 200_000 + "b\n  c",
        "noi_dung: |\n  " + "".join(f"[^a{n}b] " for n in range(20_000)) + "\n\n" + "  [^aab]: a\n" * 20_000,
        "noi_dung: |\n  " + "[^ab] " * 20_000 + "\n\n" + "".join(f"  [^a{n}b]: a\n" for n in range(20_000)),
        "noi_dung: |\n  # a" + " " * 200_000 + "b",
        "noi_dung: |\n  " + "{{" * 100_000,
        "noi_dung: |\n  " + "| a " * 100_000 + "|\n  " + "|---" * 100_000 + "|",
        "noi_dung: |\n" + "  - a\n" * 100_000,
        "noi_dung: |\n  " + "`" * 200_000,
        "noi_dung: |\n  " + "\\" * 200_001,
        "noi_dung: |\n  " + "a " * 500_000,
        "noi_dung: |\n" + "  # a\n" * 50_000,
        "noi_dung: |\n  " + "1" * 200_000,
        "noi_dung: |\n  " + "1.111" * 50_000,
        "noi_dung: |\n  " + "1, " * 100_000,
        "noi_dung: |\n  " + "(" * 200_000,
        "noi_dung: |\n  " + "hồ sơ 5 (3 và 2), " * 20_000,
        "noi_dung: |\n  " + "Quyết định số 1/QĐ-UBND ngày 1/1/2020, " * 5_000,
        "noi_dung: |\n  " + "“" * 200_000,
    ],
    ids=lambda text: f"{text[:24]!r}…{len(text)}",
)
def test_deep_and_long_input_ends_in_little_time_and_memory(tmp_path, text):
    write_report(tmp_path)
    path = tmp_path / "bom.yaml"
    path.write_text(HEAD.format(unit="xa.yaml") + text + "\n", encoding="utf-8")

    done = confined("import sys, docgen\ndocgen.check(sys.argv[1])\nprint('xong')", path)

    assert (done.stdout, done.stderr[-600:]) == ("xong\n", "")


def test_a_file_beyond_the_limit_is_refused_before_it_is_parsed(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "DATA_FILE_BYTES", 100)

    assert codes(write_report(tmp_path)) == ["tep-qua-lon"]


@pytest.mark.parametrize("encoding", ["cp1258", "utf-16-le", "utf-32"])
def test_another_encoding_is_a_fault_and_never_guessed(tmp_path, encoding):
    report = write_report(tmp_path)
    report.write_bytes(
        report.read_text(encoding="utf-8").replace("ế", "ê").replace("ả", "a").encode(encoding, "replace")
    )

    assert set(codes(report)) & {"ma-hoa", "ky-tu-cam", "yaml-goc"}


def test_findings_are_limited_in_number(tmp_path):
    faults = pipeline.check(write_report(tmp_path, "\n\n".join(["Một **dấu mở {{ khong_co }}"] * 5000)))

    assert has_errors(faults)
    assert len(faults) == limits.FINDINGS_PER_FILE + 1
    assert (faults[-1].code, faults[-1].severity.value) == ("con-nua", "error")


def test_a_number_longer_than_the_limit_is_a_fault(tmp_path):
    number = "9" * (limits.NUMBER_DIGITS + 1)

    found = codes(
        write_report(tmp_path, "Số {{ rieng.a | so }}.", more=f"so_lieu: {{rieng: {{a: {number}}}}}\n")
    )

    assert found != []


def test_a_doubtful_line_of_a_schema_is_an_error_and_never_a_refusal_without_one(tmp_path):
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "bao-cao.yaml").write_text(
        "ten: Báo #cáo\nke_thua: van-ban\nten_loai: Báo cáo\n", encoding="utf-8"
    )

    assert codes(write_report(tmp_path)) == ["yaml-ghi-chu"]


def test_a_paragraph_too_long_to_be_checked_prints_and_is_warned_of(tmp_path):
    report = write_report(tmp_path, "chữ " * (limits.PASSAGE_CHARACTERS // 4 + 1))

    assert [(d.code, d.location.line) for d in pipeline.check(report)] == [("doan-qua-dai", 8)]
    assert len(pipeline.build(report).docx) > 0


@pytest.mark.parametrize(
    "piece",
    [
        *("chữ ", "một một ", "1.111 ", "12 hồ sơ, ", "thực hiền ", "a/1 ", "A-", "AB&AB ", ". A", "x. "),
        *("( ", ") ", "([ ", "]( ", "“", '"', "a) ", "Số 1/QĐ-UBND ", "1/KH-UBND về 2/KH-UBND ", "1/1/2020 "),
        *("quý I ", "năm 2020 ", "Trong quý I ", "phương hướng quý I ", "ngày 1 tháng 2 năm 2020 ", "còn 5 "),
        *("trong đó: ", "(1 hồ sơ) ", "5 đồng (bằng chữ: một) ", "nghị định số 1 ", "nhân dân ", "đạt 5% "),
        *("hoà hòa ", "ꙮ "),
    ],
)
def test_no_paragraph_within_the_limit_keeps_the_machine_busy(tmp_path, piece):
    text = (piece * limits.PASSAGE_CHARACTERS)[: limits.PASSAGE_CHARACTERS]
    source = ProseSource(Scalar(text, "bao-cao.yaml", 0, 1, "|"))
    data = pipeline.read(write_report(tmp_path, more="ky_bao_cao: quý III năm 2026\n")).data

    started = time.process_time()
    for kind in (PassageKind.PARAGRAPH, PassageKind.HEADING):
        check_passages([Passage(text, kind, (Segment(0, source, 0),))], data)

    assert time.process_time() - started < 10  # measured: 1.2 s at most
