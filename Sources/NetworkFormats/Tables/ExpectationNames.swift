/// The keys of a rule in `network.yaml`, as reader, writer and the schema for editors have them.
enum ExpectationNames {
  static let keys = [
    "id", "title", "title_en", "for", "with", "sides", "at_least", "through", "not_through", "about", "direction",
    "ended", "how", "roles",
    "their_roles", "during", "force", "ground", "why", "why_en", "indirect", "waived",
  ]
  /// What says which actors are meant.
  static let filterKeys = ["kind", "level", "county", "tag", "id", "except"]
  static let subjectKeys = filterKeys + ["represented_by"]
  static let counterpartKeys = filterKeys + ["where"]
  /// What says which links count, and which do not.
  static let linkKeys = ["ties", "collaborations", "level", "named"]
  static let excludedLinkKeys = ["collaborations", "named"]
  static let waiverKeys = ["actor", "because", "by", "date", "until", "sources"]
  /// `how`: what counts as a link; besides these, a number of steps.
  static let nearness = ["direct", "shared", "direct-or-shared"]
}
