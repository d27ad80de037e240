import Foundation

@testable import NetworkDrawing

/// Contrast and colour vision, from their published definitions.
enum WCAG {
  /// - SeeAlso: WCAG 2.2, “relative luminance” and “contrast ratio”.
  static func contrast(_ first: String, _ second: String) -> Double {
    let (a, b) = (luminance(first), luminance(second))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private static func luminance(_ hex: String) -> Double {
    let rgb = linear(hex)
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]
  }

  static func linear(_ hex: String) -> [Double] {
    let value = UInt32(hex.dropFirst(), radix: 16) ?? 0
    return [value >> 16 & 255, value >> 8 & 255, value & 255].map { byte in
      let share = Double(byte) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
  }
}

enum ColorVision: String, CaseIterable, Sendable {
  case usual
  case protanopia
  case deuteranopia

  /// What is seen, in linear sRGB.
  ///
  /// - SeeAlso: Machado, Oliveira & Fernandes (2009), doi:10.1109/TVCG.2009.113, severity 1.0.
  private var matrix: [[Double]] {
    switch self {
    case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .deuteranopia:
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    }
  }

  /// The distance of two colours as they are seen, in CIE L*a*b* (1976); about 2.3 is just noticeable.
  func distance(_ first: String, _ second: String) -> Double {
    let (a, b) = (lab(first), lab(second))
    return zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  private func lab(_ hex: String) -> [Double] {
    let seen = matrix.map { row in min(1, max(0, zip(row, WCAG.linear(hex)).reduce(0) { $0 + $1.0 * $1.1 })) }
    let toXYZ = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    let xyz = zip(toXYZ, [0.9505, 1, 1.089]).map { row, white in zip(row, seen).reduce(0) { $0 + $1.0 * $1.1 } / white }
    let f = xyz.map { $0 > 216.0 / 24389 ? cbrt($0) : ($0 * 24389 / 27 + 16) / 116 }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }
}
