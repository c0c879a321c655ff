/// 10 to the power of 0…18: every power of ten that fits an `Int64`.
let powersOfTen: [Int64] = (0...18).map { exponent in
  (0..<exponent).reduce(1) { power, _ in power * 10 }
}
