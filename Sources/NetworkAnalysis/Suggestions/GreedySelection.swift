/// Chooses a set of at most so many candidates, each time the one that adds most, and looks only at those again that can
/// still be the best.
///
/// What a candidate adds never grows as others are chosen, if the value of a set is submodular; then what it added before
/// is a bound for what it adds now. For a value that is monotone, submodular and 0 for the empty set, the chosen set is
/// worth at least 1 − 1/e, about 63 per cent, of the best set of as many.
///
/// - Complexity: O(c log c) for c candidates and, in most cases, few gains besides.
/// - SeeAlso: Nemhauser, Wolsey & Fisher (1978), doi:10.1007/BF01588971; Minoux (1978), doi:10.1007/BFb0006528;
///   Leskovec et al. (2007), doi:10.1145/1281192.1281239.
struct GreedySelection {
  struct Choice: Hashable {
    let candidate: Int
    let gain: Double
  }

  private struct Entry {
    var bound: Double
    var candidate: Int
    /// How many were chosen when the bound was found.
    var round: Int
  }

  /// - Parameters:
  ///   - count: how many at most.
  ///   - singles: what each candidate is worth alone.
  ///   - precedes: which of two candidates that add as much goes first: a strict order of all.
  ///   - gain: what a candidate adds to those that were chosen.
  ///   - choose: is told of each that is chosen.
  /// - Returns: the chosen ones in their order; fewer where no further one adds anything.
  static func choose(
    _ count: Int, singles: [Double], precedes: (Int, Int) -> Bool, gain: (Int) -> Double, choose: (Int) -> Void
  ) -> [Choice] {
    func isBefore(_ first: Entry, _ second: Entry) -> Bool {
      first.bound != second.bound ? first.bound > second.bound : precedes(first.candidate, second.candidate)
    }
    var heap = singles.indices.filter { singles[$0] > 0 }.map { Entry(bound: singles[$0], candidate: $0, round: 0) }
    func sink(_ start: Int) {
      var place = start
      while true {
        var least = place
        for child in [2 * place + 1, 2 * place + 2] where child < heap.count {
          if isBefore(heap[child], heap[least]) { least = child }
        }
        if least == place { return }
        heap.swapAt(place, least)
        place = least
      }
    }
    for place in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(place) }
    var choices: [Choice] = []
    while choices.count < count, let top = heap.first {
      if top.round == choices.count {
        guard top.bound > 0 else { break }
        choices.append(Choice(candidate: top.candidate, gain: top.bound))
        choose(top.candidate)
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
      } else {
        // Rounding may make a gain a little larger than it was; the bound stays one.
        heap[0].bound = min(top.bound, gain(top.candidate))
        heap[0].round = choices.count
      }
      sink(0)
    }
    return choices
  }
}
