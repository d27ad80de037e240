/// Which way links are followed when distances are measured; in an undirected graph it makes no difference.
public enum DistanceDirection: Sendable, Hashable {
  /// From the node to others, along the links: how quickly it reaches them.
  case outgoing
  /// From others to the node, along the links: how quickly it is reached.
  case incoming
  /// Along links in either direction, as if they had none.
  case either
}
