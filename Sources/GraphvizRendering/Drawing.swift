internal import CGraphviz

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A laid-out graph in Graphviz's memory: made once, freed once, never copied.
struct Drawing: ~Copyable {
  private let graph: UnsafeMutablePointer<Agraph_t>
  private let context: OpaquePointer

  init(dot: String, engine: Engine, context: OpaquePointer) throws(GraphvizError) {
    guard !dot.utf8.contains(0) else {
      throw .unreadable(message: "The text holds a NUL character.")
    }
    guard let graph = agmemread(dot) else {
      let message = MessageLog.take()
      throw .unreadable(message: message.isEmpty ? "The text holds no graph." : message)
    }
    // Graphviz keeps what stands behind the graph on its last line, and would read it before the next text.
    while let rest = agmemread("") { agclose(rest) }
    // Some engines draw lots from `rand`, and would go on where the last drawing stopped.
    srand(1)
    guard gvLayout(context, graph, engine.rawValue) == 0 else {
      gvFreeLayout(context, graph)
      agclose(graph)
      throw .noLayout(engine: engine, message: MessageLog.take())
    }
    self.graph = graph
    self.context = context
  }

  /// The picture, copied out of Graphviz's memory.
  borrowing func bytes(in format: ImageFormat) throws(GraphvizError) -> [UInt8] {
    var start: UnsafeMutablePointer<CChar>?
    var length = 0
    let status = samverkan_render(context, graph, format.device, &start, &length)
    defer { if let start { gvFreeRenderData(start) } }
    guard status == 0, let start, length > 0 else {
      throw .noImage(format: format, message: MessageLog.take())
    }
    return [UInt8](UnsafeRawBufferPointer(start: start, count: length))
  }

  deinit {
    gvFreeLayout(context, graph)
    agclose(graph)
  }
}
