import NetworkAnalysis
import NetworkFiles
import NetworkFormats
import Networks
import TestSupport
import Testing

import struct Networks.Expectation

/// The rules of the real network for five regions and the state, as the documents were read by hand.
struct RealExpectationsTests {
  private static let network: Network? = try? NetworkLibrary(home: Repository.path)
    .folder("kompetensforsorjning").read().network

  struct Reading: Sendable {
    let region: NetworkActor.ID
    /// By outcome, the rules.
    let rules: [ExpectationAnswer.Outcome: [Expectation.ID]]
  }

  private static let readings = [
    Reading(
      region: "region-norrbotten",
      rules: [
        .met: [
          "region-kommuner", "larcentra", "region-arbetsformedlingen", "region-larosate", "region-utbildningsaktorer",
          "analyser-framtagna", "dialogarena", "kompetensstrategi", "grannlan",
        ],
        .absent: ["valideringsstruktur"], .lost: ["arbetsformedlingen-analyser"], .partly: ["validering-parter"],
        .metIndirectly: ["region-skolverket", "region-myh", "scb-statistik"],
        .unknown: ["uppfoljning", "valideringslyftet"],
      ]),
    Reading(
      region: "region-gotland",
      rules: [
        .waived: ["region-kommuner"],
        .met: [
          "yrkesvux-planering", "larcentra", "region-arbetsliv", "branscher", "region-larosate",
          "region-utbildningsaktorer", "analyser-framtagna", "dialogarena", "kompetensstrategi",
        ],
        .absent: ["scb-statistik"], .planned: ["valideringsstruktur", "uppfoljning"],
        .metIndirectly: ["region-arbetsformedlingen", "region-skolverket"],
        .unknown: ["validering-parter", "grannlan"],
      ]),
    Reading(
      region: "region-stockholm",
      rules: [
        .met: [
          "region-kommuner", "yrkesvux-planering", "region-arbetsformedlingen", "region-arbetsliv", "branscher",
          "analyser-framtagna", "uppfoljning",
        ],
        .partly: ["region-utbildningsaktorer", "validering-parter"], .unknown: ["grannlan", "valideringslyftet"],
      ]),
    Reading(
      region: "region-varmland",
      rules: [
        .met: [
          "region-kommuner", "larcentra", "validering-parter", "arbetsformedlingen-analyser", "branscher",
          "region-larosate", "region-utbildningsaktorer", "analyser-framtagna", "scb-statistik", "dialogarena",
        ],
        .planned: ["kompetensstrategi"], .unknown: ["uppfoljning", "grannlan", "valideringslyftet"],
      ]),
    Reading(
      region: "region-dalarna",
      rules: [
        .met: [
          "region-kommuner", "yrkesvux-planering", "larcentra", "valideringsstruktur", "validering-parter",
          "region-arbetsformedlingen", "region-arbetsliv", "branscher", "region-larosate", "analyser-framtagna",
          "kompetensstrategi",
        ],
        .lost: ["arbetsformedlingen-analyser"], .unknown: ["uppfoljning", "grannlan"],
      ]),
  ]

  private static func answer(_ rule: Expectation.ID, _ actor: NetworkActor.ID) throws -> (ExpectationAnswer, Network) {
    let network = try #require(network)
    let expectation = try #require(network.profile.expectations.first { $0.id == rule })
    let answers = ExpectationCheck(NetworkIndex(network)).answers(to: expectation)
    return (try #require(answers.first { $0.actor == actor }), network)
  }

  @Test(arguments: readings) func `a region's outcomes are those of the documents`(reading: Reading) throws {
    for (outcome, rules) in reading.rules {
      for rule in rules {
        let (answer, network) = try Self.answer(rule, reading.region)
        #expect(answer.outcome == outcome, "\(rule)")
        if answer.outcome == .met || answer.outcome.isMissing, answer.path.isEmpty {
          #expect(!answer.evidence.flatMap { $0.sources(in: network) }.isEmpty, "\(rule) shows no source")
        }
      }
    }
  }

  @Test func `the sources are the places where the documents say so`() throws {
    func places(_ rule: Expectation.ID, _ region: NetworkActor.ID) throws -> Set<String> {
      let (answer, network) = try Self.answer(rule, region)
      return Set(answer.evidence.flatMap { $0.sources(in: network) }.map(\.description))
    }
    #expect(try places("arbetsformedlingen-analyser", "region-dalarna").contains("ramboll-2021 §2.4"))
    #expect(try places("valideringsstruktur", "region-norrbotten") == ["ramboll-2021 §6.6"])
    #expect(try places("scb-statistik", "region-gotland") == ["ramboll-2021 §6.5"])
    #expect(try places("regeringen-styr-myndigheterna", "skolverket") == ["ramboll-2021 §3.3"])
  }

  @Test func `contacts that were lost or are not systematic are told beside what holds`() throws {
    for (rule, region) in [
      ("region-arbetsformedlingen", "region-dalarna"), ("region-arbetsformedlingen", "region-norrbotten"),
      ("yrkesvux-planering", "region-norrbotten"), ("yrkesvux-planering", "region-varmland"),
    ] {
      let (answer, _) = try Self.answer(Expectation.ID(rule), NetworkActor.ID(region))
      #expect(answer.outcome == .met && !answer.caveats.isEmpty, "\(rule) \(region)")
    }
  }

  @Test func `every rule has its ground in a document and applies to somebody`() throws {
    let network = try #require(Self.network)
    let check = ExpectationCheck(NetworkIndex(network))
    #expect(network.profile.expectations.count >= 20)
    for rule in network.profile.expectations {
      #expect(!rule.ground.isEmpty && !rule.reason.isEmpty && !rule.englishReason.isEmpty, "\(rule.id)")
      #expect(!check.subjects(of: rule).isEmpty, "\(rule.id)")
    }
  }
}
