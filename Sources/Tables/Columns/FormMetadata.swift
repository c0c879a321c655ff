/// The columns that form programs add of their own: when and by whom a form was sent, on which
/// device, how far it came. They say nothing about a cluster.
///
/// Sources: the exports of LimeSurvey, KoboToolbox and ODK, Google Forms.
enum FormMetadata {
  static func contains(_ heading: String) -> Bool {
    let folded = heading.folded
    return folded.hasPrefix("_") || folded.hasPrefix("meta/") || folded.hasPrefix("formhub/")
      || names.contains(folded)
  }

  private static let names: Set<String> = [
    // KoboToolbox and ODK
    "start", "end", "today", "deviceid", "subscriberid", "simserial", "phonenumber", "username",
    "audit", "key", "submissiondate", "submitterid", "submittername", "instanceid", "formversion",
    "attachmentspresent", "attachmentsexpected", "reviewstate", "edits", "__version__",
    // LimeSurvey
    "id", "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp", "ipaddr",
    "refurl", "token", "response id", "date submitted", "last page", "start language",
    "date started", "date last action", "ip address", "referrer url", "total time", "interviewtime",
    // Google Forms
    "timestamp", "laiko zyma", "email address", "el. pasto adresas", "score", "rezultatas",
  ]
}
