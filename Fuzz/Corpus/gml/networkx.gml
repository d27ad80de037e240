graph [
  directed 1
  multigraph 1
  title "Sk&#229;ne"
  node [
    id 0
    label "skane"
    kind "region"
    level "regional"
    members 7
    open 1
  ]
  node [
    id 1
    label "malmo"
    kind "municipality"
    level "local"
    members 7
    open 1
  ]
  node [
    id 2
    label "lund"
    kind "university"
    level "national"
    members 7
    open 1
  ]
  node [
    id 3
    label "tvv"
    kind "agency"
    level "national"
    members 7
    open 1
  ]
  node [
    id 4
    label "ensam"
    kind "company"
    level "local"
    members 7
    open 1
  ]
  edge [
    source 0
    target 1
    key 0
    relation "dialogue"
    weight 2.5
  ]
  edge [
    source 0
    target 1
    key 1
    relation "funds"
    weight 4.0
  ]
  edge [
    source 0
    target 2
    key 0
    relation "dialogue"
    weight 3.0
  ]
  edge [
    source 3
    target 0
    key 0
    relation "funds"
    weight 1.0
  ]
]
