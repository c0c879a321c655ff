public import Charts
public import Language

/// Whose report it is and how it looks: the few things that a house changes without touching templates.
public struct HouseStyle: Sendable, Hashable {
  /// Who publishes, by language; shown above the title.
  public var organisation: [LanguageTag: String] = [:]
  /// What stands below the report and on each page of paper, by language.
  public var footer: [LanguageTag: String] = [:]
  /// A picture as an address that carries it, `data:image/png;base64,…`; `nil` for none.
  public var logo: String?
  /// Of links, and of lines that structure the page: 4.5 : 1 on paper.
  public var accent: Colour = 0x00527f
  /// The colours of the pictures and of shaded cells.
  public var palette = Palette.standard

  /// Nobody's in particular.
  public static let standard = HouseStyle()

  /// What templates see of it.
  func value(in language: LanguageTag, _ format: HTMLFormat) -> TemplateValue {
    func text(_ texts: [LanguageTag: String]) -> String? {
      texts[language] ?? texts[.fallback] ?? texts.min { $0.key.rawValue < $1.key.rawValue }?.value
    }
    return .object([
      "organisation": TemplateValue(text(organisation).map(format.line)),
      "footer": TemplateValue(text(footer).map(format.line)),
      "paperFooter": .text(CSSString.literal(text(footer) ?? "")),
      "logo": TemplateValue(logo),
      "accent": .text(accent.hexadecimal),
      "ink": .text(palette.ink.hexadecimal), "quiet": .text(palette.quietInk.hexadecimal),
      "paper": .text(palette.paper.hexadecimal), "line": .text(palette.grid.hexadecimal),
      "own": .text(palette.series(0).hexadecimal),
      "reference": .text(palette.series(1).hexadecimal),
      "charts": .text(ChartRenderer.styles),
      "shades": .object([
        "items": .list(
          HeatScale(palette).shades.map { shade in
            .object([
              "number": .text(String(shade.step)),
              "background": .text(shade.background.hexadecimal),
              "text": .text(shade.text.hexadecimal),
            ])
          })
      ]),
    ])
  }
}

/// Texts in style sheets.
enum CSSString {
  /// A quoted string in which nothing but letters, digits and spaces of ASCII stand for themselves, so
  /// that nothing ends the string, or the style sheet that it is in.
  static func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ": result.unicodeScalars.append(scalar)
      default: result += "\\" + String(scalar.value == 0 ? 0xFFFD : scalar.value, radix: 16) + " "
      }
    }
    return result + "\""
  }
}
