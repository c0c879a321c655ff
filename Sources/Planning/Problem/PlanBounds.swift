import CEL
import Interview
import Numbers
import Questionnaire

/// The numbers that matter in the answers to each question of a model.
struct PlanBounds {
  /// By question.
  private(set) var list: [NumberBounds]

  init(_ model: Questionnaire, _ conditions: PlanConditions, _ start: Interview) {
    list = model.questions.map {
      NumberBounds(places: min($0.kind.numberLimits?.places ?? 0, 9))
    }
    let numbers = Set(model.questions.filter { $0.kind.numberLimits != nil }.map(\.id))
    for question in model.questions where numbers.contains(question.id) {
      for expression in conditions.readers[question.index] {
        // What a value is divided by does not improve it; only steps of the value itself count.
        if model.questions.contains(where: { $0.points.expression?.place == expression.place }) {
          continue
        }
        list[question.index].add(
          expression.source, name: question.id, of: owner(of: expression, model) ?? question.id,
          among: numbers)
      }
      for constraint in question.constraints where constraint.severity == .error {
        list[question.index].add(
          constraint.condition.source, name: "this", of: question.id, among: numbers)
      }
      if let practice = question.practice?.condition {
        list[question.index].add(practice.source, name: "this", of: question.id, among: numbers)
      }
      addBands(of: question, start)
    }
    link(model, start)
    addRatios(model, start)
  }

  private func owner(of expression: Expression, _ model: Questionnaire) -> String? {
    model.questions.first { question in
      question.constraints.contains { $0.condition.place == expression.place }
    }?.id
  }

  private mutating func addBands(of question: Question, _ start: Interview) {
    switch question.points {
    case .bands(let bands, .answer):
      for band in bands { if let below = band.below { list[question.index].add(below: below) } }
    case .linear(let from, let to, .answer):
      // A step on a line is a tenth of it.
      for part in 0...10 {
        let value = try? from.adding(
          to.subtracting(from).multiplied(by: Rational(part)).divided(by: 10))
        if let value { list[question.index].add(below: value) }
      }
    case .bands(let bands, .value(let expression)):
      for band in bands {
        guard let below = band.below else { continue }
        for number in least(of: question, expression, toReach: below.doubleValue, start) {
          list[question.index].add(below: number)
        }
      }
    case .linear(_, _, .value), .expression: list[question.index].markIncomplete()
    default: break
    }
  }

  /// The least answer with which the value of a rising expression reaches a bound, as the other
  /// answers are now but for one.
  private func least(
    of question: Question, _ expression: Expression, toReach bound: Double, _ start: Interview,
    with other: (question: Int, value: Value)? = nil
  ) -> [Rational] {
    guard let limits = question.kind.numberLimits else { return [] }
    let places = min(limits.places, 9)
    var values = start.values
    if let other { values[other.question] = other.value }
    func reaches(_ key: Int64) -> Bool? {
      guard let number = DecimalNumber(significand: key, scale: places),
        let value = question.kind.expressionValue(.number(number))
      else { return nil }
      values[question.index] = value
      switch expression.program.evaluate(values) {
      case .int(let value): return Double(value) >= bound
      case .double(let value): return value >= bound
      default: return nil
      }
    }
    var low: Int64 = 0
    var high: Int64 = 1_000_000_000_000_000
    if let maximum = limits.maximum,
      let key = list[question.index].rounded(maximum.rational, up: false)
    {
      high = key
    }
    guard reaches(low) == false, reaches(high) == true else { return [] }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if reaches(middle) == true { high = middle } else { low = middle }
    }
    return DecimalNumber(significand: high, scale: places).map { [$0.rational] } ?? []
  }

  /// Lets answers that are compared with each other share the numbers that matter, so that rounding
  /// all of them down to those keeps their order.
  private mutating func link(_ model: Questionnaire, _ start: Interview) {
    for _ in model.questions.indices {
      var isChanged = false
      for question in model.questions {
        for id in list[question.index].compared {
          guard let other = model.index(of: id), other != question.index else { continue }
          for (one, two) in [(question.index, other), (other, question.index)] {
            let before = list[one].others.count
            let places = min(model.questions[two].kind.numberLimits?.places ?? 0, 9)
            list[one].add(others: list[two].starts.union(list[two].others), places: places)
            if case .value(.number(let number))? = start.response(to: two)?.answer {
              list[one].add(other: number.rational)
            }
            isChanged = isChanged || list[one].others.count > before
          }
        }
      }
      if !isChanged { break }
    }
  }

  /// Where another answer shares in a value, what reaches a band depends on that answer: each number
  /// that it may come to adds those that matter then.
  private mutating func addRatios(_ model: Questionnaire, _ start: Interview) {
    for question in model.questions {
      guard case .bands(let bands, .value(let expression)) = question.points else { continue }
      let others = expression.reads.compactMap { slot -> Int? in
        guard slot.index != question.index,
          case .answer(let other)? = model.slots.variable(in: slot),
          model.questions[other].improvement != .none,
          model.questions[other].kind.numberLimits != nil
        else { return nil }
        if case .year = model.questions[other].kind { return nil }
        return other
      }
      guard let other = others.first else { continue }
      if others.count > 1 { list[question.index].markIncomplete() }
      var known: Set<Int64> = []
      // What one adds may add to the other where they are compared as well.
      for round in 0..<4 {
        list[other].addEnds(from: lowest(model.questions[other]))
        let new = numbers(model.questions[other], start).subtracting(known)
        if new.isEmpty { break }
        if round == 3 { list[question.index].markIncomplete() }
        known.formUnion(new)
        add(new.sorted(), of: model.questions[other], to: question, expression, bands, start)
        if !list[question.index].compared.isEmpty || !list[other].compared.isEmpty {
          link(model, start)
        }
      }
    }
  }

  /// The numbers that a plan may ask for, as far as they are known.
  private func numbers(_ question: Question, _ start: Interview) -> Set<Int64> {
    let bounds = list[question.index]
    let lowest = lowest(question)
    var numbers = bounds.starts.union(bounds.others).union([lowest])
    if case .value(.number(let number))? = start.response(to: question.index)?.answer,
      let present = bounds.rounded(number.rational, up: true)
    {
      numbers.insert(present)
    }
    let highest = question.kind.numberLimits?.maximum.flatMap {
      bounds.rounded($0.rational, up: false)
    }
    return numbers.filter { $0 >= lowest && $0 <= highest ?? $0 }
  }

  private func lowest(_ question: Question) -> Int64 {
    let bounds = list[question.index]
    let minimum = question.kind.numberLimits?.minimum
    return minimum.flatMap { bounds.rounded($0.rational, up: true) }
      ?? min(0, (bounds.starts.union(bounds.others).min() ?? 1) - 1)
  }

  /// Adds what reaches the bands beside each number of another answer.
  private mutating func add(
    _ keys: [Int64], of other: Question, to question: Question, _ expression: Expression,
    _ bands: [PointsRule.Band], _ start: Interview
  ) {
    let places = min(other.kind.numberLimits?.places ?? 0, 9)
    for key in keys {
      guard let number = DecimalNumber(significand: key, scale: places),
        let value = other.kind.expressionValue(.number(number))
      else { continue }
      for band in bands {
        guard let below = band.below else { continue }
        let numbers = least(
          of: question, expression, toReach: below.doubleValue, start,
          with: (other.index, value))
        for number in numbers { list[question.index].add(other: number) }
      }
    }
  }
}
