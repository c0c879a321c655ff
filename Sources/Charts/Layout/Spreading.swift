/// Tops for blocks that each wish their middle somewhere: as near as can be, in the given order, none
/// over another. Blocks that would touch stand together about the mean of their wishes.
///
/// - Parameters:
///   - wishes: Where the middles would best be.
///   - heights: As many as wishes; what each block needs, the gap to the next included.
///   - low: No block begins above.
///   - high: No block ends below, unless they need more room than there is.
/// - Complexity: O(*n*).
func spread(_ wishes: [Double], heights: [Double], low: Double, high: Double) -> [Double] {
  struct Cluster {
    var first: Int
    var top: Double
    var height: Double
    /// The sum of the tops that its blocks would like the cluster to have.
    var sum: Double
    var count: Double
  }
  func settle(_ cluster: inout Cluster) {
    cluster.top = max(min(cluster.sum / cluster.count, high - cluster.height), low)
  }
  var clusters: [Cluster] = []
  for (index, (wish, height)) in zip(wishes, heights).enumerated() {
    var cluster = Cluster(first: index, top: 0, height: height, sum: wish - height / 2, count: 1)
    settle(&cluster)
    while let last = clusters.last, last.top + last.height > cluster.top {
      clusters.removeLast()
      cluster.sum = last.sum + cluster.sum - cluster.count * last.height
      cluster.first = last.first
      cluster.count += last.count
      cluster.height += last.height
      settle(&cluster)
    }
    clusters.append(cluster)
  }
  var tops: [Double] = []
  for cluster in clusters {
    var top = cluster.top
    for index in cluster.first..<cluster.first + Int(cluster.count) {
      tops.append(top)
      top += heights[index]
    }
  }
  return tops
}
