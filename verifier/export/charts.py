"""Native Word charts: drawn by Word from data that can be edited there, told in words as well."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from verifier.export.draft import Draft
from verifier.export.opc import DECLARATION, EPOCH, OFFICE
from verifier.export.wml import DRAWING, escape
from verifier.export.words import tr

CHART = f"{DRAWING}/chart"
MAIN = f"{DRAWING}/main"
WIDTH_EMU = 5976000
"""The width of the text: 16.6 cm at 360,000 EMU each."""
BAR_EMU, FRAME_EMU, LEGEND_EMU = 250000, 150000, 300000
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_INK = "1F2328"


@dataclass(frozen=True, slots=True)
class Bar:
    """A category; `color` RRGGBB where it has one of its own."""

    name: str
    color: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """A value for each bar. Several series are stacked."""

    name: str
    values: tuple[int, ...]
    color: str


def bar_chart(draft: Draft, bars: Sequence[Bar], series: Sequence[Series], *, told: str) -> str:
    """The run that shows a bar chart; `told` is its alternative text."""
    number = next(draft.drawings)
    name = f"word/charts/chart{number}.xml"
    workbook = f"word/embeddings/chart{number}.xlsx"
    draft.package.add_loose(workbook, _workbook(bars, series), f"{_XLSX}.sheet")
    draft.package.parts[f"word/charts/_rels/chart{number}.xml.rels"] = _chart_rels(number)
    chart = (DECLARATION + _chart(bars, series)).encode()
    relationship = draft.package.add(
        name,
        chart,
        "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
        f"{OFFICE}/chart",
    )
    legend = LEGEND_EMU if len(series) > 1 else 0
    height = BAR_EMU * len(bars) + FRAME_EMU + legend
    return (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{WIDTH_EMU}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="{escape(tr("Chart"))} {number}" descr="{escape(told)}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{MAIN}"><a:graphicData uri="{CHART}">'
        f'<c:chart xmlns:c="{CHART}" r:id="{relationship}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _chart(bars: Sequence[Bar], series: Sequence[Series]) -> str:
    stacked = len(series) > 1
    grouping = "stacked" if stacked else "clustered"
    overlap = '<c:overlap val="100"/>' if stacked else ""
    drawn = "".join(_series(number, one, bars, stacked) for number, one in enumerate(series))
    top = max((sum(s.values[n] for s in series) for n in range(len(bars))), default=1)
    legend = (
        f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_text(9)}</c:legend>'
        if stacked
        else ""
    )
    return (
        f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{MAIN}" xmlns:r="{OFFICE}">'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>'
        f'{drawn}<c:gapWidth val="45"/>{overlap}<c:axId val="1"/><c:axId val="2"/></c:barChart>'
        f"{_category_axis()}{_value_axis(top, shown=stacked)}"
        f"<c:spPr><a:noFill/></c:spPr></c:plotArea>{legend}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _series(number: int, one: Series, bars: Sequence[Bar], stacked: bool) -> str:
    column = chr(ord("B") + number)
    last = len(bars) + 1
    points = "".join(
        f'<c:dPt><c:idx val="{n}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"{_fill(bar.color)}</c:dPt>"
        for n, bar in enumerate(bars)
        if bar.color
    )
    names = "".join(
        f'<c:pt idx="{n}"><c:v>{escape(bar.name)}</c:v></c:pt>' for n, bar in enumerate(bars)
    )
    values = "".join(
        f'<c:pt idx="{n}"><c:v>{value}</c:v></c:pt>' for n, value in enumerate(one.values)
    )
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef>'
        f'<c:f>Sheet1!${column}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0">'
        f"<c:v>{escape(one.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>{_fill(one.color)}"
        f'<c:invertIfNegative val="0"/>{points}{_labels() if not stacked else ""}'
        f"<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${last}</c:f><c:strCache>"
        f'<c:ptCount val="{len(bars)}"/>{names}</c:strCache></c:strRef></c:cat>'
        f"<c:val><c:numRef><c:f>Sheet1!${column}$2:${column}${last}</c:f><c:numCache>"
        f"<c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(bars)}"/>{values}</c:numCache></c:numRef></c:val></c:ser>'
    )


def _labels() -> str:
    return (
        f"<c:dLbls>{_text(9.5, bold=True)}"
        '<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
        '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>'
        '<c:showBubbleSize val="0"/></c:dLbls>'
    )


def _category_axis() -> str:
    return (
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr>{_line("8A94A3")}</c:spPr>{_text(10)}<c:crossAx val="2"/>'
        '<c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    )


def _value_axis(top: int, *, shown: bool) -> str:
    step = max(1, -(-top // 8))
    highest = -(-max(top, 1) // step) * step
    lines = f"<c:majorGridlines><c:spPr>{_line('DDE2E8')}</c:spPr></c:majorGridlines>"
    return (
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{highest if shown else max(top, 1) * 1.15:g}"/><c:min val="0"/></c:scaling>'
        f'<c:delete val="{0 if shown else 1}"/><c:axPos val="b"/>{lines if shown else ""}'
        '<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{_text(9)}<c:crossAx val="1"/>'
        f'<c:crosses val="max"/><c:crossBetween val="between"/>'
        f'<c:majorUnit val="{step}"/></c:valAx>'
    )


def _fill(color: str) -> str:
    return f'<c:spPr><a:solidFill><a:srgbClr val="{color}"/></a:solidFill></c:spPr>'


def _line(color: str) -> str:
    return f'<a:ln w="6350"><a:solidFill><a:srgbClr val="{color}"/></a:solidFill></a:ln>'


def _text(size: float, *, bold: bool = False) -> str:
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(size * 100)}" '
        f'b="{int(bold)}"><a:solidFill><a:srgbClr val="{_INK}"/></a:solidFill>'
        '<a:latin typeface="Calibri"/></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p>'
        "</c:txPr>"
    )


def _chart_rels(number: int) -> bytes:
    return (
        f'{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="rId1" Type="{OFFICE}/package" '
        f'Target="../embeddings/chart{number}.xlsx"/></Relationships>'
    ).encode()


def _workbook(bars: Sequence[Bar], series: Sequence[Series]) -> bytes:
    """The chart's numbers as the smallest Excel file that Word can edit."""
    rows = [["", *(one.name for one in series)]]
    rows += [[bar.name, *(one.values[n] for one in series)] for n, bar in enumerate(bars)]  # type: ignore[list-item]
    sheet = "".join(
        f'<row r="{r}">{"".join(_sheet_cell(r, c, value) for c, value in enumerate(row))}</row>'
        for r, row in enumerate(rows, start=1)
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_XLSX}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_XLSX}.worksheet+xml"/>'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SHEET}"><sheetData>{sheet}</sheetData>'
        "</worksheet>",
    }
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, DECLARATION + xml)
    return file.getvalue()


def _sheet_cell(row: int, column: int, value: str | int) -> str:
    place = f"{chr(ord('A') + column)}{row}"
    if isinstance(value, int):
        return f'<c r="{place}"><v>{value}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
