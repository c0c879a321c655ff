import Documents
import Language
import Rendering

/// How reports for people look: their templates and the house style.
struct ReportLook {
  var templates = TemplateSet.standard
  var style = HouseStyle.standard

  /// As shipped.
  static let standard = ReportLook()

  func markdown(_ document: Document) throws(Failure) -> String {
    do {
      return try MarkdownRenderer().text(document, templates)
    } catch {
      throw Self.failure(error)
    }
  }

  func html(_ document: Document) throws(Failure) -> String {
    do {
      return try HTMLRenderer(templates, style: style).text(document)
    } catch {
      throw Self.failure(error)
    }
  }

  private static func failure(_ error: OutputTooLarge) -> Failure {
    Failure("exit.template-too-much", ["count": .count(error.limit / 1_000_000)], exit: .badData)
  }
}
