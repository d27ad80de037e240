// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "samverkan-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "samverkan", path: "..")],
  targets: [
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        .product(name: "Networks", package: "samverkan"),
        .product(name: "NetworkFormats", package: "samverkan"),
        .product(name: "NetworkFiles", package: "samverkan"),
        .product(name: "NetworkDrawing", package: "samverkan"),
        .product(name: "GraphvizRendering", package: "samverkan"),
      ]
    ),
    .executableTarget(
      name: "FormatBenchmarks",
      dependencies: [
        .product(name: "NetworkFiles", package: "samverkan"),
        .product(name: "Graphs", package: "samverkan"),
        .product(name: "Networks", package: "samverkan"),
        .product(name: "NetworkFormats", package: "samverkan"),
      ]
    ),
    .executableTarget(
      name: "GraphBenchmarks",
      dependencies: [.product(name: "Graphs", package: "samverkan")]
    ),
    .executableTarget(
      name: "SuggestionBenchmarks",
      dependencies: [
        .product(name: "Graphs", package: "samverkan"),
        .product(name: "NetworkAnalysis", package: "samverkan"),
        .product(name: "NetworkFiles", package: "samverkan"),
        .product(name: "NetworkFormats", package: "samverkan"),
        .product(name: "Networks", package: "samverkan"),
      ]
    ),
  ],
  swiftLanguageModes: [.v6]
)
