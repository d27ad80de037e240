"""Reads one file with one peer, and prints a line of JSON: formats.py PEER KIND FILE.

Needs the peer: pip install networkx igraph openpyxl pandas python-calamine
"""

import json
import resource
import sys
import time

peer, kind, path = sys.argv[1:4]


def read():
    if peer == "networkx":
        import networkx

        if kind == "edge-list":
            graph = networkx.read_edgelist(path, delimiter="\t", nodetype=int)
        elif kind == "graphml":
            graph = networkx.read_graphml(path)
        elif kind == "gexf":
            graph = networkx.read_gexf(path)
        else:
            return None
        return graph.number_of_nodes(), graph.number_of_edges()
    if peer == "igraph":
        import igraph

        if kind == "edge-list":
            graph = igraph.Graph.Read_Edgelist(path, directed=False)
        elif kind == "graphml":
            graph = igraph.Graph.Read_GraphML(path)
        else:
            return None
        return graph.vcount(), graph.ecount()
    if kind != "workbook":
        return None
    if peer == "openpyxl":
        import openpyxl

        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        rows = {sheet.title: sum(1 for _ in sheet.iter_rows(values_only=True)) - 1 for sheet in book}
    elif peer == "pandas":
        import pandas

        rows = {name: len(frame) for name, frame in pandas.read_excel(path, sheet_name=None).items()}
    elif peer == "calamine":
        from python_calamine import CalamineWorkbook

        book = CalamineWorkbook.from_path(path)
        rows = {name: len(book.get_sheet_by_name(name).to_python()) - 1 for name in book.sheet_names}
    else:
        return None
    return rows.get("actors", 0), rows.get("ties", 0)


try:
    # What importing takes is not what reading takes.
    __import__({"calamine": "python_calamine"}.get(peer, peer))
except ImportError:
    print(json.dumps({"error": "not here"}))
    sys.exit()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.perf_counter()
counts = read()
seconds = time.perf_counter() - start
if counts is None:
    print(json.dumps({"error": "does not read it"}))
else:
    megabytes = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(json.dumps({"seconds": seconds, "megabytes": megabytes, "nodes": counts[0], "links": counts[1]}))
