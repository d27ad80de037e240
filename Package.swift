// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func library(_ name: String, needs dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(of name: String, needs dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: [.target(name: name), "TestSupport"] + dependencies,
    resources: resources,
    swiftSettings: settings
  )
}

let package = Package(
  name: "samverkan",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Graphs", targets: ["Graphs"]),
    .library(name: "Networks", targets: ["Networks"]),
    .library(name: "NetworkAnalysis", targets: ["NetworkAnalysis"]),
    .library(name: "NetworkFormats", targets: ["NetworkFormats"]),
    .library(name: "NetworkFiles", targets: ["NetworkFiles"]),
    .library(name: "NetworkDrawing", targets: ["NetworkDrawing"]),
    .library(name: "GraphvizRendering", targets: ["GraphvizRendering"]),
    .executable(name: "samverkan", targets: ["samverkan"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CGraphviz",
      pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]
    ),
    .systemLibrary(
      name: "CLibXML2",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]
    ),
    .systemLibrary(
      name: "CZip",
      pkgConfig: "libzip",
      providers: [.apt(["libzip-dev"]), .brew(["libzip"])]
    ),
    .systemLibrary(
      name: "CXlsxWriter",
      pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]
    ),
    .systemLibrary(
      name: "CJansson",
      pkgConfig: "jansson",
      providers: [.apt(["libjansson-dev"]), .brew(["jansson"])]
    ),
    library("GraphvizRendering", needs: ["CGraphviz"]),
    library("XMLStreams", needs: ["CLibXML2"]),
    library("Spreadsheets", needs: ["CZip", "CXlsxWriter", "XMLStreams"]),
    library("Graphs"),
    library("Networks"),
    library("NetworkAnalysis", needs: ["Graphs", "Networks"]),
    library("NetworkFormats", needs: ["Networks", "XMLStreams", "Spreadsheets", "CJansson", .product(name: "Yams", package: "Yams")]),
    library("NetworkFiles", needs: ["Networks", "NetworkFormats"]),
    library("NetworkDrawing", needs: ["GraphvizRendering", "NetworkAnalysis", "Graphs", "Networks"]),
    library(
      "NetworkCommands",
      needs: [
        "NetworkDrawing", "GraphvizRendering", "NetworkFiles", "NetworkFormats", "NetworkAnalysis", "Graphs", "Networks",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .executableTarget(name: "samverkan", dependencies: ["NetworkCommands"], swiftSettings: settings),

    .target(
      name: "TestSupport",
      dependencies: ["Networks", "NetworkFormats", "NetworkFiles", "Graphs"],
      path: "Tests/TestSupport",
      swiftSettings: settings
    ),
    tests(of: "GraphvizRendering"),
    tests(of: "Graphs", resources: [.copy("Peers/peers_check.py")]),
    tests(of: "Networks"),
    tests(of: "NetworkAnalysis", needs: ["Graphs", "Networks", "NetworkFormats", "NetworkFiles"]),
    tests(of: "NetworkFormats", needs: ["Networks", "NetworkFiles", "XMLStreams", "Spreadsheets"], resources: [.copy("Resources")]),
    tests(of: "NetworkFiles", needs: ["Networks", "NetworkFormats"]),
    tests(of: "NetworkDrawing", needs: ["Networks", "NetworkAnalysis", "NetworkFiles", "NetworkFormats", "GraphvizRendering"]),
    tests(of: "NetworkCommands", needs: ["samverkan"]),
    .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
