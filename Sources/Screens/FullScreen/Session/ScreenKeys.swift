import Terminal

/// Which screen a key goes to, and which screen is shown.
extension FullScreenInterview {
  /// What a key asks for: first of what lies over the screen, then by the keys that mean the same
  /// everywhere, then of the screen.
  mutating func action(for key: Key, in window: WindowSize) -> ScreenAction? {
    let context = context
    if let overlay { return action(for: key, over: overlay, context, window) }
    if let command = Shortcut.command(key), command != .skip || questionOnScreen != nil {
      return .command(command)
    }
    switch base {
    case .start(var screen):
      defer { base = .start(screen) }
      return key == .escape ? .open(.menu) : screen.handle(key, context, in: window)
    case .question(var screen):
      defer { base = .question(screen) }
      if key == .escape, !screen.takesEscape { return .open(.menu) }
      if !screen.takesText {
        if key == .character("?") { return .command(.help) }
        if key == .character("=") { return .command(.same) }
      }
      screen.setColumns(PageLayout.columns(window))
      if screen.scroll(key, context, in: window) { return nil }
      return screen.handle(key, context)
    case .review(var screen):
      defer { base = .review(screen) }
      if key == .escape, !screen.takesEscape { return .open(.menu) }
      return screen.handle(key, context)
    case .finish(var screen):
      defer { base = .finish(screen) }
      return key == .escape ? .open(.menu) : screen.handle(key)
    }
  }

  private mutating func action(
    for key: Key, over overlay: Overlay, _ context: ScreenContext, _ window: WindowSize
  ) -> ScreenAction? {
    if let command = Shortcut.command(key), command != .skip {
      return command == .back ? .close : .command(command)
    }
    switch overlay {
    case .menu(var screen):
      defer { self.overlay = .menu(screen) }
      return screen.handle(key)
    case .sections(var screen):
      defer { self.overlay = .sections(screen) }
      return screen.handle(key, context)
    case .reading(var screen):
      defer { self.overlay = .reading(screen) }
      return screen.handle(key, context, in: window)
    case .goTo(var screen):
      defer { self.overlay = .goTo(screen) }
      return screen.handle(key, context)
    }
  }

  /// What is on the screen, before it is known how high the window is.
  func page(_ context: ScreenContext, columns: Int) -> Page {
    switch overlay {
    case .menu(let screen): screen.page(context, columns: columns)
    case .sections(let screen): screen.page(context, columns: columns)
    case .reading(let screen): screen.page(context, columns: columns)
    case .goTo(let screen): screen.page(context, columns: columns)
    case nil:
      switch base {
      case .start(let screen): screen.page(context, columns: columns)
      case .question(let screen): screen.page(context, columns: columns)
      case .review(let screen): screen.page(context, columns: columns)
      case .finish(let screen): screen.page(context, columns: columns)
      }
    }
  }
}
