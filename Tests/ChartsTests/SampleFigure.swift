import Documents
import TestKit

/// Figures of every kind, in two languages and every size, with numbers that are the same each time.
struct SampleFigure: CustomStringConvertible, Sendable {
  enum Kind: String, CaseIterable, Sendable { case strip, dots, slope, lines, bars, radar }

  var kind: Kind
  var count: Int
  var language: String
  /// Whether its texts come from somebody who wishes the report ill.
  var isHostile = false

  var description: String {
    "\(kind.rawValue)-\(count)-\(language)" + (isHostile ? "-hostile" : "")
  }

  private var isLithuanian: Bool { language == "lt" }

  private func word(_ lithuanian: String, _ english: String) -> String {
    isHostile
      ? Self.hostile[abs(english.utf8.count) % Self.hostile.count]
      : isLithuanian ? lithuanian : english
  }

  static let hostile = [
    String(repeating: "labas ", count: 1_700), String(repeating: "W", count: 10_000),
    "<script>alert(1)</script>", "]]></text></svg><img src=x onerror=alert(1)>",
    "\u{202E}kciw\u{2066}",
    "👨‍👩‍👧‍👦🇱🇹 ąžuolas 日本語のクラスター", "a\u{0}b\u{1B}[31mc\nd\r\ne\tf\u{85}g", "=1+1", "", "   ",
    "\u{FFFE}\u{FFFF}\u{FEFF}", "ė" + String(repeating: "\u{301}", count: 10_000) + "x",
    "&amp;&lt;&#0;\"'", "العربية שלום",
  ]

  private static let names: [(String, String)] = [
    ("Žmogiškieji pajėgumai", "Human capacity"), ("Techniniai pajėgumai", "Technical capacity"),
    ("Finansiniai pajėgumai", "Financial capacity"), ("Inovacijos", "Innovation"),
    (
      "Tarptautiškumas ir bendri projektai su užsienio partneriais",
      "International reach and joint projects with partners abroad"
    ),
    ("Skaitmeninė branda", "Digital maturity"), ("Tvarumas", "Sustainability"),
    ("Valdymas ir narių įsitraukimas", "Governance and members’ engagement"),
  ]

  private func name(_ index: Int) -> String {
    if isHostile { return Self.hostile[index % Self.hostile.count] }
    let (lithuanian, english) = Self.names[index % Self.names.count]
    let name = isLithuanian ? lithuanian : english
    return index < Self.names.count ? name : name + " \(index + 1)"
  }

  private func reading(_ value: Double) -> Document.Reading {
    let tenths = Int((value * 10).rounded())
    return Document.Reading(
      value, "\(tenths / 10)" + (isLithuanian ? "," : ".") + "\(tenths % 10)")
  }

  private var axis: Document.Axis {
    Document.Axis(
      word("taškai", "points"), low: 0, high: 100,
      ticks: [0, 20, 40, 60, 80, 100].map { .init($0, "\(Int($0))") },
      marks: [
        .init(15, word("Besiformuojantis", "Emerging")), .init(30, word("Susiformavęs", "Formed")),
        .init(50, word("Besivystantis", "Developing")), .init(70, word("Brandus", "Mature")),
        .init(85, word("Pažangus", "Excellent")),
      ])
  }

  var figure: Document.Figure {
    Document.Figure(
      title: word("Kur esame tarp panašių klasterių", "Where we stand among similar clusters"),
      description: word(
        "Bendras įvertis – 62 taškai, panašių klasterių mediana – 55.",
        "The total is 62 points, the median of similar clusters 55."),
      chart: chart,
      table: Document.Table(columns: [.init("–")], rows: [["–"]]))
  }

