/// How many cells, and how much text in them, a sheet may ask for: as many as its bytes could tell one by one, and some for
/// small sheets. A shared text or a cell far away costs the file nothing, and the reader much.
struct CellBudget {
  private var cells: Int
  private var text: Int

  init(bytes: Int) {
    cells = max(1 << 20, bytes)
    text = max(1 << 28, bytes)
  }

  /// - Returns: whether there was enough left.
  mutating func spend(cells count: Int, text bytes: Int = 0) -> Bool {
    cells -= count
    text -= bytes
    return cells >= 0 && text >= 0
  }
}
