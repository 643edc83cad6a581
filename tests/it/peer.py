"""Compiles a Typst file with the Typst of the Python package `typst`, one PNG a page.

usage: peer.py SOURCE FONTS PATTERN ({p} in PATTERN is the page)
"""
import sys

import typst

source, fonts, pattern = sys.argv[1:]
typst.compile(source, output=pattern, format="png", ppi=144.0, font_paths=[fonts],
              ignore_system_fonts=True)
