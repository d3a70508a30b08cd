/// What a drawing is made of.
extension DiagramCanvas {
    /// Begins a new sheet where the rest of this one is too short, and says how the way goes on by drawing the line.
    mutating func turnSheet(for need: Double) {
        let sheet = (y / Self.sheet).rounded(.down)
        if y + need > (sheet + 1) * Self.sheet - 20, need < Self.sheet - 80 { y = (sheet + 1) * Self.sheet + 36 }
    }

    /// A condition, and how tall it came out.
    mutating func tag(_ condition: String, _ x: Double, _ top: Double, to right: Double) -> Double {
        let lines = wrapped(condition, size: 14, width: right - x - 30, lines: 3)
        let wide = (lines.map { Scripts.width(of: $0, size: 14, bold: true) }.max() ?? 0) + 24
        let tall = 10 + 18 * Double(lines.count)
        rect(x, top - 4, wide, tall, radius: 8, fill: "#f6dfae", stroke: "#a97a4c")
        for (index, line) in lines.enumerated() {
            text(line, x + 12, top + 14 + 18 * Double(index), size: 14, weight: 600, fill: "#4a3208")
        }
        return tall
    }

    mutating func pill(_ words: String, endingAt right: Double, _ top: Double) {
        let wide = Card.pill(words)
        rect(right - wide, top, wide, 26, radius: 13, fill: "#dfe8cf", stroke: "#2f6140")
        text(words, right - wide / 2, top + 18, size: 13, weight: 600, fill: "#214a2f", anchor: "middle")
    }

    mutating func text(
        _ words: String,
        _ x: Double,
        _ y: Double,
        size: Double,
        weight: Int = 400,
        fill: String = DiagramCanvas.ink,
        anchor: String? = nil,
        mono: Bool = false
    ) {
        var attributes = "x=\"\(shown(x))\" y=\"\(shown(y))\" font-size=\"\(shown(size))\""
        if weight != 400 { attributes += " font-weight=\"\(weight)\"" }
        if fill != Self.ink { attributes += " fill=\"\(fill)\"" }
        if let anchor { attributes += " text-anchor=\"\(anchor)\"" }
        if mono { attributes += " font-family=\"ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace\"" }
        shapes.append("<text \(attributes)>\(escaped(words))</text>")
    }

    mutating func rect(
        _ x: Double,
        _ y: Double,
        _ width: Double,
        _ height: Double,
        radius: Double,
        fill: String,
        stroke: String? = nil
    ) {
        let edge = stroke.map { " stroke=\"\($0)\" stroke-width=\"1.5\"" } ?? ""
        shapes.append(
            "<rect x=\"\(shown(x))\" y=\"\(shown(y))\" width=\"\(shown(width))\" height=\"\(shown(height))\" rx=\"\(shown(radius))\" fill=\"\(fill)\"\(edge)/>"
        )
    }

    mutating func line(
        _ x1: Double,
        _ y1: Double,
        _ x2: Double,
        _ y2: Double,
        stroke: String = DiagramCanvas.line,
        dashes: String? = nil
    ) {
        path("M\(shown(x1)) \(shown(y1)) L\(shown(x2)) \(shown(y2))", stroke: stroke, dashes: dashes)
    }

    mutating func path(_ shape: String, stroke: String = DiagramCanvas.line, dashes: String? = nil) {
        let dash = dashes.map { " stroke-dasharray=\"\($0)\"" } ?? ""
        shapes.append("<path d=\"\(shape)\" fill=\"none\" stroke=\"\(stroke)\" stroke-width=\"2\"\(dash)/>")
    }

    mutating func icon(_ kind: String, _ x: Double, _ y: Double, _ color: String) {
        shapes.append(
            "<g transform=\"translate(\(shown(x)) \(shown(y)))\"><circle r=\"17\" fill=\"\(color)\"/><g fill=\"none\" stroke=\"#ffffff\" stroke-width=\"2\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\(DiagramStyle.icon(kind))</g></g>"
        )
    }
}
