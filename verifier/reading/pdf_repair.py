"""A PDF that PDFium refuses, written anew by qpdf (pikepdf), which forgives more."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2_raw as pdfium_c

from verifier.reading.pdfium import refusal


def opens_without_password(path: Path) -> bool:
    """Whether the password that PDFium asks for is one that qpdf can do without."""
    try:
        with pikepdf.open(path):
            return True
    except (pikepdf.PdfError, pikepdf.PasswordError):
        return False


def repaired(path: Path, name: str) -> bytes:
    """The file written anew by qpdf, or an error in words."""
    out = io.BytesIO()
    try:
        with pikepdf.open(path) as pdf:
            pdf.save(out)
    except pikepdf.PasswordError as error:
        raise refusal(name, pdfium_c.FPDF_ERR_PASSWORD) from error
    except (pikepdf.PdfError, RuntimeError, ValueError) as error:
        raise refusal(name, pdfium_c.FPDF_ERR_FORMAT) from error
    return out.getvalue()
