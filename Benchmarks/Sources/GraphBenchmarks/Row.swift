import Graphs

/// Something that is computed on a graph, measured, and boiled down to a number that other programs can be held to.
struct Row {
  /// How many links a straightforward algorithm looks at, for comparison with a plain scan of them all.
  enum Visits: String {
    /// Each link once from either end.
    case once
    /// The same for every node.
    case onceForEachNode
    /// Nothing that could be said before it has run.
    case unstated
  }

  /// When two programs' numbers agree.
  enum Agreement {
    /// They are the same but for a relative error.
    case same(within: Double)
    /// Ours is not smaller than the other's by more than this share: results of a search for the best.
    case notSmaller(by: Double)

    var text: String {
      switch self {
      case .same(let error): "\"agreement\": \"same\", \"tolerance\": \(error)"
      case .notSmaller(let share): "\"agreement\": \"not smaller\", \"tolerance\": \(share)"
      }
    }
  }

  struct Measurement {
    let seconds: Double
    let peakMegabytes: Double
    let check: Double
  }

  let name: String
  /// What is computed and what its check is.
  let meaning: String
  let visits: Visits
  let agreement: Agreement
  let mode: LoadedGraph.Mode
  let measure: (_ graph: LoadedGraph, _ seconds: Double) throws -> Measurement

  /// A row on the graph as it is in its file.
  init<Result>(
    _ name: String, _ meaning: String, _ visits: Visits, _ agreement: Agreement = .same(within: 1e-6),
    _ run: @escaping (Graph) throws -> Result, check: @escaping (Result) -> Double
  ) {
    self.init(name, meaning, visits, agreement, on: \.graph, run, check: check)
  }

  /// A row on what is made of the graph before the clock starts.
  init<Input, Result>(
    _ name: String, _ meaning: String, _ visits: Visits, _ agreement: Agreement = .same(within: 1e-6),
    on input: KeyPath<LoadedGraph, Input>, mode: LoadedGraph.Mode = .one,
    _ run: @escaping (Input) throws -> Result, check: @escaping (Result) -> Double
  ) {
    self.name = name
    self.meaning = meaning
    self.visits = visits
    self.agreement = agreement
    self.mode = mode
    measure = { graph, seconds in
      let input = graph[keyPath: input]
      let (time, peak, result) = try Stopwatch.minimum(atLeast: seconds) { try run(input) }
      return Measurement(seconds: time, peakMegabytes: peak, check: check(result))
    }
  }
}

extension Row {
  /// All rows, by family; a new family adds its line.
  static var families: [(name: String, rows: [Row])] {
    [
      ("plain", plain),
      ("distances", distances),
      ("betweenness", betweenness),
      ("spectral", spectral),
      ("cohesion", cohesion),
      ("roles", roles),
      ("communities", communities),
      ("two-mode and likeness", twoMode),
    ]
  }

  /// What memory allows at the most: all links in the order in which they are kept.
  static var plain: [Row] {
    [
      Row("scan", "adds up the neighbours of all nodes, on one core", .once, on: \.rows) { rows in
        rows.targets.withUnsafeBufferPointer { targets in
          var sum = 0
          for target in targets { sum &+= Int(target) }
          return sum
        }
      } check: {
        Double($0)
      },
      Row("building", "the graph of its links in no order; how many", .once, on: \.shuffledEnds) { ends in
        Graph(nodeCount: ends.nodeCount, from: ends.from, to: ends.to, parallelLinks: .merged(.none), loops: .dropped)
      } check: {
        Double($0.linkCount)
      },
      Row("gather", "adds up a number of each neighbour of each node, on one core", .once, on: \.rows) { rows in
        rows.values.withUnsafeBufferPointer { values in
          rows.targets.withUnsafeBufferPointer { targets in
            rows.starts.withUnsafeBufferPointer { starts in
              var all = 0.0
              for node in 0..<values.count {
                var sum = 0.0
                for slot in starts[node]..<starts[node + 1] { sum += values[Int(targets[slot])] }
                all += sum
              }
              return all
            }
          }
        }
      } check: {
        $0
      },
    ]
  }
}
