extension TypedPlanner {
  /// Plans a condition.
  mutating func condition(_ id: ID) -> (any ConditionNode)? {
    guard checked.types[id] == .bool, enter() else { return nil }
    if let constant = constant(id) {
      guard case .bool(let bool) = constant else { return nil }
      return TypedConstantCondition(bool)
    }
    if let slot = slot(id) { return TypedConditionSlot(slot) }
    if case .answered(let slot)? = checked.references[id] {
      return read(slot).map(TypedAnswered.init)
    }
    if checked.references[id] != nil { return nil }
    switch checked.tree[id].kind {
    case .not(let operand): return condition(operand).map(TypedNot.init)
    case .logic(let logic, let operands):
      var nodes: [any ConditionNode] = []
      for operand in operands {
        guard let node = condition(operand) else { return nil }
        nodes.append(node)
      }
      return Self.balanced(nodes[...], logic)
    case .conditional(let condition, let first, let second):
      guard let condition = self.condition(condition), let first = self.condition(first),
        let second = self.condition(second)
      else { return nil }
      return TypedConditionalCondition(condition, first, second)
    case .relation(let relation, let left, let right):
      return self.relation(relation, left, right)
    case .call(let call):
      if let call = checked.answeredCalls[id] { return conditionAnswered(call) }
      return search(call)
    case .comprehension(let loop): return quantifier(id, loop)
    default: return nil
    }
  }

  /// A tree no deeper than it must be, with the operands in their order.
  private static func balanced(
    _ nodes: ArraySlice<any ConditionNode>, _ logic: LogicOperator
  ) -> (any ConditionNode)? {
    guard nodes.count > 1 else { return nodes.first }
    let middle = nodes.startIndex + nodes.count / 2
    guard let left = balanced(nodes[..<middle], logic),
      let right = balanced(nodes[middle...], logic)
    else { return nil }
    return logic == .and ? TypedAnd(left, right) : TypedOr(left, right)
  }

  private mutating func relation(
    _ relation: RelationOperator, _ left: ID, _ right: ID
  ) -> (any ConditionNode)? {
    guard let mask = RelationMask(relation) else { return membership(left, right) }
    if isWhole(left), isWhole(right) { return wholeComparison(left, mask, right) }
    if isReal(left) || isReal(right) {
      guard isReal(left) || isWhole(left), isReal(right) || isWhole(right),
        let a = anyReal(left), let b = anyReal(right)
      else { return nil }
      if let constant = b as? TypedRealConstant {
        return TypedRealThreshold(a, mask, constant.value)
      }
      return TypedRealComparison(a, b, mask)
    }
    guard relation == .equal || relation == .notEqual else { return nil }
    let isNegated = relation == .notEqual
    if checked.types[left] == .bool, checked.types[right] == .bool {
      guard let a = condition(left), let b = condition(right) else { return nil }
      return TypedConditionEquality(a, b, isNegated: isNegated)
    }
    return textEquality(left, right, isNegated: isNegated)
      ?? textEquality(right, left, isNegated: isNegated)
  }

  private mutating func wholeComparison(
    _ left: ID, _ mask: RelationMask, _ right: ID
  ) -> (any ConditionNode)? {
    guard let a = whole(left), let b = whole(right) else { return nil }
    guard let constant = b as? TypedWholeConstant else {
      return TypedWholeComparison(a, b, mask)
    }
    if let slot = a as? TypedWholeSlot {
      return TypedWholeSlotThreshold(slot.slot, mask, constant.value)
    }
    return TypedWholeThreshold(a, mask, constant.value)
  }

  // MARK: Texts and choices

  /// A variable or a loop variable that is a text or a choice.
  mutating func textSource(_ id: ID) -> TypedTextSource? {
    guard constant(id) == nil else { return nil }
    switch checked.types[id] {
    case .string, .choice: break
    default: return nil
    }
    if let slot = slot(id) { return TypedTextSource(index: slot, isLocal: false) }
    return local(id).map { TypedTextSource(index: $0, isLocal: true) }
  }

