import NetworkFormats
import Networks
import Testing

/// What Kumu, Cytoscape, NDEx, D3 and the JSON Graph Format have, as their documentations and exports show it.
struct JSONDialectTests {
  @Test func `Kumu's elements, connections, tags and loops`() throws {
    let found = try FormatFiles.read(
      """
      {"elements": [
        {"label": "Region Skåne", "type": "Region", "description": "Ansvarar", "tags": ["rks", "validering"], "Budget": 12},
        {"label": "Malmö stad", "type": "Kommun", "tags": "a"},
        {"label": "Tillväxtverket", "type": "Myndighet"}],
       "connections": [
        {"from": "Region Skåne", "to": "Malmö stad", "type": "dialogue", "direction": "mutual", "weight": 2, "label": "möten"},
        {"from": "Tillväxtverket", "to": "Region Skåne", "type": "funds", "direction": "directed"},
        {"from": "Malmö stad", "to": "Ny aktör", "direction": "undirected"}],
       "loops": [{"label": "Kompetensrådet", "type": "Council", "elements": ["Region Skåne", "Malmö stad"]}]}
      """, "kumu.json")
    #expect(found.errors == [])
    #expect(
      found.actors == ["Malmö stad (municipality)", "Ny aktör", "Region Skåne (region)", "Tillväxtverket (agency)"])
    let region = try #require(found.network.actors.first { $0.name == "Region Skåne" })
    #expect(region.tags == ["rks", "validering"] && region.note == "Ansvarar" && region.extras["Budget"] == "12")
    #expect(found.ties.contains { $0.hasPrefix("Malmö stad – Region Skåne dialogue 2") }, "\(found.ties)")
    #expect(found.ties.contains { $0.hasPrefix("Tillväxtverket > Region Skåne funds") })
    #expect(found.memberships == ["Malmö stad in Kompetensrådet", "Region Skåne in Kompetensrådet"])
  }

  @Test func `Kumu's exported blueprint has its attributes one step in`() throws {
    let found = try FormatFiles.read(
      """
      {"version": 1, "name": "Karta", "elements": [
        {"_id": "elem-1", "attributes": {"label": "A", "element type": "Region"}},
        {"_id": "elem-2", "attributes": {"label": "B"}}],
       "connections": [{"_id": "conn-1", "from": "elem-1", "to": "elem-2", "direction": "directed",
         "attributes": {"connection type": "funds"}}],
       "loops": [{"_id": "loop-1", "attributes": {"label": "R1"}, "connections": ["conn-1"]}], "maps": []}
      """, "blueprint.json")
    #expect(found.errors == [])
    #expect(found.actors == ["A (region)", "B"])
    #expect(found.ties == ["A > B funds"])
    #expect(found.memberships == ["A in R1", "B in R1"])
    #expect(found.network.profile.title == "Karta")
  }

  @Test func `Cytoscape's own file, with what it keeps for itself left out`() throws {
    let found = try FormatFiles.read(
      """
      {"format_version": "1.0", "generated_by": "cytoscape-3.10.1", "target_cytoscapejs_version": "~2.1",
       "data": {"shared_name": "Net", "name": "Net", "SUID": 52, "selected": true},
       "elements": {
        "nodes": [
          {"data": {"id": "75", "shared_name": "A", "name": "A", "SUID": 75, "selected": false, "kind": "region"},
           "position": {"x": 1.5, "y": -2}, "selected": false},
          {"data": {"id": "76", "name": "B", "SUID": 76, "parent": "75"}}],
        "edges": [{"data": {"id": "80", "source": "75", "target": "76", "interaction": "dialogue", "SUID": 80}, "selected": false}]}}
      """, "net.cyjs")
    #expect(found.errors == [])
    #expect(found.actors == ["A (region)", "B"])
    #expect(found.ties == ["A – B dialogue"])
    #expect(found.says("does not tell links' directions"))
    #expect(found.network.actors.first { $0.name == "A" }?.extras["x"] == "1.5")
    #expect(found.network.actors.first { $0.name == "B" }?.partOf?.rawValue == "75")
    #expect(found.network.extraColumns[.actors, default: []].contains("SUID") == false)
  }

  @Test(arguments: [
    #"{"elements": [{"data": {"id": "a"}}, {"data": {"id": "b"}}, {"data": {"id": "ab", "source": "a", "target": "b"}}]}"#,
    #"[{"group": "nodes", "data": {"id": "a"}}, {"group": "nodes", "data": {"id": "b"}}, {"group": "edges", "data": {"id": "ab", "source": "a", "target": "b"}}]"#,
  ]) func `Cytoscape's elements in one list`(text: String) throws {
    let found = try FormatFiles.read(text, "x.json")
    #expect(found.errors == [])
    #expect(found.actors == ["a", "b"] && found.network.ties.count == 1)
  }

  @Test func `JSON Graph Format, both versions, with hyperedges`() throws {
    let second = try FormatFiles.read(
      """
      {"graph": {"directed": false, "type": "net", "label": "Titel", "metadata": {"author": "X"},
        "nodes": {"a": {"label": "Region Skåne", "metadata": {"kind": "region"}}, "b": {"label": "B"}},
        "edges": [{"source": "a", "target": "b", "relation": "dialogue", "metadata": {"weight": 2.5}},
                  {"source": "b", "target": "a", "relation": "funds", "directed": true}],
        "hyperedges": [{"nodes": ["a", "b"], "relation": "council", "metadata": {"label": "Rådet"}}]}}
      """, "two.json")
    #expect(second.errors == [])
    #expect(second.actors == ["B", "Region Skåne (region)"])
    #expect(second.ties == ["B > Region Skåne funds", "B – Region Skåne dialogue 2.5"])
    #expect(second.memberships.count == 2)
    #expect(second.network.profile.title == "Titel")
    let first = try FormatFiles.read(
      #"{"graph": {"directed": true, "nodes": [{"id": "a", "label": "A"}, {"id": "b"}], "edges": [{"source": "a", "target": "b"}]}}"#,
      "one.json")
    #expect(first.errors == [])
    #expect(first.actors == ["A", "b"] && first.ties.first?.hasPrefix("A > b") == true)
  }

  @Test func `CX2 with aliases and defaults`() throws {
    let found = try FormatFiles.read(
      """
      [{"CXVersion": "2.0", "hasFragments": false},
       {"metaData": [{"name": "nodes", "elementCount": 2}]},
       {"attributeDeclarations": [{"nodes": {"name": {"a": "n", "d": "string"}, "kind": {"d": "string", "v": "agency"}},
         "edges": {"interaction": {"a": "i"}, "weight": {"d": "double"}}}]},
       {"networkAttributes": [{"name": "Nät", "description": "Ett nät"}]},
       {"nodes": [{"id": 1, "x": 10.5, "y": 2, "v": {"n": "Region Skåne", "kind": "region"}}, {"id": 2, "v": {"n": "B"}}]},
       {"edges": [{"id": 0, "s": 1, "t": 2, "v": {"i": "funds", "weight": 3.5}}]},
       {"status": [{"success": true}]}]
      """, "net.cx2")
    #expect(found.errors == [])
    #expect(found.actors == ["B (agency)", "Region Skåne (region)"])
    #expect(found.ties == ["Region Skåne > B funds 3.5"])
    #expect(found.network.profile.title == "Nät")
  }

  @Test func `CX before it, with attributes beside what they belong to`() throws {
    let found = try FormatFiles.read(
      """
      [{"numberVerification": [{"longNumber": 281474976710655}]}, {"metaData": []},
       {"networkAttributes": [{"n": "name", "v": "Nät"}]},
       {"nodes": [{"@id": 1, "n": "A"}, {"@id": 2, "n": "B"}]},
       {"edges": [{"@id": 3, "s": 1, "t": 2, "i": "funds"}]},
       {"nodeAttributes": [{"po": 1, "n": "kind", "v": "region"}, {"po": [1, 2], "n": "tags", "v": ["x", "y"], "d": "list_of_string"}]},
       {"edgeAttributes": [{"po": 3, "n": "weight", "v": "2", "d": "double"}]},
       {"status": [{"error": "", "success": true}]}]
      """, "net.cx")
    #expect(found.errors == [])
    #expect(found.actors == ["A (region)", "B"])
    #expect(found.ties == ["A > B funds 2"])
    #expect(found.network.actors.allSatisfy { $0.tags == ["x", "y"] })
  }

  @Test func `D3's node-link names nodes by their places`() throws {
    let found = try FormatFiles.read(
      """
      {"nodes": [{"name": "Myriel", "group": 1}, {"name": "Napoleon", "group": 1}, {"name": "Mlle.Baptistine", "group": 2}],
       "links": [{"source": 1, "target": 0, "value": 1}, {"source": 2, "target": 0, "value": 8}]}
      """, "miserables.json")
    #expect(found.errors == [])
    #expect(found.actors == ["Mlle.Baptistine", "Myriel", "Napoleon"])
    #expect(found.network.ties.map(\.strength).sorted() == ["1", "8"])
    #expect(found.says("does not say whether links have a direction"))
  }

  @Test func `ids that are numbers, lists and long numbers`() throws {
    let found = try FormatFiles.read(
      """
      {"directed": false, "multigraph": false, "graph": {}, "nodes": [{"id": 1}, {"id": [1, "x"]}, {"id": 123456789012345678901234567890}],
       "links": [{"source": 1, "target": [1, "x"], "note": {"a": [1, 2]}}]}
      """, "ids.json")
    #expect(found.errors == [])
    #expect(found.network.actors.count == 3 && found.network.ties.count == 1)
    #expect(found.network.ties.first?.note == #"{"a":[1,2]}"#)
    #expect(found.says("nested values"))
  }

  @Test func `broken JSON has its line and column, repeated keys are refused, and depth has an end`() throws {
    let broken = try FormatFiles.read("{\"nodes\": [\n  {\"id\": \"a\"},\n  {\"id\": }\n]}", "broken.json")
    #expect(broken.errors.first?.place.row == 3)
    #expect(broken.errors.first?.place.column != nil)
    let repeated = try FormatFiles.read(#"{"graph": {"nodes": {"a": {}, "a": {}}, "edges": []}}"#, "twice.json")
    #expect(repeated.errors.count == 1)
    for deep in [
      "{\"nodes\": " + String(repeating: "[", count: 100_000),
      "{\"nodes\": [" + String(repeating: "[", count: 1_000) + String(repeating: "]", count: 1_000) + "]}",
    ] {
      #expect(try FormatFiles.read(deep, "deep.json").errors.count >= 1)
    }
  }

  @Test func `what a link names and no node is has its place in the document`() throws {
    let found = try FormatFiles.read(
      #"{"directed": true, "nodes": [{"id": "a"}], "links": [{"source": "a", "target": "a"}, {"source": "a", "target": "b"}]}"#,
      "x.json")
    #expect(found.errorPlaces == ["x.json[links]:2"])
  }
}
