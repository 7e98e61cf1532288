#!/usr/bin/env python3
"""Makes the DOCX and the EPUB of eval/manuals anew, with the same content and times: python3 eval/make-documents.py"""
import os
import zipfile
from xml.sax.saxutils import escape

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "manuals")

# (style, text) or ("table", rows); style: a heading's level, "p" or "li"
TRAVEL = [
    (1, "Business travel"),
    ("p", "Halden & Pryce staff handbook, part 9. Every page of this handbook applies to all offices unless it says otherwise."),
    (2, "Which way"),
    ("p", "Take the train where it needs less than five hours from door to door. Flights inside the country need a partner's signature."),
    ("p", "First class on trains is fine if you work on the way or if it costs no more than a third on top. Flights are economy; above six hours you may book premium economy."),
    (2, "Booking"),
    ("li", "Book in Wayfare, not on the web: only there are you insured and can be found when something happens."),
    ("li", "Tickets that can be changed cost more and mostly pay off. Take them if your meeting is not fixed."),
    ("li", "Miles and points that you collect are yours."),
    (2, "Hotels"),
    ("table", [["City", "A night, at most"], ["London", "£190"], ["Edinburgh", "£160"], ["Bremen and Hamburg", "€140"], ["Oslo", "€180"], ["Elsewhere", "£130"]]),
    ("p", "If there is nothing to be had for that, your lead may allow a quarter more. Staying with friends saves us money: bring them a present worth up to £25 a night and hand in the receipt."),
    (2, "Hire cars"),
    ("p", "Compact class. Fill the tank before you give it back. The company's insurance covers the excess, so turn down the one at the counter."),
    (2, "Time on the way"),
    ("p", "Travelling counts as working time up to ten hours a day. If you come home after eleven at night, you need not start before eleven the next morning."),
    (2, "When something happens"),
    ("p", "Ring the travel desk, +44 131 555 0190, staffed day and night. It books you another way home and pays doctors directly. For robbery or theft get the number of the police report, or the insurer pays nothing."),
    (2, "Partners and children"),
    ("p", "May come along at your own expense. A double room costs you only what it costs more."),
]

WEATHER = [
    ("Setting up the Skylark station", [
        ("p", "The Skylark measures wind, rain, warmth and damp and sends them by radio to the display in the house."),
        (2, "Where to put it"),
        ("p", "The mast should stand two metres above the ground and as far from a wall as the wall is high. The rain gauge must be level; the bubble on top shows it. Sun does not matter, as the sensor sits in a shade."),
        (2, "Pairing"),
        ("p", "Put the batteries into the station first, then into the display, and lay them side by side for three minutes. A green light means that they have found each other. The radio reaches 100 metres over a meadow and through two walls."),
        (2, "Batteries"),
        ("p", "Two AA cells, lithium ones where it freezes. They last about two years. The display shows an empty mast when they should be changed within the month."),
    ]),
    ("Reading the display", [
        ("table", [["Sign", "Meaning"], ["Three arrows up", "pressure rises by more than 2 hPa in three hours"], ["Snowflake", "frost is likely before the morning"], ["Crossed mast", "nothing was received for 15 minutes"], ["Small umbrella", "rain in the last hour"]]),
        (2, "Highest and lowest values"),
        ("p", "Press MEM to see those of today, twice for those of all time. Hold it for four seconds to wipe what is shown."),
        (2, "Altitude"),
        ("p", "Pressure is shown as at sea level. So tell the display how high you live: hold SET until metres appear. Without it, forecasts are wrong in the hills."),
    ]),
    ("Care and trouble", [
        (2, "Spring cleaning"),
        ("p", "Lift off the funnel and take out leaves and spiders. Blow through the shade. Do not oil the wind vane; it runs on stone."),
        (2, "Rain is never shown"),
        ("p", "A spider's web keeps the little seesaw from tipping. Clean it, then pour a glass of water slowly into the funnel: the display should count about 12 mm."),
        (2, "It shows 40 degrees in the shade"),
        ("p", "The fan that draws air through the shade has stopped. It is a spare part, number SK-31, and is changed without tools."),
        (2, "The wind stands still in winter"),
        ("p", "Ice. Wait for the thaw; hot water cracks the cups."),
    ]),
]


