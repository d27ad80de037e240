Creator "Samverkan"
Version 1
graph [
  directed 1
  language "sv"
  sources_x2e_csv "id,title,publisher,date,url,note
s,K&#228;lla,,,,
"
  node [
    id 0
    label "Region &#196;"
    ident "a"
    record "actor"
    name "Region &#196;"
    kind "region"
    level "regional"
    period "2018/2021"
    tags "x;y"
  ]
  node [
    id 1
    label "Stad &quot;B&quot;, AB"
    ident "b"
    record "actor"
    name "Stad &quot;B&quot;, AB"
    kind "municipality"
    level "local"
  ]
  node [
    id 2
    label "R&#229;det"
    ident "r"
    record "collaboration"
    name "R&#229;det"
    kind "council"
  ]
  edge [
    source 0
    target 2
    record "membership"
    role "chair"
    status "active"
    confidence "stated"
    sources "s &#167;1"
    directed "false"
  ]
  edge [
    source 0
    target 1
    record "tie"
    status "active"
    confidence "stated"
    sources "s"
    kind "funds"
    period "2019"
    weight 2
  ]
  edge [
    source 1
    target 0
    record "tie"
    status "active"
    confidence "stated"
    sources "s"
    kind "dialogue"
    directed "false"
  ]
]
