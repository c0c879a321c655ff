public import Comparison
public import Documents
import Numbers
import Questionnaire

extension Records {
  /// One row for each pair.
  public static func partners(_ findings: PartnerFindings) -> Records {
    let model = findings.matching.questionnaire
    func names(_ gains: Complementarity?) -> Field {
      .text((gains?.capacities ?? []).map { model.capacities[$0].id }.joined(separator: " "))
    }
    return Records(
      heads: [
        "first", "second", "mutual", "first_gains", "second_gains", "first_learns",
        "second_learns",
      ],
      rows: findings.pairs.map { pair in
        [
          .text(pair.first.id), .text(pair.second.id), .number(pair.mutual.doubleValue),
          .number(pair.firstGains?.share.doubleValue),
          .number(pair.secondGains?.share.doubleValue), names(pair.firstGains),
          names(pair.secondGains),
        ]
      })
  }
}
