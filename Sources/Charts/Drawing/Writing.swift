/// A place in a picture, in its units: from the left, from the top.
struct Point: Sendable, Hashable {
  var x: Double
  var y: Double
}

/// To a tenth of a unit, without a needless zero: the same digits on every system, however the last
/// bits of a sine came out.
func coordinate(_ value: Double) -> String {
  guard value.isFinite else { return "0" }
  let tenths = Int((min(max(value, -1e7), 1e7) * 10 + 1e-6).rounded())
  let whole = abs(tenths) / 10
  let rest = abs(tenths) % 10
  return (tenths < 0 ? "-" : "") + String(whole) + (rest == 0 ? "" : ".\(rest)")
}

func point(_ point: Point) -> String { coordinate(point.x) + " " + coordinate(point.y) }

/// A text as content or attribute of XML and of HTML.
func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
