Creator "igraph version 1.0.0 Sat Nov 28 07:15:54 2026"
Version 1
graph
[
  directed 1
  title "Skåne"
  node
  [
    id 0
    label "Region Skåne"
    kind "region"
    level "regional"
    name "skane"
  ]
  node
  [
    id 1
    label "Malmö stad"
    kind "municipality"
    level "local"
    name "malmo"
  ]
  node
  [
    id 2
    label "Lunds universitet"
    kind "university"
    level "national"
    name "lund"
  ]
  node
  [
    id 3
    label "Tillväxtverket"
    kind "agency"
    level "national"
    name "tvv"
  ]
  node
  [
    id 4
    label "Ensam &amp; Övrig &quot;AB&quot;"
    kind "company"
    level "local"
    name "ensam"
  ]
  edge
  [
    source 0
    target 1
    relation "dialogue"
    weight 2.5
  ]
  edge
  [
    source 3
    target 0
    relation "funds"
    weight 1
  ]
  edge
  [
    source 0
    target 2
    relation "dialogue"
    weight 3
  ]
  edge
  [
    source 0
    target 1
    relation "funds"
    weight 4
  ]
]
