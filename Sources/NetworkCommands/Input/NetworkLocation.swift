import NetworkFiles
import NetworkFormats
import Networks

/// Where a network is: a folder of tables, or a file of any format that can be read.
enum NetworkLocation {
  case folder(NetworkFolder)
  case file(path: String, bytes: [UInt8], format: NetworkFormat)

  /// - Parameter format: the file's format by its word, where the user names it.
  init(_ word: String, format: String? = nil, language: Language) throws {
    if Folder.exists(word) {
      self = .folder(NetworkFolder(word))
    } else if Folder.fileExists(word) {
      self = try Self.file(word, format: format, language)
    } else if !word.contains("/"), Home.library.folder(word).isNetwork {
      self = .folder(Home.library.folder(word))
    } else {
      throw Self.nothing(word, language)
    }
  }

  func read(_ options: ReadingOptions = ReadingOptions()) throws(FileError) -> Import {
    switch self {
    case .folder(let folder): try folder.read()
    case .file(let path, let bytes, let format): format.read(bytes, file: path, options: options)
    }
  }

  private static func file(_ path: String, format name: String?, _ language: Language) throws -> NetworkLocation {
    let bytes: [UInt8]
    do {
      bytes = try AtomicFile.read(path)
    } catch {
      throw Failure(error, language)
    }
    let format = try name.map { try FormatWords.readable($0, language) } ?? FormatRegistry.format(of: bytes, file: path)
    guard let format else {
      throw Failure(
        in: language,
        sv: "\(path) är av ett format som inte känns igen. Ange det med --from: \(FormatWords.readableList).",
        en: "\(path) is of a format that is not recognised. Name it with --from: \(FormatWords.readableList).")
    }
    guard format.canRead else {
      throw Failure(
        in: language, sv: "\(format.names.name) kan skrivas men inte läsas.",
        en: "\(format.names.name) can be written but not read.")
    }
    return .file(path: path, bytes: bytes, format: format)
  }

  private static func nothing(_ word: String, _ language: Language) -> Failure {
    let slugs = Home.library.slugs()
    let nearest = Spelling.nearest(to: word, among: slugs)
    let known = nearest.isEmpty ? slugs : nearest
    let list = known.joined(separator: ", ")
    return Failure(
      in: language,
      sv: "Det finns inget nätverk “\(word)”. "
        + (known.isEmpty
          ? "Ange en mapp med tabeller, eller en fil." : "\(nearest.isEmpty ? "Det finns" : "Närmast"): \(list)."),
      en: "There is no network “\(word)”. "
        + (known.isEmpty
          ? "Name a folder of tables, or a file." : "\(nearest.isEmpty ? "There are" : "Nearest"): \(list)."))
  }
}

/// Formats by the words for them on the command line.
enum FormatWords {
  static var readableList: String { FormatRegistry.all.filter(\.canRead).map(\.id).joined(separator: ", ") }
  static var writableList: String { FormatRegistry.all.filter(\.canWrite).map(\.id).joined(separator: ", ") }
  static var writableExtensions: String {
    let extensions = FormatRegistry.all.filter(\.canWrite).flatMap(\.names.extensions)
    return Set(extensions).sorted().map { ".\($0)" }.joined(separator: ", ")
  }

  static func readable(_ name: String, _ language: Language) throws -> NetworkFormat {
    if let format = FormatRegistry.format(name), format.canRead { return format }
    throw unknown(name, "--from", readableList, language)
  }

  static func writable(_ name: String, _ language: Language) throws -> NetworkFormat {
    if let format = FormatRegistry.format(name), format.canWrite { return format }
    throw unknown(name, "--to", writableList, language)
  }

  private static func unknown(_ name: String, _ option: String, _ list: String, _ language: Language) -> Failure {
    Failure(
      in: language, status: 2, sv: "\(option) \(name): det formatet finns inte här. Det finns: \(list).",
      en: "\(option) \(name): there is no such format here. There are: \(list).")
  }

  /// `["Från=from"]` as the columns that readers are told.
  static func options(_ maps: [String], _ language: Language) throws -> ReadingOptions {
    var columns: [String: String] = [:]
    for map in maps {
      guard let mark = map.lastIndex(of: "="), mark > map.startIndex else {
        throw Failure(
          in: language, status: 2,
          sv: "--map “\(map)”: skriv filens kolumn, likhetstecken och vår kolumn: --map \"Från=from\".",
          en: "--map “\(map)”: write the file's column, an equals sign and our column: --map \"Från=from\".")
      }
      let target = String(map[map.index(after: mark)...]).withoutOuterBlanks
      let known = Set(Table.allCases.flatMap(TableNames.columns(of:)) + ["start", "end", "directed"])
      guard target.isEmpty || known.contains(target.lowercased()) else {
        let nearest = Spelling.nearest(to: target, among: known.sorted()).joined(separator: ", ")
        throw Failure(
          in: language, status: 2,
          sv:
            "--map “\(map)”: kolumnen “\(target)” finns inte. \(nearest.isEmpty ? "Kolumnerna står i README." : "Närmast: \(nearest).")",
          en:
            "--map “\(map)”: there is no column “\(target)”. \(nearest.isEmpty ? "The columns are in README." : "Nearest: \(nearest).")"
        )
      }
      columns[String(map[..<mark]).withoutOuterBlanks] = target
    }
    return ReadingOptions(columns: columns, language: language)
  }
}
