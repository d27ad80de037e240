import Networks
struct NetworkDiagram { let cast: Cast; let options: Diagram.Options; let grouping: Diagram.Grouping
  func scene() -> Scene { Scene(page: .a4, language: "sv", title: "") } }
