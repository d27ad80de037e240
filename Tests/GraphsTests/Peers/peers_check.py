"""Computes measures of the graphs on standard input with networkx and igraph.

Reads {"graphs": [{"name", "nodes", "directed", "links": [[from, to], ...] sorted, "weights": [...] or null,
"first_mode": count or null}]} and writes {"missing": [modules]} or {"answers": {name: {measure: [number or null]}}}.
Null is undefined. A graph without an answer to a measure has none of that kind. Graphs are simple.

Where a program gives a number for what is undefined, or uses another convention, it is converted here, and says so.
"""

import importlib
import json
import math
import sys
import warnings

warnings.simplefilter("ignore")
missing = []
for name in ("numpy", "scipy", "scipy.linalg", "networkx", "igraph"):
    try:
        globals()[name] = importlib.import_module(name)
    except ImportError:
        missing.append(name)

ALL = {}


def measure(name, *kinds):
    """Says of which graphs: undirected, directed, plain (without weights), weighted, two-mode, connected."""

    def add(function):
        ALL[name] = (set(kinds), function)
        return function

    return add


class Case:
    def __init__(self, given):
        self.n, self.links, self.is_directed = given["nodes"], given["links"], given["directed"]
        self.weights, self.first_mode = given["weights"], given["first_mode"]
        self.nx = networkx.DiGraph() if self.is_directed else networkx.Graph()
        self.nx.add_nodes_from(range(self.n))
        self.nx.add_edges_from(map(tuple, self.links))
        self.ig = igraph.Graph(self.n, self.links, directed=self.is_directed)
        for place, (u, v) in enumerate(self.links):
            self.nx[u][v]["weight"] = self.weights[place] if self.weights else 1
        self.ig.es["weight"] = self.weights or [1] * len(self.links)
        self.w = "weight" if self.weights else None
        self.kinds = {"directed" if self.is_directed else "undirected", "weighted" if self.weights else "plain"}
        if self.first_mode is not None:
            self.kinds.add("two-mode")
        if self.n > 1 and self.ig.is_connected(mode="weak"):
            self.kinds.add("connected")

    def by_node(self, values):
        return [values[node] for node in range(self.n)]

    def groups(self, rule):
        return [rule(node) for node in range(self.n)]

    @property
    def thirds(self):
        return [node % 3 for node in range(self.n)]

    @property
    def fours(self):
        return [node // 4 for node in range(self.n)]

    @property
    def first_and_middle(self):
        return [0, self.n // 2]

    @property
    def pairs(self):
        return [(u, v) for u in range(self.n) for v in range(u + 1, self.n)]


# Degrees and distances


@measure("degree")
def _(g):
    return g.by_node(g.nx.out_degree() if g.is_directed else g.nx.degree())


@measure("degree, incoming")
def _(g):
    return g.by_node(g.nx.in_degree() if g.is_directed else g.nx.degree())


@measure("degree, either way")
def _(g):
    return g.by_node(g.nx.degree())


@measure("strength")
def _(g):
    return g.by_node((g.nx.out_degree if g.is_directed else g.nx.degree)(weight="weight"))


@measure("strength, incoming")
def _(g):
    return g.by_node((g.nx.in_degree if g.is_directed else g.nx.degree)(weight="weight"))


@measure("strength, either way")
def _(g):
    return g.by_node(g.nx.degree(weight="weight"))


@measure("density")
def _(g):
    # networkx gives 0 where there is no pair.
    return [networkx.density(g.nx) if g.n > 1 else None]


@measure("closeness", "plain")
def _(g):
    # Within what a node reaches: (r − 1) / sum of distances; undefined for who reaches nobody.
    return g.ig.closeness(mode="out")


@measure("harmonic closeness", "plain")
def _(g):
    # networkx follows links towards the node and does not divide.
    scores = networkx.harmonic_centrality(g.nx.reverse() if g.is_directed else g.nx)
    return [scores[v] / (g.n - 1) if g.n > 1 else None for v in range(g.n)]


@measure("eccentricity", "plain", "undirected", "connected")
def _(g):
    return g.by_node(networkx.eccentricity(g.nx))


@measure("diameter", "plain", "undirected", "connected")
def _(g):
    return [networkx.diameter(g.nx)]


@measure("average distance", "plain", "undirected", "connected")
def _(g):
    return [networkx.average_shortest_path_length(g.nx)]


@measure("distances from the first")
def _(g):
    if not g.n:
        return []
    lengths = networkx.single_source_dijkstra_path_length(g.nx, 0, weight="weight")
    return [lengths.get(node) for node in range(g.n)]


@measure("number of shortest paths", "plain")
def _(g):
    if not g.n:
        return []
    return [len(g.ig.get_all_shortest_paths(0, node)) for node in range(g.n)]


# Betweenness


@measure("betweenness")
def _(g):
    return g.by_node(networkx.betweenness_centrality(g.nx, normalized=False, weight=g.w))


@measure("betweenness of links")
def _(g):
    return g.ig.edge_betweenness(weights=g.w)


@measure("current-flow closeness", "undirected", "connected")
def _(g):
    return g.by_node(networkx.current_flow_closeness_centrality(g.nx, weight="weight"))


@measure("current-flow betweenness", "undirected", "connected")
def _(g):
    if g.n < 3:
        return None
    return g.by_node(networkx.current_flow_betweenness_centrality(g.nx, weight="weight"))


@measure("group degree", "plain")
def _(g):
    if g.n < 3:
        return None
    return [networkx.group_degree_centrality(g.nx, g.first_and_middle)]


@measure("group closeness", "plain", "connected")
def _(g):
    # networkx follows links towards the group, and what has no path to it has no distance.
    if g.n < 3 or (g.is_directed and not networkx.is_strongly_connected(g.nx)):
        return None
    return [networkx.group_closeness_centrality(g.nx.reverse() if g.is_directed else g.nx, g.first_and_middle)]


@measure("group betweenness", "plain", "connected")
def _(g):
    # networkx fails where a node cannot be reached. Of three members and more its result depends on their order.
    if g.n < 4 or (g.is_directed and not networkx.is_strongly_connected(g.nx)):
        return None
    return [networkx.group_betweenness_centrality(g.nx, g.first_and_middle)]


# Spectral


@measure("PageRank")
def _(g):
    if not g.n:
        return []
    return g.by_node(networkx.pagerank(g.nx, tol=1e-14, max_iter=100_000, weight=g.w))


@measure("eigenvector", "undirected", "connected")
def _(g):
    if g.n < 4:  # networkx hands such small ones on to a solver that refuses them.
        return None
    scores = g.by_node(networkx.eigenvector_centrality_numpy(g.nx, weight=g.w))
    return [score / max(scores) for score in scores]


@measure("Katz")
def _(g):
    if not g.n:
        return []
    return g.by_node(networkx.katz_centrality_numpy(g.nx, alpha=0.02, normalized=False, weight=g.w))


@measure("HITS", "directed")
def _(g):
    if g.n < 4 or not g.links:
        return None
    matrix = networkx.to_numpy_array(g.nx, weight="weight")
    values = numpy.linalg.svd(matrix, compute_uv=False)
    # With two largest values there is no one answer.
    if values[0] - values[1] < 1e-3:
        return None
    hubs, authorities = networkx.hits(g.nx, tol=1e-14, max_iter=100_000)
    top = max(authorities.values())
    return [authorities[v] / top for v in range(g.n)]


@measure("subgraph centrality", "undirected", "plain")
def _(g):
    # networkx leaves weights and directions out.
    return g.by_node(networkx.subgraph_centrality_exp(g.nx)) if g.n else []


@measure("communicability", "undirected", "plain")
def _(g):
    if not g.n:
        return []
    scores = networkx.communicability_exp(g.nx)
    return [scores[u][v] for u in range(g.n) for v in range(g.n)]


@measure("exponential of the adjacency matrix")
def _(g):
    if not g.n:
        return []
    matrix = scipy.linalg.expm(networkx.to_numpy_array(g.nx, nodelist=range(g.n), weight="weight"))
    return matrix.ravel().tolist()


# Cohesion


@measure("components")
def _(g):
    return g.ig.connected_components(mode="weak").membership


@measure("strong components", "directed")
def _(g):
    return g.ig.connected_components(mode="strong").membership


@measure("number of biconnected components", "undirected")
def _(g):
    return [len(list(networkx.biconnected_components(g.nx)))]


@measure("cut nodes", "undirected")
def _(g):
    cut = set(networkx.articulation_points(g.nx))
    return [int(node in cut) for node in range(g.n)]


@measure("bridges", "undirected")
def _(g):
    bridges = {tuple(sorted(link)) for link in networkx.bridges(g.nx)}
    return [int(tuple(link) in bridges) for link in g.links]


@measure("core numbers", "undirected")
def _(g):
    return g.ig.coreness()


@measure("truss numbers", "undirected", "plain")
def _(g):
    numbers = {tuple(link): 2 for link in g.links}
    k = 3
    while left := list(networkx.k_truss(g.nx, k).edges):
        for link in left:
            numbers[tuple(sorted(link))] = k
        k += 1
    return [numbers[tuple(link)] for link in g.links]


@measure("triangles", "undirected")
def _(g):
    return g.by_node(networkx.triangles(g.nx))


@measure("clustering", "undirected", "plain")
def _(g):
    return g.ig.transitivity_local_undirected(mode="nan")


@measure("clustering, directed", "directed", "plain")
def _(g):
    # networkx gives 0 where no triangle could be.
    scores = networkx.clustering(g.nx)
    values = []
    for node in range(g.n):
        everything = g.nx.degree(node)
        both = sum(1 for other in g.nx.successors(node) if g.nx.has_edge(other, node))
        values.append(scores[node] if everything * (everything - 1) - 2 * both else None)
    return values


@measure("clustering, Onnela", "undirected", "weighted")
def _(g):
    # networkx gives 0 where no triangle could be.
    scores = networkx.clustering(g.nx, weight="weight")
    return [scores[v] if g.nx.degree(v) > 1 else None for v in range(g.n)]


@measure("clustering, Barrat", "undirected", "weighted")
def _(g):
    return g.ig.transitivity_local_undirected(mode="nan", weights="weight")


@measure("transitivity", "undirected")
def _(g):
    return [g.ig.transitivity_undirected(mode="nan")]


@measure("assortativity", "plain")
def _(g):
    return [g.ig.assortativity_degree(directed=g.is_directed)] if g.links else [None]


@measure("assortativity by group", "plain")
def _(g):
    if not g.links:
        return [None]
    return [g.ig.assortativity_nominal(g.thirds, directed=g.is_directed)]


@measure("reciprocity", "directed")
def _(g):
    return [g.ig.reciprocity() if g.links else None]


@measure("triad census", "directed")
def _(g):
    # igraph's is wrong about 003 where there are fewer than three nodes; networkx's is not.
    census = networkx.triadic_census(g.nx)
    kinds = "003 012 102 021D 021U 021C 111D 111U 030T 030C 201 120D 120U 120C 210 300".split()
    return [census[kind] for kind in kinds]


# Brokerage


@measure("constraint")
def _(g):
    return g.by_node(networkx.constraint(g.nx, weight=g.w))


@measure("effective size")
def _(g):
    # Asked for all nodes, networkx 3.6 multiplies matrices, and of directed or weighted graphs gets another result than
    # asked for the same nodes by name, which is Burt's. By name it has none for nodes that no link leaves: these are
    # asked for with all links turned round, which does not matter to the measure.
    forth = networkx.effective_size(g.nx, nodes=list(g.nx), weight=g.w)
    if not g.is_directed:
        return g.by_node(forth)
    back = networkx.effective_size(g.nx.reverse(), nodes=list(g.nx), weight=g.w)
    return [back[v] if math.isnan(forth[v]) else forth[v] for v in range(g.n)]


# Groups


@measure("modularity")
def _(g):
    if not g.links:
        return [None]
    communities = [{v for v in range(g.n) if v % 3 == third} for third in range(min(3, g.n))]
    return [networkx.community.modularity(g.nx, communities, weight=g.w)]


@measure("adjusted Rand index")
def _(g):
    if g.n < 5:
        return None
    return [igraph.compare_communities(g.thirds, g.fours, method="adjusted_rand")]


@measure("normalized mutual information")
def _(g):
    if g.n < 5:
        return None
    return [igraph.compare_communities(g.thirds, g.fours, method="nmi")]


@measure("variation of information")
def _(g):
    if g.n < 5:
        return None
    # In nats; ours is in bits.
    return [igraph.compare_communities(g.thirds, g.fours, method="vi") / math.log(2)]


# Likeness, of all pairs of nodes


def likeness(name, function):
    @measure(name, "undirected", "plain")
    def _(g):
        # Where both have no neighbour networkx says 0; the Jaccard coefficient is 0/0 there.
        values = {(u, v): value for u, v, value in function(g.nx, g.pairs)}
        return [values[pair] for pair in g.pairs]


if not missing:
    likeness("common neighbors", lambda nx, pairs: ((u, v, len(set(nx[u]) & set(nx[v]))) for u, v in pairs))
    likeness("Jaccard", lambda nx, pairs: networkx.jaccard_coefficient(nx, pairs))
    likeness("Adamic–Adar", lambda nx, pairs: networkx.adamic_adar_index(nx, pairs))
    likeness("resource allocation", lambda nx, pairs: networkx.resource_allocation_index(nx, pairs))
    likeness("preferential attachment", lambda nx, pairs: networkx.preferential_attachment(nx, pairs))


# Two modes: the weights of all pairs of the first


def projection(name, function):
    @measure(name, "two-mode")
    def _(g):
        projected = function(g.nx, range(g.first_mode))
        return [
            projected[u][v]["weight"] if projected.has_edge(u, v) else None
            for u in range(g.first_mode) for v in range(u + 1, g.first_mode)]


if not missing:
    projection("projection", lambda nx, nodes: networkx.bipartite.weighted_projected_graph(nx, nodes))
    projection("projection, Newman", lambda nx, nodes: networkx.bipartite.collaboration_weighted_projected_graph(nx, nodes))
    projection("projection, Jaccard", lambda nx, nodes: networkx.bipartite.overlap_weighted_projected_graph(nx, nodes))
    projection("projection, overlap",
               lambda nx, nodes: networkx.bipartite.overlap_weighted_projected_graph(nx, nodes, jaccard=False))


def number(value):
    if value is None or math.isnan(value) or math.isinf(value):
        return None
    return float(value)


def main():
    if missing:
        print(json.dumps({"missing": missing}))
        return
    answers = {}
    for given in json.load(sys.stdin)["graphs"]:
        case = Case(given)
        mine = {}
        for name, (kinds, function) in ALL.items():
            if kinds <= case.kinds:
                try:
                    values = function(case)
                except Exception as error:
                    # Some refuse graphs without links; what is undefined there, ours must know by itself.
                    if not case.links:
                        continue
                    raise RuntimeError(f"{name} of {given}: {type(error).__name__} {error}") from error
                if values is not None:
                    mine[name] = [number(value) for value in values]
        answers[given["name"]] = mine
    print(json.dumps({"answers": answers}, allow_nan=False))


main()
