import NetworkFormats
import Networks
import Testing

/// What yEd, Gephi and other tools have in GraphML and GEXF, as their documentations and files show it.
struct XMLDialectTests {
  @Test func `yEd's labels, groups, places and colours in GraphML`() throws {
    let found = try FormatFiles.read(
      """
      <?xml version="1.0" encoding="UTF-8" standalone="no"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
        <!--Created by yEd 3.22-->
        <key for="node" id="d6" yfiles.type="nodegraphics"/>
        <key for="node" id="d5" attr.name="description" attr.type="string"/>
        <key for="edge" id="d10" yfiles.type="edgegraphics"/>
        <graph edgedefault="directed" id="G">
          <node id="n0" yfiles.foldertype="group">
            <data key="d6"><y:ProxyAutoBoundsNode><y:Realizers active="0"><y:GroupNode>
              <y:NodeLabel alignment="right">Region Skåne</y:NodeLabel></y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode></data>
            <graph edgedefault="directed" id="n0:">
              <node id="n0::n0">
                <data key="d5"><![CDATA[Enheten för <kompetens>]]></data>
                <data key="d6"><y:ShapeNode><y:Geometry height="30.0" width="30.0" x="12.5" y="-7.0"/>
                  <y:Fill color="#FFCC00" transparent="false"/>
                  <y:NodeLabel>Kompetens&#228;mnden &amp; co</y:NodeLabel><y:Shape type="roundrectangle"/></y:ShapeNode></data>
              </node>
            </graph>
          </node>
          <node id="n1"><data key="d6"><y:ShapeNode><y:NodeLabel>Malmö stad</y:NodeLabel></y:ShapeNode></data></node>
          <edge id="e0" source="n0::n0" target="n1"><data key="d10"><y:PolyLineEdge>
            <y:EdgeLabel>dialogue</y:EdgeLabel></y:PolyLineEdge></data></edge>
        </graph>
      </graphml>
      """, "yed.graphml")
    #expect(found.errors == [])
    #expect(found.actors == ["Kompetensämnden & co", "Malmö stad", "Region Skåne"])
    let part = try #require(found.network.actors.first { $0.name.hasPrefix("Kompetens") })
    #expect(part.partOf == found.network.actors.first { $0.name == "Region Skåne" }?.id)
    #expect(part.note == "Enheten för <kompetens>")
    #expect(part.extras["x"] == "12.5" && part.extras["y"] == "-7.0")
    #expect(part.extras["colour"] == "#FFCC00" && part.extras["shape"] == "roundrectangle")
    #expect(found.network.ties.count == 1)
  }

