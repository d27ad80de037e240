import Networks
import TestSupport
import Testing

struct PlaceRegisterTests {
  private let register = NetworkFixtures.register

  @Test(arguments: [
    "Västra Götalands län", "vastra gotalands lan", "Västra Götalands", "Västra Götaland", "14", "VGR",
    "Västra Götalandsregionen",
  ])
  func `knows a county by name, short form, code and region`(text: String) {
    #expect(register.county(text) == "Västra Götalands län")
  }

  @Test(arguments: ["Kalmar", "Kalmar län", "08", "Region Kalmar län"]) func `a county's name may lack its s`(
    text: String
  ) {
    #expect(register.county(text) == "Kalmar län")
  }

  @Test(arguments: ["Åmål", "åmåls kommun", "1492"]) func `knows a municipality by name and code`(text: String) {
    #expect(register.municipality(text) == "Åmål")
  }

  @Test(arguments: ["Skåne", "", "8", "Ale"]) func `does not know other counties`(text: String) {
    #expect(register.county(text) == nil)
  }

  @Test func `municipalities that differ only in diacritics are told apart`() {
    let register = PlaceRegister(
      Network(
        actors: ["Habo", "Håbo"].map {
          NetworkActor(id: NetworkActor.ID($0), name: "\($0) kommun", kind: .municipality, municipality: $0)
        }))
    for name in ["Habo", "Håbo"] {
      for text in [name, name.uppercased(), "\(name) kommun"] { #expect(register.municipality(text) == name) }
    }
  }

  @Test func `lists its names in order`() {
    #expect(register.countyNames == ["Kalmar län", "Västra Götalands län"])
    #expect(register.municipalityNames == ["Ale", "Åmål"])
  }
}
