extension Array {
  /// The element with the number that a person typed, counted from 1; `nil` where there is none.
  func element(numbered text: String) -> Element? {
    guard let number = Int(text), number >= 1, number <= count else { return nil }
    return self[number - 1]
  }
}
