public import Charts
public import Language

/// Whose report it is and how it looks: the few things that a house changes without touching templates.
public struct HouseStyle: Sendable, Hashable {
  /// Who publishes, by language; shown above the title.
  public var organisation: [LanguageTag: String] = [:]
  /// What stands below the report and on each page of paper, by language.
  public var footer: [LanguageTag: String] = [:]
  /// The colours of the page and of the pictures on it.
  public var palette = Palette.standard

  /// Nobody's in particular.
  public static let standard = HouseStyle()

  /// What templates see of it.
  func value(in language: LanguageTag, _ format: HTMLFormat) -> TemplateValue {
    func text(_ texts: [LanguageTag: String]) -> TemplateValue {
      TemplateValue((texts[language] ?? texts[.fallback]).map(format.line))
    }
    return .object([
      "organisation": text(organisation), "footer": text(footer), "logo": .absent,
      "paper": .text(""),
      "ink": .text(palette.ink.hexadecimal), "quiet": .text(palette.quietInk.hexadecimal),
      "background": .text(palette.paper.hexadecimal), "grid": .text(palette.grid.hexadecimal),
      "own": .text(palette.series(0).hexadecimal),
      "reference": .text(palette.series(1).hexadecimal),
      "charts": .text(ChartRenderer.styles),
      "shades": .object([
        "items": .list(
          HeatScale(palette).shades.map { shade in
            .object([
              "step": .text(String(shade.step)),
              "background": .text(shade.background.hexadecimal),
              "text": .text(shade.text.hexadecimal),
            ])
          })
      ]),
    ])
  }
}
