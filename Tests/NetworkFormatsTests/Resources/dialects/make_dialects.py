"""Makes the files of this folder that other programs write. The tests read the files that are committed; run this only
to make them anew:

    python3 -m venv peers && peers/bin/pip install networkx==3.* igraph openpyxl XlsxWriter pydot odfpy
    peers/bin/python make_dialects.py        # and LibreOffice's soffice on the PATH

All hold the same few actors, so that the tests can ask all of them the same questions.
"""

import datetime
import json
import pathlib
import subprocess

import igraph
import networkx
import openpyxl
import xlsxwriter
from openpyxl.worksheet.datavalidation import DataValidation

here = pathlib.Path(__file__).parent

ACTORS = [
    ("skane", "Region Skåne", "region", "regional"),
    ("malmo", "Malmö stad", "municipality", "local"),
    ("lund", "Lunds universitet", "university", "national"),
    ("tvv", "Tillväxtverket", "agency", "national"),
    ("ensam", "Ensam & Övrig \"AB\"", "company", "local"),
]
LINKS = [
    ("skane", "malmo", "dialogue", 2.5),
    ("tvv", "skane", "funds", 1.0),
    ("skane", "lund", "dialogue", 3.0),
    ("skane", "malmo", "funds", 4.0),
]


def nx(kind):
    graph = kind(title="Skåne")
    for ident, name, sort, level in ACTORS:
        graph.add_node(ident, label=name, kind=sort, level=level, members=7, open=True)
    for first, second, relation, weight in LINKS:
        graph.add_edge(first, second, relation=relation, weight=weight)
    return graph


def ig(directed):
    graph = igraph.Graph(directed=directed)
    graph["title"] = "Skåne"
    for ident, name, sort, level in ACTORS:
        graph.add_vertex(ident, label=name, kind=sort, level=level, id=name)
    for first, second, relation, weight in LINKS:
        graph.add_edge(first, second, relation=relation, weight=weight)
    return graph


def networkx_files():
    graph = nx(networkx.MultiDiGraph)
    networkx.write_graphml(graph, here / "networkx.graphml")
    networkx.write_gexf(graph, here / "networkx.gexf")
    networkx.write_gml(graph, here / "networkx.gml")
    networkx.write_pajek(networkx.relabel_nodes(graph, {a[0]: a[1] for a in ACTORS}), here / "networkx.net")
    networkx.nx_pydot.write_dot(graph, here / "networkx.dot")
    simple = nx(networkx.Graph)
    networkx.write_graphml(simple, here / "networkx-undirected.graphml")
    networkx.write_adjlist(simple, here / "networkx.adjlist")
    networkx.write_weighted_edgelist(simple, here / "networkx.edgelist", delimiter="\t")
    for name in ["links", "edges"]:
        text = json.dumps(networkx.node_link_data(graph, edges=name), ensure_ascii=False, indent=1)
        (here / f"networkx-{name}.json").write_text(text)
    (here / "networkx-cytoscape.json").write_text(json.dumps(networkx.cytoscape_data(graph), indent=1))
    timed = networkx.DiGraph(mode="dynamic")
    timed.add_node("a", label="A", spells=[(2018, 2019), (2021, None)])
    timed.add_node("b", label="B", start=2018, end=2020)
    timed.add_edge("a", "b", start=2018, end=2019)
    networkx.write_gexf(timed, here / "networkx-dynamic.gexf", version="1.2draft")


def igraph_files():
    graph = ig(True)
    graph.write_graphml(str(here / "igraph.graphml"))
    graph.write_gml(str(here / "igraph.gml"))
    graph.write_dot(str(here / "igraph.dot"))
    graph.write_pajek(str(here / "igraph.net"))
    undirected = ig(False)
    undirected.write_ncol(str(here / "igraph.ncol"), names="name", weights="weight")
    undirected.write_lgl(str(here / "igraph.lgl"), names="name", weights="weight", isolates=True)


def graphviz_files():
    # Graphviz lays the drawing out, and writes where everything came.
    result = subprocess.run(["dot", "-Tdot", here / "networkx.dot"], capture_output=True, check=True)
    (here / "graphviz-laid-out.dot").write_bytes(result.stdout)


