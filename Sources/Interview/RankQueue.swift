/// A queue of ranks: the least comes out first, and a rank that waits is not added again.
///
/// - Complexity: O(log waiting) to add and to remove, independent of how many ranks there are.
struct RankQueue: Sendable {
  private var heap: [Int32] = []
  private var isWaiting: [Bool]

  init(capacity: Int) { isWaiting = Array(repeating: false, count: capacity) }

  mutating func insert(_ rank: Int32) {
    guard !isWaiting[Int(rank)] else { return }
    isWaiting[Int(rank)] = true
    heap.append(rank)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child] < heap[parent] else { break }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  mutating func removeAll() {
    for rank in heap { isWaiting[Int(rank)] = false }
    heap.removeAll()
  }

  mutating func popFirst() -> Int? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    isWaiting[Int(first)] = false
    guard !heap.isEmpty else { return Int(first) }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && heap[child] < heap[least] {
        least = child
      }
      guard least != parent else { break }
      heap.swapAt(least, parent)
      parent = least
    }
    return Int(first)
  }
}
