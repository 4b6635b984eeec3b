#!/usr/bin/env python3
"""Makes the font that papers are printed in: Noto Sans SC cut to the characters listed below.

    npm pack @expo-google-fonts/noto-sans-sc@0.4.3 && tar xzf expo-google-fonts-noto-sans-sc-0.4.3.tgz
    apt-get install python3-fonttools                                    (4.38.0)
    paper/font/subset.py package/400Regular/NotoSansSC_400Regular.ttf paper/src/main/resources/io/greenpark/paper/pdf/paper.ttf

The same versions write the same bytes. Kept are GB 2312 and Big5 as Python decodes them, the names of names.txt, Latin, Greek,
signs of units and of mathematics, punctuation, arrows and shapes; away goes what a PDF has no use for: hints, layout, vertical metrics.
"""
import pathlib
import sys

from fontTools import subset

SIGNS = [(0x20, 0x7F), (0xA0, 0x180), (0x370, 0x400), (0x400, 0x460), (0x2000, 0x20D0), (0x2100, 0x2190), (0x2190, 0x2300),
         (0x2460, 0x2700), (0x3000, 0x3130), (0x3200, 0x3400), (0xFF00, 0xFFF0)]


def decoded(codec, highs, lows):
    for high in highs:
        for low in lows:
            try:
                yield ord(bytes([high, low]).decode(codec))
            except UnicodeDecodeError:
                pass


def wanted():
    yield from (c for first, end in SIGNS for c in range(first, end))
    yield from decoded("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF))
    yield from decoded("big5", range(0xA4, 0xFA), [*range(0x40, 0x7F), *range(0xA1, 0xFF)])
    yield from (ord(c) for c in (pathlib.Path(__file__).parent / "names.txt").read_text("utf-8") if ord(c) >= 0x20)


def main(source, target):
    options = subset.Options(hinting=False, layout_features=[], name_IDs=["*"], notdef_outline=True, recalc_timestamp=False)
    options.drop_tables += ["GSUB", "GPOS", "BASE", "VORG", "vhea", "vmtx", "STAT", "meta"]
    font = subset.load_font(source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=set(wanted()))
    subsetter.subset(font)
    # Variation selectors, which PDFBox does not read and warns of.
    font["cmap"].tables = [t for t in font["cmap"].tables if t.format != 14]
    subset.save_font(font, target, options)
    print(f"{len(font.getBestCmap())} characters, {pathlib.Path(target).stat().st_size} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
