import Networks
struct RingsDiagram { let cast: Cast; let options: Diagram.Options
  func scene(around: Int) -> Scene { Scene(page: .a4, language: "sv", title: "") }
  func scene(ofCollaborations: [Int]) -> Scene { Scene(page: .a4, language: "sv", title: "") } }
