"""What Word draws and does not write: ticks of forms, signs of formulas, ends of pages."""

from __future__ import annotations

import pytest
from test_docx_reading import package, reading, run, styled

M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def form_field(data: str, result: str = "") -> str:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("separate", "end")]
    return f"{begin}<w:r><w:instrText>FORM</w:instrText></w:r>{marks[0]}{result}{marks[1]}"


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>", "☒"),
        ("<w:checkBox><w:default w:val='1'/></w:checkBox>", "☒"),
        ("<w:checkBox><w:default w:val='1'/><w:checked w:val='0'/></w:checkBox>", "☐"),
        ("<w:ddList><w:result w:val='1'/><w:listEntry w:val='Kyiv'/><w:listEntry w:val='Kherson'/>"
         "</w:ddList>", "Kherson"),
        ("<w:ddList><w:listEntry w:val='Kyiv'/></w:ddList>", "Kyiv"),
        ("<w:ddList><w:result w:val='9'/><w:listEntry w:val='Kyiv'/></w:ddList>", ""),
        ("<w:textInput/>", ""),
    ],
)  # fmt: skip
def test_ticks_and_choices_of_a_form_are_read(data: str, shown: str) -> None:
    body = f"<w:p>{run('Voted: ')}{form_field(data)}{run('.')}</w:p>"
    assert reading(package(body)).text == f"Voted: {shown}.\n"


def test_words_that_were_typed_into_a_form_stand_once() -> None:
    body = f"<w:p>{form_field('<w:textInput/>', run('typed'))}</w:p>"
    assert reading(package(body)).text == "typed\n"


@pytest.mark.parametrize("kind", ["page", "column"])
def test_a_page_that_ends_within_a_paragraph_joins_no_words(kind: str) -> None:
    ends = f'<w:r><w:br w:type="{kind}"/></w:r>'
    body = f"<w:p>{run('before')}{ends}{run('after')}{ends}</w:p><w:p>{ends}{run('next')}</w:p>"
    assert reading(package(body)).text == "before\nafter\nnext\n"


def test_words_at_both_sides_of_a_line_are_kept_apart() -> None:
    body = f"<w:p>{run('Left')}<w:r><w:ptab/></w:r>{run('Right')}</w:p>"
    assert reading(package(body)).text == "Left\tRight\n"


def signs(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


@pytest.mark.parametrize(
    ("formula", "line", "raised"),
    [
        (f"<m:sSup><m:e>{signs('10')}</m:e><m:sup>{signs('6')}</m:sup></m:sSup>", "106",
         [("superscript", "6", "")]),
        (f"<m:sSub><m:e>{signs('x')}</m:e><m:sub>{signs('i')}</m:sub></m:sSub>", "xi",
         [("subscript", "i", "")]),
        (f"{signs('f')}<m:d><m:e>{signs('x')}</m:e></m:d>", "f(x)", []),
        (f"<m:d><m:dPr><m:begChr m:val='['/><m:endChr m:val=''/></m:dPr><m:e>{signs('x')}</m:e>"
         "</m:d>", "[x", []),
        (f"<m:rad><m:radPr><m:degHide/></m:radPr><m:deg/><m:e>{signs('x+1')}</m:e></m:rad>",
         "√(x+1)", []),
        (f"<m:rad><m:deg>{signs('3')}</m:deg><m:e>{signs('8')}</m:e></m:rad>", "3√8",
         [("superscript", "3", "")]),
        (f"<m:nary><m:naryPr><m:chr m:val='∑'/><m:supHide/></m:naryPr><m:sub>{signs('i')}</m:sub>"
         f"<m:sup/><m:e>{signs('n')}</m:e></m:nary>", "∑in", [("subscript", "i", "")]),
        (f"<m:func><m:fName>{signs('log')}</m:fName><m:e>{signs('x')}</m:e></m:func>", "log x", []),
        (f"<m:f><m:num>{signs('a+b')}</m:num><m:den>{signs('2')}</m:den></m:f>", "(a+b)/2", []),
        (f"<m:m><m:mr><m:e>{signs('1')}</m:e><m:e>{signs('2')}</m:e></m:mr><m:mr>"
         f"<m:e>{signs('3')}</m:e><m:e>{signs('4')}</m:e></m:mr></m:m>", "1 2; 3 4", []),
    ],
)  # fmt: skip
def test_formulas_are_read_on_one_line_with_the_signs_that_word_draws(
    formula: str, line: str, raised: list[tuple[str, str, str]]
) -> None:
    document = reading(package(f"<w:p><m:oMath {M}>{formula}</m:oMath></w:p>"))
    assert document.text == f"{line}\n"
    assert styled(document) == raised
