#!/usr/bin/env python3
"""The rows of GraphBenchmarks, computed by other programs.

    peers.py --peer igraph --graph FILE [--seconds 2] [ROW... | -]
    peers.py --list                      which peers are here, and which rows each has

Answers each row with a line of JSON as GraphBenchmarks does. The graph is built before the clock starts; what a row
makes afterwards, to compare, is outside the time as well. To add a peer to a row, add its function to PEERS below:
it takes the loaded graph and gives (a function to time, a function from its result to the check).
"""

import argparse
import json
import math
import os
import sys
import time

THREADS = 2


# The graph and its forms


class Loaded:
    """The links of a file: simple, undirected; the same numbers of nodes as in the file."""

    def __init__(self, path):
        import numpy

        self.name = os.path.splitext(os.path.basename(path))[0]
        with open(path) as file:
            text = "".join(line for line in file if not line.startswith("#"))
        lines = numpy.array(text.split(), dtype=numpy.int64).reshape(-1, 2)
        del text
        self.n = int(lines.max()) + 1 if len(lines) else 0
        first, second = set(lines[:, 0].tolist()), set(lines[:, 1].tolist())
        self.mode = "two" if len(lines) and not first & second else "one"
        self.first = first if self.mode == "two" else set()
        lines = lines[lines[:, 0] != lines[:, 1]]
        self.directed = numpy.unique(lines, axis=0)
        ordered = numpy.sort(lines, axis=1)
        self.edges = numpy.unique(ordered, axis=0)
        self.weights = 1 + (7 * self.edges[:, 0] + 13 * self.edges[:, 1]) % 4

    @property
    def groups(self):
        size = max(1, (self.n + 15) // 16)
        return [node // size for node in range(self.n)]

    @property
    def hub(self):
        import numpy

        return int(numpy.argmax(numpy.bincount(self.edges.ravel(), minlength=self.n)))

    @property
    def shuffled(self):
        import numpy

        return numpy.random.default_rng(1).permutation(self.edges)

    def matrix(self, weighted=False):
        import numpy
        import scipy.sparse

        u, v = self.edges[:, 0], self.edges[:, 1]
        w = self.weights.astype(float) if weighted else numpy.ones(len(u))
        return scipy.sparse.csr_matrix(
            (numpy.r_[w, w], (numpy.r_[u, v], numpy.r_[v, u])), shape=(self.n, self.n)
        )

    def directed_matrix(self):
        import numpy
        import scipy.sparse

        u, v = self.directed[:, 0], self.directed[:, 1]
        return scipy.sparse.csr_matrix((numpy.ones(len(u)), (u, v)), shape=(self.n, self.n))

    def igraph(self, weighted=False, directed=False):
        import igraph

        graph = igraph.Graph(self.n, (self.directed if directed else self.edges).tolist(), directed=directed)
        if weighted:
            graph.es["weight"] = self.weights.tolist()
        return graph

    def networkit(self, weighted=False, directed=False):
        import networkit
        import numpy

        networkit.setNumberOfThreads(THREADS)
        edges = self.directed if directed else self.edges
        weights = self.weights.astype(float) if weighted else numpy.ones(len(edges))
        graph = networkit.GraphFromCoo(
            (weights, (edges[:, 0].astype(numpy.uint64), edges[:, 1].astype(numpy.uint64))),
            n=self.n, weighted=weighted, directed=directed,
        )
        graph.indexEdges()
        return graph

    def rustworkx(self, directed=False):
        import rustworkx

        graph = rustworkx.PyDiGraph() if directed else rustworkx.PyGraph()
        graph.add_nodes_from(range(self.n))
        edges = self.directed if directed else self.edges
        graph.add_edges_from_no_data([tuple(edge) for edge in edges.tolist()])
        return graph

    def networkx(self, weighted=False, directed=False):
        import networkx

        graph = networkx.DiGraph() if directed else networkx.Graph()
        graph.add_nodes_from(range(self.n))
        graph.add_edges_from((self.directed if directed else self.edges).tolist())
        if weighted:
            for (u, v), w in zip(self.edges.tolist(), self.weights.tolist()):
                graph[u][v]["weight"] = w
        return graph

    def easygraph(self):
        import easygraph

        graph = easygraph.GraphC()
        graph.add_nodes(list(range(self.n)))
        graph.add_edges([tuple(edge) for edge in self.edges.tolist()])
        return graph

    def graph_tool(self, weighted=False, directed=False):
        import graph_tool

        graph = graph_tool.Graph(directed=directed)
        graph.add_vertex(self.n)
        graph.add_edge_list(self.directed if directed else self.edges)
        return graph


# Checks: what GraphBenchmarks/Checks.swift makes of scores


def known(values):
    return [float(v) for v in values if v is not None and not math.isnan(v)]


def total(values):
    return math.fsum(known(values))


def average(values):
    values = known(values)
    return math.fsum(values) / len(values) if values else 0


def by_largest(values):
    values = [abs(v) for v in known(values)]
    return math.fsum(values) / max(values) if values and max(values) else 0


def concentration(values):
    values = [abs(v) for v in known(values)]
    everything = math.fsum(values)
    return math.fsum((v / everything) ** 2 for v in values) if everything else 0


def own_component_closeness(g, improved):
    """The sum of the closeness within components, from Wasserman's and Faust's."""
    import scipy.sparse.csgraph
    import numpy

    _, label = scipy.sparse.csgraph.connected_components(g.matrix(), directed=False)
    size = numpy.bincount(label)[label]
    return math.fsum(c * (g.n - 1) / (s - 1) for c, s in zip(improved, size) if s > 1)


def distances_sum(values):
    """Of distances from a node; unreached ones are infinite, negative or huge."""
    return math.fsum(v for v in values if 0 <= v < 1e15)


def nk_run(make):
    """Times the construction and the run of one of NetworKit's objects."""
    return lambda: make().run()


def modularity(g, labels):
    graph = g.igraph()
    return graph.modularity(list(labels))


def with_alpha(prepare):
    """Finds before the clock starts what Katz needs: 0.85 of what the largest eigenvalue allows."""
    def prepared(g):
        import scipy.sparse.linalg

        value = scipy.sparse.linalg.eigsh(g.matrix(), k=1, which="LA", return_eigenvectors=False, tol=1e-12)
        g.alpha = 0.85 / float(value[0])
        return prepare(g)
    return prepared


# igraph


def of_igraph(run, check, **form):
    def prepare(g):
        graph = g.igraph(**form)
        return (lambda: run(graph, g)), (lambda result: check(result))
    return prepare


def igraph_projection(which):
    def prepare(g):
        graph = g.igraph()
        graph.vs["type"] = [node not in g.first for node in range(g.n)]
        return (lambda: graph.bipartite_projection(multiplicity=True, which=which)), (lambda r: r.ecount())
    return prepare


def igraph_groups(run):
    def prepare(g):
        graph = g.igraph()
        return (lambda: run(graph)), (lambda found: graph.modularity(found.membership))
    return prepare


def building(prepare, build, count):
    def run(g):
        links = prepare(g, g.shuffled)
        return (lambda: build(g, links)), (lambda result: float(count(result)))
    return run


def igraph_built(g, links):
    import igraph

    return igraph.Graph(g.n, links)


def networkit_built(g, ends):
    import networkit

    return networkit.GraphFromCoo(ends, n=g.n)


def rustworkx_built(g, links):
    import rustworkx

    graph = rustworkx.PyGraph()
    graph.add_nodes_from(range(g.n))
    graph.add_edges_from_no_data(links)
    return graph


def scipy_ends(g, links):
    import numpy

    ends = links.astype(numpy.int32)
    return numpy.r_[ends[:, 0], ends[:, 1]], numpy.r_[ends[:, 1], ends[:, 0]], numpy.ones(2 * len(ends), dtype=numpy.int8)


def scipy_built(g, ends):
    import scipy.sparse

    matrix = scipy.sparse.csr_matrix((ends[2], (ends[0], ends[1])), shape=(g.n, g.n))
    # As the other rows need it: each row in order.
    matrix.sort_indices()
    return matrix


IGRAPH = {
    "building": building(lambda g, links: links, igraph_built, lambda r: r.ecount()),
    "closeness": of_igraph(lambda a, g: a.closeness(), total),
    "harmonic closeness": of_igraph(lambda a, g: a.harmonic_centrality(), lambda r: total(r)),
    "eccentricity": of_igraph(lambda a, g: a.eccentricity(), total),
    "average distance": of_igraph(lambda a, g: a.average_path_length(), float),
    "diameter": of_igraph(lambda a, g: a.diameter(), float),
    "distances from one": of_igraph(lambda a, g: a.distances(source=g.hub)[0], distances_sum),
    "distances from one, weighted":
        of_igraph(lambda a, g: a.distances(source=g.hub, weights="weight")[0], distances_sum, weighted=True),
    "betweenness": of_igraph(lambda a, g: a.betweenness(), total),
    "betweenness of links": of_igraph(lambda a, g: a.edge_betweenness(), total),
    "betweenness, weighted": of_igraph(lambda a, g: a.betweenness(weights="weight"), total, weighted=True),
    "PageRank": of_igraph(lambda a, g: a.pagerank(), concentration),
    "eigenvector": of_igraph(lambda a, g: a.eigenvector_centrality(), by_largest),
    "HITS": of_igraph(lambda a, g: a.authority_score(), by_largest, directed=True),
    "components": of_igraph(lambda a, g: a.connected_components(), len),
    "strong components": of_igraph(lambda a, g: a.connected_components(mode="strong"), len, directed=True),
    "biconnected components": of_igraph(lambda a, g: a.biconnected_components(), len),
    "cut nodes": of_igraph(lambda a, g: a.articulation_points(), len),
    "bridges": of_igraph(lambda a, g: a.bridges(), len),
    "core numbers": of_igraph(lambda a, g: a.coreness(), total),
    "triangles": of_igraph(lambda a, g: a.list_triangles(), len),
    "clustering": of_igraph(lambda a, g: a.transitivity_local_undirected(mode="nan"), average),
    "transitivity": of_igraph(lambda a, g: a.transitivity_undirected(), float),
    "assortativity": of_igraph(lambda a, g: a.assortativity_degree(directed=False), float),
    "triad census": of_igraph(lambda a, g: a.triad_census(), lambda r: r[8], directed=True),
    "constraint": of_igraph(lambda a, g: a.constraint(), total),
    "Leiden, two rounds": igraph_groups(
        lambda a: a.community_leiden(objective_function="modularity", n_iterations=2)),
    "Leiden until stable": igraph_groups(
        lambda a: a.community_leiden(objective_function="modularity", n_iterations=-1)),
    "label propagation": igraph_groups(lambda a: a.community_label_propagation()),
    "modularity": of_igraph(lambda a, g: a.modularity(g.groups), float),
    "projection": igraph_projection(0),
    "projection, other mode": igraph_projection(1),
}


# NetworKit


def of_networkit(make, check, **form):
    def prepare(g):
        import networkit

        graph = g.networkit(**form)
        return (lambda: make(networkit, graph, g).run()), (lambda result: check(result, g))
    return prepare


def scores(check):
    return lambda result, g: check(result.scores())


def networkit_groups(make):
    def prepare(g):
        import networkit

        graph = g.networkit()

        def check(found):
            return networkit.community.Modularity().getQuality(found.getPartition(), graph)

        return (lambda: make(networkit, graph).run()), check
    return prepare


def networkit_modularity(g):
    import networkit

    graph = g.networkit()
    partition = networkit.Partition(g.n)
    partition.setUpperBound(16)
    for node, group in enumerate(g.groups):
        partition.addToSubset(group, node)
    return (lambda: networkit.community.Modularity().getQuality(partition, graph)), float


def networkit_closeness(nk, graph, g):
    return nk.centrality.Closeness(graph, True, nk.centrality.ClosenessVariant.GENERALIZED)


NETWORKIT = {
    "building": building(
        lambda g, links: (links[:, 0].astype("uint64"), links[:, 1].astype("uint64")), networkit_built,
        lambda r: r.numberOfEdges()),
    "closeness": of_networkit(
        networkit_closeness, lambda r, g: own_component_closeness(g, r.scores())),
    "harmonic closeness": of_networkit(
        lambda nk, a, g: nk.centrality.HarmonicCloseness(a, False),
        lambda r, g: total(r.scores()) / max(1, g.n - 1)),
    "ten closest": of_networkit(
        lambda nk, a, g: nk.centrality.TopCloseness(a, 10), lambda r, g: total(r.topkScoresList())),
    "ten closest, harmonic": of_networkit(
        lambda nk, a, g: nk.centrality.TopHarmonicCloseness(a, 10, True),
        lambda r, g: total(r.topkScoresList()) / max(1, g.n - 1)),
    "diameter": of_networkit(
        lambda nk, a, g: nk.distance.Diameter(a, algo=nk.distance.DiameterAlgo.EXACT),
        lambda r, g: float(r.getDiameter()[0])),
    "distances from one": of_networkit(
        lambda nk, a, g: nk.distance.BFS(a, g.hub, False), lambda r, g: distances_sum(r.getDistances())),
    "distances from one, weighted": of_networkit(
        lambda nk, a, g: nk.distance.Dijkstra(a, g.hub, False), lambda r, g: distances_sum(r.getDistances()),
        weighted=True),
    "betweenness": of_networkit(lambda nk, a, g: nk.centrality.Betweenness(a), lambda r, g: total(r.scores()) / 2),
    "betweenness of links": of_networkit(
        lambda nk, a, g: nk.centrality.Betweenness(a, computeEdgeCentrality=True),
        lambda r, g: total(r.edgeScores()) / 2),
    "betweenness, sampled": of_networkit(
        lambda nk, a, g: nk.centrality.KadabraBetweenness(a, 0.01, 0.1), scores(max)),
    "PageRank": of_networkit(lambda nk, a, g: nk.centrality.PageRank(a, 0.85, 1e-8), scores(concentration)),
    "eigenvector": of_networkit(
        lambda nk, a, g: nk.centrality.EigenvectorCentrality(a, 1e-9), scores(by_largest)),
    "Katz": with_alpha(of_networkit(
        lambda nk, a, g: nk.centrality.KatzCentrality(a, g.alpha, 1.0, 1e-8), scores(by_largest))),
    "components": of_networkit(
        lambda nk, a, g: nk.components.ConnectedComponents(a), lambda r, g: r.numberOfComponents()),
    "strong components": of_networkit(
        lambda nk, a, g: nk.components.StronglyConnectedComponents(a), lambda r, g: r.numberOfComponents(),
        directed=True),
    "biconnected components": of_networkit(
        lambda nk, a, g: nk.components.BiconnectedComponents(a), lambda r, g: r.numberOfComponents()),
    "core numbers": of_networkit(lambda nk, a, g: nk.centrality.CoreDecomposition(a), scores(total)),
    "triangles": of_networkit(
        lambda nk, a, g: nk.sparsification.TriangleEdgeScore(a), lambda r, g: total(r.scores()) / 3),
    # NetworKit gives 0 where there are not two links; those are left out.
    "clustering": of_networkit(
        lambda nk, a, g: nk.centrality.LocalClusteringCoefficient(a, True),
        lambda r, g: average(c for c, d in zip(r.scores(), degrees(g)) if d > 1)),
    "Leiden, two rounds": networkit_groups(lambda nk, a: nk.community.ParallelLeiden(a, iterations=2)),
    "label propagation": networkit_groups(lambda nk, a: nk.community.PLP(a)),
    "modularity": networkit_modularity,
}


def degrees(g):
    import numpy

    return numpy.bincount(g.edges.ravel(), minlength=g.n).tolist()


# rustworkx


def of_rustworkx(run, check, **form):
    def prepare(g):
        import rustworkx

        graph = g.rustworkx(**form)
        return (lambda: run(rustworkx, graph, g)), (lambda result: check(result, g))
    return prepare


def values_of(check):
    return lambda result, g: check(result.values())


RUSTWORKX = {
    "building": building(
        lambda g, links: [tuple(link) for link in links.tolist()], rustworkx_built, lambda r: r.num_edges()),
    "closeness": of_rustworkx(
        lambda rx, a, g: rx.closeness_centrality(a), lambda r, g: own_component_closeness(g, [r[v] for v in range(g.n)])),
    "betweenness": of_rustworkx(
        lambda rx, a, g: rx.betweenness_centrality(a, normalized=False), values_of(total)),
    "betweenness of links": of_rustworkx(
        lambda rx, a, g: rx.edge_betweenness_centrality(a, normalized=False), values_of(total)),
    "distances from one": of_rustworkx(
        lambda rx, a, g: rx.bfs_layers(a, [g.hub]),
        lambda r, g: float(sum(d * len(layer) for d, layer in enumerate(r)))),
    "eigenvector": of_rustworkx(
        lambda rx, a, g: rx.eigenvector_centrality(a, max_iter=10000, tol=1e-12), values_of(by_largest)),
    "Katz": with_alpha(of_rustworkx(
        lambda rx, a, g: rx.katz_centrality(a, alpha=g.alpha, max_iter=10000, tol=1e-10), values_of(by_largest))),
    "components": of_rustworkx(lambda rx, a, g: rx.connected_components(a), lambda r, g: len(r)),
    "strong components": of_rustworkx(
        lambda rx, a, g: rx.strongly_connected_components(a), lambda r, g: len(r), directed=True),
    "biconnected components": of_rustworkx(
        lambda rx, a, g: rx.biconnected_components(a), lambda r, g: len(set(r.values()))),
    "cut nodes": of_rustworkx(lambda rx, a, g: rx.articulation_points(a), lambda r, g: len(r)),
    "bridges": of_rustworkx(lambda rx, a, g: rx.bridges(a), lambda r, g: len(r)),
    "core numbers": of_rustworkx(lambda rx, a, g: rx.core_number(a), values_of(total)),
    "transitivity": of_rustworkx(lambda rx, a, g: rx.transitivity(a), lambda r, g: float(r)),
}


# SciPy


def of_scipy(run, check, form="matrix", **options):
    def prepare(g):
        matrix = getattr(g, form)(**options)
        return (lambda: run(matrix, g)), (lambda result: check(result, g))
    return prepare


def scipy_eigenvector(matrix, g):
    import numpy
    import scipy.sparse.linalg

    # The same start, so that the result is the same each time.
    return scipy.sparse.linalg.eigsh(matrix, k=1, which="LA", v0=numpy.ones(g.n), tol=1e-12)[1][:, 0]


def scipy_adamic_adar(matrix, g):
    import numpy
    import scipy.sparse

    degree = numpy.asarray(matrix.sum(axis=1)).ravel()
    weight = numpy.where(degree > 1, 1 / numpy.log(numpy.where(degree > 1, degree, 2)), 0)
    product = matrix @ scipy.sparse.diags(weight) @ matrix
    return product


def scipy_pairs_at_two(product, g):
    import scipy.sparse

    upper = scipy.sparse.triu(product, k=1)
    return float(upper.sum() - upper.multiply(scipy.sparse.triu(g.matrix(), k=1)).sum())


def scipy_projection(run):
    def prepare(g):
        members = g.matrix()[sorted(g.first), :]
        return (lambda: run(members)), (lambda product: (product.nnz - (product.diagonal() > 0).sum()) / 2)
    return prepare


def csgraph(name):
    import scipy.sparse.csgraph

    return getattr(scipy.sparse.csgraph, name)


SCIPY = {
    "building": building(scipy_ends, scipy_built, lambda r: r.nnz / 2),
    "distances from one": of_scipy(
        lambda m, g: csgraph("shortest_path")(m, method="D", unweighted=True, indices=g.hub),
        lambda r, g: distances_sum(r)),
    "distances from one, weighted": of_scipy(
        lambda m, g: csgraph("dijkstra")(m, indices=g.hub), lambda r, g: distances_sum(r), weighted=True),
    "components": of_scipy(
        lambda m, g: csgraph("connected_components")(m, directed=False), lambda r, g: int(r[0])),
    "strong components": of_scipy(
        lambda m, g: csgraph("connected_components")(m, connection="strong"), lambda r, g: int(r[0]),
        form="directed_matrix"),
    "eigenvector": of_scipy(scipy_eigenvector, lambda r, g: by_largest(r)),
    "triangles": of_scipy(lambda m, g: (m @ m).multiply(m).sum() / 6, lambda r, g: float(r)),
    "Adamic–Adar": of_scipy(scipy_adamic_adar, scipy_pairs_at_two),
    "projection": scipy_projection(lambda members: members @ members.T),
    "projection, other mode": scipy_projection(lambda members: members.T @ members),
}


# scikit-network


def of_sknetwork(run, check, **form):
    def prepare(g):
        matrix = g.matrix(**form)
        return (lambda: run(matrix, g)), (lambda result: check(result, g))
    return prepare


def sknetwork(module, name):
    import importlib

    return getattr(importlib.import_module("sknetwork." + module), name)


def sknetwork_modularity(labels, g):
    return sknetwork("clustering", "get_modularity")(g.matrix(), labels)


SCIKIT_NETWORK = {
    "PageRank": of_sknetwork(
        lambda m, g: sknetwork("ranking", "PageRank")(damping_factor=0.85, n_iter=200, tol=1e-8).fit_predict(m),
        lambda r, g: concentration(r)),
    "components": of_sknetwork(
        lambda m, g: sknetwork("topology", "get_connected_components")(m), lambda r, g: len(set(r.tolist()))),
    "core numbers": of_sknetwork(
        lambda m, g: sknetwork("topology", "get_core_decomposition")(m), lambda r, g: total(r)),
    "triangles": of_sknetwork(
        lambda m, g: sknetwork("topology", "count_triangles")(m, parallelize=True), lambda r, g: float(r)),
    "distances from one": of_sknetwork(
        lambda m, g: sknetwork("path", "get_distances")(m, g.hub), lambda r, g: distances_sum(r)),
    "Leiden, two rounds": of_sknetwork(
        lambda m, g: sknetwork("clustering", "Leiden")(n_aggregations=2).fit_predict(m), sknetwork_modularity),
    # Not in "Leiden until stable": it aggregates until one aggregation adds no more than 0.001 to the modularity, which is
    # within a first round, and never starts again from the groups it has found.
    "label propagation": of_sknetwork(
        lambda m, g: sknetwork("clustering", "PropagationClustering")().fit_predict(m), sknetwork_modularity),
    "modularity": of_sknetwork(
        lambda m, g: sknetwork("clustering", "get_modularity")(m, __import__("numpy").array(g.groups)),
        lambda r, g: float(r)),
}


# leidenalg


def leidenalg_groups(rounds):
    def prepare(g):
        import leidenalg

        graph = g.igraph()
        return (
            lambda: leidenalg.find_partition(graph, leidenalg.ModularityVertexPartition, n_iterations=rounds, seed=1)
        ), (lambda found: found.modularity)
    return prepare


LEIDENALG = {"Leiden, two rounds": leidenalg_groups(2), "Leiden until stable": leidenalg_groups(-1)}


# easygraph


def of_easygraph(name, check):
    def prepare(g):
        import easygraph

        graph = g.easygraph()
        return (lambda: getattr(easygraph, name)(graph)), check
    return prepare


def easygraph_values(result):
    return total(result.values() if isinstance(result, dict) else result)


EASYGRAPH = {
    "constraint": of_easygraph("constraint", easygraph_values),
    "effective size": of_easygraph("effective_size", easygraph_values),
}


# networkx, for graphs so small that it takes no time


def of_networkx(run, check, **form):
    def prepare(g):
        import networkx

        if len(g.edges) > 20_000:
            raise NotImplementedError("networkx is asked about small graphs only")
        graph = g.networkx(**form)
        return (lambda: run(networkx, graph, g)), (lambda result: check(result, g))
    return prepare


NETWORKX = {
    "closeness": of_networkx(
        lambda nx, a, g: nx.closeness_centrality(a), lambda r, g: own_component_closeness(g, [r[v] for v in range(g.n)])),
    "harmonic closeness": of_networkx(
        lambda nx, a, g: nx.harmonic_centrality(a), lambda r, g: total(r.values()) / max(1, g.n - 1)),
    "betweenness": of_networkx(lambda nx, a, g: nx.betweenness_centrality(a, normalized=False), values_of(total)),
    "PageRank": of_networkx(lambda nx, a, g: nx.pagerank(a, tol=1e-12, max_iter=1000), values_of(concentration)),
    "clustering": of_networkx(
        lambda nx, a, g: nx.clustering(a), lambda r, g: average(r[v] for v in range(g.n) if a_degree(g, v) > 1)),
    "truss numbers": of_networkx(
        lambda nx, a, g: truss_numbers(nx, a), lambda r, g: total(r)),
    "assortativity": of_networkx(lambda nx, a, g: nx.degree_assortativity_coefficient(a), lambda r, g: float(r)),
    "constraint": of_networkx(lambda nx, a, g: nx.constraint(a), values_of(total)),
    "effective size": of_networkx(lambda nx, a, g: nx.effective_size(a), values_of(total)),
}


def a_degree(g, node):
    if not hasattr(g, "kept_degrees"):
        g.kept_degrees = degrees(g)
    return g.kept_degrees[node]


def truss_numbers(nx, graph):
    numbers = [2] * graph.number_of_edges()
    k, left = 3, nx.k_truss(graph, 3)
    while left.number_of_edges():
        for place in range(left.number_of_edges()):
            numbers[place] = k
        k, left = k + 1, nx.k_truss(left, k + 1)
    return numbers


# graph-tool, which is not on PyPI


def of_graph_tool(run, check, **form):
    def prepare(g):
        import graph_tool.all

        graph = g.graph_tool(**form)
        return (lambda: run(graph_tool.all, graph, g)), (lambda result: check(result, g))
    return prepare


GRAPH_TOOL = {
    "betweenness": of_graph_tool(
        lambda gt, a, g: gt.betweenness(a, norm=False), lambda r, g: total(r[0].a)),
    "betweenness of links": of_graph_tool(
        lambda gt, a, g: gt.betweenness(a, norm=False), lambda r, g: total(r[1].a)),
    "distances from one": of_graph_tool(
        lambda gt, a, g: gt.shortest_distance(a, source=g.hub), lambda r, g: distances_sum(x for x in r.a if x < 2**30)),
    "components": of_graph_tool(
        lambda gt, a, g: gt.label_components(a), lambda r, g: int(r[0].a.max()) + 1),
    "biconnected components": of_graph_tool(
        lambda gt, a, g: gt.label_biconnected_components(a), lambda r, g: len(r[2])),
    "core numbers": of_graph_tool(lambda gt, a, g: gt.kcore_decomposition(a), lambda r, g: total(r.a)),
    "PageRank": of_graph_tool(
        lambda gt, a, g: gt.pagerank(a, epsilon=1e-8), lambda r, g: concentration(r.a)),
    "eigenvector": of_graph_tool(
        lambda gt, a, g: gt.eigenvector(a, epsilon=1e-9), lambda r, g: by_largest(r[1].a)),
    "transitivity": of_graph_tool(lambda gt, a, g: gt.global_clustering(a)[0], lambda r, g: float(r)),
}

# By the name of the module that has to be there.
PEERS = {
    "igraph": IGRAPH,
    "networkit": NETWORKIT,
    "rustworkx": RUSTWORKX,
    "scipy": SCIPY,
    "sknetwork": SCIKIT_NETWORK,
    "easygraph": EASYGRAPH,
    "leidenalg": LEIDENALG,
    "graph_tool": GRAPH_TOOL,
    "networkx": NETWORKX,
}


# Measuring, as GraphBenchmarks does


def peak_megabytes():
    try:
        with open("/proc/self/status") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) / 1024
    except OSError:
        pass
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1048576 if sys.platform == "darwin" else 1024)


