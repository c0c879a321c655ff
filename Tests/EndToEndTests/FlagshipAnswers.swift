/// One question of the flagship: what a person types, what is then in the file, and the points that
/// the catalogue's rules give for it, worked out by hand.
struct FlagshipAnswer {
  var code: String
  var id: String
  var typed: [String]
  var stored: String
  var points: Double?
  var weight: Double

  init(
    _ code: String, _ id: String, _ typed: String..., stored: String, points: Double? = nil,
    weight: Double = 1
  ) {
    self.code = code
    self.id = id
    self.typed = typed
    self.stored = stored
    self.points = points
    self.weight = weight
  }
}

/// A cluster in its third year: every question of the flagship that applies to it.
let flagshipAnswers: [FlagshipAnswer] = [
  .init("PRO-01", "cluster_name", "Ąčęėįšųūž slėnis", stored: #"value: "Ąčęėįšųūž slėnis""#),
  .init("PRO-02", "legal_form", "2", stored: "value: association"),
  .init("PRO-03", "founded", "2010", stored: "value: 2023"),
  .init("PRO-04", "members", "24", stored: "value: 24"),
  .init("PRO-05", "smes", "18", stored: "value: 18"),
  .init("PRO-06", "research_members", "3", stored: "value: 3"),
  // Asked only while the cluster is said to be from 2010.
  .init("PRO-07", "loyal_members", "6", stored: "value: 6"),
  .init("PRO-08", "high_value_members", "8", stored: "value: 8"),
  .init("PRO-09", "field", "4", stored: "value: d"),
  .init("PRO-10", "priorities", "1 3", stored: "value: [health, ict]"),
  .init("PRO-11", "turnover", "12 500 000 Eur", stored: "value: 12500000"),
  .init("PRO-12", "staff_fte", "1,5", stored: "value: 1.5"),
  .init("PRO-13", "label", "1", stored: "value: none"),
  .init("PRO-14", "employees", "640", stored: "value: 640"),

  .init("HUM-01", "coordination", "4", stored: "value: 4", points: 4, weight: 2),
  .init("HUM-02", "team_learning", "3", stored: "value: 3", points: 3),
  .init("HUM-03", "skill_needs", "3", stored: "value: 3", points: 3, weight: 2),
  .init("HUM-04", "training_share", "12,5 %", stored: "value: 12.5", points: 2),
  .init("HUM-05", "technical_staff_share", "nežinau", stored: "no_data: true"),
  .init(
    "HUM-06", "talent_activities", "1 3,5",
    stored: "value: [internships, apprenticeships, staff_exchange]", points: 3),
  .init("HUM-07", "handover", "taip", stored: "value: yes", points: 5),

  .init("TEC-01", "shared_equipment", "2", stored: "value: 2", points: 2, weight: 2),
  .init("TEC-02", "equipment_use", "30", stored: "value: 30", points: 4),
  .init("TEC-03", "digital_tools", "4", stored: "value: 4", points: 4, weight: 2),
  .init("TEC-04", "technology_level", "3", stored: "value: 3", points: 3),
  .init("TEC-05", "shared_resources", "2", stored: "value: [pilot_line]", points: 2),
  .init("TEC-06", "certified_members", "10", stored: "value: 10", points: 2),
  .init("TEC-07", "green_solutions", "1", stored: "value: 1", points: 1),

  .init("SCI-01", "research_partners", "3", stored: "value: 3", points: 3, weight: 2),
  .init("SCI-02", "rd_declaring", "3", stored: "value: 3", points: 4, weight: 2),
  .init("SCI-03", "rd_spending", "0,5", stored: "value: 0.5", points: 2),
  .init("SCI-04", "rd_projects", "2", stored: "value: 2", points: 3, weight: 2),
  .init("SCI-05", "research_agenda", "2", stored: "value: 2", points: 2),
  .init(
    "SCI-06", "knowledge_transfer", "1 2 3",
    stored: "value: [contract_research, vouchers, publications]", points: 3),
  .init("SCI-07", "rd_activity", "t", stored: "value: yes", points: 5),

  .init("CAP-01", "funding_horizon", "4", stored: "value: 4", points: 4, weight: 2),
  .init("CAP-02", "private_income", "25", stored: "value: 25", points: 3, weight: 2),
  .init("CAP-03", "member_fees", "3", stored: "value: 3", points: 3),
  .init(
    "CAP-04", "funding_sources", "1 2 4", stored: "value: [fees, services, eu_national]", points: 4),
  // 50,000 euros a member.
  .init("CAP-05", "joint_investment", "1 200 000", stored: "value: 1200000", points: 4),
  .init("CAP-06", "finance_help", "2", stored: "value: 2", points: 2),
  .init("CAP-07", "budget_approved", "ne", stored: "value: no", points: 1),

  .init("INN-01", "idea_process", "3", stored: "value: 3", points: 3, weight: 2),
  .init("INN-02", "joint_innovations", "1", stored: "value: 1", points: 2, weight: 2),
  .init("INN-03", "innovating_members", "40", stored: "value: 40", points: 4),
  .init("INN-04", "ip_rules", "2", stored: "value: 2", points: 2),
  .init(
    "INN-05", "ip_applications", "netaikoma", "paslaugų klasteris",
    stored: #"not_applicable: "paslaugų klasteris""#),
  .init(
    "INN-06", "innovation_services", "1 2", stored: "value: [workshops, foresight]", points: 2),
  .init("INN-07", "cross_sector", "2", stored: "value: 2", points: 2),
  .init(
    "INN-08", "best_result", "Bendras žuvų perdirbimo įrenginys.", "Įdiegtas 2025 m.", "",
    stored: #"value: "Bendras žuvų perdirbimo įrenginys.\nĮdiegtas 2025 m.""#),

  .init("PAR-01", "governance", "4", stored: "value: 4", points: 4, weight: 2),
  .init("PAR-02", "strategy", "3", stored: "value: 3", points: 3, weight: 2),
  .init("PAR-03", "active_members", "62,5", stored: "value: 62.5", points: 4, weight: 2),
  .init("PAR-04", "openness", "3", stored: "value: 3", points: 3),
  .init(
    "PAR-05", "organisation_types", "1 2 3", stored: "value: [sme, large, research]", points: 3),
  .init("PAR-06", "benefit_measured", "3", stored: "value: 3", points: 3),
  .init("PAR-07", "retention", "92", stored: "value: 92", points: 4),
  .init("PAR-08", "representation", "2", stored: "value: 2", points: 2),
  .init("PAR-09", "agreement_signed", "taip", stored: "value: yes", points: 5),

  .init("INT-01", "foreign_plan", "3", stored: "value: 3", points: 3, weight: 2),
  .init("INT-02", "exporters", "30", stored: "value: 30", points: 3, weight: 2),
  .init("INT-03", "export_share", "12", stored: "value: 12", points: 2),
  .init("INT-04", "foreign_partners", "2", stored: "value: 2", points: 3),
  .init("INT-05", "international_projects", "1", stored: "value: 1", points: 2),
  .init("INT-06", "export_activities", "1 2", stored: "value: [fair, mission]", points: 2),
  .init("INT-07", "visibility_abroad", "3", stored: "value: 3", points: 3),
]
