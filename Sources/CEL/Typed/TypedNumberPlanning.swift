extension TypedPlanner {
  /// Plans an int.
  mutating func whole(_ id: ID) -> (any WholeNode)? {
    isWhole(id) ? unpromoted(id) : nil
  }

  /// Plans an int as it is, whether or not it is taken as a double afterwards.
  private mutating func unpromoted(_ id: ID) -> (any WholeNode)? {
    guard checked.types[id] == .int, enter() else { return nil }
    if let constant = constant(id) {
      guard case .int(let int) = constant else { return nil }
      return TypedWholeConstant(int)
    }
    if let slot = slot(id) { return TypedWholeSlot(slot) }
    if let local = local(id) {
      isRaw = false
      return TypedWholeLocal(local)
    }
    switch checked.tree[id].kind {
    case .negate(let operand): return whole(operand).map(TypedWholeNegation.init)
    case .chain(let first, let links):
      guard let first = whole(first) else { return nil }
      return wholeChain(first, links[...])
    case .conditional(let condition, let first, let second):
      guard let condition = self.condition(condition), let first = whole(first),
        let second = whole(second)
      else { return nil }
      return TypedConditionalWhole(condition, first, second)
    case .call(let call):
      if let call = checked.answeredCalls[id] { return wholeAnswered(call) }
      return wholeCall(checked.namespaced[id] ?? call)
    default: return nil
    }
  }

  private mutating func wholeChain(
    _ first: any WholeNode, _ links: ArraySlice<SyntaxNode.Link>
  ) -> (any WholeNode)? {
    var planned: [TypedWholeChain.Link] = []
    for link in links {
      guard let operand = whole(link.operand) else { return nil }
      planned.append((link.symbol, operand))
    }
    if Self.isLong(links.count) { return TypedWholeChain(first, planned) }
    return planned.reduce(first) { TypedWholeArithmetic($1.symbol, $0, $1.operand) }
  }

  private mutating func wholeCall(_ call: SyntaxNode.Call) -> (any WholeNode)? {
    let arguments = arguments(call)
    switch (call.function, arguments.count) {
    case ("size", 1), ("count", 1): return size(arguments[0])
    case ("min", 2...) where call.receiver == nil, ("max", 2...) where call.receiver == nil:
      var nodes: [any WholeNode] = []
      for argument in arguments {
        guard let node = whole(argument) else { return nil }
        nodes.append(node)
      }
      spend(nodes.count)
      let isGreatest = call.function == "max"
      guard let first = nodes.first, !Self.isLong(nodes.count) else { return nil }
      return nodes.dropFirst().reduce(first) {
        TypedWholeExtreme($0, $1, isGreatest: isGreatest)
      }
    default: return nil
    }
  }

  private mutating func size(_ id: ID) -> (any WholeNode)? {
    if let source = textSource(id) {
      isRaw = false
      spend(1 + Limits.plannedText / Limits.bytesPerStep)
      return TypedTextSize(source)
    }
    if let list = list(id) { return TypedListSize(list) }
    guard case .comprehension(let loop) = checked.tree[id].kind, loop.kind == .filter,
      let predicate = loop.predicate, constant(id) == nil
    else { return nil }
    return self.loop(id, loop.range, predicate).map(TypedCount.init)
  }

  /// Plans a double, or an int that is taken as one.
  mutating func real(_ id: ID) -> (any RealNode)? {
    guard enter() else { return nil }
    if checked.promoted.contains(id) { return promoted(id) }
    guard checked.types[id] == .double else { return nil }
    if let constant = constant(id) {
      guard case .double(let double) = constant else { return nil }
      return TypedRealConstant(double)
    }
    if let slot = slot(id) { return TypedRealSlot(slot) }
    if let local = local(id) {
      isRaw = false
      return TypedRealLocal(local)
    }
    switch checked.tree[id].kind {
    case .negate(let operand): return real(operand).map(TypedRealNegation.init)
    case .chain(let first, let links): return realChain(id, first, links)
    case .conditional(let condition, let first, let second):
      guard let condition = self.condition(condition), let first = real(first),
        let second = real(second)
      else { return nil }
      return TypedConditionalReal(condition, first, second)
    case .call(let call):
      if let call = checked.answeredCalls[id] { return realAnswered(call) }
      return realCall(checked.namespaced[id] ?? call)
    default: return nil
    }
  }

  private mutating func realCall(_ call: SyntaxNode.Call) -> (any RealNode)? {
    guard call.receiver == nil else { return nil }
    switch (call.function, call.arguments.count) {
    case ("min", 2...), ("max", 2...):
      return realExtreme(call.arguments, isGreatest: call.function == "max")
    case ("abs", 1): return real(call.arguments[0]).map(TypedRealMagnitude.init)
    default: return nil
    }
  }

  /// Plans an int that the source takes as a double.
  private mutating func promoted(_ id: ID) -> (any RealNode)? {
    if let constant = constant(id) {
      switch constant {
      case .int(let int): return TypedRealConstant(Double(int))
      case .double(let double): return TypedRealConstant(double)
      default: return nil
      }
    }
    return unpromoted(id).map(TypedPromotion.init)
  }

  /// A number of either kind as a double, for comparisons.
  mutating func anyReal(_ id: ID) -> (any RealNode)? {
    if isReal(id) { return real(id) }
    if case .int(let int)? = constant(id) { return TypedRealConstant(Double(int)) }
    return whole(id).map(TypedPromotion.init)
  }

  private mutating func realChain(
    _ id: ID, _ first: ID, _ links: [SyntaxNode.Link]
  ) -> (any RealNode)? {
    var start = 0
    let result: any RealNode
    if isReal(first) {
      guard let node = real(first) else { return nil }
      result = node
    } else {
      // An int up to the first link before which it becomes a double.
      guard let position = checked.promotedBefore[id]?.min(), position < links.count,
        let node = whole(first),
        let prefix = wholeChain(node, links[..<position])
      else { return nil }
      result = TypedPromotion(prefix)
      start = position
    }
    var planned: [TypedRealChain.Link] = []
    for link in links[start...] {
      guard link.symbol != .remainder, let operand = real(link.operand) else { return nil }
      planned.append((link.symbol, operand))
    }
    if Self.isLong(planned.count) { return TypedRealChain(result, planned) }
    return planned.reduce(result) { result, link in
      if let constant = link.operand as? TypedRealConstant {
        return TypedRealConstantArithmetic(link.symbol, result, constant.value)
      }
      return TypedRealArithmetic(link.symbol, result, link.operand)
    }
  }

  private mutating func realExtreme(
    _ arguments: [ID], isGreatest: Bool
  ) -> (any RealNode)? {
    guard arguments.count > 1, !Self.isLong(arguments.count) else { return nil }
    var result: (any RealNode)?
    for argument in arguments {
      guard let node = real(argument) else { return nil }
      result = result.map { TypedRealExtreme($0, node, isGreatest: isGreatest) } ?? node
    }
    spend(arguments.count)
    return result
  }
}
