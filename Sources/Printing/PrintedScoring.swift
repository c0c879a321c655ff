import Documents
import Language
import Numbers
import Questionnaire
import Wording

/// What the section on scoring says beside what reports say, too.
extension Document {
  /// When a practice is fulfilled, by its strength.
  mutating func addPracticeRule(_ model: Questionnaire, _ words: Words) {
    let texts = words.texts
    let strengths = Set(model.questions.compactMap(\.practice?.strength))
    guard !strengths.isEmpty else { return }
    add(heading: texts("print.practices"), depth: 2)
    blocks.append(
      .definitions(
        Practice.Strength.allCases.filter(strengths.contains).map { strength in
          Definition(
            texts("strength.\(strength.rawValue)"),
            texts(
              "print.practices.\(strength.rawValue)",
              ["count": .count(model.scoring.practices.justification)]))
        }))
  }

  /// Which questions members are asked, and what becomes of their answers.
  mutating func addMembers(_ model: Questionnaire, _ words: Words) {
    let asked = model.questions.filter { $0.respondents.contains(.members) }
    guard !asked.isEmpty else { return }
    add(heading: words.texts("print.members"), depth: 2)
    add(paragraph: words.texts("print.members.how"))
    add(list: asked.map { [.text(words.question($0))] })
  }

  /// The facts by which clusters are grouped for comparison.
  mutating func addPeers(_ model: Questionnaire, _ words: Words) {
    let peers = model.peers
    guard !peers.questions.isEmpty else { return }
    let texts = words.texts
    var items: [String] = []
    func tell(_ name: String, _ question: Int, _ bands: PeerFacts.Bands? = nil) {
      items.append(
        texts(
          "print.peers.\(name)",
          [
            "question": .text(words.question(model.questions[question])),
            "bands": .text(bands.map { words.bands($0) } ?? ""),
          ]))
    }
    if let field = peers.field { tell("field", field) }
    if let list = peers.classifier {
      items.append(
        texts(
          "print.peers.classifier", ["id": .text(list.id), "version": .text(list.version)]))
    }
    if let region = peers.region { tell("region", region) }
    if let size = peers.size { tell("size", size.question, size) }
    if let age = peers.age { tell("age", age.question, age) }
    for question in peers.others { tell("fact", question) }
    add(heading: texts("print.peers"), depth: 2)
    add(list: items.map { [.text($0)] })
  }
}

extension Words {
  /// `less than 10; from 10 to less than 20; 20 or more`
  fileprivate func bands(_ bands: PeerFacts.Bands) -> String {
    let starts = bands.starts.map { Language.TextArgument.text(numbers.format($0)) }
    guard let first = starts.first, let last = starts.last else { return texts("print.band.any") }
    let between = zip(starts, starts.dropFirst()).map { low, high in
      texts("peers.band.between", ["low": low, "high": high])
    }
    return
      ([texts("peers.band.below", ["high": first])] + between
      + [texts("peers.band.from", ["low": last])]).joined(separator: "; ")
  }
}
