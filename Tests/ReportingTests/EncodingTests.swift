import Comparison
import Documents
import Encoding
import Foundation
import Interview
import Numbers
import Rendering
import Reporting
import Testing

/// The public JSON and CSV, whole: keys that come or go break readers.
@Suite struct EncodingTests {
  @Test func score() throws {
    let assessed = try SmallModel.assessed(SmallModel.ofEachState)
    #expect(try SmallModel.masked(JSONRenderer().text(EncodedScore(assessed))) == Self.score)
  }

  @Test func comparison() throws {
    let json = try JSONRenderer().text(EncodedComparison(try SmallGroup().table, .init()))
    #expect(SmallModel.masked(json) == Self.comparison)
  }

  @Test func reportHoldsEveryAnswer() throws {
    let assessed = try SmallModel.assessed([
      "coordination": Response(
        answer: .value(.step(2)), comment: "Part-time",
        evidence: [Evidence(text: "Contract 4", validUntil: Day(text: "2027-12-31"))],
        confirmation: Day(text: "2026-03-02").map { Confirmation(by: "Rasa", on: $0) })
    ])
    let json = try JSONRenderer().text(EncodedReport(assessed))
    #expect(json.contains(Self.answer))
  }

  @Test func scoresAsCSV() throws {
    #expect(
      CSVRenderer().text(.scores(try SmallGroup().assessments)).components(separatedBy: "\r\n")
        == [
          "cluster,name,period,status,questionnaire,version,answered_version,form,level,level_number,total,low,high,answered,applicable,people,people_low,people_high,money,money_low,money_high",
          "alfa,Alfa,2026,draft,small,1.2.0,,full,beginning,1,33.333333333333336,27.77777777777778,38.888888888888886,3,4,50,33.333333333333336,66.66666666666667,25,25,25",
          "beta,Beta,2026,draft,small,1.2.0,,full,growing,2,87.22222222222223,87.22222222222223,87.22222222222223,6,6,95,95,95,83.33333333333333,83.33333333333333,83.33333333333333",
          "gama,Gama,2026,draft,small,1.2.0,,full,beginning,1,,0,100,0,5,,0,100,,0,100",
          "",
        ])
  }

  /// A capacity without parts is compared as one, but stands in its own column only.
  @Test func noColumnOfAComparisonStandsTwice() throws {
    let group = try SmallGroup()
    let table = try ComparisonTable(
      group.table.questionnaire, group.assessments.map { ComparedCluster($0) }, by: .area)
    let heads = Records.comparison(table, order: .total).heads
    #expect(Set(heads).count == heads.count && !table.detail.isEmpty, "\(heads)")
  }

  /// Answered, unanswered, not applicable, no data and not asked stay apart; of a confidential answer
  /// only that there is one.
  @Test func answersAsCSV() throws {
    var responses = SmallModel.ofEachState
    responses["sources"] = nil
    responses["training"]?.evidence = [
      Evidence(text: "=1+1", validUntil: Day(text: "2027-12-31")), Evidence(text: "List"),
    ]
    responses["coordination"]?.confirmation = Day(text: "2026-03-02").map {
      Confirmation(by: "@Rasa", on: $0)
    }
    let records = Records.answers(try SmallModel.assessed(responses))
    #expect(
      CSVRenderer().text(records).components(separatedBy: "\r\n") == [
        "question,code,capacity,status,confidential,value,band_from,band_below,reason,points,score,comment,has_evidence,evidence,confirmed_by,confirmed_on",
        "members,PRO-01,,answered,no,1200,,,,,,,no,,,",
        "coordination,PEO-01,people,answered,no,2,,,,3,50,Part-time,yes,Contract 4,'@Rasa,2026-03-02",
        "training,PEO-02,people,no_data,no,,,,,,,,yes,\"'=1+1 (2027-12-31)\nList\",,",
        "patents,PEO-03,people,not_applicable,no,,,,A service cluster,,,,no,,,",
        "reserve,MON-01,money,answered,yes,,,,,,,,no,,,",
        "months,MON-02,money,not_asked,no,,,,,,,,no,,,",
        "sources,MON-03,money,unanswered,no,,,,,,,,no,,,",
        "",
      ])
  }

  private static let score = #"""
    {
      "answered_version" : null,
      "capabilities" : [

      ],
      "capacities" : [
        {
          "answered" : 1,
          "applicable" : 2,
          "high" : 66.66666666666667,
          "id" : "people",
          "low" : 33.333333333333336,
          "parts" : [

          ],
          "score" : 50
        },
        {
          "answered" : 2,
          "applicable" : 2,
          "high" : 25,
          "id" : "money",
          "low" : 25,
          "parts" : [

          ],
          "score" : 25
        }
      ],
      "caps" : [

      ],
      "checks" : [
        {
          "conditions" : [
            {
              "id" : "five",
              "not_applicable" : [

              ],
              "not_asked" : [

              ],
              "status" : "met",
              "waiting_for" : [

              ],
              "waiting_for_confirmation" : [

              ],
              "waiting_for_earlier_rounds" : false,
              "waiting_for_members" : [

              ],
              "without_points" : [

              ]
            },
            {
              "id" : "trained",
              "not_applicable" : [

              ],
              "not_asked" : [

              ],
              "status" : "unknown",
              "waiting_for" : [
                "training"
              ],
              "waiting_for_confirmation" : [

              ],
              "waiting_for_earlier_rounds" : false,
              "waiting_for_members" : [

              ],
              "without_points" : [

              ]
            }
          ],
          "id" : "grant",
          "status" : "unknown"
        }
      ],
      "cluster" : "alfa",
      "coverage" : {
        "answered" : 3,
        "applicable" : 4
      },
      "form" : "full",
      "gates" : [
        {
          "id" : "reserve",
          "level" : "growing",
          "not_applicable" : [

          ],
          "not_asked" : [

          ],
          "status" : "unmet",
          "waiting_for" : [

          ],
          "waiting_for_confirmation" : [

          ],
          "waiting_for_earlier_rounds" : false,
          "waiting_for_members" : [

          ],
          "without_points" : [

          ]
        },
        {
          "id" : "half_trained",
          "level" : "growing",
          "not_applicable" : [

          ],
          "not_asked" : [

          ],
          "status" : "unknown",
          "waiting_for" : [
            "training"
          ],
          "waiting_for_confirmation" : [

          ],
          "waiting_for_earlier_rounds" : false,
          "waiting_for_members" : [

          ],
          "without_points" : [

          ]
        }
      ],
      "level" : {
        "id" : "beginning",
        "next" : "growing",
        "number" : 1,
        "range" : {
          "highest" : "beginning",
          "lowest" : "beginning",
          "not_applicable" : [

          ],
          "not_asked" : [

          ],
          "waiting_for" : [

          ],
          "waiting_for_confirmation" : [

          ],
          "waiting_for_earlier_rounds" : false,
          "waiting_for_members" : [

          ],
          "without_points" : [

          ]
        }
      },
      "name" : "Alfa",
      "period" : "2026",
      "practices" : [

      ],
      "questionnaire" : {
        "digest" : "sha256:…",
        "id" : "small",
        "version" : "1.2.0"
      },
      "quotas" : [

      ],
      "recommendations" : [
        {
          "id" : "team",
          "priority" : "low"
        },
        {
          "id" : "save",
          "priority" : "high"
        }
      ],
      "schema" : "branda.score/1",
      "status" : "draft",
      "thresholds" : [
        {
          "level" : "growing",
          "needed" : 70,
          "score" : "total",
          "status" : "unmet",
          "value" : 33.333333333333336
        },
        {
          "level" : "growing",
          "needed" : 20,
          "score" : "people",
          "status" : "met",
          "value" : 50
        },
        {
          "level" : "growing",
          "needed" : 20,
          "score" : "money",
          "status" : "met",
          "value" : 25
        }
      ],
      "total" : {
        "high" : 38.888888888888886,
        "low" : 27.77777777777778,
        "score" : 33.333333333333336
      }
    }

    """#

  private static let comparison = #"""
    {
      "answered_versions" : {

      },
      "clusters" : [
        {
          "answered_version" : null,
          "capacities" : {
            "money" : 83.33333333333333,
            "people" : 95
          },
          "cluster" : "beta",
          "coverage" : {
            "answered" : 6,
            "applicable" : 6
          },
          "form" : "full",
          "level" : "growing",
          "name" : "Beta",
          "peers" : {
            "by" : "all",
            "fallback" : [

            ],
            "group" : null,
            "n" : 3,
            "reasons" : [

            ],
            "suppressed" : false
          },
          "percentile" : 75,
          "period" : "2026",
          "rank" : {
            "best" : 1,
            "value" : 1,
            "worst" : 1
          },
          "status" : "draft",
          "to_best" : {
            "money" : 0,
            "people" : 0,
            "total" : 0
          },
          "total" : 87.22222222222223
        },
        {
          "answered_version" : null,
          "capacities" : {
            "money" : 25,
            "people" : 50
          },
          "cluster" : "alfa",
          "coverage" : {
            "answered" : 3,
            "applicable" : 4
          },
          "form" : "full",
          "level" : "beginning",
          "name" : "Alfa",
          "peers" : {
            "by" : "all",
            "fallback" : [

            ],
            "group" : null,
            "n" : 3,
            "reasons" : [

            ],
            "suppressed" : false
          },
          "percentile" : 25,
          "period" : "2026",
          "rank" : {
            "best" : 2,
            "value" : 2,
            "worst" : 2
          },
          "status" : "draft",
          "to_best" : {
            "money" : 58.333333333333336,
            "people" : 45,
            "total" : 53.888888888888886
          },
          "total" : 33.333333333333336
        },
        {
          "answered_version" : null,
          "capacities" : {
            "money" : null,
            "people" : null
          },
          "cluster" : "gama",
          "coverage" : {
            "answered" : 0,
            "applicable" : 5
          },
          "form" : "full",
          "level" : "beginning",
          "name" : "Gama",
          "peers" : {
            "by" : "all",
            "fallback" : [

            ],
            "group" : null,
            "n" : 3,
            "reasons" : [

            ],
            "suppressed" : false
          },
          "percentile" : null,
          "period" : "2026",
          "rank" : null,
          "status" : "draft",
          "to_best" : {
            "money" : null,
            "people" : null,
            "total" : null
          },
          "total" : null
        }
      ],
      "distribution" : {
        "money" : {
          "max" : 83.33333333333333,
          "median" : 54.166666666666664,
          "min" : 25,
          "n" : 2,
          "q1" : 39.583333333333336,
          "q3" : 68.75
        },
        "people" : {
          "max" : 95,
          "median" : 72.5,
          "min" : 50,
          "n" : 2,
          "q1" : 61.25,
          "q3" : 83.75
        },
        "total" : {
          "max" : 87.22222222222223,
          "median" : 60.27777777777778,
          "min" : 33.333333333333336,
          "n" : 2,
          "q1" : 46.80555555555556,
          "q3" : 73.75
        }
      },
      "groups" : [

      ],
      "left_out" : [

      ],
      "minimum" : 1,
      "peers" : {
        "by" : "all",
        "fallback" : [

        ],
        "group" : null,
        "n" : 3,
        "reasons" : [

        ],
        "suppressed" : false
      },
      "period" : null,
      "questionnaire" : {
        "digest" : "sha256:…",
        "id" : "small",
        "version" : "1.2.0"
      },
      "schema" : "branda.comparison/1",
      "selection" : null
    }

    """#

  private static let answer = #"""
        {
          "band" : null,
          "capacity" : "people",
          "code" : "PEO-01",
          "comment" : "Part-time",
          "confidential" : false,
          "confirmed" : true,
          "confirmed_by" : "Rasa",
          "confirmed_on" : "2026-03-02",
          "evidence" : [
            {
              "text" : "Contract 4",
              "valid_until" : "2027-12-31"
            }
          ],
          "has_evidence" : true,
          "points" : 3,
          "question" : "coordination",
          "reason" : null,
          "score" : 50,
          "status" : "answered",
          "value" : 2
        }
    """#
}