def write(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text, method in parts:
            info = zipfile.ZipInfo(name, (2031, 6, 9, 12, 0, 0))
            info.compress_type = method
            archive.writestr(info, text)


def paragraph(style, text):
    name = f"Heading{style}" if isinstance(style, int) else {"p": "Normal", "li": "ListParagraph"}[style]
    numbering = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>" if style == "li" else ""
    return f"<w:p><w:pPr><w:pStyle w:val=\"{name}\"/>{numbering}</w:pPr><w:r><w:t xml:space=\"preserve\">{escape(text)}</w:t></w:r></w:p>"


def docx(path, blocks):
    body = ""
    for style, content in blocks:
        if style == "table":
            rows = "".join("<w:tr>" + "".join(f"<w:tc>{paragraph('p', cell)}</w:tc>" for cell in row) + "</w:tr>" for row in content)
            body += f"<w:tbl>{rows}</w:tbl>"
        else:
            body += paragraph(style, content)
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    styles = "".join(
        f"<w:style w:type=\"paragraph\" w:styleId=\"Heading{n}\"><w:name w:val=\"heading {n}\"/><w:pPr><w:outlineLvl w:val=\"{n - 1}\"/></w:pPr></w:style>"
        for n in (1, 2)) + "".join(
        f"<w:style w:type=\"paragraph\" w:styleId=\"{n}\"><w:name w:val=\"{n}\"/></w:style>" for n in ("Normal", "ListParagraph"))
    numbering = ("<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"-\"/></w:lvl>"
                 "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>")
    write(path, [(name, head + text, zipfile.ZIP_DEFLATED) for name, text in [
        ("[Content_Types].xml",
         f"<Types xmlns=\"{package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
         f"<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + "".join(
             f"<Override PartName=\"/word/{part}.xml\" ContentType=\"{types}.{kind}+xml\"/>"
             for part, kind in (("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"))) + "</Types>"),
        ("_rels/.rels",
         f"<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
        ("word/_rels/document.xml.rels",
         f"<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{office}/styles\" Target=\"styles.xml\"/>"
         f"<Relationship Id=\"r2\" Type=\"{office}/numbering\" Target=\"numbering.xml\"/></Relationships>"),
        ("word/styles.xml", f"<w:styles xmlns:w=\"{main}\">{styles}</w:styles>"),
        ("word/numbering.xml", f"<w:numbering xmlns:w=\"{main}\">{numbering}</w:numbering>"),
        ("word/document.xml", f"<w:document xmlns:w=\"{main}\"><w:body>{body}</w:body></w:document>"),
    ]])


def epub(path, title, chapters):
    def tag(style, content):
        if style == "table":
            cells = lambda row, name: "<tr>" + "".join(f"<{name}>{escape(c)}</{name}>" for c in row) + "</tr>"
            return "<table>" + cells(content[0], "th") + "".join(cells(row, "td") for row in content[1:]) + "</table>"
        name = f"h{style}" if isinstance(style, int) else "p"
        return f"<{name}>{escape(content)}</{name}>"

    head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    page = lambda name, body: (head + "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\">"
                               f"<head><title>{escape(name)}</title></head><body>{body}</body></html>")
    files = [f"chapter{n}.xhtml" for n in range(1, len(chapters) + 1)]
    manifest = "".join(f"<item id=\"c{n}\" href=\"{f}\" media-type=\"application/xhtml+xml\"/>" for n, f in enumerate(files))
    spine = "".join(f"<itemref idref=\"c{n}\"/>" for n in range(len(files)))
    toc = "".join(f"<li><a href=\"{f}\">{escape(name)}</a></li>" for f, (name, _) in zip(files, chapters))
    write(path, [
        ("mimetype", "application/epub+zip", zipfile.ZIP_STORED),
        ("META-INF/container.xml",
         head + "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles>"
         "<rootfile full-path=\"OEBPS/package.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>", zipfile.ZIP_DEFLATED),
        ("OEBPS/package.opf",
         head + "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\"><metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
         f"<dc:identifier id=\"id\">skylark-station</dc:identifier><dc:title>{escape(title)}</dc:title><dc:language>en</dc:language></metadata><manifest>"
         f"<item id=\"nav\" href=\"nav.xhtml\" properties=\"nav\" media-type=\"application/xhtml+xml\"/>{manifest}</manifest><spine>{spine}</spine></package>",
         zipfile.ZIP_DEFLATED),
        ("OEBPS/nav.xhtml", page("Contents", f"<nav epub:type=\"toc\"><ol>{toc}</ol></nav>"), zipfile.ZIP_DEFLATED),
        *((f"OEBPS/{f}", page(name, f"<h1>{escape(name)}</h1>" + "".join(tag(*b) for b in blocks)), zipfile.ZIP_DEFLATED)
          for f, (name, blocks) in zip(files, chapters)),
    ])


docx(os.path.join(FOLDER, "handbook", "travel.docx"), TRAVEL)
os.makedirs(os.path.join(FOLDER, "skylark"), exist_ok=True)
epub(os.path.join(FOLDER, "skylark", "weather-station.epub"), "Skylark weather station", WEATHER)