def openpyxl_files():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Aktörer"
    sheet.append(["Vår lista över aktörer"])
    sheet.merge_cells("A1:D1")
    sheet.append([])
    sheet.append(["Namn", "Typ", "Nivå", "Startdatum", "Budget", "Antal"])
    kinds = {"region": "Region", "municipality": "Kommun", "university": "Lärosäte", "agency": "Myndighet", "company": "Företag"}
    levels = {"regional": "Regional", "local": "Lokal", "national": "Nationell"}
    for number, (_, name, sort, level) in enumerate(ACTORS):
        sheet.append([name, kinds[sort], levels[level], datetime.date(2018, 3, 5 + number), 1234.5, number])
    sheet["F9"] = "=SUM(F4:F8)"
    links = book.create_sheet("Samarbeten")
    links.append(["Från", "Till", "Relation", "Styrka"])
    names = {a[0]: a[1] for a in ACTORS}
    for first, second, relation, weight in LINKS:
        links.append([names[first], names[second], relation, weight])
    validation = DataValidation(type="list", formula1='"dialogue,funds"')
    links.add_data_validation(validation)
    validation.add("C2:C100")
    links.freeze_panes = "A2"
    # A cell that is merged downwards says the same for all its rows.
    links.append(["Tillväxtverket", "Malmö stad", "funds", 1])
    links.append([None, "Lunds universitet", "funds", 1])
    links.merge_cells("A6:A7")
    hidden = book.create_sheet("Gömt")
    hidden.append(["Från", "Till"])
    hidden.append(["Hemlig", "Hemligare"])
    hidden.sheet_state = "hidden"
    notes = book.create_sheet("Anteckningar")
    notes.append(["Bara text, ingen tabell"])
    book.save(here / "openpyxl.xlsx")

    matrix = openpyxl.Workbook()
    sheet = matrix.active
    sheet.title = "Matris"
    sheet.append([None] + [a[1] for a in ACTORS[:4]])
    cells = {(names[a], names[b]): w for a, b, _, w in LINKS[:3]}
    for _, name, _, _ in ACTORS[:4]:
        sheet.append([name] + [cells.get((name, other[1])) for other in ACTORS[:4]])
    matrix.save(here / "openpyxl-matrix.xlsx")

    members = openpyxl.Workbook()
    sheet = members.active
    sheet.title = "Deltagare"
    sheet.append(["Aktör", "Forum", "Roll"])
    for actor in ["Region Skåne", "Malmö stad", "Lunds universitet"]:
        sheet.append([actor, "Kompetensrådet", "ordförande" if actor == "Region Skåne" else "medlem"])
    sheet.append(["Malmö stad", "Teknikforum", "medlem"])
    members.save(here / "openpyxl-members.xlsx")


def xlsxwriter_files():
    for name, options in [("xlsxwriter.xlsx", {}), ("xlsxwriter-inline.xlsx", {"constant_memory": True})]:
        book = xlsxwriter.Workbook(here / name, options)
        sheet = book.add_worksheet("Länkar")
        date = book.add_format({"num_format": "yyyy-mm-dd"})
        for column, header in enumerate(["Från", "Till", "Typ", "Start date", "Antal"]):
            sheet.write(0, column, header)
        names = {a[0]: a[1] for a in ACTORS}
        for row, (first, second, relation, weight) in enumerate(LINKS, 1):
            sheet.write(row, 0, names[first])
            sheet.write(row, 1, names[second])
            sheet.write(row, 2, relation)
            sheet.write_datetime(row, 3, datetime.datetime(2018, 3, 5), date)
            sheet.write_formula(row, 4, "=1+1", None, weight)
        book.close()


def libreoffice_files():
    def convert(source, to):
        subprocess.run(
            ["soffice", "--headless", "--convert-to", to, "--outdir", here, here / source], check=True, capture_output=True
        )

    convert("openpyxl.xlsx", "ods")
    (here / "openpyxl.ods").rename(here / "libreoffice.ods")
    convert("openpyxl-matrix.xlsx", "ods")
    (here / "openpyxl-matrix.ods").rename(here / "libreoffice-matrix.ods")
    # Excel's way in Sweden: semicolons, decimal commas, Windows-1252.
    text = "Från;Till;Typ;Styrka\r\n"
    names = {a[0]: a[1] for a in ACTORS}
    for first, second, relation, weight in LINKS:
        text += f"{names[first]};{names[second]};{relation};{str(weight).replace('.', ',')}\r\n"
    (here / "excel-sv.csv").write_bytes(text.encode("cp1252"))
    (here / "excel-sv-utf8.csv").write_bytes(b"\xef\xbb\xbf" + text.encode("utf-8"))
    (here / "excel-unicode.txt").write_bytes(text.replace(";", "\t").encode("utf-16"))
    import shutil

    shutil.copy(here / "libreoffice.ods", here / "again.ods")
    convert("again.ods", "xlsx")
    (here / "again.xlsx").rename(here / "libreoffice.xlsx")
    (here / "again.ods").unlink()


networkx_files()
igraph_files()
graphviz_files()
openpyxl_files()
xlsxwriter_files()
libreoffice_files()