  @Test func `keys with defaults, hyperedges and ports in GraphML`() throws {
    let found = try FormatFiles.read(
      """
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        <key id="k" for="node" attr.name="kind" attr.type="string"><default>region</default></key>
        <key id="w" for="edge" attr.name="weight" attr.type="double"><default>1.5</default></key>
        <graph edgedefault="undirected">
          <node id="a"><port name="North"/></node>
          <node id="b"><data key="k">agency</data></node>
          <node id="c"/>
          <edge source="a" target="b" sourceport="North"/>
          <edge source="b" target="c" directed="true"><data key="w">2</data></edge>
          <hyperedge id="forum"><endpoint node="a"/><endpoint node="b"/><endpoint node="c"/></hyperedge>
        </graph>
      </graphml>
      """, "keys.graphml")
    #expect(found.errors == [])
    #expect(found.actors == ["a (region)", "b (agency)", "c (region)"])
    #expect(found.network.ties.map(\.strength).sorted() == ["1.5", "2"])
    #expect(
      found.ties.contains { $0.hasPrefix("a – b") } && found.ties.contains { $0.hasPrefix("b > c") }, "\(found.ties)")
    #expect(found.memberships == ["a in forum", "b in forum", "c in forum"])
    #expect(found.says("ports were left out"))
  }

  @Test func `errors in GraphML have their lines, and all are told at once`() throws {
    let found = try FormatFiles.read(
      """
      <graphml>
      <graph edgedefault="undirected">
      <node id="a"/>
      <node id="a"/>
      <edge source="a" target="nobody"/>
      <edge source="a" target="none"/>
      </graph>
      </graphml>
      """, "bad.graphml")
    #expect(found.errorPlaces.sorted() == ["bad.graphml:4", "bad.graphml:5", "bad.graphml:6"])
  }

  @Test func `Gephi's colours, places, kinds of parallel edges and times in GEXF`() throws {
    let found = try FormatFiles.read(
      """
      <?xml version='1.0' encoding='UTF-8'?>
      <gexf xmlns="http://gexf.net/1.3" version="1.3" xmlns:viz="http://gexf.net/1.3/viz">
        <meta lastmodifieddate="2024-05-01"><creator>Gephi 0.10</creator><title>Nät</title><description>Ett nät</description></meta>
        <graph defaultedgetype="undirected" mode="dynamic" timeformat="date">
          <attributes class="node" mode="static">
            <attribute id="kind" title="Type" type="string"><default>municipality</default></attribute>
          </attributes>
          <attributes class="node" mode="dynamic"><attribute id="size" title="Members" type="integer"/></attributes>
          <nodes>
            <node id="1" label="Region Skåne" start="2018-03-01" end="2021-12-31">
              <attvalues>
                <attvalue for="kind" value="region"/>
                <attvalue for="size" value="3" start="2018-01-01" end="2019-01-01"/>
                <attvalue for="size" value="5" start="2019-01-01"/>
              </attvalues>
              <viz:color r="255" g="0" b="16"/><viz:position x="1.5" y="2" z="0"/><viz:size value="10"/>
              <nodes><node id="1a" label="Enheten"/></nodes>
            </node>
            <node id="2" label="Malmö stad"><spells><spell start="2018-01-01" end="2018-12-31"/><spell start="2020-01-01"/></spells></node>
          </nodes>
          <edges>
            <edge id="0" source="1" target="2" kind="dialogue" weight="2.0"/>
            <edge id="1" source="1" target="2" kind="funds" type="directed" start="2019-06-01"/>
            <edge id="2" source="2" target="1a" type="mutual" kind="dialogue"/>
          </edges>
        </graph>
      </gexf>
      """, "gephi.gexf")
    #expect(found.errors == [])
    #expect(found.actors == ["Enheten (municipality)", "Malmö stad (municipality)", "Region Skåne (region)"])
    let region = try #require(found.network.actors.first { $0.name == "Region Skåne" })
    #expect(region.period.description == "2018-03-01/2021-12-31")
    #expect(region.extras["colour"] == "#ff0010" && region.extras["x"] == "1.5" && region.extras["size"] == "10")
    #expect(region.extras["Members"] == "3")
    #expect(found.says("values that change over time kept the first"))
    #expect(
      found.network.actors.first { $0.name == "Malmö stad" }?.period.description == "2018-01-01/2018-12-31;2020-01-01/")
    #expect(found.network.actors.first { $0.name == "Enheten" }?.partOf == region.id)
    #expect(
      found.ties == [
        "Enheten – Malmö stad dialogue", "Malmö stad – Region Skåne dialogue 2.0",
        "Region Skåne > Malmö stad funds 2019-06-01/",
      ])
    #expect(found.says("mutual"))
  }

  @Test func `GEXF 1_1 and 1_2 with parents by id, and open ends`() throws {
    let found = try FormatFiles.read(
      """
      <gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph defaultedgetype="directed" mode="dynamic" timeformat="double">
        <nodes>
          <node id="whole" label="Whole"/>
          <node id="part" label="Part" pid="whole" start="-Infinity" end="2019.0"/>
          <node id="part2" label="Part 2"><parents><parent for="whole"/></parents></node>
        </nodes>
        <edges><edge source="part" target="whole" start="2018.0" endopen="2020.0" label="funds"/></edges>
      </graph></gexf>
      """, "old.gexf")
    #expect(found.errors == [])
    #expect(found.network.actors.filter { $0.partOf?.rawValue == "whole" }.count == 2)
    #expect(found.network.actors.first { $0.name == "Part" }?.period.description == "/2019")
    #expect(found.network.ties.map(\.period.description) == ["2018/2020"])
    #expect(found.ties.first?.contains("funds") == true)
  }

  @Test func `entities that grow, that fetch files, and elements without end are refused with a line`() throws {
    let bomb = """
      <?xml version="1.0"?>
      <!DOCTYPE graphml [
      <!ENTITY a "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa">
      <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
      ]>
      <graphml><graph edgedefault="directed"><node id="&c;"/></graph></graphml>
      """
    let fetching = """
      <!DOCTYPE gexf [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
      <gexf><graph><nodes><node id="&secret;" label="&secret;"/></nodes></graph></gexf>
      """
    for (text, file) in [(bomb, "bomb.graphml"), (fetching, "fetch.gexf")] {
      let found = try FormatFiles.read(text, file)
      #expect(found.errors.contains { $0.code == .beyondLimits && $0.place.row != nil }, "\(found.problems)")
      #expect(!found.network.actors.contains { $0.name.contains("root:") || $0.name.contains("aaaa") })
    }
    for (open, file) in [("<graphml>", "deep.graphml"), ("<gexf>", "deep.gexf")] {
      let deep = open + String(repeating: "<node id=\"a\"><graph>", count: 10_000)
      let found = try FormatFiles.read(deep, file)
      #expect(found.errors.contains { $0.code == .beyondLimits }, "\(file)")
    }
  }

  @Test func `XML in other encodings is read by what it says of itself`() throws {
    let text =
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><graphml><graph edgedefault=\"directed\"><node id=\"Åre\"/></graph></graphml>"
    let found = try FormatFiles.read(text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }, "latin.graphml")
    #expect(found.actors == ["Åre"])
  }
}