  /// The position of a text among the choices of a type; texts have no raw form.
  private mutating func position(_ text: String, in type: CELType) -> Int? {
    guard case .choice(let set) = type else {
      isRaw = false
      return nil
    }
    return set.codes.firstIndex { $0.isIdentical(to: text) }
  }

  private mutating func textEquality(
    _ operand: ID, _ other: ID, isNegated: Bool
  ) -> (any ConditionNode)? {
    guard case .string(let text)? = constant(other), let source = textSource(operand)
    else { return nil }
    spend(text.utf8.count / Limits.bytesPerStep)
    return TypedTextEquality(
      source, text, position: position(text, in: checked.types[operand]), isNegated: isNegated)
  }

  private mutating func membership(_ left: ID, _ right: ID) -> (any ConditionNode)? {
    if case .string(let text)? = constant(left), let list = list(right),
      case .list(let element) = checked.types[right]
    {
      spend(1 + list.longest * (1 + text.utf8.count / Limits.bytesPerStep))
      return TypedListMembership(text, position: position(text, in: element), list)
    }
    guard case .list(let elements)? = constant(right), Self.mayUnroll(elements.count),
      let source = textSource(left)
    else { return nil }
    var bits: UInt64 = 0
    var texts: [String] = []
    for element in elements {
      guard case .string(let text) = element else { return nil }
      spend(1 + text.utf8.count / Limits.bytesPerStep)
      texts.append(text)
      if let position = position(text, in: checked.types[left]) {
        guard position < 64 else { return nil }
        bits |= 1 << position
      }
    }
    return TypedTextMembership(source, texts, bits: bits)
  }

  private mutating func search(_ call: SyntaxNode.Call) -> (any ConditionNode)? {
    guard let kind = TypedTextSearch.Kind(rawValue: call.function), let receiver = call.receiver,
      call.arguments.count == 1, case .string(let text)? = constant(call.arguments[0]),
      let source = textSource(receiver)
    else { return nil }
    isRaw = false
    spend(1 + (Limits.plannedText + text.utf8.count) / Limits.bytesPerStep)
    return TypedTextSearch(source, kind, text)
  }

  // MARK: Lists

  /// A variable that is a list of scalars.
  mutating func list(_ id: ID) -> TypedList? {
    guard constant(id) == nil, case .list(let element) = checked.types[id], let slot = slot(id)
    else { return nil }
    switch element {
    case .choice(let set):
      if set.codes.count > 64 { isRaw = false }
      return TypedList(slot: slot, longest: set.codes.count)
    case .string, .int, .double:
      isRaw = false
      return TypedList(slot: slot, longest: Limits.plannedList)
    default: return nil
    }
  }

  /// A loop over a variable.
  mutating func loop(_ id: ID, _ range: ID, _ predicate: ID) -> TypedLoop? {
    guard let list = list(range), let local = checked.locals[id] else { return nil }
    let body = body(predicate, rounds: list.longest)
    return body.map { TypedLoop(list: list, local: local, predicate: $0) }
  }

  private mutating func quantifier(_ id: ID, _ loop: Comprehension) -> (any ConditionNode)? {
    guard loop.kind == .all || loop.kind == .exists, loop.second == nil,
      let predicate = loop.predicate
    else { return nil }
    if let constant = constant(loop.range) {
      guard case .list(let elements) = constant else { return nil }
      return writtenOut(id, elements, predicate, loop.kind == .exists ? .or : .and)
    }
    return self.loop(id, loop.range, predicate).map {
      TypedQuantifier($0, decisive: loop.kind == .exists)
    }
  }

  /// A loop over a few constants, as the chain of `&&` or `||` that it is.
  private mutating func writtenOut(
    _ id: ID, _ elements: [Value], _ predicate: ID, _ logic: LogicOperator
  ) -> (any ConditionNode)? {
    guard Self.mayUnroll(elements.count), let local = checked.locals[id] else { return nil }
    guard !elements.isEmpty else { return TypedConstantCondition(logic == .and) }
    var nodes: [any ConditionNode] = []
    defer { substituted[local] = nil }
    for element in elements {
      substituted[local] = element
      guard let node = body(predicate, rounds: 1) else { return nil }
      nodes.append(node)
    }
    return Self.balanced(nodes[...], logic)
  }
}
