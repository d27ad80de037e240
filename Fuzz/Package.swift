// swift-tools-version: 6.1
import PackageDescription

// A fuzzer for every format that is read: see README.md. It needs a toolchain with libFuzzer, which those for Linux have.
let package = Package(
  name: "samverkan-fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "samverkan", path: "..")],
  targets: [
    .executableTarget(
      name: "FuzzReaders",
      dependencies: [
        .product(name: "NetworkFormats", package: "samverkan"),
        .product(name: "Networks", package: "samverkan"),
      ]
    )
  ],
  swiftLanguageModes: [.v6]
)
