import Testing

@testable import Language

/// What every catalogue must be like, in whatever language.
@Suite struct CatalogueTests {
  static let reference = Texts.texts(.fallback)

  @Test(arguments: Texts.available) func isReadWithoutLoss(language: LanguageTag) {
    let texts = Texts.texts(language)
    #expect(texts.badLines == [])
    #expect(texts.pluralCategories != nil)
    #expect(!texts.languageName.isEmpty)
  }

  @Test(arguments: Texts.available) func hasTheNamesOfTheReference(language: LanguageTag) {
    let texts = Texts.texts(language)
    #expect(Set(texts.names).subtracting(Self.reference.names).sorted() == [])
    #expect(Set(Self.reference.names).subtracting(texts.names).sorted() == [])
  }

  @Test(arguments: Texts.available) func hasThePlacesOfTheReference(language: LanguageTag) {
    let texts = Texts.texts(language)
    let different = texts.names.filter { name in
      places(Self.reference, name) != places(texts, name)
    }
    #expect(different == [])
  }

  /// The forms that whole numbers need must be there; forms for fractions may be.
  @Test(arguments: Texts.available) func hasTheFormsOfTheLanguage(language: LanguageTag) {
    let texts = Texts.texts(language)
    let needed = Set((0...200).compactMap { texts.pluralCategory(of: String($0)) })
    let possible = Set(texts.pluralCategories ?? [])
    let wrong = texts.names.filter { name in
      let forms = Set(texts.forms(of: name).keys)
      return forms != [""] && !(needed.isSubset(of: forms) && forms.isSubset(of: possible))
    }
    #expect(wrong == [])
  }

  /// A text has plural forms in every language or in none.
  @Test(arguments: Texts.available) func countsWhereTheReferenceCounts(language: LanguageTag) {
    let texts = Texts.texts(language)
    let different = texts.names.filter { name in
      (Self.reference.forms(of: name)[""] == nil) != (texts.forms(of: name)[""] == nil)
    }
    #expect(different == [])
  }

  @Test(arguments: Texts.available) func isTypesetWithCare(language: LanguageTag) {
    let texts = Texts.texts(language)
    let quotes = texts.language == LanguageTag("lt") ? "„“" : "“”"
    let careless = texts.names.filter { name in
      texts.forms(of: name).values.contains { text in
        text.isEmpty || text.hasPrefix(" ") || text.hasSuffix(" ") || text.contains("  ")
          || text.contains("...") || text.contains(/\w"|"\w/)
          || text.contains { "„“”".contains($0) && !quotes.contains($0) }
      }
    }
    #expect(careless == [])
  }

  /// What has a way out is a finding; findings are printed after `error:` and before their code.
  @Test(arguments: Texts.available) func findingsAreNoWholeSentences(language: LanguageTag) {
    let texts = Texts.texts(language)
    let names = Set(texts.names)
    let wrong = texts.names.filter { name in
      let code = name.hasSuffix(".help") ? String(name.dropLast(5)) : name
      guard names.isSuperset(of: [code, code + ".help"]) else { return false }
      return texts.forms(of: name).values.contains { text in
        text.first?.isUppercase == true || text.hasSuffix(".")
      }
    }
    #expect(wrong == [])
  }

  private func places(_ texts: Texts, _ name: String) -> Set<String> {
    texts.forms(of: name).values.reduce(into: []) { places, text in
      places.formUnion(TextTemplate(text).places)
    }
  }
}