  private var chart: Document.Chart {
    var random = SplitMix(seed: UInt64(kind.rawValue.utf8.count * 1000 + count))
    // Scores heap up in the middle, as real ones do.
    func score(_ centre: Double = 52) -> Double {
      let sum = (0..<4).reduce(0.0) { sum, _ in sum + Double(random.below(1001)) }
      return min(max(centre + (sum / 4 - 500) * 0.14, 0), 100)
    }
    let absent = word("nėra duomenų", "no data")
    switch kind {
    case .strip:
      let rows = (0..<8).map { index in
        let dots = (0..<count).map { _ in score(38 + Double(index) * 4) }
        let sorted = dots.sorted()
        let isShown = count >= 5
        return Document.StripChart.Row(
          name(index), dots: isShown ? dots : [],
          middleHalf: isShown ? sorted[count / 4]...sorted[count * 3 / 4] : nil,
          median: isShown ? reading(sorted[count / 2]) : nil,
          own: index == 3 ? nil : reading(score(60)), isEmphasised: index == 0)
      }
      return .strip(
        Document.StripChart(
          axis: axis, rows: rows,
          key: .init(
            dot: word("vienas klasteris", "one cluster"),
            middleHalf: word("vidurinė pusė", "middle half"), median: word("mediana", "median"),
            own: word("jūsų klasteris", "your cluster")), absent: absent))
    case .dots:
      let rows = (0..<count).map { index in
        let value = score()
        let low = max(value - Double(random.below(12)), 0)
        return Document.DotPlot.Row(
          name(index), value: index % 7 == 3 ? nil : reading(value),
          range: index % 3 == 0 ? low...min(value + 9, 100) : nil,
          reference: index % 5 == 4 ? nil : reading(score(55)), isEmphasised: index == 0)
      }
      return .dots(
        Document.DotPlot(
          axis: axis, rows: rows, valueName: word("jūsų klasteris", "your cluster"),
          rangeName: word(
            "ką dar gali pakeisti neatsakyti klausimai", "what open answers may change"),
          referenceName: word("panašių klasterių mediana", "median of similar clusters"),
          absent: absent))
    case .slope:
      let lines = (0..<count).map { index in
        let before = score(45)
        return Document.SlopeChart.Line(
          name(index), before: index % 7 == 3 ? nil : reading(before),
          now: index % 9 == 5
            ? nil : reading(min(max(before + Double(random.below(300)) / 10 - 10, 0), 100)),
          isEmphasised: index == 0)
      }
      return .slope(
        Document.SlopeChart(
          axis: axis, before: word("2025 m.", "2025"), now: word("2026 m.", "2026"), lines: lines))
    case .lines:
      func values(of index: Int) -> [Document.Reading?] {
        (0..<5).map { date -> Document.Reading? in
          if index == 4 || (date + index) % 6 == 2 { return nil }
          return reading(score(40 + Double(date) * 5))
        }
      }
      let panels = (0..<count).map { index in
        Document.LineCharts.Panel(
          name(index),
          values: values(of: index), isEmphasised: index == 0)
      }
      return .lines(
        Document.LineCharts(
          axis: axis, dates: ["2022", "2023", "2024", "2025", "2026"].map { word($0, $0) },
          panels: panels, absent: absent))
    case .bars:
      let bars = (0..<count).map { index in
        Document.BarChart.Bar(
          name(index), value: index % 7 == 3 ? nil : reading(Double(random.below(90))),
          reference: index % 5 == 4 ? nil : reading(Double(random.below(90))),
          isEmphasised: index == 2)
      }
      var axis = axis
      axis.name = word("klasteriai", "clusters")
      axis.marks = []
      return .bars(
        Document.BarChart(
          axis: axis, bars: bars, valueName: word("šiemet", "this year"),
          referenceName: word("pernai", "last year"), absent: absent))
    case .radar:
      let spokes = (0..<min(max(count, 3), 8)).map { index in
        Document.RadarChart.Spoke(
          name(index), value: index == 5 ? nil : score(), reference: index == 6 ? nil : score(50))
      }
      return .radar(
        Document.RadarChart(
          axis: axis, spokes: spokes, valueName: word("jūsų klasteris", "your cluster"),
          referenceName: word("mediana", "median"), absent: absent))
    }
  }

  static let fair: [SampleFigure] = Kind.allCases.flatMap { kind in
    [1, 5, 50, 500].flatMap { count in
      ["lt", "en"].map { SampleFigure(kind: kind, count: count, language: $0) }
    }
  }
  static let all: [SampleFigure] =
    fair
    + Kind.allCases.flatMap { kind in
      [1, 5, 50, 500].map {
        SampleFigure(kind: kind, count: $0, language: "lt", isHostile: true)
      }
    }
}