def forget_peak():
    try:
        with open("/proc/self/clear_refs", "w") as file:
            file.write("5")
    except OSError:
        pass


def measure(rows, name, graph, seconds, base):
    answer = {"row": name, "graph": graph.name}
    if name not in rows:
        return answer | {"error": "does not have it"}
    try:
        run, check = rows[name](graph)
        forget_peak()
        least, spent = math.inf, 0.0
        while True:
            start = time.perf_counter()
            result = run()
            took = time.perf_counter() - start
            least, spent = min(least, took), spent + took
            if spent >= seconds:
                break
        peak = peak_megabytes()
        value = check(result)
        return answer | {
            "nodes": graph.n, "links": len(graph.edges), "seconds": least, "peak_megabytes": peak,
            "base_megabytes": base, "check": None if value is None else float(value),
        }
    except Exception as error:  # A peer that fails is reported, and the next row is asked for.
        return answer | {"error": f"{type(error).__name__}: {error}"}


def main():
    os.environ.setdefault("OMP_NUM_THREADS", str(THREADS))
    os.environ.setdefault("RAYON_NUM_THREADS", str(THREADS))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="*", metavar="ROW")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--peer", choices=PEERS)
    parser.add_argument("--graph")
    parser.add_argument("--seconds", type=float, default=2)
    arguments = parser.parse_args()
    if arguments.list:
        import importlib

        for peer, rows in PEERS.items():
            try:
                module = importlib.import_module(peer)
                # Another package has the same name: it has no graphs.
                if peer == "easygraph" and not hasattr(module, "GraphC"):
                    raise ImportError("this easygraph is not Python-EasyGraph")
                import numpy, scipy  # noqa: F401 – what the checks need
                print(json.dumps({"peer": peer, "rows": list(rows)}, ensure_ascii=False))
            except Exception as error:
                print(json.dumps({"peer": peer, "missing": str(error)}, ensure_ascii=False))
        return
    if not arguments.peer or not arguments.graph:
        parser.error("--peer and --graph are needed")
    __import__(arguments.peer)
    base = peak_megabytes()
    graph = Loaded(arguments.graph)
    rows = PEERS[arguments.peer]
    if arguments.rows == ["-"]:
        names = iter(lambda: sys.stdin.readline().strip(), "")
    else:
        names = arguments.rows or rows
    for name in names:
        print(json.dumps(measure(rows, name, graph, arguments.seconds, base), ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
