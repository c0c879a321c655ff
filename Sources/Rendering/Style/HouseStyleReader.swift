import Charts
public import Diagnostics
import Language
import YAML

extension HouseStyle {
  /// Reads a house style: organisation, footer, logo and colours, all of them optional.
  ///
  /// - Parameter picture: The bytes of a file named in it; `nil` where there is no such file.
  /// - Returns: With everything that is wrong in the file; not to be used where there are errors.
  public static func read(
    _ file: SourceFile, picture: (String) -> [UInt8]?
  ) -> Checked<HouseStyle> {
    let parsed = YAML.parse(file)
    var reader = HouseStyleReader(diagnostics: parsed.diagnostics)
    if let node = parsed.value { reader.read(node, picture) }
    return Checked(reader.style, reader.diagnostics)
  }
}

/// Reads the keys that a house style has and refuses all others.
private struct HouseStyleReader {
  var style = HouseStyle.standard
  var diagnostics: [Diagnostic]

  mutating func read(_ node: Node, _ picture: (String) -> [UInt8]?) {
    var logo: Node?
    let entries = members(node, of: ["organisation", "footer", "logo", "colours"])
    for (key, value) in entries {
      switch key {
      case "organisation": style.organisation = texts(value)
      case "footer": style.footer = texts(value)
      case "colours": readColours(value)
      default: logo = value
      }
    }
    guard let logo, let path = text(logo) else { return }
    if style.organisation.isEmpty {
      // Its name is what those read who do not see the picture.
      report(.styleLogoWithoutName, at: logo)
    }
    guard let bytes = picture(path) else {
      return report(.styleNoLogo, at: logo, ["file": .text(path)])
    }
    do throws(Logo.Problem) {
      style.logo = try Logo.address(of: bytes)
    } catch {
      switch error {
      case .tooLarge:
        report(.styleLogoTooLarge, at: logo, ["limit": .text("512 KiB")])
      case .otherKind: report(.styleLogoKind, at: logo)
      case .active(let found): report(.styleLogoActive, at: logo, ["found": .text(found)])
      }
    }
  }

  private mutating func readColours(_ node: Node) {
    for (key, value) in members(node, of: ["accent", "own", "reference"]) {
      guard let text = text(value) else { continue }
      guard let colour = Colour(hexadecimal: text) else {
        report(.styleNotAColour, at: value, ["text": .text(text)])
        continue
      }
      // WCAG 2.2: 4.5 for text (1.4.3), 3 for what must be seen (1.4.11).
      let least = key == "accent" ? 4.5 : 3
      let contrast = colour.contrast(style.palette.paper)
      guard contrast >= least else {
        report(
          .styleLowContrast, at: value,
          [
            "colour": .text(text), "whole": .text(String(contrast.tenths.whole)),
            "tenth": .text(String(contrast.tenths.tenth)),
            "least": .text(String(least.tenths.whole)),
            "rest": .text(String(least.tenths.tenth)),
          ])
        continue
      }
      switch key {
      case "accent": style.accent = colour
      case "own": style.palette.series[0] = colour
      default: style.palette.series[1] = colour
      }
    }
    if style.palette.series[0] == style.palette.series[1] {
      report(.styleSameColours, at: node)
    }
  }

  /// A text in each language.
  private mutating func texts(_ node: Node) -> [LanguageTag: String] {
    var texts: [LanguageTag: String] = [:]
    for (key, value) in members(node, of: Texts.available.map(\.rawValue)) {
      guard let text = text(value) else { continue }
      texts[LanguageTag(key)] = text
    }
    return texts
  }

  private mutating func text(_ node: Node) -> String? {
    guard let text = node.scalar?.text, !text.isEmpty else {
      report(.styleNoText, at: node)
      return nil
    }
    return text
  }

  /// The entries of a mapping; keys that it cannot have are reported.
  private mutating func members(
    _ node: Node, of known: [String]
  ) -> [(key: String, value: Node)] {
    guard node.kind == .mapping else {
      report(.styleNotAMapping, at: node, ["known": .list(known)])
      return []
    }
    var unknown = UnknownNames()
    var members: [(key: String, value: Node)] = []
    for entry in node.entries {
      let key = entry.key.scalar?.text ?? ""
      if known.contains(key) {
        members.append((key, entry.value))
      } else {
        diagnostics.append(
          unknown.finding(.styleUnknownKey, key, at: entry.key.place, among: known))
      }
    }
    return members
  }

  private mutating func report(
    _ code: Diagnostic.Code, at node: Node, _ arguments: [String: Diagnostic.Argument] = [:]
  ) {
    diagnostics.append(Diagnostic(code, at: node.place, arguments))
  }
}

extension Double {
  /// Its whole part and one decimal place, each for itself, because languages put different signs between
  /// them; cut, so that what is too little is not shown as enough.
  fileprivate var tenths: (whole: Int, tenth: Int) {
    let tenths = Int(self * 10)
    return (tenths / 10, tenths % 10)
  }
}
