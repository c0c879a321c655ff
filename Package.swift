// swift-tools-version: 6.2
import PackageDescription

// One array of settings for every target, so that no corner of the house has rules of its own.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),  // SE-0335
  .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
  .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461
  .enableUpcomingFeature("InferIsolatedConformances"),  // SE-0470
  .enableUpcomingFeature("ImmutableWeakCaptures"),  // SE-0481
  .treatAllWarnings(as: .error),
  .treatWarning("DeprecatedDeclaration", as: .warning),
]

/// A room of the house: one target, the rooms below it that it may see, nothing else.
func room(
  _ name: String, sees: [Target.Dependency] = [], carries resources: [Resource] = []
) -> Target {
  .target(name: name, dependencies: sees, resources: resources, swiftSettings: house)
}

func tests(_ name: String, sees: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: sees + ["TestKit"], exclude: fixtures[name, default: []],
    swiftSettings: house)
}

// Folders of cases that tests read from disk by path; they are data, not resources to bundle.
let fixtures = [
  "ChartsTests": ["Pictures"], "PrintingTests": ["Golden"], "ReportingTests": ["Golden"],
  "ScreensTests": ["Frames"],
  "TablesTests": ["Broken"],
]

let package = Package(
  name: "branda",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "branda", targets: ["branda"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // The ground floor: rooms that see nothing and that any room may see.
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CLibXLSXWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
    room("DisplayWidth"),
    room("Numbers"),
    room("Language"),
    room("RegularExpressions"),
    room("Diagnostics", sees: ["DisplayWidth"]),

    // Reading models.
    room("YAML", sees: ["CLibYAML", "Diagnostics"]),
    room("CEL", sees: ["RegularExpressions", "Numbers", "Diagnostics"]),
    room("Questionnaire", sees: ["YAML", "CEL", "Numbers", "Diagnostics"]),

    // From answers to reports.
    room("Interview", sees: ["Questionnaire", "CEL", "Numbers"]),
    room("Results", sees: ["Interview", "Questionnaire", "YAML", "Numbers", "Diagnostics"]),
    room(
      "Tables",
      sees: ["Results", "Interview", "Questionnaire", "Numbers", "Diagnostics", "DisplayWidth"]),
    room("Scoring", sees: ["Interview", "Questionnaire", "CEL", "Numbers", "Diagnostics"]),
    room(
      "Explaining",
      sees: ["Scoring", "Interview", "Questionnaire", "CEL", "Numbers", "Diagnostics"]),
    room(
      "TestVectors",
      sees: ["Results", "Scoring", "Interview", "Questionnaire", "YAML", "Numbers", "Diagnostics"]),
    room("Versions", sees: ["Scoring", "Interview", "Questionnaire", "Numbers", "Diagnostics"]),
    room("Planning", sees: ["Scoring", "Interview", "Questionnaire", "CEL", "Numbers"]),
    room("Comparison", sees: ["Scoring", "Interview", "Questionnaire", "Numbers"]),
    room("Wording", sees: ["Scoring", "Interview", "Questionnaire", "CEL", "Numbers", "Language"]),
    // A report is a value; what writes it down sees neither models nor scores, so it computes nothing.
    room("Documents", sees: ["Language"]),
    room("Charts", sees: ["Documents", "DisplayWidth"]),
    room(
      "Rendering",
      sees: [
        .product(name: "Mustache", package: "swift-mustache"), "Charts", "Documents",
        "YAML", "Diagnostics", "Language", "DisplayWidth",
      ],
      // The program carries its templates with it, so that it works wherever it lies.
      carries: [.embedInCode("Templates")]),
    room("Spreadsheets", sees: ["CLibXLSXWriter", "Documents", "Language"]),
    // A model by itself, without answers and scores.
    room(
      "Printing",
      sees: ["Documents", "Wording", "Questionnaire", "CEL", "Numbers", "Language"]),
    // What is told of a cluster, computed once: for people by Reporting, for programs by Encoding.
    room(
      "Clusters",
      sees: ["Planning", "Comparison", "Scoring", "Interview", "Questionnaire", "Numbers"]),
    room(
      "Encoding",
      sees: [
        "Clusters", "Documents", "Planning", "Comparison", "Explaining", "Versions", "Scoring",
        "Interview", "Questionnaire", "CEL", "Numbers", "Diagnostics",
      ]),
    room(
      "Reporting",
      sees: [
        "Clusters", "Printing", "Documents", "Wording", "Planning", "Comparison", "Explaining",
        "Versions", "Scoring", "Interview", "Questionnaire", "CEL", "Numbers", "Language",
        "Diagnostics",
        "DisplayWidth",
      ]),

    // Talking with people.
    room("Terminal", sees: ["DisplayWidth"]),
    room(
      "Screens",
      sees: [
        "Wording", "Interview", "Scoring", "Questionnaire", "Terminal", "DisplayWidth", "Numbers",
        "Language",
      ]),
    .executableTarget(
      name: "branda",
      dependencies: [
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        "Screens", "Reporting", "Printing", "Encoding", "Clusters", "Rendering", "Spreadsheets",
        "Documents",
        "Planning", "Comparison", "Explaining", "Versions", "TestVectors", "Wording", "Scoring",
        "Tables", "Results", "Interview", "Questionnaire", "Terminal", "Diagnostics",
        "DisplayWidth", "Language", "Numbers", "YAML", "CEL",
      ],
      swiftSettings: house),
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "YAML", "CLibYAML", "CEL", "Questionnaire", "Interview", "Scoring", "Planning",
        "Comparison", "Results", "Screens", "Terminal", "Language", "Numbers", "Diagnostics",
        "Reporting", "Clusters", "Documents", "Rendering", "Spreadsheets",
      ],
      swiftSettings: house),

    .executableTarget(
      name: "cel-conformance", dependencies: ["CEL", "CELConformance"], swiftSettings: house),

    .executableTarget(
      name: "fuzz-cel",
      dependencies: ["CEL", "RegularExpressions", "Diagnostics"], swiftSettings: house),

    // Tests.
    .target(
      name: "CELConformance", dependencies: ["CEL", "Diagnostics", "TestKit"],
      path: "Tests/CELConformance", swiftSettings: house),
    .target(
      name: "TestKit",
      dependencies: ["Diagnostics", "DisplayWidth", "Language", "CPseudoTerminal"],
      path: "Tests/TestKit",
      swiftSettings: house),
    tests("DiagnosticsTests", sees: ["Diagnostics"]),
    tests("NumbersTests", sees: ["Numbers"]),
    tests("LanguageTests", sees: ["Language"]),
    tests(
      "CELTests",
      sees: [
        "CEL", "CELConformance", "RegularExpressions", "Language", "Numbers", "Diagnostics",
        "fuzz-cel",
      ]),
    tests("RegularExpressionsTests", sees: ["RegularExpressions"]),
    tests("YAMLTests", sees: ["YAML", "Diagnostics"]),
    tests(
      "QuestionnaireTests", sees: ["Questionnaire", "CEL", "Language", "Numbers", "Diagnostics"]),
    tests(
      "InterviewTests", sees: ["Interview", "Questionnaire", "CEL", "Numbers", "Diagnostics"]),
    tests(
      "ResultsTests",
      sees: ["Results", "Interview", "Questionnaire", "Language", "Numbers", "Diagnostics"]),
    tests(
      "TablesTests",
      sees: [
        "Tables", "Results", "Interview", "Questionnaire", "Language", "Numbers", "Diagnostics",
      ]),
    // A program that does nothing but hold a terminal, for tests to end it in every way.
    .executableTarget(
      name: "terminal-probe", dependencies: ["Terminal"], path: "Tests/terminal-probe",
      swiftSettings: house),
    tests("TerminalTests", sees: ["Terminal", "DisplayWidth", "terminal-probe"]),
    tests(
      "ScoringTests", sees: ["Scoring", "Interview", "Questionnaire", "Numbers", "Diagnostics"]),
    tests(
      "ExplainingTests",
      sees: [
        "Explaining", "TestVectors", "Results", "Scoring", "Interview", "Questionnaire", "Numbers",
        "Diagnostics",
      ]),
    tests(
      "PlanningTests",
      sees: [
        "Planning", "Results", "Scoring", "Interview", "Questionnaire", "Numbers", "Diagnostics",
      ]),
    tests(
      "ComparisonTests",
      sees: ["Comparison", "Scoring", "Interview", "Questionnaire", "Numbers", "Diagnostics"]),
    tests(
      "ScreensTests",
      sees: [
        "Screens", "Interview", "Questionnaire", "Scoring", "Terminal", "DisplayWidth", "Language",
        "Numbers", "Diagnostics",
      ]),
    // A terminal of one's own takes a fork, which Swift does not offer.
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    tests("EndToEndTests", sees: ["YAML", "Diagnostics", "branda"]),
    tests("ChartsTests", sees: ["Charts", "Documents", "DisplayWidth"]),
    tests(
      "PrintingTests",
      sees: [
        "Printing", "Rendering", "Documents", "Questionnaire", "CEL", "Numbers", "Language",
        "Diagnostics",
      ]),
    tests(
      "ReportingTests",
      sees: [
        "Reporting", "Encoding", "Clusters", "Rendering", "Documents", "Comparison", "Scoring",
        "Interview", "Questionnaire", "Numbers", "Language", "Diagnostics",
      ]),
    tests(
      "TestVectorsTests",
      sees: ["TestVectors", "Scoring", "Questionnaire", "Numbers", "Language", "Diagnostics"]),
    tests("SpreadsheetsTests", sees: ["Spreadsheets", "Documents", "Language"]),
    tests(
      "RenderingTests",
      sees: ["Rendering", "Documents", "Charts", "Diagnostics", "Language"]),
    tests("CommandTests", sees: ["branda", "Documents", "Terminal", "Language"]),
  ]
)
