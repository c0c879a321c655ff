import Diagnostics

/// The findings of this room; each code names its sentence in the catalogue.
extension Diagnostic.Code {
  // In one template.
  static let templateTooLarge = Self("template.too-large")
  static let templateNotUTF8 = Self("template.not-utf8")
  static let unclosedTag = Self("template.unclosed-tag")
  static let noName = Self("template.no-name")
  static let badName = Self("template.bad-name")
  static let unsupportedTag = Self("template.unsupported-tag")
  static let tooDeep = Self("template.too-deep")
  static let notOpen = Self("template.not-open")
  static let closesOther = Self("template.closes-other")
  static let openedHere = Self("template.opened-here")
  static let notClosed = Self("template.not-closed")
  static let refusedTemplate = Self("template.refused")
  static let unknownName = Self("template.unknown-name")

  // Among templates.
  static let unknownTemplate = Self("template.unknown-file")
  static let missingPartial = Self("template.missing-partial")
  static let partialCycle = Self("template.partial-cycle")

  // In a house style.
  static let styleLogoActive = Self("style.logo-active")
  static let styleLogoKind = Self("style.logo-kind")
  static let styleLogoTooLarge = Self("style.logo-too-large")
  static let styleLogoWithoutName = Self("style.logo-without-name")
  static let styleLowContrast = Self("style.low-contrast")
  static let styleNoLogo = Self("style.no-logo")
  static let styleNoText = Self("style.no-text")
  static let styleNotAColour = Self("style.not-a-colour")
  static let styleNotAMapping = Self("style.not-a-mapping")
  static let styleSameColours = Self("style.same-colours")
  static let styleUnknownKey = Self("style.unknown-key")
}
