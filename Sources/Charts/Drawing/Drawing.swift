/// The inside of a picture and how high it came out.
struct Drawing {
  let elements: String
  let measures: Measures
  let height: Double

  init(_ canvas: Canvas, height: Double) {
    elements = canvas.elements
    measures = canvas.measures
    self.height = height
  }
}
