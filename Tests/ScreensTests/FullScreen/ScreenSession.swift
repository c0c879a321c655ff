import Diagnostics
import Foundation
import Interview
import Language
import Questionnaire
import Scoring
import Terminal
import TestKit

@testable import Screens

/// A full-screen interview with somebody who presses keys: what is on the screen, and what would be
/// on disk.
struct ScreenSession {
  private(set) var screens: FullScreenInterview
  /// What is on disk.
  private(set) var stored: [Int: Response] = [:]
  private(set) var position: Int?
  private(set) var isComplete: Bool?
  private(set) var textToEdit: String?
  /// All that was to be carried out, in its order.
  private(set) var effects: [InterviewEffect] = []
  var window: WindowSize

  static let flagship: Questionnaire = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = root.appending(path: "questionnaires/cluster-maturity.yaml")
    let bytes = (try? Data(contentsOf: path)) ?? Data()
    let loaded = Questionnaire.load(SourceFile(name: "flagship.yaml", bytes: Array(bytes)))
    guard let model = loaded.value else { fatalError("\(loaded.diagnostics)") }
    return model
  }()

  init(
    _ language: String = "en", of model: Questionnaire = PlainSession.model,
    stored: [Int: Response] = [:], at position: Int? = nil,
    window: WindowSize = WindowSize(columns: 80, rows: 24), glyphs: Glyphs = .unicode,
    lastRound: LastRound? = nil
  ) {
    let context = Interview.Context(reportingYear: 2025, points: Scorer(model).points)
    let interview = Interview(model, context: context, responses: stored)
    screens = FullScreenInterview(
      interview,
      occasion: InterviewOccasion(
        cluster: "Lazeriai", period: "2025", lastRound: lastRound,
        file: "results/laser/short-2025.yaml",
        scoring: "branda score laser"),
      language: LanguageTag(language), resumingAt: position, glyphs: glyphs)
    self.stored = stored
    self.position = position
    self.window = window
  }

  mutating func press(_ keys: Key...) { press(keys) }

  mutating func press(_ keys: [Key]) {
    for key in keys {
      let step = screens.handle(key, in: window)
      carryOut(step)
    }
  }

  mutating func type(_ text: String) { press(text.map { .character($0) }) }

  mutating func giveBack(_ text: String?) { carryOut(screens.edited(text)) }

  private mutating func carryOut(_ step: FullScreenInterview.Step) {
    textToEdit = step.textToEdit
    effects += step.effects
    for effect in step.effects {
      switch effect {
      case .accept(let question, let response):
        stored[question] = response.isEmpty ? nil : response
        screens.savedAt = "14:02"
      case .position(let question): position = question
      case .language, .submit: break
      case .finish(let complete): isComplete = complete
      }
    }
  }

  /// The question on the screen, where nothing lies over it.
  var asks: String? {
    guard case .question(let screen) = screens.base, screens.overlay == nil else { return nil }
    return screens.model.questions[screen.index].id
  }

  var frame: Frame { screens.frame(window) }
  var text: String { frame.text }

  func response(_ id: String) -> Response? { screens.model.index(of: id).flatMap { stored[$0] } }
}

extension Key {
  /// The keys that a script names, words apart by spaces: `enter`, `f2`, `ctrl-g`, `“typed text”`.
  static func script(_ text: String) -> [Key] {
    var keys: [Key] = []
    var rest = text[...]
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if first == "“" {
        rest.removeFirst()
        let typed = rest.prefix { $0 != "”" }
        keys += typed.map { $0 == "\n" ? .control("j") : .character($0) }
        rest = rest[typed.endIndex...].dropFirst()
      } else {
        let word = rest.prefix { !$0.isWhitespace }
        keys.append(contentsOf: named(String(word)))
        rest = rest[word.endIndex...]
      }
    }
    return keys
  }

  private static func named(_ word: String) -> [Key] {
    let parts = word.split(separator: "*")
    if parts.count == 2, let count = Int(parts[1]) {
      return (0..<count).flatMap { _ in named(String(parts[0])) }
    }
    switch word {
    case "enter": return [.enter]
    case "tab": return [.tab]
    case "backtab": return [.backTab]
    case "esc": return [.escape]
    case "space": return [.character(" ")]
    case "up": return [.up]
    case "down": return [.down]
    case "left": return [.left]
    case "right": return [.right]
    case "home": return [.home]
    case "end": return [.end]
    case "pageup": return [.pageUp]
    case "pagedown": return [.pageDown]
    case "backspace": return [.backspace]
    case let word where word.hasPrefix("ctrl-"): return [.control(word.last ?? "?")]
    case let word where word.hasPrefix("f"): return [.function(Int(word.dropFirst()) ?? 0)]
    default: fatalError("no key is called \(word)")
    }
  }
}
